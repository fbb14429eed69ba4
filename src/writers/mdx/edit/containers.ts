import type { Blockquote, FootnoteDefinition, List, ListItem } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { editFlow } from './flow.ts';
import { type Frame, frameWithin } from './frame.ts';
import { columnsOf, continuationOf, isBlankBetween, isInlineSpace, isLineEnding, lineStartOf } from './lines.ts';

/** What the lines of a block at `offset` start with, its own marks aside. */
const leadOf = (offset: number, { source }: Writing): string | undefined =>
  continuationOf(source.slice(lineStartOf(source, offset), offset));

export function editBlockquote(node: Blockquote, frame: Frame, writing: Writing): boolean {
  const { place } = node;
  if (!place || node.origin || node.attributes?.length) return false;
  const lead = leadOf(place.offset, writing);
  if (lead === undefined || writing.source[place.offset] !== '>') return false;
  if (node.children.length === 0) return true;
  const start = place.offset + (writing.source[place.offset + 1] === ' ' ? 2 : 1);
  return editFlow(node.children, start, endOf(place), frameWithin(frame, `${lead}> `), writing);
}

export function editList(node: List, frame: Frame, writing: Writing): boolean {
  const { place } = node;
  if (!place || node.origin || node.attributes?.length) return false;
  let at = place.offset;
  for (const item of node.children) {
    if (!item.place || item.place.offset < at) return false;
    if (!isBlankBetween(writing.source, at, item.place.offset, frame.prefix.includes('>'))) return false;
    if (!editItem(item, frame, writing)) return false;
    at = endOf(item.place);
  }
  return !writing.draft.failed;
}

function editItem(node: ListItem, frame: Frame, writing: Writing): boolean {
  const { source } = writing;
  const { place, children } = node;
  if (!place || node.origin) return false;
  if (children.length === 0) return true;
  const lead = leadOf(place.offset, writing);
  const mark = markerEnd(source, place.offset);
  if (lead === undefined || mark === undefined) return false;
  const column = columnsOf(source.slice(lineStartOf(source, mark), mark));
  let start = mark;
  while (isInlineSpace(source.charCodeAt(start))) start++;
  const width = columnsOf(source.slice(lineStartOf(source, start), start)) - column;
  const startsEmpty = start >= endOf(place) || isLineEnding(source.charCodeAt(start));
  // Behind the marker stand one to four spaces; more are indented code, none an item that starts on the next line.
  const content = column + (startsEmpty || width > 4 ? 1 : width);
  const prefix = lead + ' '.repeat(content - columnsOf(lead));
  const from = node.checked === undefined ? Math.min(mark + (startsEmpty || width > 4 ? 1 : 0), endOf(place)) : boxEnd(source, start);
  return editFlow(children, Math.max(from, mark), endOf(place), frameWithin(frame, prefix), writing);
}

function markerEnd(source: string, offset: number): number | undefined {
  let at = offset;
  if ('-+*'.includes(source[at] ?? '?')) return at + 1;
  while (source.charCodeAt(at) >= 48 && source.charCodeAt(at) <= 57) at++;
  return at > offset && '.)'.includes(source[at] ?? '?') ? at + 1 : undefined;
}

/** Behind `[x]`, the box of a task. */
function boxEnd(source: string, start: number): number {
  if (source[start] !== '[' || source[start + 2] !== ']') return start;
  return isInlineSpace(source.charCodeAt(start + 3)) ? start + 4 : start + 3;
}

export function editFootnoteDefinition(node: FootnoteDefinition, frame: Frame, writing: Writing): boolean {
  const { place } = node;
  const { source } = writing;
  if (!place || node.origin) return false;
  const lead = leadOf(place.offset, writing);
  const mark = source.indexOf(']:', place.offset);
  if (lead === undefined || mark < 0 || mark > endOf(place)) return false;
  if (node.children.length === 0) return true;
  return editFlow(node.children, mark + 2, endOf(place), frameWithin(frame, `${lead}    `), writing);
}
