import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { CallTree } from '../model/page.ts';
import type { ComposedDocument } from './compose-document.ts';
import type { SourcePositions } from './source-positions.ts';
import { changeStrings } from './change-strings.ts';
import { nestCalls } from './nest-calls.ts';
import { isWordHeading, restoreText, splitText, type Restoring } from './split-text.ts';
import { append } from '../model/append.ts';

/** Calls that could not become nodes with children, because their tags stand in different parents. */
export interface Crossing {
  readonly calls: ReadonlySet<CallTree>;
  /** Those of them that a block of raw HTML has swallowed a tag of. */
  readonly inHtml: ReadonlySet<CallTree>;
}

/**
 * Turns the words of a parsed tree into nodes, or into the author's text where no node can stand, and maps all
 * positions to the author's text. The tree is the parser's own and changes in place.
 */
export function restoreTree(
  tree: Root,
  document: ComposedDocument & { readonly source: string; readonly spaced: ReadonlySet<CallTree> },
  positions: SourcePositions,
): Crossing {
  const calls = new Set<CallTree>();
  const inHtml = new Set<CallTree>();
  const restoring: Restoring = { ...document, positions };
  const parents = restoreStrings(tree, restoring, (call, type) => {
    if (type === 'html') inHtml.add(call);
    if (document.spaced.has(call)) calls.add(call);
  });
  // Children before parents: in the other direction than they were found.
  for (let at = parents.length - 1; at >= 0; at--) {
    const parent = parents[at];
    if (!parent) continue;
    const split = parent.children.flatMap((child) => splitText(child, restoring));
    // What a parent holds stays of its kind: text becomes text and calls in a line, headings become calls among blocks.
    parent.children = nestCalls(split, parent, {
      positions,
      crossing: calls,
    }) as RootContent[] as typeof parent.children;
  }
  return { calls, inHtml };
}

/** Restores everything but text, and returns the nodes that have children. */
function restoreStrings(
  tree: Root,
  restoring: Restoring,
  onTag: (call: CallTree, type: Nodes['type']) => void,
): Parents[] {
  const parents: Parents[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { type } = node;
    if (node.position) node.position = restoring.positions.map(node.position);
    if (type === 'text' || isWordHeading(node, restoring)) continue;
    changeStrings(node, (text) => restoreText(text, restoring, (call) => onTag(call, type)));
    if (!('children' in node)) continue;
    parents.push(node);
    append(stack, node.children);
  }
  return parents;
}
