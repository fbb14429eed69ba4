import type { Node } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import { embeddedInline, text } from '../rich-text.ts';

/**
 * An entry in a line of text. What it holds is a document of its own, which begins and ends without white space: a space at its
 * edges stands outside, or words would run together.
 */
export function inlineEntry(id: string, content: readonly Node[]): readonly Piece[] {
  const embed = embeddedInline(id);
  const [first, last] = [content[0], content.at(-1)];
  return [
    ...(first?.type === 'text' && /^\s/.test(first.value) ? [text(' ')] : []),
    embed,
    ...(last?.type === 'text' && /\s$/.test(last.value) ? [text(' ')] : []),
  ];
}
