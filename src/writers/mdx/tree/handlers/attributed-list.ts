import type { PhrasingContent, RootContent } from 'mdast';
import type { FlowContent, List, ListItem } from '../../../../model/nodes.ts';
import type { TreeState } from '../state.ts';
import { bareAttribute, textAttribute } from '../../jsx/attributes.ts';
import { writeAttributes } from '../attributes.ts';
import { jsxBlock, jsxLine, trimmed } from '../element.ts';
import { flowElement, text, textElement } from '../nodes.ts';

/** A list with attributes, as elements: Markdown has no place for them. */
export function attributedList(node: List, state: TreeState): RootContent[] {
  const name = node.ordered ? 'ol' : 'ul';
  const start =
    node.ordered && node.start !== undefined && node.start !== 1 ? [{ name: 'start', value: String(node.start) }] : [];
  const attributes = writeAttributes(name, [...start, ...(node.attributes ?? [])], node, state.writing);
  return [
    flowElement(
      name,
      attributes,
      node.children.flatMap((item) => itemElement(item, node.spread, state)),
    ),
  ];
}

function itemElement(item: ListItem, spread: boolean, state: TreeState): RootContent[] {
  const children = spread ? item.children : withoutParagraphs(item.children);
  if (item.checked === undefined) return jsxBlock('li', [], children, state);
  const box = checkbox(item.checked);
  const [first, ...rest] = withoutParagraphs(item.children);
  if (rest.length > 0 || !first)
    return [flowElement('li', [], [{ type: 'paragraph', children: [box] }, ...state.blocks(children)])];
  return jsxLine('li', [], [box, text(' '), ...trimmed(state.inlines([first]))]);
}

/** The box of a task. */
export const checkbox = (checked: boolean): PhrasingContent =>
  textElement(
    'input',
    [textAttribute('type', 'checkbox'), bareAttribute('disabled'), ...(checked ? [bareAttribute('checked')] : [])],
    [],
  );

/** The content of a tight item: its paragraphs are bare text. */
const withoutParagraphs = (children: readonly FlowContent[]): readonly FlowContent[] =>
  children.flatMap((child): readonly FlowContent[] =>
    child.type === 'paragraph' && !child.attributes?.length ? child.children : [child],
  );
