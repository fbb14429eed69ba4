import type { Inline } from '../../model/nodes.ts';
import { isInlineType } from '../../model/kinds.ts';
import type { Content } from './state.ts';

/** Whether a node stands in a line of text. */
export const isInline = (node: Content): node is Inline => isInlineType(node.type);

/** Whether a node is white space between blocks. */
export const isBlank = (node: Content): boolean => node.type === 'text' && /^[ \t\r\n\f]*$/.test(node.value);

/**
 * Content as inline content: as it is, or what is in its one paragraph, for Hugo takes the paragraph off a single one.
 * Undefined where there are blocks in it.
 */
export function inlinesOf(nodes: readonly Content[]): readonly Inline[] | undefined {
  if (nodes.every(isInline)) return nodes;
  const [only, ...more] = nodes.filter((node) => !isBlank(node));
  return only?.type === 'paragraph' && more.length === 0 ? only.children : undefined;
}

const isSpace = (node: Inline | undefined): boolean => node !== undefined && (isBlank(node) || node.type === 'break');

/** Inline content without the white space at its ends, which parted it from what is gone. */
export function trimmed(line: readonly Inline[]): readonly Inline[] {
  let start = 0;
  let end = line.length;
  while (start < end && isSpace(line[start])) start++;
  while (start < end && isSpace(line[end - 1])) end--;
  const nodes = line.slice(start, end);
  const first = nodes[0];
  if (first?.type === 'text' && /^\s/.test(first.value)) nodes[0] = { type: 'text', value: first.value.trimStart() };
  const last = nodes.at(-1);
  if (last?.type === 'text' && last.value.trimEnd() !== last.value) {
    nodes[nodes.length - 1] = { type: 'text', value: last.value.trimEnd() };
  }
  return nodes;
}
