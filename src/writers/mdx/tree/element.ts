import type { PhrasingContent, RootContent } from 'mdast';
import type { Attribute, ElementBlock, ElementInline, FlowContent, Node } from '../../../model/nodes.ts';
import type { JsxAttribute } from '../jsx/print.ts';
import type { Writing } from '../writing.ts';
import type { TreeState } from './state.ts';
import { isBlock } from '../../../model/kinds.ts';
import { walk } from '../../../model/walk.ts';
import { plainText } from '../../../model/plain-text.ts';
import { expressionAttribute, textAttribute } from '../jsx/attributes.ts';
import { isElementName } from '../jsx/names.ts';
import { writeAttributes } from './attributes.ts';
import { flowElement, textElement } from './nodes.ts';
import { keepSpaces, paragraph } from './phrasing.ts';

type Element = ElementBlock | ElementInline;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const PREFORMATTED = new Set(['pre', 'textarea', 'listing']);
/** Elements whose content is code of another language. */
const RAW_TEXT = new Set(['script', 'style']);

/** Whether JSX has the element just as HTML has it: no code in it, no white space that counts. */
export const isPlainElement = (tagName: string): boolean =>
  isWritable(tagName) &&
  !RAW_TEXT.has(tagName) &&
  !PREFORMATTED.has(tagName) &&
  tagName !== 'svg' &&
  tagName !== 'math';

/** A name with a period is that of a component's part to JSX, and none that the page knows. */
const isWritable = (tagName: string): boolean => isElementName(tagName) && !tagName.includes('.');

/** Reports what becomes of a raw HTML element, for the ledger. */
export function noteElement({ tagName, openTag, place }: Element, { draft }: Writing): void {
  if (!openTag || !place) return;
  const kept = isWritable(tagName);
  if (!kept) draft.report('mdx-element-dropped', { element: tagName }, openTag);
  draft.outcome({ kind: 'element', id: `${tagName}@${place.offset}`, result: kept ? 'kept' : 'dropped', by: 'mdx' });
}

/**
 * Notes that some content is written as text: `kept` with its tags, as the author wrote it, or `dropped` without them, which
 * is reported.
 */
export function noteAsText(nodes: readonly Node[], result: 'kept' | 'dropped', { draft }: Writing): void {
  walk(nodes, (node) => {
    if ((node.type !== 'elementBlock' && node.type !== 'elementInline') || !node.openTag || !node.place) return;
    if (result === 'dropped') draft.report('mdx-element-dropped', { element: node.tagName }, node.openTag);
    draft.outcome({ kind: 'element', id: `${node.tagName}@${node.place.offset}`, result, by: 'mdx text' });
  });
}

/** An element's tag as JSX has it. */
export interface JsxTag {
  readonly name: string;
  readonly attributes: readonly JsxAttribute[];
}

/** The tag of an element; that of a place on the page may be a component of the target. */
export function tagOf(node: Element, writing: Writing, space: 'html' | 'svg'): JsxTag {
  const { tagName, attributes, openTag } = node;
  const written = writeAttributes(tagName, attributes, { ...(openTag && { place: openTag }) }, writing, space);
  const id = writing.dialect.linkTarget === undefined ? undefined : placeOn(node);
  const name = id === undefined ? undefined : writing.dialect.linkTarget;
  if (name === undefined || id === undefined) return { name: tagName, attributes: written };
  writing.draft.component(name);
  const isStated = attributes.some((attribute) => attribute.name === 'id');
  return { name, attributes: isStated ? written : [textAttribute('id', id), ...written] };
}

/** What links call the place that an `<a>` without an address marks. */
export function placeOn({ tagName, attributes }: Element): string | undefined {
  if (tagName !== 'a' || attributes.some(({ name }) => name === 'href')) return undefined;
  const named = attributes.find(({ name }) => name === 'id') ?? attributes.find(({ name }) => name === 'name');
  return typeof named?.value === 'string' && named.value !== '' ? named.value : undefined;
}

/** A raw HTML element in a line of text. */
export function elementInline(node: ElementInline, state: TreeState): RootContent[] {
  const inner = enter(node, state);
  if (!isWritable(node.tagName)) return state.inlines(node.children);
  const { name, attributes } = tagOf(node, state.writing, spaceOf(node, state));
  if (RAW_TEXT.has(node.tagName)) return [codeElement(node, attributes, state)];
  return [textElement(name, attributes, VOID.has(node.tagName) ? [] : inner.inlines(node.children))];
}

