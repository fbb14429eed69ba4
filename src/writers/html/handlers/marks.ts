/** Buttons, badges and icons: what stands in a line of text. */
import type { ElementContent } from 'hast';
import type { Icon, NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { properties } from '../attributes.ts';
import { element, text } from '../hast.ts';
import { destination } from './link.ts';

export function button(node: NodeOf<'button'>, state: HtmlState): ElementContent[] {
  const { url, kind, icon: name, attributes } = node;
  const mark = name === undefined ? [] : [iconMark({ name }), text(' ')];
  const content = [...mark, ...state.nodes(node.children)];
  const own = { class: kinds('button', kind), ...properties(attributes, state) };
  if (url === undefined) return [element('button', { type: 'button', ...own }, content)];
  return [element('a', { href: destination(url, state), ...own }, content)];
}

export function badge(node: NodeOf<'badge'>, state: HtmlState): ElementContent[] {
  const own = { class: kinds('badge', node.kind) };
  const content = state.nodes(node.children);
  if (node.url === undefined) return [element('span', own, content)];
  return [element('a', { href: destination(node.url, state), ...own }, content)];
}

export const icon = (node: NodeOf<'icon'>): ElementContent[] => [iconMark(node)];

/** An empty element that a style sheet draws; hidden from those who are read to, unless it says something. */
export function iconMark({ name, set, label }: Omit<Icon, 'type'>): ElementContent {
  const said = label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label };
  return element('span', { class: 'icon', 'data-icon': name, 'data-icon-set': set, ...said }, []);
}

const kinds = (name: string, kind: string | undefined): string =>
  kind === undefined ? name : `${name} ${name}-${kind}`;
