/** What a target says of a page in its front matter, beside what the author wrote. */
import type { FlowContent } from '../model/nodes.ts';
import type { Field, FieldValue, Page } from '../model/page.ts';
import { plainText } from '../model/plain-text.ts';
import { labelOf, titleFromName } from './hugo-order.ts';

export const textValue = (value: string): FieldValue => ({ type: 'text', value, source: value });

export const booleanValue = (value: boolean): FieldValue => ({ type: 'boolean', value, source: String(value) });

export const numberValue = (value: number): FieldValue => ({ type: 'integer', value, source: String(value) });

/** Whether a field says that menus leave its page out. */
export const isHiding = ({ meaning, value }: Field): boolean =>
  meaning === 'hidden' && value.type === 'boolean' && value.value;

/** Whether a field says that its page shows no table of contents. */
export const isWithoutContents = ({ meaning, value }: Field): boolean =>
  meaning === 'tableOfContents' && value.type === 'boolean' && !value.value;

/** A title for a page whose author gave it none: what menus call it, its first heading, or a name. */
export function fallbackTitle(page: Page, siteTitle: string): string {
  const label = labelOf(page);
  if (label !== '') return label;
  if (page.kind === 'home') return siteTitle || 'Home';
  const heading = page.body.find((node: FlowContent) => node.type === 'heading' && node.depth === 1);
  const text = heading ? plainText([heading]).trim() : '';
  return text || titleFromName(page.path.slice(page.path.lastIndexOf('/') + 1)) || siteTitle || 'Page';
}
