import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Limits } from '../model/limits.ts';
import type { Markup } from '../model/markup.ts';
import type { FlowContent } from '../model/nodes.ts';
import type { Page, PageMeta } from '../model/page.ts';
import type { ShortcodeTable } from '../model/shortcode-table.ts';
import type { Converters } from './formats/converter.ts';
import type { MarkdownEngine } from './markdown/engine.ts';
import type { PageState } from './markdown/state.ts';
import { createCollector } from '../diagnostics/diagnostic.ts';
import { placeAt } from '../model/place.ts';
import { PARTS } from './formats/converter.ts';
import { readFormat } from './formats/read-format.ts';
import { readDocument } from './markdown/read-document.ts';
import { keepAsText } from './keep-as-text.ts';
import { createPageState } from './page-state.ts';
import { readHtml } from './read-html.ts';
import { scanShortcodes } from './shortcode/scan.ts';
import { takesInner } from './takes-inner.ts';

/** A way to read inner text that holds for all `{{< >}}` calls. */
export type InnerOverride = 'raw' | 'markdown';

/** Everything that reading one page's body depends on. */
export interface ReadInput {
  readonly meta: PageMeta;
  /** The text of the page's file. */
  readonly source: string;
  /** Where the body starts, behind the front matter. */
  readonly bodyStart: number;
  readonly markup: Markup;
  readonly shortcodes: ShortcodeTable;
  readonly engine: MarkdownEngine;
  /** How the inner text of every `{{< >}}` call is read, whatever the table says. */
  readonly inner?: InnerOverride;
  readonly limits?: Limits;
  /** The converters for formats other than Markdown and HTML that are at hand; `loadConverters` gathers them. */
  readonly converters?: Converters;
}

/** A page that has been read, and what was found on the way. */
export interface ReadResult {
  readonly page: Page;
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a page's body as Hugo does: calls first, then Markdown (or HTML), then the calls put back where they landed. */
export function readPage(input: ReadInput): ReadResult {
  const { meta, source, bodyStart } = input;
  const collector = createCollector(meta.file);
  const scan = scanShortcodes(source, bodyStart, takesInner(input), collector);
  const state = createPageState(input, scan, collector);
  const region = { start: bodyStart, end: source.length, calls: scan.calls, nested: false };
  const page: Page = {
    ...meta,
    body: readBody(region, input, state),
    bodyPlace: placeAt(state.lines, bodyStart, source.length),
    calls: scan.calls,
  };
  return { page, source, diagnostics: collector.diagnostics };
}

function readBody(
  region: Parameters<typeof readDocument>[0],
  { meta, converters }: ReadInput,
  state: PageState,
): readonly FlowContent[] {
  const { format } = meta;
  if (format === 'markdown') return readDocument(region, state, 0);
  if (format === 'html') return readHtml(region, state, 0);
  const convert = converters?.get(format);
  if (convert) return readFormat(region, { name: format, convert }, state, 0);
  const start = placeAt(state.lines, region.start, region.start);
  const part = converters && PARTS[format];
  if (part) state.collector.report('format-part-missing', { format, ...part }, start);
  else state.collector.report('page-format', { format });
  // Only Markdown's summary divider is known.
  return keepAsText({ ...region, nested: true }, state, 0);
}
