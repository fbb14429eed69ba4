import type { PhrasingContent, Text } from 'mdast';
import { alignText } from '../../model/align-text.ts';
import { rangeOf, type Conversion } from './state.ts';

/**
 * Keeps what stands before `offset` of the composed text, white space at its end left out.
 * Undefined where the offset is in the middle of something other than text.
 */
export function cutInlines(
  nodes: readonly PhrasingContent[],
  offset: number,
  state: Conversion,
): readonly PhrasingContent[] | undefined {
  const kept = nodes.filter((node) => rangeOf(node)[0] < offset);
  const last = kept.at(-1);
  if (!last) return kept;
  const [start, end] = rangeOf(last);
  if (last.type !== 'text') return end <= offset ? kept : undefined;
  if (end > offset) {
    const value = cutValue(last, start, end, offset, state);
    if (value === undefined) return undefined;
    kept[kept.length - 1] = withValue(last, value, offset);
  }
  return withoutSpaceAtEnd(kept);
}

function cutValue(node: Text, start: number, end: number, offset: number, state: Conversion): string | undefined {
  const { text } = state.composed;
  if (text.startsWith(node.value, start)) return node.value.slice(0, offset - start);
  const offsets = alignText(node.value, text, [start, end], state.quotes);
  const index = offsets?.findIndex((at) => at >= offset);
  return index === undefined || index < 0 ? undefined : node.value.slice(0, index);
}

function withValue(node: Text, value: string, end: number): Text {
  if (!node.position) return { ...node, value };
  const { position } = node;
  return { ...node, value, position: { start: position.start, end: { ...position.end, offset: end } } };
}

function withoutSpaceAtEnd(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return nodes;
  const value = last.value.trimEnd();
  const removed = last.value.length - value.length;
  if (removed === 0) return nodes;
  const rest = nodes.slice(0, -1);
  return value === '' ? rest : [...rest, withValue(last, value, rangeOf(last)[1] - removed)];
}

/** Takes the closing `##` off the text of a heading: they close it also where attributes follow them. */
export function dropClosingHashes(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith('#')) return nodes;
  let at = last.value.length;
  while (last.value[at - 1] === '#') at--;
  const before = last.value[at - 1];
  if (before !== ' ' && before !== '\t' && !(at === 0 && nodes.length === 1)) return nodes;
  const end = rangeOf(last)[1] - (last.value.length - at);
  const rest = nodes.slice(0, -1);
  return at === 0 ? rest : withoutSpaceAtEnd([...rest, withValue(last, last.value.slice(0, at), end)]);
}
