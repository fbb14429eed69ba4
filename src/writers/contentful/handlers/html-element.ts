/** What the rules for raw HTML elements share. */
import type { Attribute, ElementBlock, ElementInline, Node } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import { embeddedBlock } from '../rich-text.ts';
import { dropAttributes } from './blocks.ts';
import { attributesOf } from './code.ts';
import { htmlEntry, isPureHtml } from './html-entry.ts';
import { inlineEntry } from './inline-entry.ts';

export type Element = ElementBlock | ElementInline;

export const isElement = (node: Node): node is Element => node.type === 'elementBlock' || node.type === 'elementInline';

export const isBlank = (node: Node): boolean => node.type === 'text' && /^[ \t\r\n]*$/.test(node.value);

/** Enters the element as kept and reports the attributes that the rule has no use for. */
export function keep(node: Element, state: State, used: readonly string[] = []): void {
  state.decide(node, 'kept', node.tagName);
  const unused = used.length === 0 ? node.attributes : node.attributes.filter(({ name }) => !used.includes(name));
  dropAttributes(node.tagName, unused, state, node.openTag);
}

export function attributeOf(node: { readonly attributes: readonly Attribute[] }, name: string): Attribute | undefined {
  return node.attributes.find((attribute) => attribute.name === name);
}

/** The value of an attribute as text; nothing where it is absent. */
export function textOf(
  node: { readonly attributes: readonly Attribute[] },
  name: string,
  state: State,
): string | undefined {
  const value = attributeOf(node, name)?.value;
  if (value === undefined || value === false) return undefined;
  return value === true ? '' : typeof value === 'number' ? String(value) : state.text(value, 'an attribute');
}

/** An element that rich text has no node for: as HTML if HTML is all that it holds, else as a box around its content. */
export function foreign(node: Element, state: State): readonly Piece[] {
  if (isPureHtml(node)) return htmlEntry(node, state);
  state.decide(node, 'kept', 'container');
  const id = state.entry(
    'container',
    { tagName: node.tagName, attributes: attributesOf(node.attributes, state), body: state.document(node.children) },
    node.place,
  );
  return node.type === 'elementBlock' ? [embeddedBlock(id)] : inlineEntry(id, node.children);
}
