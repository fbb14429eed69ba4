import type { ShortcodeFact, ShortcodeTable } from '../model/shortcode-table.ts';
import type { Mapping, ShortcodeFacts } from './mapping.ts';

/**
 * What a mapping tells the reader about shortcodes: whether a call is closed, and how its inner text is read.
 * It says nothing about shortcodes whose rules do not mention it.
 */
export function mappingFacts(mapping: Mapping): ShortcodeTable {
  const said = new Map<string, ShortcodeFacts>();
  for (const layer of mapping.layers) {
    // A rule that replaces another does not change the template: what was known of it still holds.
    for (const { name, facts } of layer.rules.shortcodes) said.set(name, { ...said.get(name), ...facts });
  }
  const table = new Map<string, ShortcodeFact>();
  for (const [name, { inner, markdownInner, body }] of said) {
    if (inner === undefined && markdownInner === undefined && body === undefined) continue;
    const takesInner = body === undefined ? (inner ?? markdownInner) !== 'none' : body === 'paired';
    table.set(name, {
      takesInner,
      inner: takesInner ? (inner ?? 'markdown') : 'none',
      ...(takesInner && markdownInner && { markdownInner }),
      learnedFrom: 'mapping',
    });
  }
  return table;
}
