import type { ElementContent } from 'hast';
import type { OrgPage } from './state.ts';
import { element, newline } from './hast.ts';
import { inlinesOf } from './inlines.ts';

const ALIGNMENTS: Readonly<Record<string, string>> = { l: 'align-left', c: 'align-center', r: 'align-right' };
const ALIGNMENT = /^<([lcr]?)\d*>$/;
const NUMBER = /^[-+]?\d[\d.,]*%?$/;
const RULE = /^\|[-+|]*$/;

type Row = readonly string[];

/** A table: what is above the first rule is its head; `<r>` in a row of its own aligns a column, as numbers do. */
export function tableOf(lines: readonly string[], page: OrgPage): ElementContent {
  const rule = lines.findIndex(isRule);
  const rows = lines.map((line, at) => ({ cells: cellsOf(line), at })).filter(({ at }) => !isRule(lines[at] ?? ''));
  const settings = rows.filter(({ cells }) => isSetting(cells));
  const content = rows.filter(({ cells }) => !isSetting(cells));
  const hasHead = rule > 0 && content.some(({ at }) => at > rule);
  const head = content.filter(({ at }) => hasHead && at < rule).map(({ cells }) => cells);
  const body = content.filter(({ at }) => !hasHead || at > rule).map(({ cells }) => cells);
  const classes = classesOf(
    content.map(({ cells }) => cells),
    settings.map(({ cells }) => cells),
  );
  const section = (name: string, cell: string, of: readonly Row[]): ElementContent[] =>
    of.length === 0
      ? []
      : [element(name, {}, [newline, ...of.flatMap((row) => rowOf(row, cell, classes, page))]), newline];
  return element('table', {}, [newline, ...section('thead', 'th', head), ...section('tbody', 'td', body)]);
}

const isRule = (line: string): boolean => line.trim().startsWith('|-') && RULE.test(line.trim());

/** `| a | b |`; the last bar may be missing. */
function cellsOf(line: string): Row {
  const inner = line.trim().slice(1);
  return (inner.endsWith('|') ? inner.slice(0, -1) : inner).split('|').map((cell) => cell.trim());
}

const isSetting = (cells: Row): boolean =>
  cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || ALIGNMENT.test(cell));

function classesOf(rows: readonly Row[], settings: readonly Row[]): (string | undefined)[] {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: columns }, (_, at) => {
    for (const row of settings) {
      const side = ALIGNMENT.exec(row[at] ?? '')?.[1];
      if (side) return ALIGNMENTS[side];
    }
    const texts = rows.map((row) => row[at] ?? '').filter((value) => value !== '');
    const numbers = texts.filter((value) => NUMBER.test(value)).length;
    return numbers > 0 && numbers * 2 >= texts.length ? 'align-right' : undefined;
  });
}

function rowOf(row: Row, tagName: string, classes: readonly (string | undefined)[], page: OrgPage): ElementContent[] {
  const cells = row.flatMap((cell, at) => [element(tagName, { class: classes[at] }, inlinesOf(cell, page)), newline]);
  return [element('tr', {}, [newline, ...cells]), newline];
}
