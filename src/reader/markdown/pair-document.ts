import type { FlowContent } from '../../model/nodes.ts';
import type { MarkedCall, PairingContext, Unpaired } from '../html/raw.ts';
import type { Conversion, PageState } from './state.ts';
import { pairIslands } from '../html/pair-islands.ts';
import { callOf, inflate } from './inflate.ts';

/** Pairs a document's raw HTML and marks, if it has any. */
export function pairDocument(nodes: readonly Unpaired[], state: Conversion): readonly FlowContent[] {
  // Without raw HTML and marks every node is one of the model's already.
  if (!state.hasRaw) return nodes as readonly FlowContent[];
  return pairIslands(nodes, pairingContext(state.page, state.depth), state.page.collector);
}

/** What the pairing has to know of the page. */
export function pairingContext(page: PageState, depth: number): PairingContext {
  return {
    unsafe: page.markup.unsafe,
    source: page.source,
    lines: page.lines,
    inflate: (text) => inflate(text, page, depth),
    mark: (name) => markNamed(name, page),
  };
}

function markNamed(
  name: string,
  { words }: PageState,
): (MarkedCall & { readonly edge?: 'open' | 'close' }) | undefined {
  const held = words.read(name);
  if (held?.kind !== 'edge') return undefined;
  return { call: callOf(held.call), innerReading: 'markdown', edge: held.edge };
}
