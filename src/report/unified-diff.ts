/** Changes to output files, as people read them: in full as a unified diff, in short as counts of lines. */
import { isUtf8 } from 'node:buffer';
import { diffIndices } from 'node-diff3';
import type { FileChange } from '../diagnostics/run-report.ts';
import { append } from '../model/append.ts';

/** Lines around a change that are shown with it. */
const CONTEXT = 3;

interface Edit {
  /** Index of the first line and number of lines, before and after. */
  readonly before: readonly [start: number, count: number];
  readonly after: readonly [start: number, count: number];
}

/** One file's change in the form of `diff -u`; of files that are no text it says only that they differ. */
export function unifiedDiff(change: FileChange): string {
  const { path } = change;
  const [before, after] = [linesOf(change.before), linesOf(change.after)];
  if (!before || !after) return `Binary file ${path} differs\n`;
  const names = `--- ${change.before ? `a/${path}` : '/dev/null'}\n+++ ${change.after ? `b/${path}` : '/dev/null'}\n`;
  return (
    names +
    hunksOf(editsOf(before, after))
      .map((hunk) => printHunk(hunk, before, after))
      .join('')
  );
}

/** One line for a change: `new`, `gone` or `differs`, the path, and how many lines come and go. */
export function changeSummary(change: FileChange): string {
  const [before, after] = [linesOf(change.before), linesOf(change.after)];
  const kind = change.before ? (change.after ? 'differs' : 'gone') : 'new';
  if (!before || !after) return `${kind.padEnd(7)}  ${change.path}\n`;
  const edits = editsOf(before, after);
  const sum = (side: 'before' | 'after'): number => edits.reduce((total, edit) => total + edit[side][1], 0);
  return `${kind.padEnd(7)}  ${change.path}  +${sum('after')} -${sum('before')}\n`;
}

/** Lines with their ends, so that a last line without one differs from one with it. */
function linesOf(content: Uint8Array | undefined): readonly string[] | undefined {
  if (!content) return [];
  if (!isUtf8(content)) return undefined;
  const lines = Buffer.from(content).toString().split('\n');
  const last = lines.pop();
  return [...lines.map((line) => `${line}\n`), ...(last ? [last] : [])];
}

/** What both sides begin and end with is no change and need not be looked through: that keeps a long file with one edit cheap. */
function editsOf(before: readonly string[], after: readonly string[]): readonly Edit[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const shorter = Math.min(before.length, after.length) - head;
  while (tail < shorter && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const middle = (lines: readonly string[]): string[] => lines.slice(head, lines.length - tail);
  return diffIndices(middle(before), middle(after)).map(({ buffer1, buffer2 }) => ({
    before: [buffer1[0] + head, buffer1[1]],
    after: [buffer2[0] + head, buffer2[1]],
  }));
}

/** Edits that are so near to each other that their contexts touch are shown together. */
function hunksOf(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const hunks: Edit[][] = [];
  for (const edit of edits) {
    const hunk = hunks.at(-1);
    const last = hunk?.at(-1);
    if (hunk && last && edit.before[0] - (last.before[0] + last.before[1]) <= 2 * CONTEXT) hunk.push(edit);
    else hunks.push([edit]);
  }
  return hunks;
}

function printHunk(hunk: readonly Edit[], before: readonly string[], after: readonly string[]): string {
  const [first, last] = [hunk[0], hunk.at(-1)];
  if (!first || !last) return '';
  const lead = Math.min(CONTEXT, first.before[0]);
  const end = last.before[0] + last.before[1];
  const trail = Math.min(CONTEXT, before.length - end);
  const lines: string[] = [];
  let at = first.before[0] - lead;
  for (const edit of hunk) {
    append(
      lines,
      before.slice(at, edit.before[0]).map((text) => mark(' ', text)),
    );
    append(
      lines,
      cut(before, edit.before).map((text) => mark('-', text)),
    );
    append(
      lines,
      cut(after, edit.after).map((text) => mark('+', text)),
    );
    at = edit.before[0] + edit.before[1];
  }
  append(
    lines,
    before.slice(at, end + trail).map((text) => mark(' ', text)),
  );
  const afterEnd = last.after[0] + last.after[1] + trail;
  const range = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;
  const from = range(first.before[0] - lead, end + trail - (first.before[0] - lead));
  const to = range(first.after[0] - lead, afterEnd - (first.after[0] - lead));
  return `@@ -${from} +${to} @@\n${lines.join('')}`;
}

const cut = (lines: readonly string[], [start, count]: readonly [number, number]): readonly string[] =>
  lines.slice(start, start + count);

const mark = (sign: ' ' | '-' | '+', line: string): string =>
  line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
