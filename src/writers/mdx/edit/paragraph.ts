import type { Inline, Paragraph, Table } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { isLoneJsx } from '../tree/phrasing.ts';
import type { Frame } from './frame.ts';
import { endLine, startLine } from './line.ts';
import { isBlankBetween, isLineEnding, lineStartOf } from './lines.ts';

/** Edits a paragraph; false where nothing but tags would be left of it, which MDX takes out of their paragraph. */
export function editParagraph(node: Paragraph, frame: Frame, writing: Writing): boolean {
  const { place, children } = node;
  const first = children[0]?.place;
  if (!place || !first || node.origin || node.attributes?.length || isLoneJsx(children)) return false;
  protectModule(first.offset, frame, writing);
  if (!writing.markup.table) protectTable(node, writing);
  const line = startLine(frame, writing.draft);
  if (!writing.edit.inlines(children, place.offset, endOf(place), line, writing)) return false;
  endLine(line);
  return !writing.draft.failed;
}

/** `import` and `export`: a block that starts with one of them and a space at the left margin is code to MDX. */
export function protectModule(offset: number, frame: Frame, { source, draft }: Writing): void {
  if (!frame.margin) return;
  const word = source.startsWith('import ', offset) ? 'i' : source.startsWith('export ', offset) ? 'e' : undefined;
  if (!word) return;
  const stays = frame.prefix === '' && lineStartOf(source, offset) !== offset && isBlankBetween(source, lineStartOf(source, offset), offset, false);
  if (!stays) draft.edit(offset, offset + 1, `&#${word.charCodeAt(0)};`);
}

/** Where the site has no tables, what looks like one to GFM is a paragraph: its second line gets a backslash. */
function protectTable({ place, children }: Paragraph, { source, draft }: Writing): void {
  if (!place || !children.some((child) => child.type === 'text' && child.value.includes('\n'))) return;
  const end = endOf(place);
  for (let at = place.offset; at < end; at++) {
    if (!isLineEnding(source.charCodeAt(at))) continue;
    let next = at + 1;
    let stop = next;
    while (stop < end && !isLineEnding(source.charCodeAt(stop))) stop++;
    while (source[next] === ' ' || source[next] === '>') next++;
    if (/^[|:-][\s|:-]*$/.test(source.slice(next, stop))) return void draft.edit(next, next, '\\');
  }
}

/** Edits the cells of a table. */
export function editTable(node: Table, frame: Frame, writing: Writing): boolean {
  const { place, children } = node;
  if (!place || node.origin || node.attributes?.length) return false;
  protectModule(place.offset, frame, writing);
  for (const row of children) for (const cell of row.children) if (!editCell(cell.children, frame, writing)) return false;
  return !writing.draft.failed;
}

function editCell(children: readonly Inline[], frame: Frame, writing: Writing): boolean {
  const first = children[0]?.place;
  const last = children.at(-1)?.place;
  if (children.length === 0) return true;
  if (!first || !last) return false;
  const line = startLine({ ...frame, table: true }, writing.draft);
  return writing.edit.inlines(children, first.offset, endOf(last), line, writing);
}
