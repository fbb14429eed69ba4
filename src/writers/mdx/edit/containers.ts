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
  const start = place.offset + (writing.source[place.offset + 1] === ' ' ? 2 : 1);
  if (node.children.length === 0) return clear(start, endOf(place), writing);
  return editFlow(node.children, start, endOf(place), frameWithin(frame, `${lead}> `), writing);
}

export function editList(node: List, frame: Frame, writing: Writing): boolean {
  const { place } = node;
  if (!place || node.origin || node.attributes?.length) return false;
  let at = place.offset;
  for (const item of node.children) {
    if (!item.place || item.place.offset < at) return false;
    if (!isBlankBetween(writing.source, at, item.place.offset, frame.prefix.includes('>'))) return false;
    if (!editItem(item, !node.spread, frame, writing)) return false;
    at = endOf(item.place);
  }
  return !writing.draft.failed;
}

function editItem(node: ListItem, tight: boolean, frame: Frame, writing: Writing): boolean {
  const { source } = writing;
  const { place, children } = node;
  if (!place || node.origin) return false;
  const lead = leadOf(place.offset, writing);
  const mark = markerEnd(source, place.offset);
  if (lead === undefined || mark === undefined) return false;
  const column = columnsOf(source.slice(lineStartOf(source, mark), mark));
  let start = mark;
  while (isInlineSpace(source.charCodeAt(start))) start++;
  const width = columnsOf(source.slice(lineStartOf(source, start), start)) - column;
  const startsEmpty = start >= endOf(place) || isLineEnding(source.charCodeAt(start));
  // Behind the marker stand one to four spaces; more are indented code, none an item that starts on the next line.
  const textColumn = column + (startsEmpty || width > 4 ? 1 : width);
  const prefix = lead + ' '.repeat(textColumn - columnsOf(lead));
  const begin = startsEmpty || width > 4 ? Math.min(mark + 1, endOf(place)) : start;
  const from = node.checked === undefined ? begin : boxEnd(start, source);
  // GFM asks for a space behind the box, which Goldmark does not.
  if (from === undefined) return false;
  // A task that says nothing is a paragraph without content, which stands where its box does.
  const content = children.filter(
    (child, index) => index > 0 || child.type !== 'paragraph' || child.children.length > 0,
  );
  if (content.length === 0) return clear(from, endOf(place), writing);
  return editFlow(content, from, endOf(place), { ...frameWithin(frame, prefix), tight }, writing);
}

/** Takes out what stands in a container that holds nothing: tags that close or open nothing. */
function clear(from: number, to: number, { source, draft }: Writing): true {
  if (from < to && !isBlankBetween(source, from, to, true)) draft.edit(from, to, '');
  return true;
}

function markerEnd(source: string, offset: number): number | undefined {
  let at = offset;
  if ('-+*'.includes(source[at] ?? '?')) return at + 1;
  while (source.charCodeAt(at) >= 48 && source.charCodeAt(at) <= 57) at++;
  return at > offset && '.)'.includes(source[at] ?? '?') ? at + 1 : undefined;
}

/** Behind `[x]`, the box of a task, and the space there; nothing where there is none. */
function boxEnd(start: number, source: string): number | undefined {
  if (source[start] !== '[' || source[start + 2] !== ']') return start;
  const end = start + 3;
  if (isInlineSpace(source.charCodeAt(end))) return end + 1;
  return end >= source.length || isLineEnding(source.charCodeAt(end)) ? end : undefined;
}

export function editFootnoteDefinition(node: FootnoteDefinition, frame: Frame, writing: Writing): boolean {
  const { place } = node;
  const { source } = writing;
  if (!place || node.origin) return false;
  const lead = leadOf(place.offset, writing);
  const mark = source.indexOf(']:', place.offset);
  if (lead === undefined || mark < 0 || mark > endOf(place)) return false;
  if (node.children.length === 0) return clear(mark + 2, endOf(place), writing);
  return editFlow(node.children, mark + 2, endOf(place), frameWithin(frame, `${lead}    `), writing);
}
