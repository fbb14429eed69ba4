import { find, hastToReact, html, svg } from 'property-information';
import type { Attribute, Prop, PropValue } from '../../../model/nodes.ts';
import type { JsxAttribute } from './print.ts';
import { isAttributeName } from './names.ts';
import { printLiteral } from './literal.ts';
import { styleObject } from './style.ts';

/** Why an attribute cannot be written. */
export type DropReason = 'handler' | 'name' | 'style' | 'reserved' | 'duplicate';

export interface HtmlAttributes {
  readonly attributes: readonly JsxAttribute[];
  readonly dropped: readonly { readonly name: string; readonly reason: DropReason; readonly text: string }[];
}

/** What the names of attributes follow: React's properties, or HTML as Astro takes it. */
export type AttributeNames = 'react' | 'html';

/** Writes the attributes of an HTML or SVG element as JSX has them; `text` gives a value that may hold calls as text. */
export function htmlAttributes(
  attributes: readonly Attribute[],
  text: (value: Attribute['value']) => string,
  form: { readonly names: AttributeNames; readonly space: 'html' | 'svg' },
): HtmlAttributes {
  const written = new Map<string, JsxAttribute>();
  const dropped: HtmlAttributes['dropped'][number][] = [];
  for (const { name, value } of attributes) {
    const given = value === true ? '' : text(value);
    const result =
      form.names === 'react' ? reactAttribute(name, value, given, form.space) : plainAttribute(name, value, given);
    if ('reason' in result) {
      dropped.push({ name, text: given, reason: result.reason });
      continue;
    }
    if (result.ignored.length > 0) dropped.push({ name, text: result.ignored.join('; '), reason: 'style' });
    if (!result.attribute) continue;
    const key = result.attribute.type === 'mdxJsxAttribute' ? result.attribute.name : name;
    // Browsers take the first of two, JSX the last.
    if (written.has(key)) dropped.push({ name, text: given, reason: 'duplicate' });
    else written.set(key, result.attribute);
  }
  return { attributes: [...written.values()], dropped };
}

type Result =
  | { readonly attribute?: JsxAttribute; readonly ignored: readonly string[] }
  | { readonly reason: DropReason };

// React keeps these for itself: `ref="x"` would stop the page.
const RESERVED = new Set(['ref', 'key', 'children']);

function reactAttribute(name: string, value: Attribute['value'], text: string, space: 'html' | 'svg'): Result {
  const info = find(space === 'svg' ? svg : html, name);
  if (/^on[a-z]+$/i.test(name) && info.space) return { reason: 'handler' };
  const property = info.space ? (hastToReact[info.property] ?? info.property) : info.attribute;
  if (RESERVED.has(property)) return { reason: 'reserved' };
  if (property === 'style') {
    const { style, ignored } = styleObject(text);
    return Object.keys(style).length === 0 ? { ignored } : { attribute: expressionAttribute('style', style), ignored };
  }
  if (!isAttributeName(property)) return { reason: 'name' };
  // `disabled="false"` disables in HTML: what counts is that the attribute is there.
  if (info.boolean || (info.overloadedBoolean && text === ''))
    return { attribute: bareAttribute(property), ignored: [] };
  if (info.booleanish && text === '') return { attribute: textAttribute(property, 'true'), ignored: [] };
  return { attribute: textAttribute(property, value === true ? '' : text), ignored: [] };
}

function plainAttribute(name: string, value: Attribute['value'], text: string): Result {
  if (!isAttributeName(name)) return { reason: 'name' };
  return { attribute: value === true ? bareAttribute(name) : textAttribute(name, text), ignored: [] };
}

/** An attribute without a value. */
export const bareAttribute = (name: string): JsxAttribute => ({ type: 'mdxJsxAttribute', name, value: null });

/** An attribute with text. Line breaks stand in an expression: in a quote or list the lines would not be the text's own. */
export function textAttribute(name: string, text: string): JsxAttribute {
  return /[\r\n]/.test(text) ? expressionAttribute(name, text) : { type: 'mdxJsxAttribute', name, value: text };
}

/** An attribute whose value is the JavaScript expression that is given as code. */
export const codeAttribute = (name: string, code: string): JsxAttribute => ({
  type: 'mdxJsxAttribute',
  name,
  value: { type: 'mdxJsxAttributeValueExpression', value: code },
});

/** An attribute whose value is a JavaScript expression. */
export const expressionAttribute = (name: string, value: PropValue): JsxAttribute => ({
  type: 'mdxJsxAttribute',
  name,
  value: { type: 'mdxJsxAttributeValueExpression', value: printLiteral(value) },
});

/** The props of a component: text as text, other values as expressions, names that JSX cannot say as a spread object. */
export function propAttributes(props: readonly Prop[]): JsxAttribute[] {
  return props.map(({ name, value }): JsxAttribute => {
    if (!isAttributeName(name))
      return { type: 'mdxJsxExpressionAttribute', value: `...${printLiteral({ [name]: value })}` };
    if (value === true) return bareAttribute(name);
    return typeof value === 'string' ? textAttribute(name, value) : expressionAttribute(name, value);
  });
}
