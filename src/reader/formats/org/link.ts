import type { ElementContent } from 'hast';
import type { Content, Link } from 'orga';
import { element, text } from './hast.ts';
import { sourceOf } from './source-of.ts';

// go-org's own list.
const PICTURE = /\.(?:png|gif|jpe?g|svg|tiff?|webp)$/i;

/** `[[address]]` or `[[address][description]]`; the address of a picture without description is the picture. */
export function linkOf(link: Link, inlines: (nodes: readonly Content[]) => ElementContent[]): ElementContent {
  const description = link.children.filter(isDescription);
  const address = addressOf(link);
  const written = description.map((child: Content) => sourceOf(child)).join('');
  if (written === '') {
    if (PICTURE.test(address)) return element('img', { src: address, alt: address, title: address }, []);
    return element('a', { href: address }, [text(address)]);
  }
  const shown = written.startsWith('file:') ? written.slice('file:'.length) : written;
  const isPicture = shown !== written && PICTURE.test(shown);
  const content = isPicture ? [element('img', { src: shown, alt: shown }, [])] : inlines(description);
  return element('a', { href: address }, content);
}

/** Hugo: a link to another Org file is one to its page. */
function addressOf({ path }: Link): string {
  const { protocol, value } = path;
  if (protocol === 'file') return value.replace(/\.org$/, '.html');
  if (protocol === 'internal' || protocol === '' || value.startsWith(`${protocol}:`)) return value;
  return `${protocol}:${value}`;
}

const isDescription = (child: Content): boolean => child.type === 'text';
