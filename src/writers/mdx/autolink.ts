/**
 * GFM makes links of bare addresses by rules that are not Goldmark's. The places where it would do so in text that Hugo
 * left alone, and whether it would make the very link that Hugo made.
 */

/** How a character keeps an address from becoming a link: with a backslash, or only as a text node of its own. */
export type AutolinkBreak = 'escape' | 'split';

const isAlpha = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isWord = (code: number): boolean => isAlpha(code) || isDigit(code) || code === 95;

const NOT_A_WORD = /[\s\p{P}\p{S}]/u;

/** Whether the character before an address lets GFM's search through finished text find it. */
function mayPrecede(text: string, start: number, from: number): boolean {
  return start <= from || NOT_A_WORD.test(text.charAt(start - 1));
}

/**
 * What to do about the character at `at` of `text.slice(from, to)`, which is a `:`, `.` or `@`.
 *
 * The parser takes `http://localhost` for a link, which a backslash prevents. For hosts with a period, `www.` and mail
 * addresses a second search goes through the finished text, where backslashes are gone: only a node boundary stops it.
 */
export function autolinkBreakAt(text: string, at: number, from: number, to: number): AutolinkBreak | undefined {
  switch (text.charCodeAt(at)) {
    case 58:
      return protocolBreak(text, at, from, to);
    case 46:
      return wwwBreak(text, at, from);
    case 64:
      return mailBreak(text, at, from, to);
    default:
      return undefined;
  }
}

function protocolBreak(text: string, colon: number, from: number, to: number): AutolinkBreak | undefined {
  if (colon + 3 >= to || !text.startsWith('//', colon + 1)) return undefined;
  const length = schemeLengthBefore(text, colon, from);
  if (length === 0) return undefined;
  const start = colon - length;
  if (start > from && isAlpha(text.charCodeAt(start - 1))) return undefined;
  if (NOT_A_WORD.test(text.charAt(colon + 3))) return undefined;
  const host = text.slice(colon + 3, hostEnd(text, colon + 3, to));
  const found = isHostWithPeriod(host) && mayPrecede(text, start, from);
  return found && !(start > from && isDigit(text.charCodeAt(start - 1))) ? 'split' : 'escape';
}

function schemeLengthBefore(text: string, colon: number, from: number): number {
  for (const scheme of ['https', 'http']) {
    const start = colon - scheme.length;
    if (start >= from && text.slice(start, colon).toLowerCase() === scheme) return scheme.length;
  }
  return 0;
}

function wwwBreak(text: string, period: number, from: number): AutolinkBreak | undefined {
  const start = period - 3;
  if (start < from || text.slice(start, period).toLowerCase() !== 'www') return undefined;
  return mayPrecede(text, start, from) ? 'split' : undefined;
}

function mailBreak(text: string, at: number, from: number, to: number): AutolinkBreak | undefined {
  if (at === from || !isMailCharacter(text.charCodeAt(at - 1))) return undefined;
  let end = at + 1;
  while (end < to && isMailCharacter(text.charCodeAt(end)) && text.charCodeAt(end) !== 43) end++;
  // A period at the end of a sentence is not part of the address.
  while (end > at && text.charCodeAt(end - 1) === 46) end--;
  return /\.[\w-]*[a-z]/i.test(text.slice(at + 1, end)) ? 'split' : undefined;
}

const isMailCharacter = (code: number): boolean => isWord(code) || code === 43 || code === 45 || code === 46;

function hostEnd(text: string, start: number, to: number): number {
  let at = start;
  while (at < to && (isWord(text.charCodeAt(at)) || text.charCodeAt(at) === 45 || text.charCodeAt(at) === 46)) at++;
  return at;
}

/** GFM's valid domain: two parts at least, and no underscore in the last two. */
function isHostWithPeriod(host: string): boolean {
  const parts = host.split('.');
  if (parts.length < 2) return false;
  return parts.slice(-2).every((part) => part === '' || (!part.includes('_') && /[\da-z]/i.test(part)));
}

const SAFE_ADDRESS = /^https?:\/\/[\da-z-]+(?:\.[\da-z-]+)+(?::\d+)?(?:[/?#][\w\-./~%+=&#?:,;@!$]*)?$/i;
const SAFE_MAIL = /^[\w+\-.]+@[\da-z-]+(?:\.[\da-z-]+)*\.[a-z]+$/i;
const SAFE_BEFORE = new Set(['', ' ', '\t', '\n', '\r', '(']);
const SAFE_AFTER = new Set(['', ' ', '\t', '\n', '\r']);

/**
 * Whether GFM makes of the bare address at `start` exactly the link that Goldmark made of it. Only the plain cases count:
 * where there is any doubt the link is better written out.
 */
export function isSameInGfm(source: string, start: number, end: number, url: string): boolean {
  const address = source.slice(start, end);
  if (!SAFE_BEFORE.has(source.charAt(start - 1))) return false;
  const isMail = url === `mailto:${address}` && SAFE_MAIL.test(address);
  if (!isMail && (url !== address || !SAFE_ADDRESS.test(address))) return false;
  if (!isWord(source.charCodeAt(end - 1)) && source.charAt(end - 1) !== '/') return false;
  if (source.charAt(end - 1) === '_') return false;
  // What GFM cuts off an address: punctuation with white space behind it.
  let after = end;
  while ('.,:!?)'.includes(source.charAt(after)) && after < source.length) after++;
  if (isMail && after > end && source.charAt(after - 1) !== '.') return SAFE_AFTER.has(source.charAt(after));
  return SAFE_AFTER.has(source.charAt(after));
}
