import type { ReadInput } from './read-page.ts';
import { collectShortcodeNames } from './shortcode/collect-names.ts';

/**
 * Whether a call has to be closed: what the site's table says of the shortcode, else whether the page itself closes it
 * anywhere.
 */
export function takesInner({ shortcodes, source, bodyStart }: ReadInput): (name: string) => boolean {
  let closed: ReadonlySet<string> | undefined;
  return (name) => {
    const fact = shortcodes.get(name.toLowerCase());
    if (fact) return fact.takesInner;
    const names = (closed ??= collectShortcodeNames(source, bodyStart).closed);
    return names.has(name.toLowerCase());
  };
}
