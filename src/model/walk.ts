import type { CallTree } from './page.ts';
import { append } from './append.ts';
import type { Node, NodeType, ShortcodeInline, TemplatedString, TemplatePart } from './nodes.ts';

const NONE: readonly Node[] = [];

/** A field of a node that holds nodes. */
export type ContentField = 'title' | 'subtitle' | 'summary' | 'caption' | 'children' | 'footer';

/** The fields of a type of node that hold nodes. */
type FieldsOf<T extends NodeType> = readonly (ContentField & keyof Extract<Node, { type: T }>)[];

const OWN_FIELDS: { readonly [T in NodeType]?: FieldsOf<T> } = {
  admonition: ['title', 'children'],
  details: ['summary', 'children'],
  figure: ['caption'],
  video: ['caption'],
  audio: ['caption'],
  step: ['title', 'children'],
  card: ['title', 'subtitle', 'children', 'footer'],
};

const CHILDREN: readonly ContentField[] = ['children'];

/** The types with fields of their own. Every node of every page is looked up here: a map answers quicker than an object does. */
const FIELDS: ReadonlyMap<string, readonly ContentField[]> = new Map(Object.entries(OWN_FIELDS));

/** The fields in which a node may hold nodes, in the order in which a page shows them. */
export const contentFields = (type: NodeType): readonly ContentField[] => FIELDS.get(type) ?? CHILDREN;

/** What a node holds in one of its content fields. */
export function contentOf(node: Node, field: ContentField): readonly Node[] {
  // The table names fields that hold nodes in that type of node; every type's `children` are nodes.
  const holder: { readonly [F in ContentField]?: readonly Node[] } = node as object;
  return (field === 'children' ? holder.children : holder[field]) ?? NONE;
}

/**
 * The nodes directly below a node, in document order: children, titles, captions and summaries.
 * Calls inside templated strings are not among them.
 */
export function childrenOf(node: Node): readonly Node[] {
  const own = contentFields(node.type);
  if (own === CHILDREN) return contentOf(node, 'children');
  const filled = own.map((field) => contentOf(node, field)).filter(({ length }) => length > 0);
  return filled.length > 1 ? filled.flat() : (filled[0] ?? NONE);
}

/** Calls `visit` for every node in document order, parents first; returning `'skip'` leaves a node's children out. */
export function walk(nodes: readonly Node[], visit: (node: Node, parent: Node | undefined) => void | 'skip'): void {
  const stack: Node[] = nodes.toReversed();
  const parents: (Node | undefined)[] = nodes.map(() => undefined);
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (visit(node, parents.pop()) === 'skip') continue;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) {
      stack.push(children[at] as Node); // `at` is within the list
      parents.push(node);
    }
  }
}

/** All calls in document order, each before those in it. They may nest deeper than recursion can go. */
export function callsWithin(calls: readonly CallTree[]): readonly CallTree[] {
  const found: CallTree[] = [];
  const pending = calls.toReversed();
  for (let call = pending.pop(); call; call = pending.pop()) {
    found.push(call);
    append(pending, call.calls.toReversed());
  }
  return found;
}

/** The text of a templated string with each call written as `fill` says. */
export function fillTemplate(text: TemplatedString, fill: (call: ShortcodeInline) => string): string {
  if (typeof text === 'string') return text;
  return text.map((part) => textOfPart(part, fill)).join('');
}

function textOfPart(part: TemplatePart, fill: (call: ShortcodeInline) => string): string {
  if (typeof part === 'string') return part;
  return part.type === 'value' ? part.value : fill(part);
}
