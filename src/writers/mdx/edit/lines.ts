/** Lines of the source text and what containers put before them. */

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const GREATER_THAN = 62;

export const isLineEnding = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN;

export const isInlineSpace = (code: number): boolean => code === SPACE || code === TAB;

export const isSpaceOrEnding = (code: number): boolean => isInlineSpace(code) || isLineEnding(code);

/** Whether a character is what CommonMark calls ASCII punctuation: a backslash may stand before it. */
export const isPunctuation = (code: number): boolean =>
  (code > 32 && code < 48) || (code > 57 && code < 65) || (code > 90 && code < 97) || (code > 122 && code < 127);

/** Offset of the first character of the line that `offset` is in. */
export function lineStartOf(source: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnding(source.charCodeAt(at - 1))) at--;
  return at;
}

/** Width of text that starts a line, with tabs going on to the next multiple of four. */
export function columnsOf(lead: string): number {
  let column = 0;
  for (let at = 0; at < lead.length; at++) column += lead.charCodeAt(at) === TAB ? 4 - (column % 4) : 1;
  return column;
}

/**
 * What the next line of a container starts with, made from the text before the container's content on its first line:
 * list markers become spaces, `>` stays. Nothing where other text stands there.
 */
export function continuationOf(lead: string): string | undefined {
  let result = '';
  for (let at = 0; at < lead.length; at++) {
    const char = lead[at] ?? '';
    if (char === ' ' || char === '\t' || char === '>') result += char;
    else if ('-+*.)0123456789'.includes(char)) result += ' ';
    else return undefined;
  }
  return result;
}

/** How many line endings stand between two offsets; CRLF is one. */
export function countLineEndings(source: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && source.charCodeAt(at + 1) !== LINE_FEED)) count++;
  }
  return count;
}

/** Whether a line ends between two offsets. */
export function hasLineEnding(source: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isLineEnding(source.charCodeAt(at))) return true;
  return false;
}

/** Whether only white space stands between two offsets, and `>` where `quoted`. */
export function isBlankBetween(source: string, from: number, to: number, quoted: boolean): boolean {
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (code === SPACE || code === LINE_FEED || code === TAB || code === CARRIAGE_RETURN) continue;
    if (!quoted || code !== GREATER_THAN) return false;
  }
  return true;
}

/** The lines of a text, without their endings. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isLineEnding(code)) continue;
    lines.push(text.slice(start, at));
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    start = at + 1;
  }
  lines.push(text.slice(start));
  return lines;
}

/** Takes `lead`, the start of each of a container's lines, off all lines but the first, which is without it already. */
export function withoutLead(text: string, lead: string): string {
  const [first = '', ...rest] = splitLines(text);
  if (rest.length === 0) return first;
  return [first, ...rest.map((line) => takeLead(line, lead))].join('\n');
}

function takeLead(line: string, lead: string): string {
  let at = 0;
  let column = 0;
  const width = columnsOf(lead);
  const quotes = lead.lastIndexOf('>') + 1;
  // A lazy line has none of the marks; what white space it has means nothing.
  for (let mark = 0; mark < quotes; mark++) {
    if (lead[mark] !== '>') continue;
    let next = at;
    while (isInlineSpace(line.charCodeAt(next))) next++;
    if (line[next] !== '>') break;
    column += columnsOf(line.slice(at, next + 1));
    at = next + 1;
  }
  while (column < width && isInlineSpace(line.charCodeAt(at))) {
    column += line.charCodeAt(at) === TAB ? 4 - (column % 4) : 1;
    at++;
  }
  // A tab that reaches over the lead leaves spaces behind it.
  return ' '.repeat(Math.max(0, column - width)) + line.slice(at);
}
