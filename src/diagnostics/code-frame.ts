import { eastAsianWidth } from 'get-east-asian-width';
import type { Place } from '../model/place.ts';

/** Lines shown above and below the one that is meant. */
const CONTEXT = 2;
/** Columns of source text that are shown of a line. */
const WIDTH = 100;
const TAB = 4;
const ELLIPSIS = '…';

/**
 * The source text at a place: the line with two lines of context on either side and a caret line below it. Tabs are
 * spaces here, control characters are shown as dots, and long lines are cut to the part around the place.
 *
 * @example
 *   11 | Some text.
 *   12 |
 * > 13 | {{< tip >}}
 *      | ^^^^^^^^^^^
 */
export function codeFrame(source: string, place: Place): string {
  const line = lineAround(source, Math.min(Math.max(place.offset, 0), source.length));
  const before = neighbours(source, line.start, 'before');
  const after = neighbours(source, line.end, 'after');
  const { text, caret, window } = meantLine(source, line, place);
  const first = place.line - before.length;
  const gutter = String(place.line + after.length).length;
  const row = (mark: string, number: string, content: string): string =>
    `${mark} ${number.padStart(gutter)} | ${content}`.trimEnd();
  const context = ({ start, end }: Line): string => cut(display(source, start, Math.min(end, start + SEEN)), window);
  return [
    ...before.map((other, at) => row(' ', String(first + at), context(other))),
    row('>', String(place.line), text),
    row(' ', '', caret),
    ...after.map((other, at) => row(' ', String(place.line + 1 + at), context(other))),
  ].join('\n');
}

/** More of a line than this, from the place on either side, is not looked at: a line may be megabytes long. */
const SEEN = 400;

interface Line {
  readonly start: number;
  readonly end: number;
}

/** A character as it is displayed: where it stands in the source, and the columns that it takes. */
interface Cell {
  readonly offset: number;
  readonly text: string;
  readonly width: number;
}

/** The columns of a line that are shown. */
interface Window {
  readonly from: number;
  readonly isCutBefore: boolean;
}

function meantLine(source: string, line: Line, place: Place): { text: string; caret: string; window: Window } {
  const at = Math.min(Math.max(place.offset, line.start), line.end);
  const start = Math.max(line.start, at - SEEN);
  const end = Math.min(line.end, at + SEEN);
  const cells = display(source, start, end);
  const lead = columns(cells.filter(({ offset }) => offset < at));
  const meant = columns(cells.filter(({ offset }) => offset >= at && offset < at + place.length));
  const isCutBefore = start > line.start || lead > WIDTH - 20;
  // A cut line shows some of what is before the place, and more of what it is about.
  const window: Window = { from: isCutBefore ? Math.max(0, lead - 30) : 0, isCutBefore };
  const indent = lead - window.from + (isCutBefore ? ELLIPSIS.length : 0);
  const length = Math.max(1, Math.min(meant, WIDTH + 1 - indent));
  return { text: cut(cells, window, end < line.end), caret: ' '.repeat(indent) + '^'.repeat(length), window };
}

/** The displayed text from a column on, no wider than a frame is. */
function cut(cells: readonly Cell[], { from, isCutBefore }: Window, isCutAfter = false): string {
  let text = isCutBefore ? ELLIPSIS : '';
  let column = 0;
  for (const cell of cells) {
    if (column >= from + WIDTH) return text + ELLIPSIS;
    if (column >= from) text += cell.text;
    else if (column + cell.width > from) text += ' '.repeat(column + cell.width - from);
    column += cell.width;
  }
  return isCutAfter ? text + ELLIPSIS : text;
}

const columns = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0);

/** Takes a while to make, and few lines need it. */
let graphemes: Intl.Segmenter | undefined;

/** The characters of a text as people count them. */
function segmentsOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  // Of ASCII every character is one, but for the two of CRLF, which no line holds.
  if (/^[\t\x20-\x7e]*$/.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return graphemes.segment(text);
}

/** The characters from `start` to `end` as they are displayed. */
function display(source: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of segmentsOf(source.slice(start, end))) {
    const shown = segment === '\t' ? tabFrom(column) : displayed(segment);
    column += shown.width;
    cells.push({ offset: start + index, ...shown });
  }
  return cells;
}

type Shown = Pick<Cell, 'text' | 'width'>;

function tabFrom(column: number): Shown {
  const width = TAB - (column % TAB);
  return { text: ' '.repeat(width), width };
}

/** A character that a terminal would obey, or that stands nowhere, is shown as a dot. */
function displayed(grapheme: string): Shown {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f && grapheme.length === 1) return { text: grapheme, width: 1 };
  if (/^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(grapheme)) return { text: '·', width: 1 };
  if (/^\p{M}/u.test(grapheme)) return { text: `◌${grapheme}`, width: 1 };
  const isWide = /\p{Emoji_Presentation}|\ufe0f/u.test(grapheme);
  return { text: grapheme, width: isWide ? 2 : eastAsianWidth(code) };
}

/** The line that the character at `offset` belongs to, without its end. */
function lineAround(source: string, offset: number): Line {
  const start = lastBreak(source, offset) + 1;
  return { start, end: nextBreak(source, Math.max(offset, start)) };
}

const isBreak = (source: string, at: number): boolean => source[at] === '\n' || source[at] === '\r';

/** The last line ending in front of `offset`; the two characters of CRLF are one. */
function lastBreak(source: string, offset: number): number {
  // Between CR and LF the line is the one that they end.
  let at = source[offset] === '\n' && source[offset - 1] === '\r' ? offset - 2 : offset - 1;
  while (at >= 0 && !isBreak(source, at)) at--;
  return at;
}

function nextBreak(source: string, offset: number): number {
  let at = offset;
  while (at < source.length && !isBreak(source, at)) at++;
  return at;
}

/** Up to two lines before the line that starts at `edge`, or after the one that ends there, in the order of the text. */
function neighbours(source: string, edge: number, side: 'before' | 'after'): Line[] {
  const lines: Line[] = [];
  let at = edge;
  while (lines.length < CONTEXT) {
    if (side === 'before') {
      if (at === 0) break;
      const end = source[at - 1] === '\n' && source[at - 2] === '\r' ? at - 2 : at - 1;
      const line = { start: lastBreak(source, end) + 1, end };
      lines.unshift(line);
      at = line.start;
    } else {
      if (at >= source.length) break;
      const start = source[at] === '\r' && source[at + 1] === '\n' ? at + 2 : at + 1;
      if (start >= source.length) break;
      const end = nextBreak(source, start);
      lines.push({ start, end });
      at = end;
    }
  }
  return lines;
}
