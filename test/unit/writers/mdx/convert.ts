import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import type { Markup } from '../../../../src/model/markup.ts';
import type { Page } from '../../../../src/model/page.ts';
import type { MdxOptions } from '../../../../src/writers/mdx/options.ts';
import type { WriterOutput } from '../../../../src/writers/writer.ts';
import { defaultMarkup } from '../../../../src/model/markup.ts';
import { satteriEngine } from '../../../../src/reader/markdown/satteri.ts';
import { readPage } from '../../../../src/reader/read-page.ts';
import { pageFromText } from '../../../../src/reader/site/page-from-text.ts';
import { writeMdx } from '../../../../src/writers/mdx/write.ts';

export interface Conversion {
  readonly markup?: Partial<Markup>;
  readonly options?: MdxOptions;
  /** Changes the page between reading and writing, as a mapping would. */
  readonly change?: (page: Page) => Page;
}

/** Reads Markdown with raw HTML on and writes it as MDX. */
export function convert(source: string, { markup, options = {}, change }: Conversion = {}): WriterOutput {
  const { meta, bodyStart } = pageFromText(source, { file: 'page.md' });
  const all: Markup = { ...defaultMarkup, unsafe: true, ...markup };
  const { page } = readPage({ meta, source, bodyStart, markup: all, shortcodes: new Map(), engine: satteriEngine });
  return writeMdx({ page: change ? change(page) : page, source, markup: all }, options);
}

/** The same, the text alone. */
export const mdxOf = (source: string, conversion?: Conversion): string => convert(source, conversion).text;

export const codesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);
