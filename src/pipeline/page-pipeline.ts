import type { ApplyHooks, ApplyOutput } from '../mapping/apply.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Limits } from '../model/limits.ts';
import type { Markup } from '../model/markup.ts';
import type { Page, PageMeta } from '../model/page.ts';
import type { ShortcodeTable } from '../model/shortcode-table.ts';
import type { InnerOverride, ReadInput } from '../reader/read-page.ts';
import type { Converters } from '../reader/formats/converter.ts';
import type { MarkdownEngine } from '../reader/markdown/engine.ts';
import type { TargetSession, PageOutput } from '../targets/target.ts';
import type { Reread, UnmappedPolicy } from '../writers/writer.ts';
import type { PageAccount } from './ledger.ts';
import type { PageDesk } from './page-desk.ts';
import { suppress } from '../diagnostics/suppress.ts';
import { applyMapping } from '../mapping/apply.ts';
import { linkRewriter } from '../mapping/links.ts';
import { changeAddresses } from '../passes/links/change-addresses.ts';
import { readPage } from '../reader/read-page.ts';
import { runComments } from '../reader/shortcode/run-comments.ts';
import { accountOf, balance } from './ledger.ts';

/** What reading and mapping one page needs, beside the page. */
export interface PageReading {
  readonly engine: MarkdownEngine;
  readonly converters: Converters;
  readonly shortcodes: ShortcodeTable;
  readonly markup: Markup;
  readonly mapping: Mapping;
  readonly hooks: ApplyHooks;
  readonly unmapped?: UnmappedPolicy;
  readonly inner?: InnerOverride;
  readonly limits?: Limits;
  readonly target: string;
}

/** What the conversion of one page needs. */
export interface PageConversion extends PageReading {
  readonly session: TargetSession;
  readonly read: PageDesk['read'];
}

/** What one page came to, as plain JSON: it can be sent between threads and kept in a cache. */
export interface ConvertedPage extends Omit<PageOutput, 'outcomes'> {
  /** The page's part of the account. */
  readonly account: PageAccount;
  /** The rules of the mapping that took something. */
  readonly rules: readonly string[];
  /** Files of the site that the page takes in, and depends on as on its own. */
  readonly reads?: readonly string[];
}

/** A page's text, and the page as its own site has it. */
export interface PageSource {
  readonly meta: PageMeta;
  readonly source: string;
  readonly bodyStart: number;
  /** Where the page is of a version that is a site of its own: the page as the output's site has it, and the folder of its own. */
  readonly shown?: { readonly page: PageMeta; readonly dir: string };
}

/** Reads one page, applies the mapping and writes it: a pure function of its arguments. */
export function runPage({ shown, meta, source, bodyStart }: PageSource, conversion: PageConversion): ConvertedPage {
  const { markup, session, read } = conversion;
  const reading = read({ meta, source, bodyStart, ...readOptions(conversion) });
  const mapped = mapPage(reading.page, source, conversion);
  const reread = rereadFor(meta, mapped, conversion);
  const input = { page: shownAs(mapped.page, shown), source, markup, ...(reread && { reread }) };
  const output = session.page(input);
  const { entries, findings } = balance(reading.page, [...mapped.outcomes, ...output.outcomes]);
  const named = (found: readonly Diagnostic[]): readonly Diagnostic[] => (shown ? filesIn(shown.dir, found) : found);
  return {
    files: output.files,
    diagnostics: suppress(shownAs(reading.page, shown), source, [
      ...named(reading.diagnostics),
      ...named(mapped.diagnostics),
      ...output.diagnostics,
      ...named(findings),
    ]),
    account: accountOf(entries),
    rules: mapped.rules,
    ...(output.contribution !== undefined && { contribution: output.contribution }),
  };
}

/** A page with the names and addresses that it has in the output's site. */
export const shownAs = (page: Page, shown: PageSource['shown']): Page =>
  shown ? { ...page, ...shown.page, frontMatter: page.frontMatter } : page;

/** Findings of a site, with their files named as from the site that has it as a version. */
export const filesIn = (dir: string, found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.map((finding) => (finding.file === undefined ? finding : { ...finding, file: `${dir}/${finding.file}` }));

/** What reading a page needs of its conversion. */
export const readOptions = ({ markup, shortcodes, engine, converters, inner, limits }: PageReading): ReadOptions => ({
  markup,
  shortcodes,
  engine,
  converters,
  ...(inner && { inner }),
  ...(limits && { limits }),
});

type ReadOptions = Omit<ReadInput, 'meta' | 'source' | 'bodyStart'>;

/** Applies the mapping to a page that was read. */
export function mapPage(page: Page, source: string, conversion: PageReading): ApplyOutput {
  const { mapping, target, markup, hooks, unmapped } = conversion;
  const mapped = applyMapping({ page, source, mapping, target, markup, hooks, ...(unmapped && { unmapped }) });
  const taken = new Set(mapped.rules);
  return { ...mapped, page: rewriteAddresses(mapped.page, mapping, target, taken), rules: [...taken] };
}

/**
 * Markers with inner text that is Markdown show what Hugo prints on its way to the page, for which parts of it are read again.
 * A page with a call that has become something else is not what Hugo makes of it anyway.
 */
function rereadFor(meta: PageMeta, { outcomes }: ApplyOutput, conversion: PageConversion): Reread | undefined {
  if (conversion.unmapped !== 'marker' || conversion.inner !== 'markdown') return undefined;
  if (outcomes.some(({ kind, result }) => kind === 'call' && result === 'mapped')) return undefined;
  return {
    page: (source, bodyStart) => {
      const { page } = readPage({ meta, source, bodyStart, ...readOptions(conversion) });
      return mapPage(page, source, conversion).page;
    },
    runComments,
  };
}

/** The addresses that the mapping has rules for, as it wants them; the target looks at what comes of that. */
function rewriteAddresses(page: Page, mapping: Mapping, target: string, taken: Set<string>): Page {
  const rewrite = linkRewriter(mapping, target, (rule) => taken.add(rule));
  const body = rewrite ? changeAddresses(page.body, rewrite) : page.body;
  return body === page.body ? page : { ...page, body };
}
