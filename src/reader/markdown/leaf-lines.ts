import type { Nodes, Paragraph, Table } from 'mdast';
import { lineStartOf, prefixOf, skipPrefix, type LineContent } from './containers.ts';
import { rangeOf, type Conversion } from './state.ts';

/** A paragraph or table of the engine's tree, which to Goldmark's block rules is a number of lines. */
export interface Leaf {
  readonly node: Paragraph | Table;
  readonly start: number;
  readonly end: number;
  /** The quotes, list items and footnotes around it, from the outside in. */
  readonly containers: readonly Nodes[];
  /** What stands before it in its container. */
  readonly previous: Nodes | undefined;
}

/** A line of a leaf, the prefixes of its containers left out. */
export interface LeafLine extends Omit<LineContent, 'at'> {
  readonly start: number;
  readonly end: number;
}

/** Finds the paragraphs and tables of a tree, in order. */
export function findLeaves(state: Conversion): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const stack: Visit[] = [{ node: state.tree, containers: [], previous: undefined }];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { node } = visit;
    if (node.type === 'paragraph' || node.type === 'table') {
      const [start, end] = rangeOf(node);
      leaves.push({ ...visit, node, start, end });
    } else pushChildren(visit, state, stack);
  }
  return leaves;
}

interface Visit {
  readonly node: Nodes;
  readonly containers: readonly Nodes[];
  readonly previous: Nodes | undefined;
}

function pushChildren({ node, containers }: Visit, state: Conversion, stack: Visit[]): void {
  // A heading is one line to Goldmark's block rules, and beyond the limit nothing is read as Markdown.
  if (!('children' in node) || node.type === 'heading' || containers.length > state.page.maxDepth) return;
  const isContainer = node.type === 'blockquote' || node.type === 'listItem' || node.type === 'footnoteDefinition';
  const inside = isContainer ? [...containers, node] : containers;
  for (let at = node.children.length - 1; at >= 0; at--) {
    const child = node.children[at];
    if (child) stack.push({ node: child, containers: inside, previous: node.children[at - 1] });
  }
}

/** The lines of a leaf. */
export function linesOf({ start, end, containers }: Leaf, state: Conversion): readonly LeafLine[] {
  const { text } = state.composed;
  const lines: LeafLine[] = [];
  const prefix = prefixOf(containers, text);
  const container = containers.at(-1);
  for (let line = lineStartOf(text, start); line < end;) {
    const newline = text.indexOf('\n', line);
    const lineEnd = newline < 0 ? text.length : newline;
    const isFirst = lines.length === 0;
    // On the line of a list item's marker the text stands behind the marker.
    const behindMarker = isFirst && container && rangeOf(container)[0] >= line;
    const { at, indent, lazy } = behindMarker
      ? { at: isTask(container) ? text.lastIndexOf('[', start - 1) : start, indent: 0, lazy: false }
      : skipPrefix(text, line, prefix);
    lines.push({ start: at, end: lineEnd, indent, lazy });
    line = lineEnd + 1;
  }
  return lines;
}

// The engine takes a check box off the front of an item's text.
const isTask = (node: Nodes): boolean => node.type === 'listItem' && typeof node.checked === 'boolean';

/** Whether any line of a text begins with `mark`, be it behind indentation or the marks of quotes or list items. */
export function hasLineWith(mark: string, text: string): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    let before = at - 1;
    while (before >= 0 && PREFIX.has(text.charCodeAt(before))) before--;
    if (before < 0 || text[before] === '\n') return true;
  }
  return false;
}

const PREFIX: ReadonlySet<number> = new Set([...' \t>-+*.)0123456789'].map((character) => character.charCodeAt(0)));
