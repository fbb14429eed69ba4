import type { PhrasingContent } from 'mdast';
import { rangeOf, type Conversion } from './state.ts';

/**
 * Where the typographer is on, `<<` is an angle quote before anything else can be made of it, so that `<<EOF >` holds no
 * tag. The engine knows no typographer: where it took the second sign for the beginning of a tag or address, the quote is
 * held.
 */
export function freeAngleQuotes(nodes: readonly PhrasingContent[], state: Conversion): void {
  const quote = state.page.markup.typographer?.leftAngleQuote ?? '';
  if (quote === '' || nodes.length < 2) return;
  const { text } = state.composed;
  for (let index = 1; index < nodes.length; index++) {
    const [before, node] = [nodes[index - 1], nodes[index]];
    if ((node?.type !== 'html' && node?.type !== 'link') || before?.type !== 'text') continue;
    const [start] = rangeOf(node);
    if (text[start] !== '<' || signsBefore(text, start, rangeOf(before)[0]) % 2 === 0) continue;
    const word = state.page.words.hold({ kind: 'literal', text: '<<' });
    state.edits.push({ start: start - 1, end: start + 1, text: word });
  }
}

/** How many `<` stand right before an offset; the first of them does not count where a backslash is before it. */
function signsBefore(text: string, offset: number, from: number): number {
  let at = offset;
  while (at > from && text[at - 1] === '<') at--;
  return text[at - 1] === '\\' && at > from ? offset - at - 1 : offset - at;
}
