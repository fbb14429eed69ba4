import { collectShortcodeNames } from '../../reader/shortcode/collect-names.ts';
import { hashOf } from '../output/fingerprint.ts';

/**
 * A digest of all that the site's index takes from a page's file: its front matter, and which shortcodes it calls and closes. While
 * it stays the same, a change to the file is the page's own affair.
 */
export function headOf(source: string, bodyStart: number): string {
  const head = source.slice(0, bodyStart);
  if (!source.includes('{{<', bodyStart) && !source.includes('{{%', bodyStart)) return hashOf(head);
  const { seen, closed } = collectShortcodeNames(source, bodyStart);
  return hashOf(JSON.stringify([head, [...seen].toSorted(), [...closed].toSorted()]));
}
