import type { Attribute, ElementBlock, ElementInline, TemplatedString } from '../../../model/nodes.ts';
import type { LiftContext } from './context.ts';
import { fillTemplate } from '../../../model/walk.ts';

type Element = ElementBlock | ElementInline;

/** Whether an element has no other attributes than those named. */
export const isWithout = ({ attributes }: Element, ...allowed: readonly string[]): boolean =>
  attributes.every(({ name }) => allowed.includes(name));

/** The value of an attribute that is text, with calls in it or without. */
export function valueOf({ attributes }: Element, name: string): TemplatedString | undefined {
  const value = attributes.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' || Array.isArray(value) ? value : undefined;
}

/** The value of an attribute without calls in it. */
export function textOf(element: Element, name: string): string | undefined {
  const value = valueOf(element, name);
  return typeof value === 'string' ? value : undefined;
}

/** An element's name and attributes without places. */
export function bare(element: Element, context: LiftContext): { tagName: string; attributes: readonly Attribute[] } {
  const { tagName, attributes } = element;
  const id = attributes.findIndex(({ name, value }) => name === 'id' && typeof value === 'object');
  if (id < 0) return { tagName, attributes };
  return { tagName, attributes: attributes.with(id, { name: 'id', value: idOf(element, context) ?? '' }) };
}

/** The id of an element. What a call prints cannot be a part of it: the id was made before anything was printed. */
export function idOf(element: Element, context: LiftContext): string | undefined {
  const value = valueOf(element, 'id');
  if (value === undefined || typeof value === 'string') return value;
  const id = fillTemplate(value, () => '').replace(/[-_]+$/, '');
  context.unknownId(id);
  return id;
}
