import type { Element, ElementContent, Text } from 'hast';

export type Attributes = Readonly<Record<string, string | undefined>>;

export const text = (value: string): Text => ({ type: 'text', value });

/** The line break that go-org prints between blocks. */
export const newline: Text = { type: 'text', value: '\n' };

/** An element; attributes that are `undefined` are left out. */
export function element(tagName: string, attributes: Attributes, children: readonly ElementContent[]): Element {
  const properties = Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return { type: 'element', tagName, properties, children: [...children] };
}

/** HTML that the author wrote, which goes through as it is. */
export const raw = (value: string): ElementContent =>
  // hast-util-to-html knows these nodes; hast's own types leave them to the packages that make them.
  ({ type: 'raw', value }) as unknown as ElementContent;
