/** `#+CAPTION:` and `#+ATTR_HTML:`, which belong to what follows them. */
import type { ElementContent } from 'hast';
import type { Content } from 'orga';
import { element, newline, text } from './hast.ts';

/** Puts a caption around the HTML of a node that has one. */
export function captioned(node: Content, html: readonly ElementContent[]): readonly ElementContent[] {
  const caption = affiliated(node, 'caption');
  if (typeof caption !== 'string') return html;
  const label = element('figcaption', {}, [newline, text(caption), newline]);
  return [element('figure', {}, [newline, ...html, label, newline]), newline];
}

/** The attributes that `#+ATTR_HTML:` gives to a node. */
export function htmlAttributes(node: Content): Readonly<Record<string, string>> {
  const given = affiliated(node, 'attr_html');
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}

function affiliated(node: Content, name: string): unknown {
  if (!('attributes' in node)) return undefined;
  return Object.hasOwn(node.attributes, name) ? node.attributes[name] : undefined;
}
