/** `#+CAPTION:` and `#+ATTR_HTML:`, which belong to what follows them. */
import type { ElementContent } from 'hast';
import type { OrgPage } from './state.ts';
import { type Attributes, element, newline } from './hast.ts';
import { inlinesOf } from './inlines.ts';

export interface Affiliated {
  readonly caption?: string;
  readonly attributes?: Attributes;
}

/** Takes a keyword into account if it is one of them. */
export function addAffiliated(before: Affiliated, key: string, value: string): Affiliated | undefined {
  if (key === 'caption')
    return { ...before, caption: before.caption === undefined ? value : `${before.caption} ${value}` };
  if (key === 'attr_html') return { ...before, attributes: { ...before.attributes, ...readAttributes(value) } };
  return undefined;
}

/** `:width 100 :class foo`. */
function readAttributes(value: string): Attributes {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>; // without a prototype it holds nothing yet
  for (const part of ` ${value}`.split(' :').slice(1)) {
    const [name = '', ...words] = part.trim().split(' ');
    if (isAttributeName(name)) attributes[name] = words.join(' ').trim();
  }
  return attributes;
}

/** A name such as `__proto__` or `constructor` is no attribute of HTML. */
const isAttributeName = (name: string): boolean => /^[a-z][\w:-]*$/i.test(name) && !(name in Object.prototype);

/** Puts a caption around what has one. */
export function captioned(
  html: readonly ElementContent[],
  caption: string | undefined,
  page: OrgPage,
): readonly ElementContent[] {
  if (caption === undefined) return html;
  const label = element('figcaption', {}, [newline, ...inlinesOf(caption, page), newline]);
  return [element('figure', {}, [newline, ...html, label, newline]), newline];
}

export const withAttributes = (html: readonly ElementContent[], attributes: Attributes): readonly ElementContent[] =>
  html.map((node) => (node.type === 'element' ? { ...node, properties: { ...node.properties, ...attributes } } : node));
