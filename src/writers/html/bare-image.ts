import type { Markup } from '../../model/markup.ts';
import type { Image, Node } from '../../model/nodes.ts';

/** The image that a paragraph consists of, where `wrapStandAloneImageWithinParagraph` is off and it loses its `<p>`. */
export function bareImage(node: Node, markup: Markup): Image | undefined {
  if (node.type !== 'paragraph' || markup.wrapStandAloneImageWithinParagraph) return undefined;
  const [only, ...others] = node.children;
  return only?.type === 'image' && others.length === 0 ? only : undefined;
}
