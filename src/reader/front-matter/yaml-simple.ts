/**
 * The YAML that nearly all front matter is: block maps of plain keys, block and one-line flow lists, scalars on one line.
 * A YAML parser with places and comments costs many times what the rest of a short page does, so this much is read
 * directly. Whatever else stands there, be it a comment, a tab or an escape, is left to that parser, mistakes included.
 */
import type { Field, FieldValue } from '../../model/page.ts';
import { isSpace, type SourceText } from '../source-text.ts';
import { readPlainScalar } from './yaml-scalar.ts';

/** Where reading stands. Every function answers `undefined` where the text is not that simple. */
interface Cursor {
  readonly text: SourceText;
  readonly source: string;
  readonly end: number;
  at: number;
}

const LINE_FEED = 10;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Characters that mean something at the start of a plain scalar, or anywhere in one that stands in brackets. */
const INDICATORS = codesOf('-?:,[]{}#&*!|>\'"%@`');
const FLOW_INDICATORS = codesOf('?:,[]{}#&*!|>\'"%@`');

/** Maps in maps are read by recursion. */
const MAX_NESTING = 16;

function codesOf(characters: string): readonly boolean[] {
  const codes: boolean[] = Array.from({ length: 128 }, (_, code) => code <= SPACE || code === 127);
  for (const character of characters) codes[character.charCodeAt(0)] = true;
  return codes;
}

/** Reads the YAML between two offsets if it is a map, and simple all the way. */
export function readSimpleYaml(text: SourceText, start: number, end: number): FieldValue | undefined {
  const { source } = text;
  if (start > 0 && source.charCodeAt(start - 1) !== LINE_FEED) return undefined;
  const cursor: Cursor = { text, source, end, at: start };
  const indent = nextIndent(cursor);
  if (indent < 0) return undefined;
  const map = readMap(indent, 0, cursor);
  return map && nextIndent(cursor) < 0 ? map : undefined;
}

/** Skips blank lines; the indentation of the line that follows, -1 at the end. The cursor goes to the line's start. */
function nextIndent(cursor: Cursor): number {
  const { source, end } = cursor;
  for (let at = cursor.at; at < end;) {
    const lineStart = at;
    while (at < end && source.charCodeAt(at) === SPACE) at++;
    if (at >= end) break;
    if (source.charCodeAt(at) !== LINE_FEED) {
      cursor.at = lineStart;
      return at - lineStart;
    }
    at++;
  }
  cursor.at = end;
  return -1;
}

function readMap(indent: number, depth: number, cursor: Cursor): FieldValue | undefined {
  if (depth > MAX_NESTING) return undefined;
  const start = cursor.at + indent;
  const fields: Field[] = [];
  const names = new Set<string>();
  while (nextIndent(cursor) === indent) {
    cursor.at += indent;
    const field = readField(indent, depth, cursor);
    // Of keys that repeat, something is said.
    if (!field || names.has(field.name)) return undefined;
    names.add(field.name);
    fields.push(field);
  }
  const last = fields.at(-1)?.place;
  if (!last) return undefined;
  return { type: 'map', fields, place: placeBetween(start, last.offset + last.length, cursor) };
}

function readField(indent: number, depth: number, cursor: Cursor): Field | undefined {
  const { source, text, at: start } = cursor;
  const keyEnd = endOfKey(cursor);
  const key = source.slice(start, keyEnd);
  if (keyEnd === start || readPlainScalar(key).type !== 'text') return undefined;
  cursor.at = keyEnd + 1;
  const value = readFieldValue(indent, depth, cursor);
  if (!value?.place) return undefined;
  return {
    key,
    name: key.toLowerCase(),
    value,
    place: text.placeOf(start, value.place.offset + value.place.length),
    keyPlace: text.placeOf(start, keyEnd),
  };
}

/** Where the key that the cursor is at ends, if a colon ends it; else where the cursor is. */
function endOfKey({ source, at: start, end }: Cursor): number {
  let at = start;
  while (at < end && isKeyCharacter(source.charCodeAt(at))) at++;
  const behind = source.charCodeAt(at + 1);
  const isKey = at < end && source.charCodeAt(at) === COLON && source.charCodeAt(start) > COLON;
  return isKey && (at + 1 >= end || behind === SPACE || behind === LINE_FEED) ? at : start;
}

/** Letters, digits, `_`, `-`, `.` and `/`. */
const isKeyCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= DASH && code <= 57) || code === 95;

function readFieldValue(indent: number, depth: number, cursor: Cursor): FieldValue | undefined {
  skipSpaces(cursor);
  if (!isAtLineEnd(cursor)) {
    const value = readInLine(cursor);
    return value && endsLine(cursor) ? value : undefined;
  }
  const { at } = cursor;
  const next = nextIndent(cursor);
  const isList = next >= indent && isItem(cursor.at + next, cursor);
  if (isList) return readList(next, cursor);
  if (next > indent) return readMap(next, depth + 1, cursor);
  return { type: 'null', source: '', place: cursor.text.placeOf(at, at) };
}

const isItem = (at: number, { source, end }: Cursor): boolean =>
  source.charCodeAt(at) === DASH && at + 1 < end && source.charCodeAt(at + 1) === SPACE;

