import type { ElementContent } from 'hast';
import type { Table, TableRow } from 'orga';
import type { OrgPage } from './state.ts';
import { element, newline } from './hast.ts';
import { inlinesOf } from './inlines.ts';
import { sourceOf } from './source-of.ts';

const ALIGNMENTS: Readonly<Record<string, string>> = { l: 'align-left', c: 'align-center', r: 'align-right' };
const ALIGNMENT = /^<(?<side>[lcr]?)\d*>$/;
const NUMBER = /^[-+]?\d[\d.,]*%?$/;

/** The tables of a node: orga takes several with blank lines between them for one. */
export function tablesOf({ children }: Table, page: OrgPage): ElementContent[] {
  const tables: TableParts[] = [];
  let line = 0;
  for (const part of children) {
    const own = part.position?.start.line ?? line;
    if (own > line + 1 || tables.length === 0) tables.push([]);
    tables.at(-1)?.push(part);
    line = own;
  }
  return tables.flatMap((parts) => [tableOf(parts, page), newline]);
}

type TableParts = Table['children'];

/** A table: what is above the first rule is its head; `<r>` in a row of its own aligns a column, as numbers do. */
function tableOf(parts: TableParts, page: OrgPage): ElementContent {
  const rows = parts.filter((part): part is TableRow => part.type === 'table.row');
  const settings = new Set(rows.filter(isSetting));
  const rule = parts.findIndex(({ type }) => type === 'table.hr');
  const isHead = (row: TableRow): boolean =>
    rule > 0 && parts.indexOf(row) < rule && parts.slice(rule + 1).some(({ type }) => type === 'table.row');
  const content = rows.filter((row) => !settings.has(row));
  const head = content.filter(isHead);
  const classes = classesOf(
    content.filter((row) => !isHead(row)),
    [...settings],
  );
  const section = (name: string, cell: string, of: readonly TableRow[]): ElementContent[] =>
    of.length === 0
      ? []
      : [element(name, {}, [newline, ...of.flatMap((row) => rowOf(row, cell, classes, page))]), newline];
  return element('table', {}, [
    newline,
    ...section('thead', 'th', head),
    ...section(
      'tbody',
      'td',
      content.filter((row) => !head.includes(row)),
    ),
  ]);
}

const cellsOf = (row: TableRow): TableRow['children'] => row.children.filter(({ type }) => type === 'table.cell');
const textOf = (cell: TableRow['children'][number]): string => sourceOf(cell).trim();
/** A number in bold is no number to go-org. */
const isPlain = (cell: TableRow['children'][number]): boolean =>
  'children' in cell && cell.children.every((child) => child.type === 'text' && !child.style);

const isSetting = (row: TableRow): boolean =>
  cellsOf(row).every((cell) => textOf(cell) === '' || ALIGNMENT.test(textOf(cell))) &&
  cellsOf(row).some((cell) => textOf(cell) !== '');

function classesOf(rows: readonly TableRow[], settings: readonly TableRow[]): (string | undefined)[] {
  const columns = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  return Array.from({ length: columns }, (_, at) => {
    for (const row of settings) {
      const cell = cellsOf(row)[at];
      const side = cell && ALIGNMENT.exec(textOf(cell))?.groups?.['side'];
      if (side) return ALIGNMENTS[side];
    }
    const cells = rows.flatMap((row) => cellsOf(row)[at] ?? []);
    const texts = cells.map(textOf);
    const numbers = cells.filter((cell) => isPlain(cell) && NUMBER.test(textOf(cell))).length;
    return numbers > 0 && numbers * 2 >= texts.filter((value) => value !== '').length ? 'align-right' : undefined;
  });
}

function rowOf(
  row: TableRow,
  tagName: string,
  classes: readonly (string | undefined)[],
  page: OrgPage,
): ElementContent[] {
  const cells = cellsOf(row).flatMap((cell, at) => [
    element(tagName, { class: classes[at] }, trimmed(inlinesOf(cell.children, page))),
    newline,
  ]);
  return [element('tr', {}, [newline, ...cells]), newline];
}

function trimmed(content: ElementContent[]): ElementContent[] {
  return content.map((node, at) => {
    if (node.type !== 'text') return node;
    const start = at === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: at === content.length - 1 ? start.trimEnd() : start };
  });
}
