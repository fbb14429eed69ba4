import type { FlowContent } from '../model/nodes.ts';
import type { PageState } from './markdown/state.ts';
import { placeAt } from '../model/place.ts';
import { composeRegion, type Region } from './markdown/compose.ts';
import { toSource } from './markdown/composed-text.ts';
import { shortcodeInline } from './markdown/inflate.ts';

/** A stretch of the author's text as it stands, with the calls in it. */
export function keepAsText(region: Region, page: PageState, depth: number): readonly FlowContent[] {
  const composed = composeRegion(region, { ...page.compose, joins: () => false });
  const { text } = composed;
  const content: FlowContent[] = [];
  let at = 0;
  const addText = (end: number): void => {
    if (end <= at) return;
    const [from, to] = [toSource(composed, at, 'start'), toSource(composed, end, 'end')];
    content.push({ type: 'text', value: text.slice(at, end), place: placeAt(page.lines, from, to) });
  };
  for (let word = page.words.find(text, 0); word; word = page.words.find(text, at)) {
    addText(word.start);
    if (word.held.kind === 'call') content.push(shortcodeInline(word.held.call, page, depth));
    at = word.end;
  }
  addText(text.length);
  return content;
}
