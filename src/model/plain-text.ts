import type { Node } from './nodes.ts';
import { childrenOf, fillTemplate } from './walk.ts';

/** The text of some nodes without markup: Goldmark's plain text, in which an image counts as its alternative text. */
export function plainText(nodes: readonly Node[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: Node): string {
  switch (node.type) {
    case 'text':
    case 'emoji':
    case 'value':
    case 'mathInline':
    case 'mathBlock':
      return node.value;
    case 'inlineCode':
    case 'code':
    case 'diagram':
      return fillTemplate(node.value, () => '');
    case 'image':
    case 'imageReference':
      return fillTemplate(node.alt, () => '');
    case 'icon':
      return node.label ?? '';
    case 'break':
      return '\n';
    default:
      return plainText(childrenOf(node));
  }
}
