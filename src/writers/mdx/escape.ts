/** Destinations and titles of links as Markdown source. */

// A character that would end a raw destination, or start something else in it.
const NOT_RAW = /[\s\p{Cc}<>()\\]/u;

/** A link destination that reads back as `url`. */
export function printDestination(url: string): string {
  const encoded = url.replace(/[\r\n\0]/g, (char) => encodeURIComponent(char)).replace(/&(?=[#a-z])/gi, '&amp;');
  if (encoded !== '' && !NOT_RAW.test(encoded)) return encoded;
  return `<${encoded.replace(/[\\<>]/g, '\\$&')}>`;
}

/** A link title that reads back as `title`. A blank line cannot stand in one, so line breaks become spaces. */
export function printTitle(title: string): string {
  const text = title
    .replace(/\s*[\r\n]\s*/g, ' ')
    .replace(/["\\]/g, '\\$&')
    .replace(/&(?=[#a-z])/gi, '&amp;');
  return `"${text}"`;
}
