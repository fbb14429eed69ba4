/**
 * The HTML that is written nearly everywhere, cut into parse5's tokens: text, well-formed tags, comments. parse5's own
 * tokenizer goes character by character and hands over text word by word, which costs more than everything that is done
 * with the tokens. Whatever is not plain (`<!doctype>`, CDATA, stray quotes, text-only elements, odd references) is left to it.
 */
import { html, Token, type TokenHandler } from 'parse5';
import { isSpace } from './content-model.ts';
import { decodeReferences } from './references.ts';

/** Reads tokens from `start` on for as long as they are simple and `isMarkup` says that what follows is not mere text. */
export function readSimpleTokens(text: string, start: number, reader: SimpleReader): number {
  let at = start;
  while (at < text.length) {
    const next = isMarkupStart(text, at) ? readMarkup(text, at, reader) : readText(text, at, reader);
    if (next === undefined) return at;
    at = next;
    if (!reader.isMarkup()) return at;
  }
  return at;
}

export interface SimpleReader {
  readonly handler: TokenHandler;
  /** Whether markup is still read as markup: behind `<script>` it is not. */
  readonly isMarkup: () => boolean;
}

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Whether a tag, a comment or a declaration begins here: `<` before anything else is text. */
function isMarkupStart(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== LESS_THAN) return false;
  const next = text.charCodeAt(at + 1);
  return isLetter(next) || next === SLASH || next === 33 || next === 63;
}

function readText(text: string, start: number, { handler }: SimpleReader): number | undefined {
  let end = text.indexOf('<', start);
  while (end >= 0 && !isMarkupStart(text, end)) end = text.indexOf('<', end + 1);
  if (end < 0) end = text.length;
  const value = decodeReferences(text.slice(start, end), 'text');
  if (value === undefined) return undefined;
  let blank = 0;
  while (blank < value.length && isSpace(value.charCodeAt(blank))) blank++;
  // Of white space the parser has to know whether it is all that there is, or what text begins with.
  if (blank > 0) {
    const location = locate(start, start + blank);
    const chars = value.slice(0, blank);
    handler.onWhitespaceCharacter({ type: Token.TokenType.WHITESPACE_CHARACTER, chars, location });
  }
  if (blank < value.length) {
    const location = locate(start + blank, end);
    handler.onCharacter({ type: Token.TokenType.CHARACTER, chars: value.slice(blank), location });
  }
  return end;
}

function readMarkup(text: string, start: number, reader: SimpleReader): number | undefined {
  const next = text.charCodeAt(start + 1);
  if (isLetter(next)) return readStartTag(text, start, reader);
  if (next === SLASH) return readEndTag(text, start, reader);
  return readComment(text, start, reader);
}

function readEndTag(text: string, start: number, { handler }: SimpleReader): number | undefined {
  const nameEnd = endOfName(text, start + 2);
  let at = nameEnd;
  while (isSpace(text.charCodeAt(at))) at++;
  if (nameEnd === start + 2 || !isLetter(text.charCodeAt(start + 2)) || text.charCodeAt(at) !== GREATER_THAN) {
    return undefined;
  }
  const type = Token.TokenType.END_TAG;
  handler.onEndTag({ ...tagToken(text, start + 2, nameEnd), type, location: locate(start, at + 1) });
  return at + 1;
}

function readStartTag(text: string, start: number, { handler }: SimpleReader): number | undefined {
  const nameEnd = endOfName(text, start + 1);
  const attrs: Token.Attribute[] = [];
  const empty: Record<string, Token.Location> = Object.create(null);
  let at = nameEnd;
  for (;;) {
    const from = at;
    while (isSpace(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code === GREATER_THAN || (code === SLASH && text.charCodeAt(at + 1) === GREATER_THAN)) break;
    const attribute = at === from ? undefined : readAttribute(text, at);
    if (!attribute) return undefined;
    const { name, value, end } = attribute;
    // Of attributes that repeat the first counts.
    if (!attrs.some((other) => other.name === name)) {
      attrs.push({ name, value });
      if (value === '') empty[name] = locate(at, end);
    }
    at = end;
  }
  const selfClosing = text.charCodeAt(at) === SLASH;
  const end = selfClosing ? at + 2 : at + 1;
  const location = { ...locate(start, end), attrs: empty };
  const type = Token.TokenType.START_TAG;
  handler.onStartTag({ ...tagToken(text, start + 1, nameEnd), type, selfClosing, attrs, location });
  return end;
}

interface ReadAttribute extends Token.Attribute {
  readonly end: number;
}

function readAttribute(text: string, start: number): ReadAttribute | undefined {
  const nameEnd = endOfName(text, start);
  if (nameEnd === start) return undefined;
  const name = text.slice(start, nameEnd).toLowerCase();
  let at = nameEnd;
  while (isSpace(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== EQUALS) return { name, value: '', end: nameEnd };
  at++;
  while (isSpace(text.charCodeAt(at))) at++;
  const quote = text.charCodeAt(at);
  const isQuoted = quote === QUOTE || quote === APOSTROPHE;
  const end = isQuoted ? text.indexOf(text.charAt(at), at + 1) : endOfUnquoted(text, at);
  if (end <= at) return undefined;
  const value = decodeReferences(text.slice(isQuoted ? at + 1 : at, end), 'attribute');
  return value === undefined ? undefined : { name, value, end: isQuoted ? end + 1 : end };
}

/** ASCII letters, digits and what else stands in names of tags and attributes; where one ends before anything else, it is no plain name. */
function endOfName(text: string, start: number): number {
  let at = start;
  while (isNameCharacter(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return isSpace(code) || code === SLASH || code === GREATER_THAN || code === EQUALS ? at : start;
}

/** Letters, digits, `-`, `.`, `:`, `_` and `@`. */
const isNameCharacter = (code: number): boolean =>
  isLetter(code) || (code >= 48 && code <= 58) || code === 45 || code === 46 || code === 95 || code === 64;

function endOfUnquoted(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === GREATER_THAN) return at;
    if (code === QUOTE || code === APOSTROPHE || code === LESS_THAN || code === EQUALS || code === 96) return -1;
  }
  return -1;
}

function readComment(text: string, start: number, { handler }: SimpleReader): number | undefined {
  if (!text.startsWith('<!--', start)) return undefined;
  const from = start + 4;
  const to = text.indexOf('-->', from);
  if (to < 0 || text.charCodeAt(from) === GREATER_THAN || text.startsWith('->', from)) return undefined;
  const data = text.slice(from, to);
  if (data.includes('--!>')) return undefined;
  handler.onComment({ type: Token.TokenType.COMMENT, data, location: locate(start, to + 3) });
  return to + 3;
}

function tagToken(text: string, start: number, end: number) {
  const tagName = text.slice(start, end).toLowerCase();
  return { tagName, tagID: html.getTagID(tagName), selfClosing: false, ackSelfClosing: false, attrs: [] };
}

/** Only offsets are ever asked for. */
const locate = (startOffset: number, endOffset: number): Token.Location => ({
  startLine: 0,
  startCol: 0,
  startOffset,
  endLine: 0,
  endCol: 0,
  endOffset,
});
