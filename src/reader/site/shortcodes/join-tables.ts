import type { ShortcodeFact, ShortcodeTable } from '../../../model/shortcode-table.ts';
import { builtinShortcodes } from './builtin.ts';

export interface ShortcodeKnowledge {
  /** From the templates of the site and its themes. */
  readonly templates: ShortcodeTable;
  /** Names whose template does not show how inner content is read. */
  readonly undecided: ReadonlySet<string>;
  /** What mappings say of shortcodes. */
  readonly mapping: ShortcodeTable;
  /** What the pages' own calls show. */
  readonly content: ShortcodeTable;
}

/**
 * Joins what is known of shortcodes: templates go before mappings, these before Hugo's own shortcodes, and the calls in the
 * content decide the rest. A call of one of Hugo's own that is closed although Hugo's takes no inner content is taken for
 * one of a theme that is not at hand.
 */
export function joinTables({ templates, undecided, mapping, content }: ShortcodeKnowledge): ShortcodeTable {
  const joined = new Map<string, ShortcodeFact>(content);
  for (const [name, fact] of builtinShortcodes) {
    if (!content.get(name)?.takesInner || fact.takesInner) joined.set(name, fact);
  }
  for (const [name, fact] of mapping) {
    // A closing tag somewhere in the content says more of the template than a mapping that was written for another one.
    if (fact.takesInner || !content.get(name)?.takesInner) joined.set(name, fact);
  }
  for (const [name, fact] of templates) {
    const stated = undecided.has(name) ? mapping.get(name)?.inner : undefined;
    joined.set(name, stated === undefined || stated === 'none' ? fact : { ...fact, inner: stated });
  }
  return joined;
}
