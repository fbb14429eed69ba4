/** What starts a block at the front of a line. */
import type { Writing } from '../writing.ts';
import type { Frame } from './frame.ts';
import { isInlineSpace, isLineEnding, isSpaceOrEnding } from './lines.ts';

/** `import` and `export`: a block that starts with one of them and a space at the left margin is code to MDX. */
export function protectModule(offset: number, frame: Frame, { source, draft, dialect }: Writing): void {
  if (frame.margin === 'never' || dialect.syntax === 'markdown') return;
  const word = source.startsWith('import ', offset) ? 'i' : source.startsWith('export ', offset) ? 'e' : undefined;
  if (!word) return;
  const indented = offset > 0 && isInlineSpace(source.charCodeAt(offset - 1));
  if (frame.margin === 'always' || !indented) draft.edit(offset, offset + 1, `&#${word.charCodeAt(0)};`);
}

/**
 * Puts a backslash before what would start a block at the front of a line; `end` is where the text goes on otherwise.
 * `interrupting` leaves out what may stand there in a paragraph: the numbers of lists but 1, and marks of empty items.
 */
export function protectStart(at: number, end: number, { source, draft }: Writing, marks: 'any' | 'interrupting'): void {
  const mark = blockMarkAt(at, end, source);
  if (mark === undefined || (marks === 'interrupting' && mayGoOn(at, mark, source))) return;
  draft.edit(mark, mark, '\\');
}

function mayGoOn(at: number, mark: number, source: string): boolean {
  const next = source.charCodeAt(mark + 1);
  const empty = Number.isNaN(next) || isLineEnding(next);
  if (source[mark] === '[') return true;
  if (mark > at) return empty || source.slice(at, mark) !== '1';
  return '*+'.includes(source[mark] ?? '?') && empty;
}

/** The character at or behind `at` that makes a block of the line: of a list, heading, quote, rule, fence or table. */
function blockMarkAt(at: number, end: number, source: string): number | undefined {
  const char = source[at];
  if (at >= end || char === undefined) return undefined;
  let next = at;
  switch (char) {
    case '>':
      return at;
    case '[':
      return source[at + 1] === '^' || isDefinition(at, source) ? at : undefined;
    case '#':
      while (source[next] === '#') next++;
      return next - at <= 6 && endsWord(next, end, source) ? at : undefined;
    case '+':
      return endsWord(at + 1, end, source) ? at : undefined;
    case '*':
      return endsWord(at + 1, end, source) || isBreak(at, end, source) ? at : undefined;
    case '_':
      return isBreak(at, end, source) ? at : undefined;
    case '-':
      return endsWord(at + 1, end, source) || isLineOf('-|: \t', at, end, source) ? at : undefined;
    case '=':
      return isLineOf('= \t', at, end, source) ? at : undefined;
    case '|':
    case ':':
      return isDelimiterRow(at, end, source) ? at : undefined;
    case '`':
    case '~':
      return isFence(at, char, source) ? at : undefined;
    default:
      while (isDigit(source.charCodeAt(next)) && next - at < 9) next++;
      return next > at && '.)'.includes(source[next] ?? '?') && endsWord(next + 1, end, source) ? next : undefined;
  }
}

/** Whether a code fence could start there: no backtick stands behind one of backticks. */
function isFence(at: number, char: string, source: string): boolean {
  if (!source.startsWith(char.repeat(3), at)) return false;
  let next = at;
  while (source[next] === char) next++;
  while (next < source.length && !isLineEnding(source.charCodeAt(next)))
    if (source[next++] === '`' && char === '`') return false;
  return true;
}

/** Whether a link definition could start there. */
function isDefinition(at: number, source: string): boolean {
  for (let next = at + 1; next < source.length; next++) {
    const char = source[next];
    if (char === '\\') next++;
    else if (char === '[') return false;
    else if (char === ']') return source[next + 1] === ':';
  }
  return false;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const endsWord = (at: number, end: number, source: string): boolean =>
  at >= end || isSpaceOrEnding(source.charCodeAt(at));

/** Whether a line is what stands below the header of a table. */
const isDelimiterRow = (at: number, end: number, source: string): boolean =>
  isLineOf('-|: \t', at, end, source) && !isLineOf('|: \t', at, end, source);

/** Whether the rest of a line has nothing but some characters. */
function isLineOf(characters: string, at: number, end: number, source: string): boolean {
  let next = at;
  while (next < end && characters.includes(source[next] ?? '?')) next++;
  return next >= end || isLineEnding(source.charCodeAt(next));
}

/** Whether a line is a thematic break: three of one character at least. */
function isBreak(at: number, end: number, source: string): boolean {
  const char = source[at] ?? '';
  let count = 0;
  for (let next = at; next < end && source[next] === char; next++) {
    count++;
    while (next + 1 < end && ' \t'.includes(source[next + 1] ?? '?')) next++;
  }
  return count >= 3 && isLineOf(`${char} \t`, at, end, source);
}

/** Whether a line that is not text may start a block at `at`, or tags and expressions, which MDX looks for there too. */
export const startsBlock = (at: number, end: number, source: string): boolean =>
  source[at] === '<' || source[at] === '{' || blockMarkAt(at, end, source) !== undefined;
