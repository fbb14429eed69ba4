/** What the templates of a site's shortcodes say about their calls. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ShortcodeFact, ShortcodeTable } from '../model/shortcode-table.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { findInnerUse } from './inner-use.ts';
import { createTemplateStore } from './templates.ts';

export interface ShortcodeTemplate {
  /** Lower-cased, folders included, as in `nested/deep`. */
  readonly name: string;
  /** Path below the site's folder. */
  readonly file: string;
  readonly text: string;
}

export interface LearnedShortcodes {
  readonly table: ShortcodeTable;
  /** Names whose templates hand the inner content on, so that its reading is a guess. */
  readonly undecided: ReadonlySet<string>;
  /** What cannot be read in the templates. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Learns from templates which shortcodes take inner content and what they do with it. Where a name has several templates,
 * one that uses it is enough. `readTemplate` finds a template that is called by its path, as in `partials/box.html`.
 */
export function learnShortcodes(
  templates: readonly ShortcodeTemplate[],
  readTemplate: (path: string) => string | undefined,
): LearnedShortcodes {
  const store = createTemplateStore(readTemplate);
  const parsed = templates.map(({ name, file, text }) => ({ name, file, ...store.add(text) }));
  const table = new Map<string, ShortcodeFact>();
  const undecided = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const { name, file, nodes, problems } of parsed) {
    const [problem] = problems;
    if (problem) {
      const { reason, place } = problem;
      diagnostics.push(createDiagnostic('template-syntax', { name, reason }, { file, place }));
    }
    if (table.get(name)?.takesInner) continue;
    const { usesInner, deindents, reading, isCodeAtTimes } = findInnerUse(nodes, store.find);
    table.set(name, {
      takesInner: usesInner,
      inner: usesInner ? (reading ?? 'markdown') : 'none',
      ...(isCodeAtTimes && { isCodeAtTimes }),
      ...(deindents && { deindents }),
      learnedFrom: 'template',
    });
    if (usesInner && reading === undefined) undecided.add(name);
  }
  return { table, undecided, diagnostics };
}
