import type { Emphasis, Emoji, Delete, Extra, FootnoteReference, Strong, Text, Value } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import { MARK, text as richText } from '../rich-text.ts';
import { cleanText } from '../values.ts';

/**
 * The author's text. Rich text shows a line feed as nothing or as a break, depending on the website, so a soft break becomes the
 * space that a browser shows; with `hardWraps` it is a break.
 */
export function text(node: Text, state: State): readonly Piece[] {
  return node.value === '' ? [] : [richText(softened(node.value, state), state.marks)];
}

function softened(value: string, state: State): string {
  const clean = cleanText(value);
  if (!/[\n\r\t\f]/.test(clean)) return clean;
  const lines = clean.replace(/\r\n?/g, '\n');
  return (state.markup.hardWraps ? lines : lines.replaceAll('\n', ' ')).replace(/[\t\f]/g, ' ');
}

export const emphasis = (node: Emphasis, state: State): readonly Piece[] => state.marked(MARK.italic, node.children);

export const strong = (node: Strong, state: State): readonly Piece[] => state.marked(MARK.bold, node.children);

export const strikethrough = (node: Delete, state: State): readonly Piece[] =>
  state.marked(MARK.strikethrough, node.children);

const EXTRAS = {
  insert: MARK.underline,
  mark: MARK.bold,
  subscript: MARK.subscript,
  superscript: MARK.superscript,
} as const satisfies Record<Extra['type'], number>;

export function extra(node: Extra, state: State): readonly Piece[] {
  if (node.type === 'mark') state.tally.count('contentful-mark-approximated', {}, node.place);
  return state.marked(EXTRAS[node.type], node.children);
}

/** A hard break is a line feed in a text: rich text has no node for it. */
export const hardBreak = (_node: unknown, state: State): readonly Piece[] => [richText('\n', state.marks)];

export const value = (node: Value | Emoji, state: State): readonly Piece[] =>
  node.value === '' ? [] : [richText(softened(node.value, state), state.marks)];

/** A raised number, as Hugo shows it; a mark that nobody defines is text. */
export function footnoteReference(node: FootnoteReference, state: State): readonly Piece[] {
  const number = state.references.numberOf(node.identifier);
  if (number === undefined) return [richText(`[^${node.label}]`, state.marks)];
  return [richText(String(number), state.marks | MARK.superscript)];
}
