import type { Table, TableCell, TableRow } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import type { RichCell, RichRow } from '../rich-text.ts';
import type { State } from '../state.ts';
import { fitParagraphs } from '../fit.ts';
import { paragraph } from '../rich-text.ts';
import { dropAttributes } from './blocks.ts';

/** The first row is the header; short rows are filled up, as a browser shows them. */
export function table(node: Table, state: State): readonly Piece[] {
  dropAttributes('table', node.attributes, state, node.place);
  if (node.align.some((align) => align !== null)) state.tally.count('contentful-alignment-dropped', {}, node.place);
  const width = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((row, at) => rowOf(row, at === 0 ? 'table-header-cell' : 'table-cell', width, state));
  return tableOf(rows);
}

export function tableOf(rows: readonly RichRow[]): readonly Piece[] {
  const filled = rows.filter((row) => row.content.length > 0);
  return filled.length === 0 ? [] : [{ nodeType: 'table', data: {}, content: filled }];
}

function rowOf(row: TableRow, nodeType: RichCell['nodeType'], width: number, state: State): RichRow {
  const cells = row.children.map((cell): RichCell => {
    const content = fitParagraphs(state.pieces(cell.children), state, cell.place);
    return { nodeType, data: {}, content };
  });
  while (cells.length < width) cells.push({ nodeType, data: {}, content: [paragraph([])] });
  return { nodeType: 'table-row', data: {}, content: cells };
}

/** Where a row or cell stands without its table: its content. */
export const tableRow = (node: TableRow, state: State): readonly Piece[] => state.pieces(node.children);

export const tableCell = (node: TableCell, state: State): readonly Piece[] => state.pieces(node.children);
