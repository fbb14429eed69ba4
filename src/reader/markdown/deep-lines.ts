/**
 * Lines on which thousands of quotes and lists open (`> > > > …`), which take the native parser the square of their number. Nothing is
 * read at such a depth, so it gets a text in which the marks beyond a limit are letters: its tree has the same offsets, and ends there.
 */
import type { Nodes, Root } from 'mdast';
import { MOST_NESTING } from '../../model/limits.ts';
import { containersAt } from './container-marks.ts';

/** Far more than is read, so that nothing that is read depends on it. */
const MOST_MARKS = 5 * MOST_NESTING;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Parses a text, all but what is nested beyond the limit. */
export function parseShallow(text: string, parse: (text: string) => Root): Root {
  const marks = findDeepMarks(text);
  if (marks.length === 0) return parse(text);
  const tree = parse(maskMarks(text, marks));
  // In code or HTML such a line is only text, and has to stay what it is.
  const nested = marks.filter(({ start }) => isNested(start, tree));
  return nested.length === marks.length ? tree : parse(maskMarks(text, nested));
}

function findDeepMarks(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    const end = text[next - 1] === '\r' ? next - 1 : next;
    if (end - start > MOST_MARKS) {
      const marks = { start: containersAt(text, start, end, MOST_MARKS).from, end: endOfMarks(text, start, end) };
      if (marks.start < marks.end) found.push(marks);
    }
    start = next + 1;
  }
  return found;
}

/** Where the marks end with which a line begins; `- - -` up to its end is a thematic break. */
function endOfMarks(text: string, start: number, end: number): number {
  const { from } = containersAt(text, start, end);
  if (from < end) return from;
  let last = from - 1;
  while (BLANKS.has(text[last] ?? '')) last--;
  const sign = text[last] ?? '';
  if (sign !== '-' && sign !== '*') return from;
  while (last >= start && (text[last] === sign || BLANKS.has(text[last] ?? ''))) last--;
  return last + 1;
}

const BLANKS: ReadonlySet<string> = new Set([' ', '\t']);

function maskMarks(text: string, marks: readonly Stretch[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(from, start), 'x'.repeat(end - start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Whether the character at an offset stands in as many quotes and lists as are never read. */
function isNested(offset: number, tree: Root): boolean {
  let depth = 0;
  let node: Nodes | undefined = tree;
  while (node && 'children' in node && depth <= MOST_NESTING) {
    if (node.type === 'blockquote' || node.type === 'list') depth++;
    node = node.children.find((child: Nodes) => holds(child, offset));
  }
  return depth > MOST_NESTING;
}

const holds = ({ position }: Nodes, offset: number): boolean =>
  (position?.start.offset ?? Infinity) <= offset && offset < (position?.end.offset ?? -1);
