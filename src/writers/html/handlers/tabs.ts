import type { ElementContent } from 'hast';
import type { NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { element, newline, text } from '../hast.ts';

/** All tabs one below the other, each a section with its label: readable without any script. */
export function tabs(node: NodeOf<'tabs'>, state: HtmlState): ElementContent[] {
  const sections = node.children.flatMap((item) => [...tab(item, state), newline]);
  return [element('div', { class: 'tabs', 'data-group': node.group }, [newline, ...sections])];
}

export function tab(node: NodeOf<'tab'>, state: HtmlState): ElementContent[] {
  const own = { class: 'tab', 'aria-label': node.label, 'data-value': node.value };
  const label = element('p', { class: 'tab-label' }, [text(node.label)]);
  return [element('section', own, [newline, label, newline, ...state.flow(node.children)])];
}
