import type { ElementContent } from 'hast';
import type { NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { bareImage } from '../bare-image.ts';
import { blockProperties } from '../block-attributes.ts';
import { element, newline } from '../hast.ts';

/** A paragraph. An image that stands alone without one takes over the paragraph's attributes. */
export function paragraph(node: NodeOf<'paragraph'>, state: HtmlState): ElementContent[] {
  const image = bareImage(node, state.markup);
  if (image) {
    const attributes = [...(node.attributes ?? []), ...(image.attributes ?? [])];
    return state.nodes([{ ...image, attributes }]);
  }
  return [element('p', blockProperties(node, state), state.nodes(node.children))];
}

export function heading(node: NodeOf<'heading'>, state: HtmlState): ElementContent[] {
  const own = blockProperties(node, state);
  return [element(`h${node.depth}`, { ...own, id: node.id }, state.nodes(node.children))];
}

export function thematicBreak(node: NodeOf<'thematicBreak'>, state: HtmlState): ElementContent[] {
  return [element('hr', blockProperties(node, state), [])];
}

/** Goldmark has no element for an alert: without a render hook it is a quote like any other. */
export function blockquote(node: NodeOf<'blockquote'>, state: HtmlState): ElementContent[] {
  return [element('blockquote', blockProperties(node, state), [newline, ...state.flow(node.children)])];
}
