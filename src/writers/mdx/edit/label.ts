import type { Writing } from '../writing.ts';
import type { Line } from './line.ts';
import { isInlineSpace, isLineEnding, isPunctuation } from './lines.ts';
import { editLineBreak } from './text.ts';

/**
 * Puts backslashes before braces and `<` in the alternative text of an image, which is Markdown to the parser. False
 * where the text is not the node's any more.
 */
export function editLabel(from: number, to: number, alt: string, line: Line, writing: Writing): boolean {
  const { source, draft } = writing;
  const label = source.slice(from, to);
  const marked = /[\\&*_[\]<`~\r\n{]/.test(label);
  if (!marked || !line.mdx) return marked || label === alt;
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (code === 92 && isPunctuation(source.charCodeAt(at + 1))) at++;
    else if (code === 96) at = endOfCode(source, at, to) - 1;
    else if (isLineEnding(code)) at = editLineBreak(at, to, to, line, writing) - 1;
    else if (code === 123 || (code === 60 && !isInlineSpace(source.charCodeAt(at + 1)))) draft.edit(at, at, '\\');
  }
  return true;
}

/** Where the code that starts with the backticks at `at` ends; behind the backticks where nothing closes them. */
function endOfCode(source: string, at: number, to: number): number {
  let size = 0;
  while (source[at + size] === '`') size++;
  for (let next = at + size; next < to; next++) {
    if (source[next] !== '`') continue;
    let run = 0;
    while (source[next + run] === '`') run++;
    if (run === size) return next + run;
    next += run - 1;
  }
  return at + size;
}
