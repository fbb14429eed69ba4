import type { Heading } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { printCloseTag, printOpenTag } from '../jsx/print.ts';
import { headingAttributes, headingMark, isElementHeading } from '../tree/heading.ts';
import type { Frame } from './frame.ts';
import { endLine, startLine } from './line.ts';
import { isBlankBetween, isInlineSpace, isLineEnding } from './lines.ts';

/** Edits a heading: its text, the attributes that Goldmark reads off its end, and the marks where it becomes an element. */
export function editHeading(node: Heading, frame: Frame, writing: Writing): boolean {
  const { place, children } = node;
  const { source, draft, dialect } = writing;
  const first = children[0]?.place;
  const last = children.at(-1)?.place;
  if (!place || node.origin) return false;
  if (!first || !last) return false;
  const end = endOf(place);
  const atx = source[place.offset] === '#';
  if (!atx && dialect.headingId === 'hashes' && headingMark(node, dialect) !== '') return false;
  const start = atx ? textStart(source, place.offset) : place.offset;
  const bodyEnd = atx ? end : underlineStart(source, end);
  const asElement = isElementHeading(node, dialect);
  const attributes = headingAttributes(node, writing);
  const name = `h${node.depth}`;
  if (asElement) draft.needs.push(`<${name} id>`);
  const line = startLine(frame, writing, !atx && !asElement);
  if (asElement) draft.edit(place.offset, first.offset, printOpenTag(name, attributes));
  if (!writing.edit.inlines(children, asElement ? first.offset : start, endOf(last), line, writing)) return false;
  if (!endLine(line, source)) return false;
  // Tags alone above the underline would be a block of their own.
  if (!atx && line.mdx && line.jsx && !line.plain && !line.before) return false;
  if (asElement) {
    draft.edit(endOf(last), end, printCloseTag(name));
    return line.plain;
  }
  // Without what goes there would be a blank line above the underline.
  if (!atx && !isBlankBetween(source, endOf(last), bodyEnd, false)) return false;
  editTail(endOf(last), bodyEnd, node, writing);
  return !draft.failed;
}

function textStart(source: string, offset: number): number {
  let at = offset;
  while (source[at] === '#') at++;
  while (isInlineSpace(source.charCodeAt(at))) at++;
  return at;
}

/** Where the line ending before a setext heading's underline stands. */
function underlineStart(source: string, end: number): number {
  let at = end;
  while (at > 0 && !isLineEnding(source.charCodeAt(at - 1))) at--;
  while (at > 0 && isLineEnding(source.charCodeAt(at - 1))) at--;
  return at;
}

/** What follows a heading's text on its line: closing marks stay, attributes and unwrapped calls go. */
function editTail(from: number, to: number, node: Heading, { source, draft, dialect }: Writing): void {
  const id = headingMark(node, dialect);
  let at = from;
  while (at < to && (source[at] === '#' || isInlineSpace(source.charCodeAt(at)))) at++;
  if (at < to || id !== '') draft.edit(from, to, id === '' ? '' : ` ${id}`);
}
