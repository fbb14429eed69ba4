import type { PhrasingContent, Text } from 'mdast';
import { alignText } from '../../model/align-text.ts';
import { rangeOf, type Conversion } from './state.ts';

/** Some inlines line by line; what goes over a line break stays on the line where it begins. */
export function splitLines(nodes: readonly PhrasingContent[], state: Conversion): readonly PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if (node.type !== 'text' || !node.value.includes('\n')) lines.at(-1)?.push(node);
    else {
      for (const [index, part] of splitText(node, state).entries()) {
        if (index > 0) lines.push([]);
        if (part.value !== '') lines.at(-1)?.push(part);
      }
    }
  }
  return lines;
}

function splitText(node: Text, state: Conversion): readonly Text[] {
  const { text } = state.composed;
  const [start, end] = rangeOf(node);
  const offsets = text.startsWith(node.value, start)
    ? undefined
    : alignText(node.value, text, [start, end], state.quotes);
  const offsetOf = (index: number): number => (offsets ? (offsets[index] ?? end) : Math.min(end, start + index));
  const parts: Text[] = [];
  let from = 0;
  for (const line of node.value.split('\n')) {
    parts.push(textAt(node, line, offsetOf(from), offsetOf(from + line.length)));
    from += line.length + 1;
  }
  return parts;
}

function textAt(node: Text, value: string, start: number, end: number): Text {
  if (!node.position) return { ...node, value };
  const position = { start: { ...node.position.start, offset: start }, end: { ...node.position.end, offset: end } };
  return { ...node, value: value.endsWith('\r') ? value.slice(0, -1) : value, position };
}
