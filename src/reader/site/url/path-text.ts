/** How Hugo makes paths and URLs of file names, titles and slugs. */

/** What a site's configuration says about paths. */
export interface PathRules {
  /** `disablePathToLower` keeps capitals in URLs. */
  readonly keepCase: boolean;
  /** `removePathAccents` takes the marks off letters. */
  readonly removeAccents: boolean;
}

/**
 * Lower case, one character at a time and without regard to its neighbours, as Go does it:
 * JavaScript would turn a Σ at the end of a word into ς, and İ into two characters.
 */
export function lowerCase(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let lower = '';
  for (const character of text) lower += character === 'İ' ? 'i' : character.toLowerCase();
  return lower;
}

/** The form in which Hugo compares paths: lower case, spaces as hyphens. */
export const normalizePath = (path: string): string => lowerCase(path).replaceAll(' ', '-');

/**
 * What Hugo leaves of a text in a path: letters, digits, marks and a few signs; white space between them becomes one hyphen
 * unless there is one already.
 * @example
 * sanitizePath('A & B, (c)', rules) // 'a-b-c'
 */
export function sanitizePath(text: string, rules: PathRules): string {
  if (consistsOf(text, SANITIZED)) return text;
  const trimmed = text.trim();
  let result = '';
  let space = false;
  let hyphen = false;
  for (let at = 0; at < trimmed.length;) {
    const character = String.fromCodePoint(trimmed.codePointAt(at) ?? 0);
    if (isAllowed(trimmed, at, character)) {
      hyphen = character === '-';
      if (space && !hyphen) result += '-';
      space = false;
      result += character;
    } else if (result !== '' && !hyphen && SPACE.test(character)) {
      space = true;
    }
    at += character.length;
  }
  if (rules.removeAccents) result = result.normalize('NFD').replaceAll(NON_SPACING_MARKS, '').normalize('NFC');
  return rules.keepCase ? result : lowerCase(result);
}

/** A text as one part of a URL: sanitized, then escaped. */
export const urlize = (text: string, rules: PathRules): string => escapePath(sanitizePath(text, rules));

/**
 * A path as it stands in a URL. One that is already a valid path stays as it is; otherwise everything outside Go's set of
 * path characters is escaped, once.
 */
export function escapePath(path: string): string {
  if (consistsOf(path, PLAIN) || isEncoded(path)) return path;
  let escaped = '';
  for (const byte of new TextEncoder().encode(unescapePath(path))) {
    const character = String.fromCharCode(byte);
    escaped += PLAIN[byte] ? character : `%${HEX[byte >> 4]}${HEX[byte & 15]}`;
  }
  return escaped;
}

/** The path of a file in a URL: a `%` in a file's name is no escape. */
export const escapeFilePath = (path: string): string => escapePath(path.replaceAll('%', '%25'));

/** Resolves escapes as in a query string, where `+` is a space; a text with a broken escape stays as it is. */
export function unescapeQuery(text: string): string {
  return text.includes('%') || text.includes('+') ? decode(text.replaceAll('+', ' ')) : text;
}

const unescapePath = (path: string): string => (path.includes('%') ? decode(path) : path);

function decode(text: string): string {
  const bytes: number[] = [];
  const source = new TextEncoder().encode(text);
  for (let at = 0; at < source.length; at++) {
    const byte = source[at] ?? 0;
    const high = hexDigit(source[at + 1]);
    const low = hexDigit(source[at + 2]);
    if (byte === PERCENT && high >= 0 && low >= 0) {
      bytes.push(high * 16 + low);
      at += 2;
    } else {
      bytes.push(byte);
    }
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
}

const DIGITS_AND_LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LETTERS = `${DIGITS_AND_LOWER}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
/** ASCII that no rule changes: what nearly all paths are made of. */
const SANITIZED = charset(`${DIGITS_AND_LOWER}./_-`);
/** What Go leaves alone when it escapes a path. */
const PLAIN = charset(`${LETTERS}-_.~$&+,/:=@`);
/** What makes a path count as escaped already. */
const ENCODED = charset(`${LETTERS}-_.~$&+,/:=@!'()*;[]`);
const HEX = '0123456789ABCDEF';
const PERCENT = 0x25;
const SPACE = /^\s$/u;
const WORD = /^[\p{L}\p{Nd}\p{M}]$/u;
const NON_SPACING_MARKS = /\p{Mn}/gu;
const SIGNS = new Set(['.', '/', '\\', '_', '#', '+', '~', '-', '@']);

function isAllowed(text: string, at: number, character: string): boolean {
  if (SIGNS.has(character) || WORD.test(character)) return true;
  return character === '%' && hexDigit(text.charCodeAt(at + 1)) >= 0 && hexDigit(text.charCodeAt(at + 2)) >= 0;
}

function isEncoded(path: string): boolean {
  for (let at = 0; at < path.length; at++) {
    const code = path.charCodeAt(at);
    if (code === PERCENT) {
      if (hexDigit(path.charCodeAt(at + 1)) < 0 || hexDigit(path.charCodeAt(at + 2)) < 0) return false;
    } else if (ENCODED[code] !== 1) {
      return false;
    }
  }
  return true;
}

/** A table with 1 at the code of each of some ASCII characters. */
function charset(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

function consistsOf(text: string, set: Uint8Array): boolean {
  for (let at = 0; at < text.length; at++) if (set[text.charCodeAt(at)] !== 1) return false;
  return true;
}

/** The value of a hexadecimal digit, or -1. */
function hexDigit(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
