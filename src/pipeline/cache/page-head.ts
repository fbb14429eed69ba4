import { collectShortcodeNames } from '../../reader/shortcode/collect-names.ts';
import type { ContentText } from '../../reader/site/read-site.ts';
import { hashOf } from '../output/fingerprint.ts';

/**
 * A digest of all that the site's index takes from a page's file: its front matter, which shortcodes it calls and closes, and
 * which places its addresses name. While it stays the same, a change to the file is the page's own affair.
 */
export function headOf({ source, bodyStart, linkedPlaces }: ContentText): string {
  const head = source.slice(0, bodyStart);
  const hasCalls = source.includes('{{<', bodyStart) || source.includes('{{%', bodyStart);
  if (!hasCalls && linkedPlaces.size === 0) return hashOf(head);
  const { seen, closed } = collectShortcodeNames(source, bodyStart);
  return hashOf(JSON.stringify([head, [...seen].toSorted(), [...closed].toSorted(), [...linkedPlaces].toSorted()]));
}
