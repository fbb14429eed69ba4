import type { Text } from '../../../model/nodes.ts';
import type { Place } from '../../../model/place.ts';
import type { Draft } from '../draft.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { autolinkBreakAt } from '../autolink.ts';
import { breakLine, type Line } from './line.ts';
import { columnsOf, isInlineSpace, isLineEnding, isPunctuation, lineStartOf } from './lines.ts';

/** What stands beside a text and is written differently from the source, so that new delimiters could form. */
export interface Neighbours {
  readonly before: boolean;
  readonly after: boolean;
}

/**
 * Edits text where it stands: what MDX reads as code (`{`, `<`), what GFM reads and Goldmark did not, and lines that are
 * part of a paragraph only because of their indentation. Returns whether the text can be edited at all.
 */
export function editText(node: Text, line: Line, writing: Writing, beside: Neighbours): boolean {
  const { place } = node;
  if (!place || !isWritten(node, place, writing)) return false;
  scan(place.offset, endOf(place), line, writing, beside);
  return true;
}

/** Whether the source has the text as Markdown; a mapping may have put other text there. */
function isWritten({ origin, value }: Text, place: Place, { source, hasCalls }: Writing): boolean {
  if (origin) return false;
  const start = place.offset;
  const end = endOf(place);
  if (value.length === end - start && source.startsWith(value, start)) return true;
  // Escapes, character references, the marks of containers before a line and NUL make the source longer or different.
  let differs = false;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === 92 || code === 38 || code === 0 || isLineEnding(code)) differs = true;
    // `{{</* x */>}}` is text without its comment marks.
    else if (hasCalls && code === 123 && isCallAt(source, at)) return false;
  }
  return differs;
}

/** Whether a shortcode tag starts at `at`. */
export const isCallAt = (source: string, at: number): boolean =>
  source.startsWith('{{<', at) || source.startsWith('{{%', at);

function scan(start: number, end: number, line: Line, writing: Writing, beside: Neighbours): void {
  const { source, draft, escapes } = writing;
  let at = start;
  if (beside.before && '*_~'.includes(source.charAt(start)) && source.charCodeAt(start) !== 92) {
    draft.edit(start, start, '\\');
    line.plain = true;
    at++;
  }
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    switch (code) {
      case 32:
      case 9:
        continue;
      case 10:
      case 13:
        at = editLineBreak(at, end, line, writing) - 1;
        continue;
      case 92: // \
        if (isPunctuation(source.charCodeAt(at + 1))) at++;
        break;
      case 123: // {
        draft.edit(at, at, '\\');
        break;
      case 60: // <
        if (at + 1 >= end || !isSpaceOrEnding(source.charCodeAt(at + 1))) draft.edit(at, at, '\\');
        break;
      case 58: // :
      case 46: // .
      case 64: // @
        if (!line.link) breakAutolink(at, start, end, writing);
        break;
      case 126: // ~
        if (escapes.strikethrough) escapeAt(at, draft);
        break;
      case 91: // [
        if (escapes.footnotes && source.charCodeAt(at + 1) === 94) draft.edit(at, at, '\\');
        break;
      case 42: // *
      case 95: // _
        if (beside.after && at + 1 === end) escapeAt(at, draft);
        break;
    }
    line.plain = true;
  }
}

/** Puts a backslash before a character, unless there is one already. */
function escapeAt(at: number, draft: Draft): void {
  const last = draft.edits.at(-1);
  if (last?.start !== at || last.end !== at) draft.edit(at, at, '\\');
}

const isSpaceOrEnding = (code: number): boolean => isInlineSpace(code) || isLineEnding(code);

function breakAutolink(at: number, start: number, end: number, { source, draft }: Writing): void {
  const found = autolinkBreakAt(source, at, start, end);
  if (found === 'escape') draft.edit(at, at, '\\');
  else if (found === 'split') draft.edit(at, at + 1, `{'${source.charAt(at)}'}`);
}

/** Goes over a line ending and the indentation behind it; returns where the next line's text starts. */
export function editLineBreak(from: number, end: number, line: Line, writing: Writing): number {
  const { source } = writing;
  let start = from;
  // Spaces before the line ending mean nothing here; a hard break is a node of its own.
  while (isInlineSpace(source.charCodeAt(start - 1))) start--;
  let at = from;
  while (at < end && (isSpaceOrEnding(source.charCodeAt(at)) || isQuoteMark(source, at, line))) at++;
  const hard = writing.markup.hardWraps;
  breakLine(line, start, at, hard, hard);
  if (at < end) protectIndented(at, line, writing);
  return at;
}

function isQuoteMark(source: string, at: number, { frame }: Line): boolean {
  return source.charCodeAt(at) === 62 && frame.prefix.includes('>');
}

/**
 * MDX knows no indented code, so that no indentation is too deep for a list, heading or quote to start:
 *
 *     Add the two:
 *           - 1 and      ← goes on with the paragraph in CommonMark, starts a list in MDX
 */
function protectIndented(at: number, { frame }: Line, { source, draft }: Writing): void {
  const lead = source.slice(lineStartOf(source, at), at);
  if (columnsOf(lead) - frame.column < 4) return;
  let mark = at;
  while (mark - at < 9 && source.charCodeAt(mark) >= 48 && source.charCodeAt(mark) <= 57) mark++;
  const char = source.charAt(mark);
  const starts = mark > at ? '.)'.includes(char) : '#>-+*=|:_~`'.includes(char);
  if (char !== '' && starts) draft.edit(mark, mark, '\\');
}
