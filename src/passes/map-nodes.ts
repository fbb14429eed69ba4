/** Changing trees without copying what stays the same. */
import type { Node } from '../model/nodes.ts';
import { contentFields, contentOf } from '../model/walk.ts';

/** `nodes` with each replaced by what `change` returns, a node of the same type; the same array where nothing changed. */
export function mapAll<T extends Node>(nodes: readonly T[], change: (node: T) => Node): readonly T[] {
  let changed: T[] | undefined;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as T; // `at` is within the list
    const replacement = change(node);
    if (replacement === node) continue;
    changed ??= [...nodes];
    changed[at] = replacement as T; // `change` keeps the type
  }
  return changed ?? nodes;
}

/** A node with its children, and the content of its title, summary or caption, changed; the same one where nothing is. */
export function mapChildren<T extends Node>(node: T, change: (nodes: readonly Node[]) => readonly Node[]): T {
  let changed: T | undefined;
  for (const field of contentFields(node.type)) {
    const nodes = contentOf(node, field);
    if (nodes.length === 0) continue;
    const replacement = change(nodes);
    if (replacement !== nodes) changed = { ...(changed ?? node), [field]: replacement };
  }
  return changed ?? node;
}
