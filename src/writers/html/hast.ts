/** Tiny constructors for hast, HTML's syntax tree. */
import type { Element, ElementContent, Properties, Text } from 'hast';

export const text = (value: string): Text => ({ type: 'text', value });

/** The line break that separates blocks in the output; no browser shows it. */
export const newline: Text = { type: 'text', value: '\n' };

/** An element; properties that are `undefined` are left out. */
export function element(
  tagName: string,
  properties: Readonly<Record<string, string | number | boolean | undefined>>,
  children: ElementContent[],
): Element {
  // Attribute names are the author's: one called __proto__ must stay an attribute.
  const own: Properties = Object.create(null) as Properties; // an object without prototype holds no properties yet
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    if (value !== undefined) own[name] = value;
  }
  return { type: 'element', tagName, properties: own, children };
}
