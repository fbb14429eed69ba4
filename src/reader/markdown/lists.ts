import type { List, ListItem, RootContent } from 'mdast';
import type { Unpaired } from '../html/raw.ts';
import { isBlankBefore } from './blank-lines.ts';
import { isDefinitionList } from './definition-lists.ts';
import { childBlocks } from './descend.ts';
import { placeOfBlock, rangeOf, type Conversion } from './state.ts';
import { readTask } from './task-lists.ts';

/** A list, loose or tight as Goldmark has it. */
export function convertList(node: List, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const spread = isLoose(node, state);
  const children = node.children.map((item, index) => convertItem(item, node.children[index + 1], spread, state));
  return {
    type: 'list',
    ordered: node.ordered === true,
    ...(node.ordered && typeof node.start === 'number' && { start: node.start }),
    spread,
    children,
    place: placeOfBlock(state, start, end),
  };
}

function convertItem(node: ListItem, next: ListItem | undefined, spread: boolean, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  // An item that ends in a fence without an end reaches into the next one, if the engines are asked.
  const stop = next ? Math.min(end, rangeOf(next)[0]) : end;
  const { checked, item } = readTask(node, state);
  const children = childBlocks(item.children, state, { tight: !spread, inItem: true });
  return {
    type: 'listItem',
    ...(checked !== undefined && { checked }),
    children,
    place: placeOfBlock(state, start, stop),
  };
}

/** A list is loose if a blank line stands before any item but the first, or before any block but the first of an item. */
function isLoose(list: List, state: Conversion): boolean {
  for (const [index, item] of list.children.entries()) {
    if (index > 0 && isBlankBefore(rangeOf(item)[0], state)) return true;
    if (blocksOf(item, state).some((child, at) => at > 0 && isApart(child, state))) return true;
  }
  return false;
}

/** Goldmark's blocks of an item: terms belong to the descriptions below them, and a footnote stands at the page's end. */
function blocksOf({ children }: ListItem, state: Conversion): readonly RootContent[] {
  return children.filter(({ type }, at) => {
    const next = children[at + 1];
    const isTerm = type === 'paragraph' && next?.type === 'list' && isDefinitionList(next, state);
    return !isTerm && type !== 'footnoteDefinition';
  });
}

/** A table is made of a paragraph only once that has ended, and does not remember the blank line before it. */
const isApart = (child: RootContent, state: Conversion): boolean =>
  child.type !== 'table' && isBlankBefore(rangeOf(child)[0], state);
