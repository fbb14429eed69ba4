import type { PhrasingContent, RootContent } from 'mdast';
import type { Unpaired } from '../html/raw.ts';
import { inflate } from './inflate.ts';
import { placeOf, rangeOf, report, type Conversion } from './state.ts';

/** What stands in for nodes that are nested beyond the limit: their source as plain text, and a finding. */
export function tooDeep(nodes: readonly (PhrasingContent | RootContent)[], state: Conversion): Unpaired[] {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) return [];
  const start = rangeOf(first)[0];
  const end = Math.max(start, rangeOf(last)[1]);
  report(state, 'markdown-too-deep', { limit: state.page.maxDepth }, [start, end]);
  return sourceAsText(start, end, state);
}

/** A stretch of the composed text as plain text, with the calls in it. */
export function sourceAsText(start: number, end: number, state: Conversion): Unpaired[] {
  const text = inflate(state.composed.text.slice(start, end), state.page, state.depth);
  const place = placeOf(state, start, end);
  if (typeof text === 'string') return [{ type: 'text', value: text, place }];
  return text.map((part) => (typeof part === 'string' ? { type: 'text', value: part } : part));
}
