import type { Node, TemplatedString } from './nodes.ts';

const NONE: readonly Node[] = [];

/**
 * The nodes directly below a node, in document order: children, titles, captions and summaries.
 * Calls inside templated strings are not among them.
 */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'admonition':
      return node.title ? [...node.title, ...node.children] : node.children;
    case 'details':
      return [...node.summary, ...node.children];
    case 'figure':
      return node.caption ?? NONE;
    default:
      return 'children' in node ? node.children : NONE;
  }
}

/** Calls `visit` for every node in document order, parents first; returning `'skip'` leaves a node's children out. */
export function walk(nodes: readonly Node[], visit: (node: Node, parent: Node | undefined) => void | 'skip'): void {
  const stack: { node: Node; parent: Node | undefined }[] = [];
  for (let at = nodes.length - 1; at >= 0; at--) stack.push({ node: nodes[at] as Node, parent: undefined });
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (visit(top.node, top.parent) === 'skip') continue;
    const children = childrenOf(top.node);
    for (let at = children.length - 1; at >= 0; at--) stack.push({ node: children[at] as Node, parent: top.node });
  }
}

/** The text of a templated string with each call written as `fill` says. */
export function fillTemplate(
  text: TemplatedString,
  fill: (call: Exclude<Exclude<TemplatedString, string>[number], string>) => string,
): string {
  if (typeof text === 'string') return text;
  return text.map((part) => (typeof part === 'string' ? part : fill(part))).join('');
}
