/** Reads a page and writes it as HTML with marker elements. */
import type { Markup } from '../../src/model/markup.ts';
import type { Page, PageMeta } from '../../src/model/page.ts';
import type { ShortcodeTable } from '../../src/model/shortcode-table.ts';
import type { MarkdownEngine } from '../../src/reader/markdown/engine.ts';
import { applyTypographer } from '../../src/passes/typographer.ts';
import { readPage } from '../../src/reader/read-page.ts';
import { writeHtml } from '../../src/writers/html/write.ts';

export interface RenderContext {
  readonly meta: PageMeta;
  readonly markup: Markup;
  readonly shortcodes: ShortcodeTable;
  readonly engine: MarkdownEngine;
  readonly inner: 'raw' | 'markdown';
}

export interface Rendered {
  readonly page: Page;
  readonly html: string;
}

/** What decant makes of a text: the whole way from source to HTML. */
export function renderText(source: string, bodyStart: number, context: RenderContext): Rendered {
  const { page } = readPage({ ...context, source, bodyStart });
  const { markup } = context;
  const { text } = writeHtml(
    { page: applyTypographer(page, source, markup), source, markup },
    { form: 'fragment', unmapped: 'marker' },
  );
  return { page, html: text };
}
