import type { Text } from '../../../model/nodes.ts';
import type { Place } from '../../../model/place.ts';
import type { Draft } from '../draft.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { autolinkBreakAt } from '../autolink.ts';
import { protectModule, protectStart } from './block-marks.ts';
import { breakLine, type Line } from './line.ts';
import {
  columnsOf,
  continuationOf,
  hasLineEnding,
  isInlineSpace,
  isLineEnding,
  isSpaceOrEnding,
  isPunctuation,
  lineStartOf,
} from './lines.ts';

/** What stands beside a text. */
export interface Neighbours {
  /** Whether what touches it is written differently from the source, so that new delimiters could form. */
  readonly before: boolean;
  readonly after: boolean;
  /** Whether an address follows that becomes a link in brackets: `!` before it would make a picture of it. */
  readonly bracket: boolean;
  /** Where the text starts and ends that it is a part of: neighbouring text nodes are one to MDX. */
  readonly from: number;
  readonly to: number;
  /** Whether what stands behind it in the source goes, or becomes something else. */
  readonly cut: boolean;
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
export function isWritten({ origin, value }: Text, place: Place, { source, hasCalls }: Writing): boolean {
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
  const { source, draft } = writing;
  let at = start;
  while (at < end && isInlineSpace(source.charCodeAt(at))) at++;
  const limit = beside.cut ? end : source.length;
  if (at < end && line.free && !line.plain && !line.jsx) {
    if (line.before) protectIndented(at, limit, line, writing);
    else {
      protectModule(at, line.frame, writing);
      protectStart(at, limit, writing, 'any');
    }
  }
  if (source[start] === ':' && isLabelAtStart(start, source)) escapeAt(start, draft);
  if (beside.before && '*_~'.includes(source.charAt(start))) escapeAt(start, draft);
  while (at < end) {
    const sign = nextSign(source, at, end);
    // What is passed over begins with a word: white space at a line's start has been gone over.
    if (sign > at) line.plain = true;
    at = sign < end ? editSign(sign, { end, limit }, line, writing, beside) : end;
  }
}

/** The next character that may have to be edited, `end` where there is none: nearly all of a text goes by here. */
function nextSign(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && SIGNS[source.charCodeAt(at)] !== true) at++;
  return at;
}

const SIGNS: readonly (boolean | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  '\n\r\\{<:.@~[!*_$'.includes(String.fromCharCode(code)),
);

interface Reach {
  /** Where the text ends, and up to where the source may be looked at. */
  readonly end: number;
  readonly limit: number;
}

/** Edits a character that may mean something; returns where the text goes on. */
function editSign(at: number, { end, limit }: Reach, line: Line, writing: Writing, beside: Neighbours): number {
  const { source, draft, escapes } = writing;
  let next = at + 1;
  switch (source.charCodeAt(at)) {
    case 10:
    case 13:
      return editLineBreak(at, end, limit, line, writing);
    case 92: // \
      // At the end of the text it is no escape, whatever comes to stand behind it.
      if (next === end) draft.edit(at, at, '\\');
      else if (isPunctuation(source.charCodeAt(next))) next++;
      break;
    case 123: // {
      if (line.mdx) draft.edit(at, at, '\\');
      break;
    case 60: // <
      if (!line.mdx && !beside.cut) break;
      if (next >= end || !isSpaceOrEnding(source.charCodeAt(next))) draft.edit(at, at, '\\');
      break;
    case 58: // :
    case 46: // .
    case 64: // @
      if (!line.link) breakAutolink(at, beside, writing);
      break;
    case 126: // ~
      if (escapes.strikethrough) escapeAt(at, draft);
      break;
    case 36: // $
      if (writing.dialect.formulas === 'dollars') draft.edit(at, at, '\\');
      break;
    case 91: // [
      if (isReference(at, end, writing)) escapeAt(at, draft);
      break;
    case 33: // !
      if (beside.bracket && next === end) escapeAt(at, draft);
      break;
    case 42: // *
    case 95: // _
      if ((beside.after || beside.cut) && next === end) escapeAt(at, draft);
      break;
  }
  line.plain = true;
  return next;
}

