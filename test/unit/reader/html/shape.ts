import type { Node } from '../../../../src/model/nodes.ts';

type Shape = string | readonly Shape[];

/** A tree in short: text as it is, other nodes as a list of their name and their children. */
export const shape = (nodes: readonly Node[]): Shape[] => nodes.map(shapeOf);

function shapeOf(node: Node): Shape {
  const children = 'children' in node ? shape(node.children) : [];
  switch (node.type) {
    case 'text':
      return node.value;
    case 'elementBlock':
      return [`<${node.tagName}>`, ...children];
    case 'elementInline':
      return [node.tagName, ...children];
    case 'shortcodeBlock':
    case 'shortcodeInline':
      return [`${node.type === 'shortcodeBlock' ? '{{% ' : '{{< '}${node.call.name}`, ...children];
    default:
      return [node.type, ...children];
  }
}
