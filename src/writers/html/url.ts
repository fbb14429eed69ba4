/** Destinations as Goldmark writes them. */

// What `util.URLEscape` of Goldmark leaves alone; everything else is percent-encoded as UTF-8.
const SAFE: ReadonlySet<string> = new Set(
  "!#$&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~",
);

/** Percent-encodes what may not stand in a URL; escapes that are there already stay as they are. */
export function escapeUrl(url: string): string {
  let escaped = '';
  let from = 0;
  for (let at = 0; at < url.length;) {
    const char = String.fromCodePoint(url.codePointAt(at) ?? 0);
    if (!SAFE.has(char) && !(char === '%' && isHex(url, at + 1) && isHex(url, at + 2))) {
      escaped += url.slice(from, at) + percentEncode(char);
      from = at + char.length;
    }
    at += char.length;
  }
  return from === 0 ? url : escaped + url.slice(from);
}

function percentEncode(char: string): string {
  const code = char.charCodeAt(0);
  // A lone surrogate has no UTF-8 form: U+FFFD stands in for it, as in any UTF-8 text.
  if (char.length === 1 && code >= 0xd800 && code <= 0xdfff) return '%EF%BF%BD';
  const encoded = encodeURIComponent(char);
  // encodeURIComponent leaves a few ASCII characters alone; none of them is outside SAFE.
  return encoded === char ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encoded;
}

function isHex(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102);
}

const IMAGE_DATA = ['png;', 'gif;', 'jpeg;', 'webp;', 'svg+xml;'];

/** Goldmark's `IsDangerousURL`: such destinations are emptied where `renderer.unsafe` is off. */
export function isDangerousUrl(url: string): boolean {
  const start = url.slice(0, 32).toLowerCase();
  if (start.startsWith('data:image/')) return !IMAGE_DATA.some((kind) => start.startsWith(kind, 11));
  return ['javascript:', 'vbscript:', 'file:', 'data:'].some((scheme) => start.startsWith(scheme));
}