/** A raw HTML element among blocks. */
export function elementBlock(node: ElementBlock, state: TreeState): RootContent[] {
  const inner = enter(node, state);
  const { tagName, children } = node;
  if (!isWritable(tagName)) return state.blocks(children);
  const { name, attributes } = tagOf(node, state.writing, spaceOf(node, state));
  if (VOID.has(tagName)) return [flowElement(tagName, attributes, [])];
  if (RAW_TEXT.has(tagName)) return [flowElement(tagName, codeElement(node, attributes, state).attributes, [])];
  if (PREFORMATTED.has(tagName) && !children.some(isBlock))
    return [paragraph([textElement(tagName, attributes, inner.inlines(children))])];
  return jsxBlock(name, attributes, children, inner);
}

function enter(node: Element, state: TreeState): TreeState {
  noteElement(node, state.writing);
  const { tagName } = node;
  return state.inside({
    html: true,
    preformatted: state.preformatted || PREFORMATTED.has(tagName),
    svg: tagName === 'svg' || (state.svg && tagName !== 'foreignObject'),
  });
}

const spaceOf = ({ tagName }: Element, { svg }: TreeState): 'html' | 'svg' =>
  svg || tagName === 'svg' ? 'svg' : 'html';

/** A script or style sheet. React would escape it as text, so that it is set as HTML. */
function codeElement(
  node: Element,
  attributes: readonly JsxAttribute[],
  { writing }: TreeState,
): ReturnType<typeof textElement> {
  const { tagName, children, openTag } = node;
  if (tagName === 'script') writing.draft.report('mdx-script', {}, openTag);
  // Only calls bring elements into a script: a browser reads none there.
  noteAsText(children, 'dropped', writing);
  const code = plainText(children as readonly Node[]);
  if (code === '') return textElement(tagName, attributes, []);
  const content =
    writing.dialect.attributes === 'react'
      ? expressionAttribute('dangerouslySetInnerHTML', { __html: code })
      : textAttribute('set:html', code);
  return textElement(tagName, [...attributes, content], []);
}

/**
 * An element or component among blocks. Content without a block in it stands on the line of its tags, for MDX makes a
 * paragraph of any other; blocks stand between tags on lines of their own.
 */
export function jsxBlock(
  name: string,
  attributes: readonly JsxAttribute[],
  children: readonly FlowContent[],
  state: TreeState,
): RootContent[] {
  if (children.some(isBlock)) return [flowElement(name, attributes, state.blocks(children))];
  return jsxLine(name, attributes, trimmed(state.inside({ html: true }).inlines(children)));
}

/** An element or component with a line of text in it, among blocks. */
export const jsxLine = (
  name: string,
  attributes: readonly JsxAttribute[],
  children: readonly PhrasingContent[],
): RootContent[] =>
  children.length === 0
    ? [flowElement(name, attributes, [])]
    : [paragraph([textElement(name, attributes, keepSpaces(children))])];

/** Without the white space at both ends, which no browser shows there. */
export function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result = [...nodes];
  for (let first = result[0]; first?.type === 'text'; first = result[0]) {
    const value = first.value.replace(/^[ \t\r\n]+/, '');
    if (value !== '') {
      result[0] = { ...first, value };
      break;
    }
    result.shift();
  }
  for (let last = result.at(-1); last?.type === 'text'; last = result.at(-1)) {
    const value = last.value.replace(/[ \t\r\n]+$/, '');
    if (value !== '') {
      result[result.length - 1] = { ...last, value };
      break;
    }
    result.pop();
  }
  // With nothing behind it a line break would be a backslash.
  if (result.at(-1)?.type === 'break') result[result.length - 1] = textElement('br', [], []);
  return result;
}

/** A Markdown block with attributes, for which Markdown has no form, as the element that Hugo prints for it. */
export const attributedElement = (
  name: string,
  attributes: readonly Attribute[],
  node: FlowContent,
  children: readonly FlowContent[],
  state: TreeState,
): RootContent[] => jsxBlock(name, writeAttributes(name, attributes, node, state.writing), children, state);
