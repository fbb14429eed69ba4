import type { RootContent } from 'mdast';
import type { DefinitionDescription, DefinitionList, DefinitionTerm, FlowContent } from '../../../../model/nodes.ts';
import type { TreeState } from '../state.ts';
import { textAttribute } from '../../jsx/attributes.ts';
import { writeAttributes } from '../attributes.ts';
import { jsxBlock, jsxLine } from '../element.ts';
import { flowElement } from '../nodes.ts';

/** Goldmark's definition lists, which GFM has not, as the elements that Hugo prints for them. */
export function definitionList(node: DefinitionList, state: TreeState): RootContent[] {
  const attributes = writeAttributes('dl', node.attributes ?? [], node, state.writing);
  return [
    flowElement(
      'dl',
      attributes,
      node.children.flatMap((part) => state.node(part)),
    ),
  ];
}

export const definitionTerm = (node: DefinitionTerm, state: TreeState): RootContent[] =>
  jsxLine('dt', node.id === undefined ? [] : [textAttribute('id', node.id)], state.inlines(node.children));

export const definitionDescription = (node: DefinitionDescription, state: TreeState): RootContent[] =>
  jsxBlock('dd', [], node.spread ? node.children : withoutFirstParagraph(node.children), state);

/** Of a tight description Goldmark takes the first paragraph's tag off, and leaves those of others. */
function withoutFirstParagraph(children: readonly FlowContent[]): readonly FlowContent[] {
  const first = children.findIndex(({ type }) => type === 'paragraph');
  const paragraph = children[first];
  if (paragraph?.type !== 'paragraph' || paragraph.attributes?.length) return children;
  return [...children.slice(0, first), ...paragraph.children, ...children.slice(first + 1)];
}
