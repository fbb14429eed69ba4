import type { Paragraph, Table, TableCell, TableRow } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { isLoneJsx } from '../tree/phrasing.ts';
import type { Frame } from './frame.ts';
import { protectModule } from './block-marks.ts';
import { keepHtml } from './html.ts';
import { endLine, startLine } from './line.ts';
import { columnsOf, continuationOf, isInlineSpace, isLineEnding, lineStartOf } from './lines.ts';

/** Edits a paragraph; false where nothing but tags would be left of it, for MDX takes tags out of a paragraph of their own. */
export function editParagraph(node: Paragraph, frame: Frame, writing: Writing): boolean {
  const { place, children } = node;
  const first = children[0]?.place;
  if (!place || !first || node.origin || node.attributes?.length) return false;
  const isMdx = writing.dialect.syntax === 'mdx';
  if (isBehindTag(place.offset, writing.source) || isHtmlBlock(node, writing.source))
    return !isMdx && keepHtml(node, place.offset, endOf(place), frame, writing);
  // Without a paragraph around them tags may stay alone, as long as no space between them counts.
  if (isMdx && isLoneJsx(children) && (!frame.tight || children.length > 1)) return false;
  const line = startLine(frame, writing, true);
  if (!writing.edit.inlines(children, place.offset, endOf(place), line, writing)) return false;
  return endLine(line, writing.source) && !writing.draft.failed;
}

/**
 * Whether text goes on an HTML block, which ends at a blank line: no Markdown is read in it, although the browser makes a
 * paragraph of it. Comments and `<pre>` end with their own marks.
 */
function isBehindTag(offset: number, source: string): boolean {
  const start = lineStartOf(source, offset);
  const before = source.slice(start, offset).trimEnd();
  if (continuationOf(before) === undefined) return endsWithTag(before);
  // Behind the mark of a list item something new begins.
  if (!/^[\s>]*$/.test(before)) return false;
  let end = start - 1;
  if (source[end] === '\n' && source[end - 1] === '\r') end--;
  if (source[end - 1] !== '>') return false;
  const above = source.slice(lineStartOf(source, end), end);
  return continuationOf(above) === undefined && endsWithTag(above);
}

// Tags that start an HTML block wherever they start a line, as far as they stand in paragraphs at all.
const BLOCK_TAGS = new Set(
  'base basefont center link legend optgroup option param source summary title track'.split(' '),
);

/** Whether the paragraph's first tag starts an HTML block: as above. */
function isHtmlBlock({ place, children: [first] }: Paragraph, source: string): boolean {
  if (!place || first?.place?.offset !== place.offset) return false;
  if (first.type === 'commentInline') return true;
  if (first.type !== 'elementInline' || !first.openTag) return false;
  return BLOCK_TAGS.has(first.tagName) || isLineEnding(source.charCodeAt(endOf(first.openTag)));
}

const endsWithTag = (text: string): boolean =>
  text.endsWith('>') && (/^[\s>\d.)*+-]*<\//.test(text) || !/(?:--|<\/(?:pre|script|style|textarea))>$/i.test(text));

/** Edits the cells of a table. */
export function editTable(node: Table, frame: Frame, writing: Writing): boolean {
  const { place, children } = node;
  if (!place || node.origin || node.attributes?.length) return false;
  // Goldmark fills up a header that is shorter than the line below it; to GFM that is no table.
  if (node.children[0]?.children.some((cell) => !cell.place || cell.place.length === 0)) return false;
  if (!children.every((row) => standsInside(row, frame, writing))) return false;
  protectModule(place.offset, frame, writing);
  for (const row of children) {
    for (const cell of row.children) if (!editCell(cell, frame, writing)) return false;
    silenceRest(row, writing);
  }
  return !writing.draft.failed;
}

/** Cells beyond the last column: nobody shows them, but MDX reads them. */
function silenceRest({ place, children }: TableRow, { source, draft, dialect }: Writing): void {
  const last = children.at(-1)?.place;
  if (!place || !last || dialect.syntax === 'markdown') return;
  for (let at = endOf(last); at < endOf(place); at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '{' || source[at] === '<') draft.edit(at, at, '\\');
  }
}

/** To Goldmark a row may stand outside its table's container, or be indented like code; to GFM the table ends before it. */
function standsInside({ place }: TableRow, { prefix, column, indented }: Frame, { source }: Writing): boolean {
  if (!place) return false;
  const lead = continuationOf(source.slice(lineStartOf(source, place.offset), place.offset)) ?? '';
  const indent = columnsOf(lead) - column;
  return indent >= 0 && indent < indented && lead.split('>').length === prefix.split('>').length;
}

function editCell({ place, children }: TableCell, frame: Frame, writing: Writing): boolean {
  const { source } = writing;
  if (!place) return children.length === 0;
  let from = place.offset;
  let to = endOf(place);
  while (from < to && (source[from] === '|' || isInlineSpace(source.charCodeAt(from)))) from++;
  while (to > from && (isInlineSpace(source.charCodeAt(to - 1)) || (source[to - 1] === '|' && source[to - 2] !== '\\')))
    to--;
  const line = startLine({ ...frame, table: true }, writing, false);
  return writing.edit.inlines(children, from, to, line, writing);
}
