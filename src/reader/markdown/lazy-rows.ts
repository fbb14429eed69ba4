import type { Nodes } from 'mdast';
import type { Edit } from './composed-text.ts';
import { lineStartOf, prefixOf, skipPrefix, type Prefix } from './containers.ts';
import { linesOf, type Leaf } from './leaf-lines.ts';
import type { Conversion } from './state.ts';
import { headerIndex } from './table-repairs.ts';
import { append } from '../../model/append.ts';

/**
 * Rows of a table that stand outside the list item or quote the table is in, or are indented like code.
 *
 * Goldmark makes a table of a paragraph once the paragraph has ended, so that whatever line goes on with the paragraph is a
 * row. To the engines a table is a block of its own that such a line ends. They get the line where the table is.
 */
export function findLazyRows(leaves: readonly Leaf[], state: Conversion): readonly Edit[] {
  if (!state.page.markup.table) return [];
  const edits: Edit[] = [];
  for (const [index, leaf] of leaves.entries()) {
    if (leaf.node.type === 'table') append(edits, rowsBelow(leaf, leaves[index + 1], state));
    else if (leaf.containers.length > 0) append(edits, rowsInside(leaf, state));
  }
  return edits;
}

/** The lines of a paragraph that the engine did not take for a table because a part of it is outside. */
function rowsInside(leaf: Leaf, state: Conversion): readonly Edit[] {
  const { text } = state.composed;
  const source = text.slice(leaf.start, leaf.end);
  if (!source.includes('-') || !source.includes('|')) return [];
  const lines = linesOf(leaf, state);
  const header = headerIndex(text, lines);
  if (header === undefined) return [];
  const prefix = prefixOf(leaf.containers, text);
  return lines.slice(header).flatMap(({ start, lazy }) => (lazy ? [putInside(text, start, prefix)] : []));
}

/** The paragraph or indented code right below a table, which to Goldmark is the table's. */
function rowsBelow(table: Leaf, next: Leaf | undefined, state: Conversion): readonly Edit[] {
  const { text } = state.composed;
  const newline = text.indexOf('\n', table.end);
  if (newline < 0) return [];
  const below = newline + 1;
  const prefix = prefixOf(table.containers, text);
  if (next?.node.type === 'paragraph' && lineStartOf(text, next.start) === below && isAround(next.containers, table)) {
    return linesOf(next, state).map(({ start }) => putInside(text, start, prefix));
  }
  const { at, indent, lazy } = skipPrefix(text, below, prefix);
  const isCode = !lazy && indent > MAX_INDENT && text[at] !== '\n' && text[at] !== '\r' && text[at] !== undefined;
  return isCode ? [putInside(text, at, prefix)] : [];
}

const MAX_INDENT = 3;

const isAround = (containers: readonly Nodes[], { containers: inside }: Leaf): boolean =>
  containers.length < inside.length && containers.every((container, at) => container === inside[at]);

/** Puts the marks and the indentation of a table's containers in front of a line's text. */
function putInside(text: string, start: number, prefix: Prefix): Edit {
  const marks = prefix.map(({ indent, quote }) => ' '.repeat(indent) + (quote ? '> ' : ''));
  return { start: lineStartOf(text, start), end: start, text: marks.join('') };
}
