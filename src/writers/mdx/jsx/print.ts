import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx';

export type JsxAttribute = MdxJsxAttribute | MdxJsxExpressionAttribute;

/** Prints `<name a="b" c={d}>`; with `selfClosing` the tag closes itself, in a table no `|` stands in it. */
export function printOpenTag(
  name: string | null,
  attributes: readonly JsxAttribute[],
  form: { readonly selfClosing?: boolean; readonly table?: boolean } = {},
): string {
  const parts = [name ?? '', ...attributes.map((attribute) => printAttribute(attribute, form.table ?? false))];
  return `<${parts.join(' ')}${form.selfClosing ? ' />' : '>'}`;
}

export const printCloseTag = (name: string | null): string => `</${name ?? ''}>`;

function printAttribute(attribute: JsxAttribute, table: boolean): string {
  if (attribute.type === 'mdxJsxExpressionAttribute') return `{${attribute.value}}`;
  const { name, value } = attribute;
  if (value === null || value === undefined) return name;
  if (typeof value === 'object') return `${name}={${value.value}}`;
  return `${name}="${encode(value, table)}"`;
}

// An `&` is only in need of help where a character reference could be read into it.
function encode(value: string, table: boolean): string {
  const text = value.replace(/&(?=[#a-z])/gi, '&amp;').replaceAll('"', '&quot;');
  return table ? text.replaceAll('|', '&#124;') : text;
}
