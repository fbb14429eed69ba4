/** A node that no rule takes: what stands in it is mapped. */
import type { Inline, Node } from '../../model/nodes.ts';
import { mapStrings } from './map-strings.ts';
import type { ApplyState } from './state.ts';
import { append } from '../../model/append.ts';

/** Maps each node to one or several; gives back the list that it was given where all stay. */
export function mapEach<From extends To, To>(
  nodes: readonly From[],
  map: (node: From) => To | readonly To[],
): readonly To[] {
  let changed: To[] | undefined;
  // An index, not entries(): this loop meets every node of every page with calls.
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as From; // `at` is below the length
    const made = map(node);
    if (made === node) {
      changed?.push(node);
      continue;
    }
    changed ??= nodes.slice(0, at);
    if (isSeveral(made)) append(changed, made);
    else changed.push(made);
  }
  return changed ?? nodes;
}

const isSeveral = <T>(made: T | readonly T[]): made is readonly T[] => Array.isArray(made);

/** Maps a node's children and strings; gives the node back where nothing changes. */
export function mapNode<N extends Node>(node: N, state: ApplyState): N {
  return node.type === 'text' ? node : mapStrings(mapChildren(node, state), state);
}

/** What a heading says makes its id and a line of a table of contents: a variable in it is its value. */
function settled(nodes: readonly Inline[]): readonly Inline[] {
  return mapEach<Inline, Inline>(nodes, (node) => {
    if (node.type !== 'value' || node.variable === undefined) return node;
    const { variable: _, ...value } = node;
    return value;
  });
}

function mapChildren<N extends Node>(node: N, state: ApplyState): N {
  const children = childrenOf(node, state);
  // Each case below maps children of one kind to children of that kind.
  return children && 'children' in node && children !== node.children ? { ...node, children } : node;
}

function childrenOf(node: Node, state: ApplyState): readonly Node[] | undefined {
  switch (node.type) {
    case 'blockquote':
    case 'footnoteDefinition':
    case 'listItem':
    case 'definitionDescription':
      return state.flow(node.children);
    case 'heading':
      return settled(state.inlines(node.children));
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'insert':
    case 'mark':
    case 'subscript':
    case 'superscript':
    case 'link':
    case 'linkReference':
    case 'tableCell':
    case 'definitionTerm':
      return state.inlines(node.children);
    case 'list':
    case 'table':
    case 'tableRow':
    case 'definitionList':
      return mapEach<Node, Node>(node.children, (child) => mapNode(child, state));
    default:
      return undefined;
  }
}
