/** What the templates of a site's shortcodes say about their calls. */
import type { ShortcodeFact, ShortcodeTable } from '../model/shortcode-table.ts';
import type { TemplateToken } from './lex.ts';
import { separateTemplates } from './blocks.ts';
import { findInnerUse } from './inner-use.ts';
import { lexTemplate } from './lex.ts';

export interface ShortcodeTemplate {
  /** Lower-cased, folders included, as in `nested/deep`. */
  readonly name: string;
  readonly text: string;
}

export interface LearnedShortcodes {
  readonly table: ShortcodeTable;
  /** Names whose templates hand the inner content on, so that its reading is a guess. */
  readonly undecided: ReadonlySet<string>;
}

/**
 * Learns from templates which shortcodes take inner content and what they do with it. Where a name has several templates,
 * one that uses it is enough. `readTemplate` finds a template that is called by its path, as in `partials/box.html`.
 */
export function learnShortcodes(
  templates: readonly ShortcodeTemplate[],
  readTemplate: (path: string) => string | undefined,
): LearnedShortcodes {
  const parsed = templates.map(({ name, text }) => ({ name, parts: separateTemplates(lexTemplate(text)) }));
  const named = new Map<string, readonly TemplateToken[]>();
  for (const { parts } of parsed) for (const [name, tokens] of parts.named) named.set(name, tokens);
  const lookup = (name: string): readonly TemplateToken[] | undefined => {
    const known = named.get(name);
    if (known) return known;
    const text = readTemplate(name);
    if (text === undefined) return undefined;
    const parts = separateTemplates(lexTemplate(text));
    for (const [inner, tokens] of parts.named) if (!named.has(inner)) named.set(inner, tokens);
    named.set(name, parts.body);
    return parts.body;
  };
  const table = new Map<string, ShortcodeFact>();
  const undecided = new Set<string>();
  for (const { name, parts } of parsed) {
    if (table.get(name)?.takesInner) continue;
    const { usesInner, reading } = findInnerUse(parts.body, lookup);
    table.set(name, {
      takesInner: usesInner,
      inner: usesInner ? (reading ?? 'markdown') : 'none',
      learnedFrom: 'template',
    });
    if (usesInner && reading === undefined) undecided.add(name);
  }
  return { table, undecided };
}
