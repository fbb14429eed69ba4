import type { Node } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import type { RichCell, RichRow } from '../rich-text.ts';
import type { State } from '../state.ts';
import type { Element } from './html-element.ts';
import { fitBlocks, fitParagraphs } from '../fit.ts';
import { foreign, isBlank, isElement, keep, textOf } from './html-element.ts';
import { tableOf } from './tables.ts';
import { append } from '../../../model/append.ts';

/** A table of rows and cells; one that holds anything else, such as a shortcode that makes rows, is kept as it is. */
export function tableElement(node: Element, state: State): readonly Piece[] {
  const parts = partsOf(node);
  if (!parts) return foreign(node, state);
  keep(node, state);
  for (const group of parts.groups) keep(group, state);
  const caption = parts.captions.flatMap((element) => {
    keep(element, state);
    return fitBlocks(state.pieces(element.children), state);
  });
  return [...caption, ...tableOf(parts.rows.map((row) => rowOf(row, state)))];
}

interface TableParts {
  readonly captions: readonly Element[];
  readonly groups: readonly Element[];
  readonly rows: readonly Element[];
}

const GROUPS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot', 'colgroup', 'col']);

function partsOf(table: Element): TableParts | undefined {
  const parts = { captions: [] as Element[], groups: [] as Element[], rows: [] as Element[] };
  const pending: Node[] = table.children.toReversed() as Node[]; // a fresh array of the same nodes
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isBlank(node) || node.type === 'commentBlock' || node.type === 'commentInline') continue;
    if (!isElement(node)) return undefined;
    if (node.tagName === 'caption') parts.captions.push(node);
    else if (GROUPS.has(node.tagName)) {
      parts.groups.push(node);
      append(pending, (node.children as readonly Node[]).toReversed());
    } else if (node.tagName === 'tr' && (node.children as readonly Node[]).every(isCellOrBlank)) parts.rows.push(node);
    else return undefined;
  }
  return parts;
}

const isCell = (node: Node): node is Element => isElement(node) && (node.tagName === 'td' || node.tagName === 'th');

const isCellOrBlank = (node: Node): boolean => isCell(node) || isBlank(node);

function rowOf(row: Element, state: State): RichRow {
  keep(row, state);
  const cells = (row.children as readonly Node[]).filter(isCell).map((cell): RichCell => {
    keep(cell, state, ['colspan', 'rowspan']);
    const data = { ...spanOf('colspan', cell, state), ...spanOf('rowspan', cell, state) };
    const content = fitParagraphs(state.pieces(cell.children), state, cell.openTag);
    return { nodeType: cell.tagName === 'th' ? 'table-header-cell' : 'table-cell', data, content };
  });
  return { nodeType: 'table-row', data: {}, content: cells };
}

function spanOf<Name extends 'colspan' | 'rowspan'>(name: Name, cell: Element, state: State): { [N in Name]?: number } {
  const span = Number.parseInt(textOf(cell, name, state) ?? '', 10);
  return span > 1 && span <= 1000 ? ({ [name]: span } as { [N in Name]: number }) : {}; // the computed key is the name
}
