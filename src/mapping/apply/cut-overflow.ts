/**
 * Content behind a call's closing tag that the reader has inside of the call. A `{{% %}}` call joins the page's Markdown, so
 * in `{{% tip %}}⏎text {{% /tip %}} more` the tag stands in a paragraph of the call, and what follows, the next paragraphs
 * too, comes after an element that is still open. A browser that meets `</div>` there closes the paragraph with it.
 */
import type { FlowContent, Inline, List, Node, ShortcodeBlock, ShortcodeInline } from '../../model/nodes.ts';
import type { Place } from '../../model/place.ts';
import { endOf } from '../../model/place.ts';
import { isInline } from './inlines-of.ts';

type CallNode = ShortcodeBlock | ShortcodeInline;

interface Cut<N> {
  readonly inside: readonly N[];
  /** What stands behind the closing tag. */
  readonly beyond: readonly N[];
}

/** Cuts off what stands behind a call's closing tag; the call itself comes back where nothing does. */
export function cutOverflow(node: CallNode): { readonly node: CallNode; readonly beyond: readonly FlowContent[] } {
  const { call, children } = node;
  const last = children.at(-1)?.place;
  const end = call.inner ? endOf(call.inner.place) : undefined;
  if (call.notation !== 'markdown' || end === undefined || !last || endOf(last) <= end) return { node, beyond: [] };
  const { inside, beyond } = cutFlow(children, end);
  return beyond.length === 0 ? { node, beyond } : { node: { ...node, children: inside }, beyond };
}

/** The index of the first node that stands behind `end`, looked for from the back. */
function firstBeyond(nodes: readonly Node[], end: number): number {
  let at = nodes.length;
  while (at > 0 && (nodes[at - 1]?.place?.offset ?? -1) >= end) at--;
  return at;
}

const reachesOver = <N extends Node>(node: N | undefined, end: number): node is N =>
  node?.place !== undefined && endOf(node.place) > end;

function cutFlow(nodes: readonly FlowContent[], end: number): Cut<FlowContent> {
  const count = firstBeyond(nodes, end);
  const last = nodes[count - 1];
  const cut = reachesOver(last, end) ? cutNode(last, end) : undefined;
  if (!cut) return { inside: nodes.slice(0, count), beyond: nodes.slice(count) };
  return { inside: [...nodes.slice(0, count - 1), ...cut.inside], beyond: [...cut.beyond, ...nodes.slice(count)] };
}

/** Cuts a node in two; undefined where it stays whole. */
function cutNode(node: FlowContent, end: number): Cut<FlowContent> | undefined {
  switch (node.type) {
    case 'paragraph':
    case 'heading': {
      const { inside, beyond } = cutInlines(node.children, end);
      if (beyond.length === 0) return undefined;
      return { inside: [half(node, inside)], beyond: [{ type: 'paragraph', children: beyond }] };
    }
    case 'blockquote':
    case 'elementBlock':
    case 'shortcodeBlock': {
      const { inside, beyond } = cutFlow(node.children, end);
      return beyond.length === 0 ? undefined : { inside: [half(node, inside)], beyond };
    }
    case 'list':
      return cutList(node, end);
    default:
      return isInline(node) ? cutInlines([node], end) : undefined;
  }
}

/** A list is cut between its items, and in the item that the closing tag stands in. */
function cutList(node: List, end: number): Cut<FlowContent> | undefined {
  const count = firstBeyond(node.children, end);
  const last = node.children[count - 1];
  const cut = last && reachesOver(last, end) ? cutFlow(last.children, end) : undefined;
  const items = node.children.slice(count);
  if (!last || (items.length === 0 && !cut?.beyond.length)) return undefined;
  const item = cut ? { ...last, children: cut.inside } : last;
  const start = node.start === undefined ? {} : { start: node.start + count };
  const more = items.length > 0 ? [{ ...half(node, items), ...start }] : [];
  return {
    inside: [half(node, [...node.children.slice(0, count - 1), item])],
    beyond: [...(cut?.beyond ?? []), ...more],
  };
}

/** Cuts a line of text; emphasis and links around the closing tag are on both sides of it. */
function cutInlines(nodes: readonly Inline[], end: number): Cut<Inline> {
  const count = firstBeyond(nodes, end);
  const whole = { inside: nodes.slice(0, count), beyond: nodes.slice(count) };
  const last = nodes[count - 1];
  if (!reachesOver(last, end) || !('children' in last) || last.type === 'shortcodeInline') return whole;
  const { inside, beyond } = cutInlines(last.children, end);
  if (beyond.length === 0) return whole;
  const second =
    last.type === 'elementInline' ? { type: last.type, tagName: last.tagName, attributes: last.attributes } : last;
  return {
    inside: [...whole.inside.slice(0, -1), half(last, inside)],
    beyond: [half(second, beyond), ...whole.beyond],
  };
}

/** A node with fewer of its own children. It has no source of its own then, but the ledger knows elements by their place. */
function half<N extends { readonly type: Node['type']; readonly place?: Place }, C>(
  node: N,
  children: readonly C[],
): N {
  if (node.type === 'elementBlock' || node.type === 'elementInline') return { ...node, children };
  const { place: _place, ...rest } = node;
  return { ...rest, children } as unknown as N; // `place` is optional, and the children are some of the node's own
}
