/** Which attributes of HTML hold addresses. */
import type { Attribute, TemplatedString } from '../../model/nodes.ts';
import type { AddressUse } from './resolve.ts';

/** The attributes with an address by element; `src` addresses a file, `href` a page or a file. */
const ADDRESSES: Readonly<Record<string, Readonly<Record<string, 'href' | 'src' | 'srcset'>>>> = {
  a: { href: 'href' },
  area: { href: 'href' },
  audio: { src: 'src' },
  blockquote: { cite: 'href' },
  del: { cite: 'href' },
  embed: { src: 'src' },
  iframe: { src: 'href' },
  image: { href: 'src', 'xlink:href': 'src' },
  img: { src: 'src', srcset: 'srcset' },
  input: { src: 'src' },
  ins: { cite: 'href' },
  link: { href: 'href' },
  object: { data: 'src' },
  q: { cite: 'href' },
  script: { src: 'src' },
  source: { src: 'src', srcset: 'srcset' },
  track: { src: 'src' },
  video: { src: 'src', poster: 'src' },
};

export type ChangeAddress = (address: TemplatedString, use: AddressUse) => TemplatedString;

/** An element's attributes with their addresses changed; the same ones where nothing is. */
export function changeAttributes(
  tagName: string,
  attributes: readonly Attribute[],
  change: ChangeAddress,
): readonly Attribute[] {
  const known = Object.hasOwn(ADDRESSES, tagName) ? ADDRESSES[tagName] : undefined;
  if (!known) return attributes;
  let changed = false;
  const result = attributes.map((attribute) => {
    const { name, value } = attribute;
    const use = Object.hasOwn(known, name) ? known[name] : undefined;
    if (use === undefined || (typeof value !== 'string' && typeof value !== 'object')) return attribute;
    const now = use === 'srcset' ? changeCandidates(value, change) : change(value, use);
    if (now === value) return attribute;
    changed = true;
    return { ...attribute, value: now };
  });
  return changed ? result : attributes;
}

/** `a.png 1x, b.png 2x`: an address ends at white space, a candidate at a comma behind it. */
function changeCandidates(value: TemplatedString, change: ChangeAddress): TemplatedString {
  if (typeof value !== 'string') return value;
  let result = '';
  let at = 0;
  while (at < value.length) {
    const start = at;
    while (at < value.length && (isSpace(value, at) || value[at] === ',')) at++;
    result += value.slice(start, at);
    const from = at;
    while (at < value.length && !isSpace(value, at)) at++;
    // Commas directly behind an address end its candidate.
    while (at > from && value[at - 1] === ',') at--;
    if (at > from) {
      const now = change(value.slice(from, at), 'src');
      result += typeof now === 'string' ? now : value.slice(from, at);
    }
    if (value[at] === ',') continue;
    const descriptor = at;
    while (at < value.length && value[at] !== ',') at++;
    result += value.slice(descriptor, at);
  }
  return result;
}

const isSpace = (text: string, at: number): boolean => ' \t\n\f\r'.includes(text.charAt(at));
