/**
 * Texts that take micromark longer the more there is of them in one place: its time grows with the square of the lines and signs of a
 * paragraph, of the lists and quotes that open on a line, and of the definitions of a document. No page that people write comes near the
 * limits here, and whatever keeps within them is read in about a second.
 */
import { htmlBlockNames } from 'micromark-util-html-tag-name';
import { MOST_NESTING } from '../../model/limits.ts';
import { containersAt, isDigit } from './container-marks.ts';

/** Lines of one paragraph, and signs in it that may begin or end something. */
const MOST_LINES = 1000;
const MOST_SIGNS = 2000;

/** Items, quoted lines and rows of a document. */
const MOST_ENTRIES = 5000;

/** Definitions of links and footnotes in a document. */
const MOST_DEFINITIONS = 1000;

const SIGNS = new Set(['*', '_', '~', '[', ']', '!', '<', '&', '`', '\\', '|']);

/** The line of a text, by its offset and its end, at which a limit is passed. */
export function findHardText(text: string): { readonly start: number; readonly end: number } | undefined {
  const counts = { lines: 0, signs: 0, entries: 0, definitions: 0 };
  let isHtml = false;
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const { depth, from } = containersAt(text, start, end);
    const isBlankLine = from === end && depth === 0;
    const isEntry = !isHtml && (depth > 0 || text[from] === '|');
    if (isEntry) counts.entries++;
    if (isEntry || isBlankLine) [counts.lines, counts.signs] = [0, 0];
    // Of a block of HTML, which a blank line ends, nothing is read.
    isHtml = !isBlankLine && (isHtml || (counts.lines === 0 && opensHtml(text, from)));
    if (!isHtml && !isBlankLine) {
      counts.lines++;
      if (text[from] === '[' && text.slice(from, end).includes(']:')) counts.definitions++;
      for (let at = from; at < end; at++) if (SIGNS.has(text[at] ?? '')) counts.signs++;
    }
    if ((!isHtml && depth > MOST_NESTING) || isOverLimit(counts)) return { start, end };
    start = end + 1;
  }
  return undefined;
}

const isOverLimit = ({ lines, signs, entries, definitions }: Record<Counted, number>): boolean =>
  lines > MOST_LINES || signs > MOST_SIGNS || entries > MOST_ENTRIES || definitions > MOST_DEFINITIONS;

type Counted = 'lines' | 'signs' | 'entries' | 'definitions';

/** Whether a tag begins here that begins a block of HTML: kind 6 of CommonMark's section 4.6, the one that documents are full of. */
function opensHtml(text: string, at: number): boolean {
  if (text[at] !== '<') return false;
  const start = text[at + 1] === '/' ? at + 2 : at + 1;
  let end = start;
  while (isNameSign(text[end])) end++;
  return BLOCK_NAMES.has(text.slice(start, end).toLowerCase());
}

const BLOCK_NAMES: ReadonlySet<string> = new Set(htmlBlockNames);

const isNameSign = (sign: string | undefined): boolean =>
  sign !== undefined && ((sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || isDigit(sign));
