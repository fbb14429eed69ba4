/** Raw HTML where the target reads it as HTML: it stays as it is but for addresses, and so does what stands in it. */
import { type Token, type TokenHandler, Tokenizer } from 'parse5';
import type { ElementBlock, ElementInline, FlowContent } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import type { Frame } from './frame.ts';
import { isBlock } from '../../../model/kinds.ts';
import { endOf } from '../../../model/place.ts';
import { textAttribute } from '../jsx/attributes.ts';
import { printOpenTag } from '../jsx/print.ts';
import { writtenValue } from '../templated.ts';
import { placeOn } from '../tree/element.ts';
import { isBlankBetween } from './lines.ts';
import { isOwnComment } from './spans.ts';
import { isWritten } from './text.ts';

/** Keeps an element among blocks; false where its content is not all the author's any more, and in MDX. */
export function editHtmlBlock(node: ElementBlock, frame: Frame, writing: Writing): boolean {
  if (writing.dialect.syntax !== 'markdown') return false;
  return keepElement(node, frame, writing) && !writing.draft.failed;
}

function keepElement(node: ElementBlock | ElementInline, frame: Frame, writing: Writing): boolean {
  const { place, openTag, closeTag, origin } = node;
  if (!place || !openTag || origin || !editOpenTag(node, writing)) return false;
  return keepHtml(node, endOf(openTag), closeTag?.offset ?? endOf(place), frame, writing);
}

/**
 * Keeps what stands between two offsets in raw HTML. Markdown in it, behind blank lines, is edited as everywhere; false where
 * source text between the children has become something else.
 */
export function keepHtml(
  { children }: { readonly children: readonly FlowContent[] },
  from: number,
  to: number,
  frame: Frame,
  writing: Writing,
): boolean {
  let at = from;
  for (const child of written(children)) {
    const { place } = child;
    if (!place || place.offset < at || endOf(place) > to) return false;
    if (!isBlankBetween(writing.source, at, place.offset, true) || !keepNode(child, frame, writing)) return false;
    at = endOf(place);
  }
  return isBlankBetween(writing.source, at, to, true);
}

/** Without the elements that only a browser adds, as `<tbody>`: their content stands where they would. */
const written = (nodes: readonly FlowContent[]): readonly FlowContent[] =>
  nodes.flatMap((node) =>
    (node.type === 'elementBlock' || node.type === 'elementInline') && !node.openTag ? written(node.children) : [node],
  );

function keepNode(node: FlowContent, frame: Frame, writing: Writing): boolean {
  switch (node.type) {
    case 'elementBlock':
    case 'elementInline':
      return keepElement(node, frame, writing);
    case 'commentBlock':
    case 'commentInline':
      return isOwnComment(node, writing);
    case 'text':
      return node.place !== undefined && isWritten(node, node.place, writing);
    default:
      return isBlock(node) && writing.edit.block(node, frame, writing);
  }
}

/** Elements whose content React takes for text, and so does harm to it. */
const CODE = new Set(['script', 'style']);

/** Writes an opening tag anew where an attribute of it has another value now; false for what the target would not take as HTML has it. */
export function editOpenTag(node: ElementBlock | ElementInline, writing: Writing): boolean {
  const { tagName, attributes, openTag, place } = node;
  const { source, draft, dialect } = writing;
  if (!openTag || (dialect.linkTarget !== undefined && placeOn(node) !== undefined)) return false;
  if (dialect.attributes === 'react') {
    if (CODE.has(tagName) && node.children.length > 0) return false;
    if (attributes.some(({ name }) => name.startsWith('on'))) return false;
  }
  if (place) draft.outcome({ kind: 'element', id: `${tagName}@${place.offset}`, result: 'kept', by: 'markdown' });
  const end = endOf(openTag);
  const found = attributesIn(source.slice(openTag.offset, end));
  const wanted = attributes.map(
    ({ name, value }) => [name, value === true ? '' : writtenValue(value, writing)] as const,
  );
  const isSame =
    found !== undefined &&
    found.length === wanted.length &&
    wanted.every(([name, value], at) => found[at]?.name === name && found[at].value === value);
  if (isSame) return true;
  const printed = attributes.map(({ name, value }) =>
    value === true
      ? ({ type: 'mdxJsxAttribute', name, value: null } as const)
      : textAttribute(name, writtenValue(value, writing)),
  );
  draft.edit(openTag.offset, end, printOpenTag(tagName, printed, { selfClosing: source[end - 2] === '/' }));
  return true;
}

/** The attributes of an opening tag; nothing where the text is none. */
function attributesIn(tag: string): readonly { readonly name: string; readonly value: string }[] | undefined {
  let found: Token.TagToken | undefined;
  const ignore = (): void => undefined;
  const handler: TokenHandler = {
    onStartTag: (token) => void (found ??= token),
    onEndTag: ignore,
    onComment: ignore,
    onDoctype: ignore,
    onEof: ignore,
    onCharacter: ignore,
    onNullCharacter: ignore,
    onWhitespaceCharacter: ignore,
  };
  new Tokenizer({ sourceCodeLocationInfo: false }, handler).write(tag, true);
  return found?.attrs;
}
