import { lexBody } from './lex.ts';

/** The shortcodes of a page by their lower-cased names. */
export interface ShortcodeNames {
  /** What is closed or closes itself at least once: where the template is not at hand, that is what takes inner text. */
  readonly closed: Set<string>;
  readonly seen: Set<string>;
}

/** Lists the shortcodes that a page's body calls, without a need to know whether they take inner text. */
export function collectShortcodeNames(source: string, bodyStart: number): ShortcodeNames {
  const names: ShortcodeNames = { closed: new Set(), seen: new Set() };
  if (!source.includes('{{', bodyStart)) return names;
  for (const tag of lexBody(source, bodyStart, () => {}).tags) {
    const name = tag.name.toLowerCase();
    if (name === '' || (tag.kind === 'closing' && tag.isUnknown)) continue;
    names.seen.add(name);
    if (tag.kind === 'closing' || tag.isSelfClosed) names.closed.add(name);
  }
  return names;
}
