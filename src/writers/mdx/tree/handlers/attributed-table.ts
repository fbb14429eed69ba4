import type { RootContent } from 'mdast';
import type { Table, TableRow } from '../../../../model/nodes.ts';
import type { TreeState } from '../state.ts';
import { writeAttributes } from '../attributes.ts';
import { jsxLine } from '../element.ts';
import { flowElement } from '../nodes.ts';

/** A table with attributes, as elements: Markdown has no place for them. */
export function attributedTable(node: Table, state: TreeState): RootContent[] {
  const attributes = writeAttributes('table', node.attributes ?? [], node, state.writing);
  const [head, ...rows] = node.children;
  const children: RootContent[] = [];
  if (head) children.push(flowElement('thead', [], [rowElement(head, 'th', node, state)]));
  if (rows.length > 0)
    children.push(
      flowElement(
        'tbody',
        [],
        rows.map((row) => rowElement(row, 'td', node, state)),
      ),
    );
  return [flowElement('table', attributes, children)];
}

function rowElement(row: TableRow, name: 'th' | 'td', { align }: Table, state: TreeState): RootContent {
  const cells = row.children.flatMap((cell, column) => {
    const side = align[column];
    const style = side ? [{ name: 'style', value: `text-align: ${side}` }] : [];
    return jsxLine(name, writeAttributes(name, style, cell, state.writing), state.inlines(cell.children));
  });
  return flowElement('tr', [], cells);
}