/** Whether a reference to a footnote stands at the front of the line: with a colon it would be the footnote itself. */
function isLabelAtStart(end: number, source: string): boolean {
  if (source[end - 1] !== ']') return false;
  const open = source.lastIndexOf('[', end);
  return source[open + 1] === '^' && continuationOf(source.slice(lineStartOf(source, open), open)) !== undefined;
}

/** A label has no more characters, says CommonMark. */
const MOST_LABEL = 999;

/**
 * Whether `[label]` is text here and would be a reference in MDX: the inner text of a call is read apart from the page,
 * with definitions of its own, and comes to stand among the page's.
 */
function isReference(at: number, end: number, { source, escapes, definitions }: Writing): boolean {
  if (source.charCodeAt(at + 1) === 94) return escapes.footnotes;
  if (definitions.size === 0) return false;
  const ahead = source.slice(at + 1, Math.min(end, at + 2 + MOST_LABEL));
  const close = ahead.indexOf(']');
  return close >= 0 && definitions.has(ahead.slice(0, close).replace(/\s+/g, ' ').trim().toLowerCase());
}

/** Puts a backslash before a character, unless there is one already. */
function escapeAt(at: number, draft: Draft): void {
  const last = draft.edits.at(-1);
  if (last?.start !== at || last.end !== at) draft.edit(at, at, '\\');
}

function breakAutolink(at: number, { from, to }: Neighbours, { source, draft }: Writing): void {
  const found = autolinkBreakAt(source, at, from, to);
  if (found === 'escape') draft.edit(at, at, '\\');
  else if (found === 'split') {
    draft.edit(at, at + 1, `{'${source.charAt(at)}'}`);
    draft.needs.push('an address that is no link');
  }
}

/** Goes over a line ending and the indentation behind it; returns where the next line's text starts, `end` at most. */
export function editLineBreak(from: number, end: number, limit: number, line: Line, writing: Writing): number {
  const { source } = writing;
  let start = from;
  // Spaces before the line ending mean nothing here; a hard break is a node of its own.
  while (isInlineSpace(source.charCodeAt(start - 1))) start--;
  // The marks of a quote stand between this text and the next node where the line starts with that.
  const at = skipLineStart(from, line, source);
  const hard = writing.markup.hardWraps;
  breakLine(line, start, at, hard, hard);
  if (at < end) protectIndented(at, limit, line, writing);
  return Math.min(at, end);
}

/** Goes over a line ending, the marks of the containers that the next line is in, and its indentation. */
export function skipLineStart(from: number, { frame: { prefix } }: Line, source: string): number {
  let at = from;
  while (isSpaceOrEnding(source.charCodeAt(at))) at++;
  for (let mark = prefix.indexOf('>'); mark >= 0 && source[at] === '>'; mark = prefix.indexOf('>', mark + 1)) {
    // CommonMark sees no quote behind more than three columns of white space.
    const deep = columnsOf(source.slice(lineStartOf(source, at), at)) - columnsOf(prefix.slice(0, mark));
    if (deep > 3) break;
    at++;
    while (isInlineSpace(source.charCodeAt(at))) at++;
  }
  return at;
}

const quotesIn = (text: string): number => text.split('>').length - 1;

/**
 * MDX knows no indented code, so that no indentation is too deep for a list, heading or quote to start:
 *
 *     Add the two:
 *           - 1 and      ← goes on with the paragraph in CommonMark, starts a list in MDX
 */
function protectIndented(at: number, limit: number, { frame }: Line, writing: Writing): void {
  const { source } = writing;
  const lead = source.slice(lineStartOf(source, at), at);
  const columns = columnsOf(lead) - frame.column;
  // A line that lacks its containers' marks goes on with the paragraph for the same reason.
  const lazy = columns < 0 || quotesIn(lead) < quotesIn(frame.prefix);
  // Where the text ends before its line does, what made more of the line may be gone.
  const cut = limit < source.length && !hasLineEnding(source, at, limit);
  const deep = columns >= frame.indented;
  // Markdown reads such lines as Goldmark does.
  if (writing.dialect.syntax === 'markdown' && !cut && (lazy || deep)) return;
  protectStart(at, limit, writing, lazy || cut || deep ? 'any' : 'interrupting');
}
