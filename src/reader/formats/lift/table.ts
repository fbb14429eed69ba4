import type { ElementBlock, FlowContent, Table, TableCell, TableRow } from '../../../model/nodes.ts';
import { inlineContent } from './inline-content.ts';
import { isWithout, textOf } from './attributes.ts';

type Align = Table['align'][number];

/** A table as Markdown has it: one row of headers, then rows as long, and in the cells a line of text. */
export function liftTable(element: ElementBlock, children: readonly FlowContent[]): Table | undefined {
  const [head, body, ...others] = children;
  const headRows = rowsOf(head, 'thead', 'th');
  const rows = rowsOf(body, 'tbody', 'td');
  const [first] = headRows ?? [];
  if (!isWithout(element) || !first || headRows?.length !== 1 || !rows || others.length > 0) return undefined;
  const columns = first.align.length;
  const isUniform = rows.every(
    ({ align }) => align.length === columns && align.every((side, at) => side === first.align[at]),
  );
  return isUniform
    ? { type: 'table', align: first.align, children: [first.row, ...rows.map(({ row }) => row)] }
    : undefined;
}

interface LiftedRow {
  readonly row: TableRow;
  readonly align: readonly Align[];
}

function rowsOf(section: FlowContent | undefined, tagName: string, cellTag: string): LiftedRow[] | undefined {
  if (section?.type !== 'elementBlock' || section.tagName !== tagName || !isWithout(section)) return undefined;
  const rows: LiftedRow[] = [];
  for (const row of section.children) {
    if (row.type !== 'elementBlock' || row.tagName !== 'tr' || !isWithout(row)) return undefined;
    const cells: TableCell[] = [];
    const align: Align[] = [];
    for (const cell of row.children) {
      if (cell.type !== 'elementBlock' || cell.tagName !== cellTag || !isWithout(cell, 'style')) return undefined;
      const side = alignOf(textOf(cell, 'style'));
      const children = inlineContent(cell.children);
      if (side === undefined || !children) return undefined;
      align.push(side);
      cells.push({ type: 'tableCell', children });
    }
    rows.push({ row: { type: 'tableRow', children: cells }, align });
  }
  return rows;
}

/** `text-align: left;` is all the style that a cell may have. */
function alignOf(style: string | undefined): Align | undefined {
  if (style === undefined) return null;
  const [name, value, ...rest] = style
    .replace(/;\s*$/, '')
    .split(':')
    .map((part) => part.trim());
  if (name !== 'text-align' || rest.length > 0) return undefined;
  return value === 'left' || value === 'right' || value === 'center' ? value : undefined;
}
