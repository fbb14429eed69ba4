/** The inventory for a terminal. */
import { eastAsianWidth } from 'get-east-asian-width';
import type { Inventory } from '../../model/inventory.ts';
import type { Paint } from '../pretty.ts';
import type { Table } from './tables.ts';
import { inventoryTables } from './tables.ts';
import { countOf } from './to-do.ts';

/** Cells are cut here, so that a row stays on a line of a wide terminal. */
const MAX_CELL = 56;

export function prettyInventory(inventory: Inventory, paint: Paint): string {
  const { title, site, pages } = inventory;
  const head = `${paint('bold', title === '' ? site : title)}  ${countOf(pages.total, 'page')}, ${countOf(inventory.shortcodes.length, 'shortcode')}\n`;
  return [head, ...inventoryTables(inventory).map((table) => printTable(table, paint))].join('\n');
}

/** A table with aligned columns under its title. */
export function printTable({ title, columns, numbers, rows }: Table, paint: Paint): string {
  const cells = [columns, ...rows].map((row) => row.map(cut));
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => displayWidth(row[at] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => {
        const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(cell)));
        return numbers.includes(at) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = cells;
  return `${paint('bold', title)}\n${paint('dim', line(head))}\n${body.map((row) => `${line(row)}\n`).join('')}`;
}

const cut = (cell: string): string => {
  const characters = [...cell.replaceAll(/\p{Cc}/gu, '·')];
  return characters.length > MAX_CELL ? `${characters.slice(0, MAX_CELL - 1).join('')}…` : characters.join('');
};

/** Columns that a text takes on a terminal. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}
