import type { ElementContent } from 'hast';
import type { NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { element, newline, text } from '../hast.ts';

/** `<aside class="admonition">`, or `<details>` where it folds. A missing title is the kind's own word. */
export function admonition(node: NodeOf<'admonition'>, state: HtmlState): ElementContent[] {
  const { kind, title, collapsible, children } = node;
  const heading = title ? state.nodes(title) : [text(kind.charAt(0).toUpperCase() + kind.slice(1))];
  const own = { class: `admonition admonition-${kind}`, 'data-kind': kind };
  const content = state.flow(children);
  if (collapsible === 'none') {
    const line = element('p', { class: 'admonition-title' }, heading);
    return [element('aside', own, [newline, line, newline, ...content])];
  }
  const summary = element('summary', { class: 'admonition-title' }, heading);
  const open = collapsible === 'open' || undefined;
  return [element('details', { ...own, open }, [newline, summary, newline, ...content])];
}
