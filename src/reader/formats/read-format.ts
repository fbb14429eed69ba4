import type { FlowContent, CallString } from '../../model/nodes.ts';
import type { PairingContext, RawHtmlBlock } from '../html/raw.ts';
import type { Region } from '../markdown/compose.ts';
import type { PageState } from '../markdown/state.ts';
import type { FormatConverter } from './converter.ts';
import { placeAt } from '../../model/place.ts';
import { pairIslands } from '../html/pair-islands.ts';
import { keepAsText } from '../keep-as-text.ts';
import { createHeadingIds } from '../markdown/heading-ids.ts';
import { composeRegion } from '../markdown/compose.ts';
import { pairingContext } from '../markdown/pair-document.ts';
import { liftFlow } from './lift/flow.ts';

/** A format and what converts it. */
export interface PageFormat {
  readonly name: string;
  readonly convert: FormatConverter;
}

/**
 * Reads a stretch of text in a format that has a converter, as Hugo does: the calls become words, the converter makes HTML
 * of the text, and in the tree of that HTML the words become calls again.
 * What the converter makes has no place in the source; calls keep theirs.
 */
export function readFormat(region: Region, format: PageFormat, page: PageState, depth: number): readonly FlowContent[] {
  // An inner text that joins the text around it would need marks, which each format would escape in its own way.
  const { text } = composeRegion(region, { ...page.compose, joins: () => false });
  if (text.trim() === '') return [];
  const start = placeAt(page.lines, region.start, region.start);
  const html = tryConvert(format, text);
  if (!html.ok) {
    page.collector.report('format-failed', { format: format.name, problem: html.problem }, start);
    return keepAsText({ ...region, nested: true }, page, depth);
  }
  const block: RawHtmlBlock = { type: 'rawHtmlBlock', value: html.text, locate: () => start };
  const context: PairingContext = { ...pairingContext(page, depth), unsafe: true };
  const inflate = (value: string): CallString => (isDivider(value, page) ? value : context.inflate(value));
  const content = pairIslands([block], { ...context, inflate }, page.collector);
  const ids = createHeadingIds(page.markup.autoIdType);
  return liftFlow(content, {
    headingId: (plain) => ids.generate(plain, 'heading'),
    isDivider: (value) => isDivider(value, page),
    unknownId: (id) => page.collector.report('heading-id-unknown', { id }, start),
    notIncluded: (file) => page.collector.report('format-include', { file }, start),
  });
}

/** Whether a text is the word for the summary divider, which stands in the page as a paragraph of its own. */
const isDivider = (value: string, { words }: PageState): boolean => words.read(value.trim())?.kind === 'summaryDivider';

type Converted = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

function tryConvert({ convert }: PageFormat, text: string): Converted {
  try {
    return { ok: true, text: convert(text) };
  } catch (cause) {
    // The converters are other people's programs: what makes one of them fail is about the page.
    return { ok: false, problem: cause instanceof Error ? cause.message : String(cause) };
  }
}
