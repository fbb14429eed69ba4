import type { ElementContent } from 'hast';
import type { NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { properties } from '../attributes.ts';
import { element, newline } from '../hast.ts';

export function details(node: NodeOf<'details'>, state: HtmlState): ElementContent[] {
  const summary = element('summary', {}, state.nodes(node.summary));
  const open = node.open || undefined;
  return [element('details', { open }, [newline, summary, newline, ...state.flow(node.children)])];
}

export function container(node: NodeOf<'container'>, state: HtmlState): ElementContent[] {
  return [element(node.tagName, properties(node.attributes, state), [newline, ...state.flow(node.children)])];
}
