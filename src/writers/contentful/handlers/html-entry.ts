import type { Comment, Element as HastElement, ElementContent, Text } from 'hast';
import type { Attribute, ElementBlock, ElementInline, Node } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import { toHtml } from 'hast-util-to-html';
import { limits } from '../limits.ts';
import { embeddedBlock, embeddedInline } from '../rich-text.ts';
import { cleanText } from '../values.ts';
import { splitText } from './code.ts';

type Element = ElementBlock | ElementInline;

/** Deeper than this, HTML goes the way of content, where depth is watched over. */
const DEEPEST = 100;

/**
 * Whether an element holds nothing but HTML: no Markdown, no shortcode, and no attribute that has the name of a member of all
 * objects, such as `constructor`, which the serializer mistakes for one that it knows.
 */
export function isPureHtml(element: Element): boolean {
  const stack: { node: Node; depth: number }[] = [{ node: element, depth: 0 }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, depth } = top;
    if (depth > DEEPEST) return false;
    if (node.type === 'elementBlock' || node.type === 'elementInline') {
      if (node.attributes.some(({ name }) => name.toLowerCase() in Object.prototype)) return false;
      for (const child of node.children) stack.push({ node: child, depth: depth + 1 });
    } else if (node.type !== 'text' && node.type !== 'commentBlock' && node.type !== 'commentInline') return false;
  }
  return true;
}

/** An entry that holds the element as HTML. */
export function htmlEntry(element: Element, state: State): readonly Piece[] {
  const [html, ...continued] = splitText(toHtml(hastOf(element, state)), limits.text);
  const id = state.entry('html', { html, continued }, element.place);
  return [element.type === 'elementBlock' ? embeddedBlock(id) : embeddedInline(id)];
}

function hastOf(element: Element, state: State): HastElement {
  state.decide(element, 'kept', 'html');
  const children: ElementContent[] = [];
  for (const child of element.children as readonly Node[]) {
    const converted = contentOf(child, state);
    if (converted) children.push(converted);
  }
  return {
    type: 'element',
    tagName: element.tagName,
    properties: Object.fromEntries(element.attributes.map((attribute) => propertyOf(attribute, state))),
    children,
  };
}

function contentOf(node: Node, state: State): HastElement | Text | Comment | undefined {
  switch (node.type) {
    case 'elementBlock':
    case 'elementInline':
      return hastOf(node, state);
    case 'text':
      return { type: 'text', value: cleanText(node.value) };
    case 'commentBlock':
    case 'commentInline':
      return { type: 'comment', value: cleanText(state.text(node.value, 'a comment')) };
    default:
      return undefined;
  }
}

const propertyOf = ({ name, value }: Attribute, state: State): [string, string | number | boolean] => [
  cleanText(name),
  typeof value === 'object' || typeof value === 'string' ? cleanText(state.text(value, 'an attribute')) : value,
];
