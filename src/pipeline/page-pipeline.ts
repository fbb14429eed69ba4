import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ApplyHooks } from '../mapping/apply.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Markup } from '../model/markup.ts';
import type { Page, PageMeta } from '../model/page.ts';
import type { ShortcodeTable } from '../model/shortcode-table.ts';
import type { Converters } from '../reader/formats/converter.ts';
import type { MarkdownEngine } from '../reader/markdown/engine.ts';
import type { TargetSession, PageOutput } from '../targets/target.ts';
import type { UnmappedPolicy } from '../writers/writer.ts';
import { applyMapping } from '../mapping/apply.ts';
import { readPage } from '../reader/read-page.ts';

/** What the conversion of one page needs, beside the page. */
export interface PageConversion {
  readonly engine: MarkdownEngine;
  readonly converters: Converters;
  readonly shortcodes: ShortcodeTable;
  readonly markup: Markup;
  readonly mapping: Mapping;
  readonly hooks: ApplyHooks;
  readonly unmapped?: UnmappedPolicy;
  readonly target: string;
  readonly session: TargetSession;
}

export interface ConvertedPage extends PageOutput {
  /** The page as it was read, before any mapping: what the ledger counts. */
  readonly read: Page;
}

/** Reads one page, applies the mapping and writes it: a pure function of its arguments. */
export function runPage(
  page: { readonly meta: PageMeta; readonly source: string; readonly bodyStart: number },
  conversion: PageConversion,
): ConvertedPage {
  const { engine, converters, shortcodes, markup, mapping, hooks, unmapped, target, session } = conversion;
  const reading = readPage({ ...page, markup, shortcodes, engine, converters });
  const mapped = applyMapping({
    page: reading.page,
    source: page.source,
    mapping,
    target,
    markup,
    hooks,
    ...(unmapped && { unmapped }),
  });
  const output = session.page({ page: mapped.page, source: page.source, markup });
  const diagnostics: Diagnostic[] = [...reading.diagnostics, ...mapped.diagnostics, ...output.diagnostics];
  return { read: reading.page, files: output.files, diagnostics, outcomes: [...mapped.outcomes, ...output.outcomes] };
}
