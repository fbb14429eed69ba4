import type { FlowContent } from '../model/nodes.ts';
import type { Region } from './markdown/compose.ts';
import type { PageState } from './markdown/state.ts';
import type { RawHtmlBlock } from './html/raw.ts';
import { placeAt } from '../model/place.ts';
import { pairIslands } from './html/pair-islands.ts';
import { composeRegion } from './markdown/compose.ts';
import { toSource } from './markdown/composed-text.ts';
import { pairingContext } from './markdown/pair-document.ts';

/** Reads a stretch of HTML: a page in HTML, which Hugo does not filter, or inner text that a template prints as it is. */
export function readHtml(region: Region, page: PageState, depth: number): readonly FlowContent[] {
  const composed = composeRegion(region, { ...page.compose, unsafe: true });
  if (composed.text.trim() === '') return [];
  const html: RawHtmlBlock = {
    type: 'rawHtmlBlock',
    value: composed.text,
    locate: (start, end) => {
      const from = toSource(composed, start, 'start');
      return placeAt(page.lines, from, Math.max(from, toSource(composed, end, 'end')));
    },
  };
  return pairIslands([html], { ...pairingContext(page, depth), unsafe: true }, page.collector);
}
