import type { Blockquote, FlowContent, Inline } from './nodes.ts';

/**
 * What an alert holds: its type and title are the first line of its first paragraph, and no part of that. What was cut stands
 * for no text of the source as it is, and has no place.
 */
export function alertContent(children: Blockquote['children']): readonly FlowContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') return children;
  const { attributes } = first;
  const paragraph = { type: 'paragraph' as const, ...(attributes && { attributes }) };
  for (const [at, inline] of first.children.entries()) {
    const after = first.children.slice(at + 1);
    if (inline.type === 'break') return [{ ...paragraph, children: after }, ...rest];
    const lineEnd = inline.type === 'text' ? /\r\n?|\n/.exec(inline.value) : null;
    if (inline.type !== 'text' || !lineEnd) continue;
    const value = inline.value.slice(lineEnd.index + lineEnd[0].length);
    const line: readonly Inline[] = value === '' ? after : [{ type: 'text', value }, ...after];
    return [{ ...paragraph, children: line }, ...rest];
  }
  return rest;
}
