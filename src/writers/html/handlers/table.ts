import type { Element, ElementContent } from 'hast';
import type { NodeOf, Table, TableRow } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { blockProperties } from '../block-attributes.ts';
import { element, newline } from '../hast.ts';

/** Hugo's own table template: alignment as a style, and a body even where it is empty. */
export function table(node: NodeOf<'table'>, state: HtmlState): ElementContent[] {
  const [head, ...rows] = node.children;
  const body = rows.flatMap((row) => [rowElement(row, 'td', node.align, state), newline]);
  return [
    element('table', blockProperties(node, state), [
      newline,
      element('thead', {}, head ? [newline, rowElement(head, 'th', node.align, state), newline] : []),
      newline,
      element('tbody', {}, [newline, ...body]),
      newline,
    ]),
  ];
}

function rowElement(row: TableRow, tagName: 'th' | 'td', align: Table['align'], state: HtmlState): Element {
  const cells = row.children.flatMap((cell, at) => {
    // Goldmark aligns the cells that the author wrote, not those that it adds to short rows.
    const side = cell.place || cell.children.length > 0 ? align[at] : undefined;
    const style = side ? `text-align: ${side}` : undefined;
    return [element(tagName, { style }, state.nodes(cell.children)), newline];
  });
  return element('tr', {}, [newline, ...cells]);
}

export function tableRow(node: NodeOf<'tableRow'>, state: HtmlState): ElementContent[] {
  return [rowElement(node, 'td', [], state)];
}

export function tableCell(node: NodeOf<'tableCell'>, state: HtmlState): ElementContent[] {
  return [element('td', {}, state.nodes(node.children))];
}
