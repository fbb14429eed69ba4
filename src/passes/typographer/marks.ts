import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { TypographerMarkup } from '../../model/markup.ts';

/** The text of each mark; one that the site leaves empty deletes the characters, as in Hugo. */
export type TypographicMarks = { readonly [K in keyof TypographerMarkup]: string };

// Every page of a language has the same settings.
const known = new WeakMap<TypographerMarkup, TypographicMarks>();

/** Hugo's settings are HTML (`&ldquo;`); what a reader sees of them is text. */
export function readMarks(markup: TypographerMarkup): TypographicMarks {
  const marks = known.get(markup) ?? parseMarks(markup);
  known.set(markup, marks);
  return marks;
}

function parseMarks(markup: TypographerMarkup): TypographicMarks {
  const entries = Object.entries(markup).map(([name, html]) => [name, textOf(html)]);
  return Object.fromEntries(entries) as unknown as TypographicMarks; // the same keys, each with a text
}

function textOf(html: string): string {
  if (!html.includes('&') && !html.includes('<')) return html;
  return parseFragment(html).childNodes.map(nodeText).join('');
}

function nodeText(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ('childNodes' in node) return node.childNodes.map(nodeText).join('');
  return 'value' in node ? node.value : '';
}
