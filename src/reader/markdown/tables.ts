import type { Table, TableCell, TableRow } from 'mdast';
import type { Unpaired } from '../html/raw.ts';
import { enterLeaf } from './descend.ts';
import { isReplaced } from './composed-text.ts';
import { placeOf, rangeOf, type Conversion } from './state.ts';

/** A table; every row gets as many cells as there are columns. Cells that the author did not write have no place. */
export function convertTable(node: Table, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const align = (node.align ?? []).map((side) => side ?? null);
  return {
    type: 'table',
    align,
    children: node.children.map((row) => convertRow(row, align.length, state)),
    place: placeOf(state, start, end),
  };
}

function convertRow(node: TableRow, columns: number, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const children = node.children.slice(0, columns).map((cell) => convertCell(cell, state));
  while (children.length < columns) children.push({ type: 'tableCell', children: [] });
  return { type: 'tableRow', children, place: placeOf(state, start, end) };
}

function convertCell(node: TableCell, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  enterLeaf(state, rangeOf(node.children[0] ?? node)[0]);
  const children = state.inlines(node.children, state);
  if (children.length === 0 && isReplaced(state.composed, start)) return { type: 'tableCell', children };
  return { type: 'tableCell', children, place: placeOf(state, start, end) };
}
