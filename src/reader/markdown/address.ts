/**
 * The addresses that Goldmark's linkify extension makes links of: `http://`, `https://`, `ftp://`, `www.` and mail.
 * Only ASCII belongs to an address; the host needs a dot and an end of small letters.
 */
export interface Address {
  readonly kind: 'url' | 'www' | 'mail';
  /** The offset behind the address. */
  readonly end: number;
}

/** Reads an address that begins at `start`; `lineEnd` is where the line ends. */
export function readAddress(text: string, start: number, lineEnd: number): Address | undefined {
  const scheme = SCHEMES.find((prefix) => text.startsWith(prefix, start));
  const url = scheme ? readHostAndPath(text, start + scheme.length, lineEnd, true) : undefined;
  if (url !== undefined) return finish('url', text, start, trimEnd(text, start, url));
  const www = text.startsWith('www.', start) ? readHostAndPath(text, start + 4, lineEnd, false) : undefined;
  if (www !== undefined) return finish('www', text, start, trimEnd(text, start, www));
  const mail = readMail(text, start, lineEnd);
  return mail === undefined ? undefined : finish('mail', text, start, mail);
}

const SCHEMES = ['http://', 'https://', 'ftp://'];

const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isAlphanumeric = (code: number): boolean => isSmallLetter(code) || isDigit(code) || (code >= 65 && code <= 90);

const setOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.charCodeAt(0)));

const HOST = setOf('-@:%._+~#=');
const PATH = setOf('-@:%_+.~#$!?&/=();,\'">^{}[]`');
// An address without a scheme may not hold `$`.
const WWW_PATH = setOf('-@:%_+.~#!?&/=();,\'">^{}[]`');
const MAX_HOST = 256;

/** The end of host, port and path, or nothing where no host begins at `start`. */
function readHostAndPath(text: string, start: number, lineEnd: number, withPort: boolean): number | undefined {
  let at = start;
  const stop = Math.min(lineEnd, start + MAX_HOST);
  while (at < stop && (isAlphanumeric(text.charCodeAt(at)) || HOST.has(text.charCodeAt(at)))) at++;
  // The last dot with small letters behind it ends the host's name.
  let dot = Math.min(at, lineEnd - 1);
  while (dot > start && !(text[dot] === '.' && isSmallLetter(text.charCodeAt(dot + 1)) && dot + 1 < lineEnd)) dot--;
  if (dot <= start) return undefined;
  at = dot + 1;
  while (at < lineEnd && isSmallLetter(text.charCodeAt(at))) at++;
  if (withPort && text[at] === ':' && at + 1 < lineEnd && isDigit(text.charCodeAt(at + 1))) {
    at++;
    while (at < lineEnd && isDigit(text.charCodeAt(at))) at++;
  }
  if (at >= lineEnd || !'/#?'.includes(text[at] ?? ' ')) return at;
  const path = withPort ? PATH : WWW_PATH;
  while (at < lineEnd && (isAlphanumeric(text.charCodeAt(at)) || path.has(text.charCodeAt(at)))) at++;
  return at;
}

/** Leaves out what belongs to the sentence: a last period, closing parentheses without openings, `&entity;`. */
function trimEnd(text: string, start: number, end: number): number {
  const last = text[end - 1];
  if (last === '.') return end - 1;
  if (last === ')') {
    let closing = 0;
    for (let at = start; at < end; at++) closing += text[at] === ')' ? 1 : text[at] === '(' ? -1 : 0;
    return closing > 0 ? end - closing : end;
  }
  if (last === ';') {
    let at = end - 2;
    while (at >= start && isAlphanumeric(text.charCodeAt(at))) at--;
    if (at !== end - 2 && text[at] === '&') return at;
  }
  return end;
}

const MAIL = setOf("!#$%&'*+-/=?^_`{|}~.");

function readMail(text: string, start: number, lineEnd: number): number | undefined {
  const first = text.charCodeAt(start);
  if (!isAlphanumeric(first) && first < 128) return undefined;
  let at = start;
  while (at < lineEnd && (isAlphanumeric(text.charCodeAt(at)) || MAIL.has(text.charCodeAt(at)))) at++;
  if (at === start || text[at] !== '@' || at >= lineEnd) return undefined;
  const sign = at;
  let end = sign;
  for (let label = readLabel(text, sign + 1, lineEnd); label !== undefined;) {
    end = label;
    label = text[end] === '.' ? readLabel(text, end + 1, lineEnd) : undefined;
  }
  if (end === sign || !text.slice(sign, end - 1).includes('.')) return undefined;
  return text[end] === '-' || text[end] === '_' ? undefined : end;
}

/** The end of one part of a mail host: up to 63 letters, digits and hyphens, neither first nor last a hyphen. */
function readLabel(text: string, start: number, lineEnd: number): number | undefined {
  if (start >= lineEnd || !isAlphanumeric(text.charCodeAt(start))) return undefined;
  let end = start + 1;
  const stop = Math.min(lineEnd, start + 63);
  for (let at = end; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (isAlphanumeric(code)) end = at + 1;
    else if (code !== 45) break;
  }
  return end;
}

// Whatever kind it is, punctuation at the end is the sentence's.
function finish(kind: Address['kind'], text: string, start: number, end: number): Address {
  let at = end;
  while (at > start + 1 && '?!.,:*_~'.includes(text[at - 1] ?? ' ')) at--;
  return { kind, end: at };
}
