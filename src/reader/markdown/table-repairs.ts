import type { Edit } from './composed-text.ts';
import { lineStartOf } from './containers.ts';
import { linesOf, type Leaf, type LeafLine } from './leaf-lines.ts';
import { rangeOf, type Conversion } from './state.ts';

/** Whether any line of a text may be the row of dashes of a table. */
export function hasDelimiterRow(text: string): boolean {
  for (let at = text.indexOf('|'); at >= 0;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (isDelimiterLine(text, text.lastIndexOf('\n', at) + 1, end)) return true;
    at = text.indexOf('|', end);
  }
  return false;
}

function isDelimiterLine(text: string, start: number, end: number): boolean {
  let dashes = false;
  for (let at = start; at < end; at++) {
    const character = text[at] ?? '';
    if (!' \t\r|:->'.includes(character)) return false;
    if (character === '-') dashes = true;
  }
  return dashes;
}

/**
 * Goldmark fills up a header that has fewer cells than the row of dashes below it; to the engines that is no table.
 * They get the header with the cells that it lacks.
 */
export function findShortHeaders(leaves: readonly Leaf[], state: Conversion): readonly Edit[] {
  if (!state.page.markup.table) return [];
  const { text } = state.composed;
  const edits: Edit[] = [];
  for (const leaf of leaves) {
    const source = text.slice(leaf.start, leaf.end);
    if (leaf.node.type !== 'paragraph' || !source.includes('-') || !source.includes('|')) continue;
    const lines = linesOf(leaf, state);
    const at = rowOfDashes(text, lines);
    const [header, dashes] = [lines[at - 1], lines[at]];
    if (!header || !dashes) continue;
    const missing = columnsOf(text, dashes) - cellsOf(text, header);
    if (missing > 0) edits.push(fillUp(text, header, missing));
  }
  return edits;
}

/** Which of a paragraph's lines is the header of the table that Goldmark makes of it, if it makes one. */
export function headerIndex(text: string, lines: readonly LeafLine[]): number | undefined {
  const at = rowOfDashes(text, lines);
  const [header, dashes] = [lines[at - 1], lines[at]];
  if (!header || !dashes || columnsOf(text, dashes) < cellsOf(text, header)) return undefined;
  return at - 1;
}

/** Only the first row of dashes counts: lines below it are rows. */
const rowOfDashes = (text: string, lines: readonly LeafLine[]): number =>
  lines.findIndex((line, index) => index > 0 && columnsOf(text, line) > 0);

function fillUp(text: string, header: LeafLine, missing: number): Edit {
  const end = header.start + text.slice(header.start, header.end).trimEnd().length;
  const closed = text[end - 1] === '|' && text[end - 2] !== '\\';
  return { start: end, end, text: (closed ? '' : '|') + ' |'.repeat(missing) };
}

/** How many columns a row of dashes makes; none where the line is no such row. */
function columnsOf(text: string, { start, end, indent }: LeafLine): number {
  if (indent > 3 || !'-:|'.includes(text[start] ?? ' ')) return 0;
  const line = text.slice(start, end).trim();
  if (![...line].every((character) => ' \t-:|'.includes(character)) || !line.includes('|')) return 0;
  const cells = line.split('|').map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells.every(isDashes) ? cells.length : 0;
}

function isDashes(cell: string): boolean {
  const from = cell.startsWith(':') ? 1 : 0;
  const to = cell.endsWith(':') ? cell.length - 1 : cell.length;
  if (to <= from) return false;
  for (let at = from; at < to; at++) if (cell[at] !== '-') return false;
  return true;
}

/** How many cells a row has: pipes without a backslash part them, whatever else they stand in. */
function cellsOf(text: string, { start, end }: LeafLine): number {
  const line = text.slice(start, end).trim();
  const limit = line.endsWith('|') ? line.length - 1 : line.length;
  let cells = 0;
  for (let at = line.startsWith('|') ? 1 : 0; at < limit; cells++) {
    while (at < limit && !(line[at] === '|' && line[at - 1] !== '\\')) at++;
    at++;
  }
  return cells;
}

/**
 * Where a line looks like a table's header and the next one then is none, the native engine ends the paragraph above it.
 * No two paragraphs follow each other without a blank line, so the pipe that misled it is held.
 */
export function findSplitParagraphs(leaves: readonly Leaf[], { composed, page }: Conversion): readonly Edit[] {
  const edits: Edit[] = [];
  const { text } = composed;
  for (const { node, start, previous } of leaves) {
    if (node.type !== 'paragraph' || previous?.type !== 'paragraph') continue;
    if (text.indexOf('\n', rangeOf(previous)[1]) !== lineStartOf(text, start) - 1) continue;
    const below = text.indexOf('\n', start) + 1;
    const pipe = below > 0 ? text.indexOf('|', below) : -1;
    if (pipe >= 0 && !text.slice(below, pipe).includes('\n')) edits.push(holdText(text, pipe, pipe + 1, page));
  }
  return edits;
}

/** Where Hugo's `table` extension is off but the rest of GFM is on, the row of dashes is held, so that none is read. */
export function findUnreadTables(leaves: readonly Leaf[], { composed, page }: Conversion): readonly Edit[] {
  if (page.markup.table) return [];
  const edits: Edit[] = [];
  for (const { node } of leaves) {
    if (node.type !== 'table') continue;
    const header = rangeOf(node.children[0] ?? node)[1];
    let start = composed.text.indexOf('\n', header) + 1;
    while (!'|:-'.includes(composed.text[start] ?? '-')) start++;
    const newline = composed.text.indexOf('\n', start);
    edits.push(holdText(composed.text, start, newline < 0 ? composed.text.length : newline, page));
  }
  return edits;
}

function holdText(text: string, start: number, end: number, { words }: Conversion['page']): Edit {
  return { start, end, text: words.hold({ kind: 'literal', text: text.slice(start, end) }) };
}
