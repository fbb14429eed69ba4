/** Changing trees without copying what stays the same. */
import type { Node } from '../model/nodes.ts';
import { contentFields, contentOf } from '../model/walk.ts';

/** `nodes` with each replaced by what `change` returns, a node of the same type; the same array where nothing changed. */
export function mapAll<T extends Node>(nodes: readonly T[], change: (node: T) => Node): readonly T[] {
  let changed: T[] | undefined;
  for (const [at, node] of nodes.entries()) {
    const replacement = change(node);
    if (replacement === node) continue;
    changed ??= [...nodes];
    changed[at] = replacement as T; // `change` keeps the type
  }
  return changed ?? nodes;
}

/** A node with its children, and the content of its title, summary or caption, changed; the same one where nothing is. */
export function mapChildren<T extends Node>(node: T, change: (nodes: readonly Node[]) => readonly Node[]): T {
  const changes: Record<string, readonly Node[]> = {};
  for (const field of contentFields(node.type)) {
    const nodes = contentOf(node, field);
    if (nodes.length === 0) continue;
    const replacement = change(nodes);
    if (replacement !== nodes) changes[field] = replacement;
  }
  return Object.keys(changes).length === 0 ? node : { ...node, ...changes };
}
