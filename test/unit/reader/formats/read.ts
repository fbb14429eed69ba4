import { parseFragment, serialize } from 'parse5';
import type { Markup } from '../../../../src/model/markup.ts';
import { defaultMarkup } from '../../../../src/model/markup.ts';
import type { ShortcodeTable } from '../../../../src/model/shortcode-table.ts';
import { loadConverters } from '../../../../src/pipeline/load-converters.ts';
import type { Converters } from '../../../../src/reader/formats/converter.ts';
import { satteriEngine } from '../../../../src/reader/markdown/satteri.ts';
import { readPage, type ReadResult } from '../../../../src/reader/read-page.ts';
import { pageFromText } from '../../../../src/reader/site/page-from-text.ts';
import { writeHtml } from '../../../../src/writers/html/write.ts';

export const markup: Markup = { ...defaultMarkup, unsafe: true };

export interface Options {
  readonly converters?: Converters;
  readonly shortcodes?: ShortcodeTable;
}

/** Reads a page in the format that its file name says. */
export async function read(file: string, source: string, options: Options = {}): Promise<ReadResult> {
  const { meta, bodyStart } = pageFromText(source, { file });
  const { converters = await loadConverters([meta]), shortcodes = new Map() } = options;
  return readPage({ meta, source, bodyStart, markup, shortcodes, engine: satteriEngine, converters });
}

/** What a browser makes of HTML; line breaks beside tags do not count. */
export const spelt = (html: string): string =>
  serialize(parseFragment(html)).replaceAll(/\s*\n\s*(?=<)|(?<=>)\s*\n\s*/g, '');

/** The page as HTML, each call as a mark with its name. */
export function htmlOf({ page, source }: ReadResult): string {
  return spelt(writeHtml({ page, source, markup }, { form: 'fragment', unmapped: 'marker' }).text);
}
