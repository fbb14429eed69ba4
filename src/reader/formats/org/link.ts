import type { ElementContent } from 'hast';
import { element, text } from './hast.ts';

// go-org's own list.
const PICTURE = /\.(?:png|gif|jpe?g|svg|tiff?|webp)$/i;
const FILE = 'file:';

/** `[[address]]` or `[[address][description]]`; the address of a picture without description is the picture. */
export function linkOf(
  written: string,
  description: string | undefined,
  inlines: (text: string) => ElementContent[],
): ElementContent {
  const address = addressOf(written);
  if (description === undefined || description === '') {
    if (PICTURE.test(address)) return element('img', { src: address, alt: address, title: address }, []);
    return element('a', { href: address }, [text(address)]);
  }
  const shown = description.startsWith(FILE) ? description.slice(FILE.length) : undefined;
  const isPicture = shown !== undefined && PICTURE.test(shown);
  return element(
    'a',
    { href: address },
    isPicture ? [element('img', { src: shown, alt: shown }, [])] : inlines(description),
  );
}

/** Hugo: a link to another Org file is one to its page. */
function addressOf(written: string): string {
  const address = written.startsWith(FILE) ? written.slice(FILE.length) : written;
  const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(address);
  return !hasScheme && address.endsWith('.org') ? `${address.slice(0, -'.org'.length)}.html` : address;
}
