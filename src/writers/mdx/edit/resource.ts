import { decodeString } from 'micromark-util-decode-string';
import { isInlineSpace, isLineEnding } from './lines.ts';

/** A piece of source text and what it says. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** With escapes and character references resolved; absent where a shortcode call stands in it. */
  readonly value: string | undefined;
}

/** The destination and title of a link, image or definition. */
export interface Resource {
  readonly destination: Span;
  readonly title: Span | undefined;
  /** Behind the title, or the destination where there is none. */
  readonly end: number;
}

/** Reads `(destination "title")` at `at`; returns the offset behind the bracket with it. */
export function readInlineResource(source: string, at: number): (Resource & { readonly close: number }) | undefined {
  if (source[at] !== '(') return undefined;
  const resource = readResource(source, at + 1);
  if (!resource) return undefined;
  const close = skipSpace(source, resource.end);
  return source[close] === ')' ? { ...resource, close: close + 1 } : undefined;
}

/** Reads `destination "title"` at `at`. */
export function readResource(source: string, at: number): Resource | undefined {
  const start = skipSpace(source, at);
  const destination = source[start] === '<' ? readPointed(source, start) : readRaw(source, start);
  if (!destination) return undefined;
  const space = skipSpace(source, destination.end);
  const title = space > destination.end ? readTitle(source, space) : undefined;
  return { destination, title, end: title?.end ?? destination.end };
}

/** White space, with line endings and the marks of a quote before the next line. */
function skipSpace(source: string, from: number): number {
  let at = from;
  for (; ; at++) {
    const code = source.charCodeAt(at);
    const quoteMark = code === 62 && at > from && startsLine(source, from, at);
    if (!isInlineSpace(code) && !isLineEnding(code) && !quoteMark) return at;
  }
}

function startsLine(source: string, from: number, at: number): boolean {
  let before = at - 1;
  while (before > from && (isInlineSpace(source.charCodeAt(before)) || source[before] === '>')) before--;
  return isLineEnding(source.charCodeAt(before));
}

const decode = (text: string): string => (/[\\&]/.test(text) ? decodeString(text) : text);

function readPointed(source: string, start: number): Span | undefined {
  let call = false;
  for (let at = start + 1; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at++;
    else if (char === '>') return { start, end: at + 1, value: call ? undefined : decode(source.slice(start + 1, at)) };
    else if (char === '<' || isLineEnding(source.charCodeAt(at))) return undefined;
    const end = callEndAt(source, at);
    if (end === undefined) continue;
    call = true;
    at = end - 1;
  }
  return undefined;
}

function readRaw(source: string, start: number): Span | undefined {
  let depth = 0;
  let call = false;
  let at = start;
  for (; at < source.length; at++) {
    const end = callEndAt(source, at);
    if (end !== undefined) {
      call = true;
      at = end - 1;
      continue;
    }
    const code = source.charCodeAt(at);
    if (code <= 32) break;
    if (code === 92) at++;
    else if (code === 40) depth++;
    else if (code === 41 && depth-- === 0) break;
  }
  return { start, end: at, value: call ? undefined : decode(source.slice(start, at)) };
}

function readTitle(source: string, start: number): Span | undefined {
  const open = source[start];
  const close = open === '(' ? ')' : open;
  if (open !== '"' && open !== "'" && open !== '(') return undefined;
  let call = false;
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === close) {
      return { start, end: at + 1, value: call ? undefined : decode(source.slice(start + 1, at)) };
    }
    const end = callEndAt(source, at);
    if (end === undefined) continue;
    call = true;
    at = end - 1;
  }
  return undefined;
}

/** Where the shortcode tag that starts at `at` ends: its quoted arguments may hold anything. */
function callEndAt(source: string, at: number): number | undefined {
  if (source[at] !== '{' || source[at + 1] !== '{') return undefined;
  const mark = source[at + 2];
  if (mark !== '<' && mark !== '%') return undefined;
  const close = mark === '<' ? '>}}' : '%}}';
  let quote = '';
  for (let next = at + 3; next < source.length; next++) {
    const char = source[next] ?? '';
    if (quote !== '') {
      if (char === '\\' && quote === '"') next++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === '`') quote = char;
    else if (source.startsWith(close, next)) return next + 3;
  }
  return undefined;
}
