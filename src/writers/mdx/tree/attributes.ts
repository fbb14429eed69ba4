import type { Attribute, Node } from '../../../model/nodes.ts';
import type { JsxAttribute } from '../jsx/print.ts';
import type { Writing } from '../writing.ts';
import { htmlAttributes } from '../jsx/attributes.ts';
import { writtenValue } from '../templated.ts';

/** Attributes of an element as the dialect names them. What cannot be written is reported. */
export function writeAttributes(
  element: string,
  attributes: readonly Attribute[],
  { place }: Pick<Node, 'place'>,
  writing: Writing,
  space: 'html' | 'svg' = 'html',
): readonly JsxAttribute[] {
  if (attributes.length === 0) return [];
  const { draft, dialect } = writing;
  const result = htmlAttributes(attributes, (value) => writtenValue(value, writing), {
    names: dialect.attributes,
    space,
  });
  for (const { name, reason } of result.dropped) {
    if (reason === 'handler') draft.report('mdx-handler-dropped', { element, attribute: name }, place);
    else draft.report('mdx-attribute-dropped', { element, attribute: name, reason }, place);
  }
  return result.attributes;
}
