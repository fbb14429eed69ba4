/** Plain elements for Markdown nodes that the browser put where, or gave content that, Markdown cannot have. */
import type { Attribute, ElementBlock, FlowContent, Node } from '../../model/nodes.ts';
import type { UnpairedNode } from './raw.ts';
import type { Rebuilder } from './rebuild.ts';
import type { BuiltElement } from './tree.ts';
import { isPart } from '../../model/kinds.ts';
import { append } from '../../model/append.ts';

/** The element that Hugo prints for a Markdown node. */
export function standIn(element: BuiltElement, node: UnpairedNode | Node, rebuilder: Rebuilder): ElementBlock {
  return {
    type: 'elementBlock',
    tagName: element.tagName.startsWith('x-') ? 'div' : element.tagName,
    attributes: attributesOf(node),
    ...(node.place && { place: node.place }),
    children: contentOf(element, rebuilder),
  };
}

function contentOf(element: BuiltElement, rebuilder: Rebuilder): readonly FlowContent[] {
  const { origin, children } = element;
  if (origin?.kind === 'whole' && isPart(origin.node)) return partContent(origin.node, element);
  return rebuilder.flow(children, element);
}

/** The content of a row, cell or item that came through as a whole but stands alone now. */
function partContent(part: Node, element: BuiltElement): readonly FlowContent[] {
  switch (part.type) {
    case 'tableRow': {
      const tagName = element.parent?.tagName === 'thead' ? 'th' : 'td';
      return part.children.map((cell) => ({ type: 'elementBlock', tagName, attributes: [], children: cell.children }));
    }
    case 'listItem':
      return isTightItem(element) ? part.children.flatMap(withoutParagraph) : part.children;
    case 'definitionDescription':
      return part.spread
        ? part.children
        : [...part.children.slice(0, 1).flatMap(withoutParagraph), ...part.children.slice(1)];
    case 'definitionTerm':
    case 'tableCell':
      return part.children;
    default:
      return [];
  }
}

/** In a tight list there is no paragraph around the text, and without the list nothing says so any more. */
const withoutParagraph = (node: FlowContent): readonly FlowContent[] =>
  node.type === 'paragraph' ? node.children : [node];

/** Whether a list item's paragraphs have no tag. */
export const isTightItem = ({ origin }: BuiltElement): boolean =>
  (origin?.kind === 'open' || origin?.kind === 'whole') && origin.tight;

/** The attributes that Hugo prints for a Markdown node. */
function attributesOf(node: UnpairedNode | Node): Attribute[] {
  const attributes: Attribute[] = [];
  if ('id' in node && typeof node.id === 'string') attributes.push({ name: 'id', value: node.id });
  if (node.type === 'list' && node.ordered && node.start !== undefined && node.start !== 1) {
    attributes.push({ name: 'start', value: String(node.start) });
  }
  if (node.type === 'link') {
    attributes.push({ name: 'href', value: node.url });
    if (node.title !== undefined) attributes.push({ name: 'title', value: node.title });
  }
  if ('attributes' in node && node.attributes) append(attributes, node.attributes);
  return attributes;
}
