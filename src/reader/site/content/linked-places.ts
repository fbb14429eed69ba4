/** The places on pages that the addresses of a text may name, found without reading it as Markdown: more than there are, never fewer. */
import { linkedPlace } from '../../../model/linked-place.ts';

/** What `linkedPlace` says of every `path#id` in a page's source. `#id` alone is a place on the page itself. */
export function collectLinkedPlaces(source: string, file: string): ReadonlySet<string> {
  const places = new Set<string>();
  for (let at = source.indexOf('#'); at >= 0; at = source.indexOf('#', at + 1)) {
    // Marks of headings, comments, ids of headings and references to characters.
    if (at === 0 || !isBeforeId(source.charAt(at - 1))) continue;
    const id = source.slice(at + 1, endOfWord(source, at + 1));
    if (id === '') continue;
    const path = source.slice(startOfWord(source, at), at);
    // `href=#ports` is one on the page itself as well.
    places.add(linkedPlace(path === '' || path.endsWith('=') ? file : path, id));
  }
  return places;
}

const isBeforeId = (sign: string): boolean => sign.trim() !== '' && !NO_ADDRESS.has(sign);

const NO_ADDRESS = new Set(['#', '{', '&']);
const BEFORE_WORD = new Set(['(', '"', "'", '<', '[', '`', '#']);
const BEHIND_WORD = new Set([')', '"', "'", '>', ']', '`', '<', '{', '}', '#']);

function endOfWord(source: string, from: number): number {
  let at = from;
  while (at < source.length && source.charAt(at).trim() !== '' && !BEHIND_WORD.has(source.charAt(at))) at++;
  return at;
}

function startOfWord(source: string, from: number): number {
  let at = from;
  while (at > 0 && source.charAt(at - 1).trim() !== '' && !BEFORE_WORD.has(source.charAt(at - 1))) at--;
  return at;
}
