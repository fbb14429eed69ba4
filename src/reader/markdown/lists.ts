import type { List, ListItem } from 'mdast';
import type { Unpaired } from '../html/raw.ts';
import { childBlocks } from './blocks.ts';
import { placeOf, rangeOf, type Conversion } from './state.ts';
import { readTask } from './task-lists.ts';

/** A list, loose or tight as Goldmark has it. */
export function convertList(node: List, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const spread = isLoose(node, state);
  const children = node.children.map((item) => convertItem(item, spread, state));
  return {
    type: 'list',
    ordered: node.ordered === true,
    ...(node.ordered && typeof node.start === 'number' && { start: node.start }),
    spread,
    children,
    place: placeOf(state, start, end),
  };
}

function convertItem(node: ListItem, spread: boolean, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const { checked, item } = readTask(node, state);
  const children = childBlocks(item.children, state, { tight: !spread, inItem: true });
  return {
    type: 'listItem',
    ...(checked !== undefined && { checked }),
    children,
    place: placeOf(state, start, end),
  };
}

/** A list is loose if a blank line stands before any item but the first, or before any block but the first of an item. */
function isLoose(list: List, state: Conversion): boolean {
  for (const [index, item] of list.children.entries()) {
    if (index > 0 && isBlankBefore(rangeOf(item)[0], state)) return true;
    for (const child of item.children.slice(1)) if (isBlankBefore(rangeOf(child)[0], state)) return true;
  }
  return false;
}

/** Whether the line above the one that an offset is in holds nothing but white space and the marks of open quotes. */
export function isBlankBefore(offset: number, state: Conversion): boolean {
  const { text } = state.composed;
  const lineStart = text.lastIndexOf('\n', offset - 1);
  if (lineStart < 0) return false;
  let quotes = state.quotes;
  for (let at = lineStart - 1; at >= 0 && text[at] !== '\n'; at--) {
    const character = text[at];
    if (character === ' ' || character === '\t' || character === '\r') continue;
    if (character !== '>' || quotes-- === 0) return false;
  }
  return true;
}
