import type { ElementContent } from 'hast';
import type { NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { properties } from '../attributes.ts';
import { element, newline } from '../hast.ts';

/**
 * A paragraph. An image alone loses its `<p>` where `wrapStandAloneImageWithinParagraph` is off, and takes over the
 * paragraph's attributes.
 */
export function paragraph(node: NodeOf<'paragraph'>, state: HtmlState): ElementContent[] {
  const [only, ...others] = node.children;
  if (only?.type === 'image' && others.length === 0 && !state.markup.wrapStandAloneImageWithinParagraph) {
    const attributes = [...(node.attributes ?? []), ...(only.attributes ?? [])];
    return state.nodes([{ ...only, attributes }]);
  }
  return [element('p', properties(node.attributes, state), state.nodes(node.children))];
}

export function heading(node: NodeOf<'heading'>, state: HtmlState): ElementContent[] {
  const own = properties(node.attributes, state);
  return [element(`h${node.depth}`, { ...own, id: node.id }, state.nodes(node.children))];
}

export function thematicBreak(node: NodeOf<'thematicBreak'>, state: HtmlState): ElementContent[] {
  return [element('hr', properties(node.attributes, state), [])];
}

/** Goldmark has no element for an alert: without a render hook it is a quote like any other. */
export function blockquote(node: NodeOf<'blockquote'>, state: HtmlState): ElementContent[] {
  return [element('blockquote', properties(node.attributes, state), [newline, ...state.flow(node.children)])];
}
