import type { Extra, Inline, NodeOf } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { markSizeOfExtra, tagOfExtra } from '../extras.ts';
import { printCloseTag, printOpenTag } from '../jsx/print.ts';
import type { Line } from './line.ts';

type Attention = NodeOf<'emphasis' | 'strong' | 'delete'>;

/** Edits what stands between the marks of emphasis, strong text and deletions. */
export function editAttention(node: Attention, line: Line, writing: Writing): boolean {
  const { place } = node;
  const { source, draft } = writing;
  if (!place || node.origin) return false;
  const size = node.type === 'emphasis' ? 1 : node.type === 'strong' ? 2 : runLength(source, place.offset, '~');
  const marks = node.type === 'delete' ? '~' : '*_';
  const end = endOf(place);
  if (!isMarked(source, place.offset, end, size, marks)) return false;
  const mark = draft.edits.length;
  line.plain = true;
  if (!writing.edit.inlines(node.children, place.offset + size, end - size, line, writing)) return false;
  line.plain = true;
  return stillOpensAndCloses(place.offset, end, size, mark, writing);
}

function runLength(source: string, at: number, char: string): number {
  return source[at] === char ? (source[at + 1] === char ? 2 : 1) : 0;
}

function isMarked(source: string, start: number, end: number, size: number, marks: string): boolean {
  const char = source[start] ?? '';
  if (size === 0 || end - start <= 2 * size || !marks.includes(char)) return false;
  for (let at = 0; at < size; at++) if (source[start + at] !== char || source[end - 1 - at] !== char) return false;
  return true;
}

const CLEAR = /^[\s\p{P}\p{S}]?$/u;

/**
 * Whether marks go on to be marks once what touches them inside is something else. `a**{{< b >}}**` is strong, for a
 * word stands there while Markdown is read; with a tag in its place the marks would need white space outside.
 */
function stillOpensAndCloses(
  start: number,
  end: number,
  size: number,
  mark: number,
  { source, draft }: Writing,
): boolean {
  for (let at = mark; at < draft.edits.length; at++) {
    const edit = draft.edits[at];
    if (!edit) continue;
    const opens = edit.start === start + size;
    const closes = edit.end === end - size;
    if ((!opens && !closes) || edit.text === '\\') continue;
    if (edit.text.trim() === '') return false;
    if (opens && !CLEAR.test(source.slice(Math.max(0, start - 1), start))) return false;
    if (closes && !CLEAR.test(source.slice(end, end + 1))) return false;
  }
  return true;
}

/** Replaces the marks of Goldmark's extras, which neither CommonMark nor GFM has, by tags. */
export function editExtra(node: Extra & Inline, line: Line, writing: Writing): boolean {
  const { place } = node;
  if (!place || node.origin) return false;
  const [size, tag] = [markSizeOfExtra(node), tagOfExtra(node)];
  const end = endOf(place);
  const { draft } = writing;
  if (end - place.offset <= 2 * size) return false;
  draft.edit(place.offset, place.offset + size, printOpenTag(tag, []));
  line.jsx = true;
  if (!writing.edit.inlines(node.children, place.offset + size, end - size, line, writing)) return false;
  draft.edit(end - size, end, printCloseTag(tag));
  line.jsx = true;
  return true;
}