function readList(indent: number, cursor: Cursor): FieldValue | undefined {
  const start = cursor.at + indent;
  const items: FieldValue[] = [];
  let end = start;
  while (nextIndent(cursor) === indent && isItem(cursor.at + indent, cursor)) {
    cursor.at += indent + 1;
    skipSpaces(cursor);
    const item = isAtLineEnd(cursor) ? undefined : readInLine(cursor);
    if (!item?.place || !endsLine(cursor)) return undefined;
    items.push(item);
    end = item.place.offset + item.place.length;
  }
  return { type: 'list', items, place: placeBetween(start, end, cursor) };
}

function placeBetween(start: number, end: number, { source, text }: Cursor) {
  let last = end;
  while (last > start && isSpace(source.charCodeAt(last - 1))) last--;
  return text.placeOf(start, last);
}

/** Reads a value that ends on its line. */
function readInLine(cursor: Cursor): FieldValue | undefined {
  switch (cursor.source.charCodeAt(cursor.at)) {
    case QUOTE:
    case APOSTROPHE:
      return readQuoted(cursor);
    case OPEN_BRACKET:
      return readFlowList(cursor);
    case OPEN_BRACE:
      return readEmptyMap(cursor);
    default:
      return readPlain(cursor);
  }
}

function readQuoted(cursor: Cursor): FieldValue | undefined {
  const { source, at: start, end } = cursor;
  const quote = source.charCodeAt(start);
  let at = start + 1;
  for (; at < end && source.charCodeAt(at) !== quote; at++) {
    const code = source.charCodeAt(at);
    if (code < SPACE || (code === 92 && quote === QUOTE)) return undefined;
  }
  // Two apostrophes are one.
  if (at >= end || source.charCodeAt(at + 1) === quote) return undefined;
  cursor.at = at + 1;
  return {
    type: 'text',
    value: source.slice(start + 1, at),
    source: source.slice(start, at + 1),
    place: cursor.text.placeOf(start, at + 1),
  };
}

/** Reads a plain scalar up to the end of its line. */
function readPlain(cursor: Cursor): FieldValue | undefined {
  const { source, at: start, end } = cursor;
  if (INDICATORS[source.charCodeAt(start)]) return undefined;
  let at = start;
  let last = start;
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === SPACE) continue;
    if (code === LINE_FEED) break;
    // A comment, a key of a map, or something that no text has.
    if (code < SPACE || code === 127 || (code === 35 && last < at)) return undefined;
    if (code === COLON && (at + 1 >= end || source.charCodeAt(at + 1) <= SPACE)) return undefined;
    last = at + 1;
  }
  cursor.at = at;
  return plainScalar(start, last, cursor);
}

function plainScalar(start: number, end: number, { source, text }: Cursor): FieldValue {
  const written = source.slice(start, end);
  return { ...readPlainScalar(written), source: written, place: text.placeOf(start, end) };
}

function readFlowList(cursor: Cursor): FieldValue | undefined {
  const { source, text, at: start } = cursor;
  const items: FieldValue[] = [];
  cursor.at = start + 1;
  for (;;) {
    skipSpaces(cursor);
    const code = source.charCodeAt(cursor.at);
    if (code === CLOSE_BRACKET && items.length === 0) break;
    const item = code === QUOTE || code === APOSTROPHE ? readQuoted(cursor) : readPlainInFlow(cursor);
    if (!item) return undefined;
    items.push(item);
    skipSpaces(cursor);
    const ends = source.charCodeAt(cursor.at);
    if (ends === CLOSE_BRACKET) break;
    if (ends !== COMMA) return undefined;
    cursor.at++;
  }
  cursor.at++;
  return cursor.at <= cursor.end ? { type: 'list', items, place: text.placeOf(start, cursor.at) } : undefined;
}

function readPlainInFlow(cursor: Cursor): FieldValue | undefined {
  const { source, at: start, end } = cursor;
  if (INDICATORS[source.charCodeAt(start)]) return undefined;
  let last = start;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === SPACE) continue;
    if (FLOW_INDICATORS[code]) break;
    last = at + 1;
  }
  cursor.at = last;
  return last > start ? plainScalar(start, last, cursor) : undefined;
}

function readEmptyMap(cursor: Cursor): FieldValue | undefined {
  const { source, at: start, text } = cursor;
  if (source.charCodeAt(start + 1) !== CLOSE_BRACE) return undefined;
  cursor.at = start + 2;
  return { type: 'map', fields: [], place: text.placeOf(start, cursor.at) };
}

function skipSpaces(cursor: Cursor): void {
  while (cursor.at < cursor.end && cursor.source.charCodeAt(cursor.at) === SPACE) cursor.at++;
}

const isAtLineEnd = ({ at, end, source }: Cursor): boolean => at >= end || source.charCodeAt(at) === LINE_FEED;

/** Whether nothing but spaces follows on the line; the cursor goes behind it. */
function endsLine(cursor: Cursor): boolean {
  skipSpaces(cursor);
  if (!isAtLineEnd(cursor)) return false;
  cursor.at = Math.min(cursor.at + 1, cursor.end);
  return true;
}
