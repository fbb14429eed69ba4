import { isInserted } from './composed-text.ts';
import { lineStartOf } from './containers.ts';
import { findLeaves, type Leaf } from './leaf-lines.ts';
import { rangeOf, type Conversion } from './state.ts';

/**
 * A list that does not begin with 1 cannot interrupt a paragraph. Both engines hold that also against a list below
 * indented code, or in a quote or item that itself interrupts a paragraph; Goldmark and CommonMark do not. The engine
 * gets a comment in between. Looked for once, when a paragraph turns up that begins as a list does.
 */
export function seekMissedLists(start: number, state: Conversion): void {
  const { composed } = state;
  if (state.hasSoughtLists || !beginsList(composed.text, start)) return;
  state.hasSoughtLists = true;
  for (const leaf of findLeaves(state)) {
    const line = lineStartOf(composed.text, leaf.start);
    if (leaf.node.type !== 'paragraph' || line === 0 || isInserted(composed, line - 1)) continue;
    if (!beginsList(composed.text, leaf.start) || !isMissed(leaf, composed.text, line)) continue;
    const word = state.page.words.hold({ kind: 'attributes', attributes: [], text: '' });
    state.edits.push({ start: line, end: line, text: `<!--${word}-->\n` });
  }
}

function isMissed({ previous, containers }: Leaf, text: string, line: number): boolean {
  const container = containers.at(-1);
  const opensHere = container !== undefined && rangeOf(container)[0] >= line;
  if (previous ? !isIndentedCode(previous, text) : !opensHere) return false;
  // A line without its marks would end a quote that began above.
  return containers.every((around) => around.type !== 'blockquote' || rangeOf(around)[0] >= line);
}

function isIndentedCode(node: NonNullable<Leaf['previous']>, text: string): boolean {
  return node.type === 'code' && !'`~'.includes(text[rangeOf(node)[0]] ?? '`');
}

/** Whether a list marker stands at an offset, with a space or nothing behind it. */
function beginsList(text: string, start: number): boolean {
  let at = start;
  while (text[at] !== undefined && '0123456789'.includes(text[at] ?? '')) at++;
  const digits = at - start;
  if (digits > 9 || !(digits > 0 ? '.)' : '-+*').includes(text[at] ?? ' ')) return false;
  const behind = text[at + 1];
  return behind === undefined || ' \t\r\n'.includes(behind);
}
