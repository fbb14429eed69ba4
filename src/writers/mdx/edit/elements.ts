import type { ComponentInline, ElementInline } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { printCloseTag, printOpenTag, type JsxAttribute } from '../jsx/print.ts';
import { propAttributes } from '../jsx/attributes.ts';
import { isPlainElement, noteElement, tagOf } from '../tree/element.ts';
import { editOpenTag } from './html.ts';
import type { Line } from './line.ts';
import { isLineEnding } from './lines.ts';
import { replaceInline } from './spans.ts';

/** Turns the tags of an HTML element in a line of text into JSX tags, and edits what stands between them. */
export function editElement(node: ElementInline, line: Line, writing: Writing): boolean {
  const { place, openTag, closeTag, children, tagName } = node;
  const { draft } = writing;
  if (!place || !openTag || openTag.offset !== place.offset || !isPlainElement(tagName)) return false;
  const end = endOf(place);
  const innerEnd = closeTag ? closeTag.offset : end;
  if (innerEnd < endOf(openTag) || (closeTag && endOf(closeTag) !== end)) return false;
  if (!line.mdx) return editHtmlElement(node, line, writing);
  noteElement(node, writing);
  const { name, attributes } = tagOf(node, writing, 'html');
  const empty = children.length === 0 && !closeTag;
  replaceTag(openTag.offset, endOf(openTag), printTag(name, attributes, empty, line), line, writing);
  if (!writing.edit.inlines(children, endOf(openTag), innerEnd, line, writing)) return false;
  if (!empty) replaceTag(innerEnd, end, printCloseTag(name), line, writing);
  return !draft.failed;
}

/** The same where tags are HTML, which stays as it is. */
function editHtmlElement(node: ElementInline, line: Line, writing: Writing): boolean {
  const { place, openTag, closeTag, children } = node;
  if (!place || !openTag || !editOpenTag(node, writing)) return false;
  line.plain = true;
  return writing.edit.inlines(children, endOf(openTag), closeTag?.offset ?? endOf(place), line, writing);
}

const printTag = (name: string, attributes: readonly JsxAttribute[], selfClosing: boolean, { frame }: Line): string =>
  printOpenTag(name, attributes, { selfClosing, table: frame.table });

function replaceTag(start: number, end: number, tag: string, line: Line, { source, draft }: Writing): void {
  if (source.slice(start, end) !== tag) draft.edit(start, end, tag);
  line.jsx = true;
}

/** Turns the tags of a call into those of a component, and edits the content between them where it stands. */
export function editComponent(node: ComponentInline, line: Line, writing: Writing): boolean {
  const { place, children, name, props } = node;
  const first = children[0]?.place;
  const last = children.at(-1)?.place;
  const { draft, source } = writing;
  if (!place || !first || !last || first.offset <= place.offset || endOf(last) >= endOf(place)) {
    return replaceInline(node, line, writing);
  }
  // Inner text with lines of its own has other margins than the line that the call stands in.
  for (let at = place.offset; at < endOf(place); at++) {
    if (isLineEnding(source.charCodeAt(at))) return replaceInline(node, line, writing);
  }
  draft.component(name);
  draft.edit(place.offset, first.offset, printTag(name, propAttributes(props), false, line));
  line.jsx = true;
  if (!writing.edit.inlines(children, first.offset, endOf(last), line, writing)) return false;
  draft.edit(endOf(last), endOf(place), printCloseTag(name));
  line.jsx = true;
  return true;
}
