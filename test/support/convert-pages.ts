import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { ConversionOptions } from '../../src/pipeline/open-conversion.ts';
import type { OpenedSite } from '../../src/pipeline/open-site.ts';
import type { OutputFile } from '../../src/targets/target.ts';
import { openLedger } from '../../src/pipeline/ledger.ts';
import { openConversion } from '../../src/pipeline/open-conversion.ts';

export interface ConvertedPages {
  /** What each page came to, by its source path. */
  readonly pages: ReadonlyMap<string, readonly OutputFile[]>;
  /** The files that need the whole site. */
  readonly rest: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Converts all pages of a site in memory, and keeps the account as a real run does. */
export async function convertPages(opened: OpenedSite, options: ConversionOptions): Promise<ConvertedPages> {
  const { session, convert } = await openConversion(opened, opened.site.pages, options);
  const ledger = openLedger(options.target.name);
  const pages = new Map<string, readonly OutputFile[]>();
  const diagnostics = [...opened.diagnostics, ...options.mapping.diagnostics];
  for (const meta of opened.site.pages) {
    const { page, diagnostics: findings } = convert(meta);
    diagnostics.push(...findings);
    if (!page) continue;
    diagnostics.push(...ledger.enter(page.read, page.outcomes));
    pages.set(meta.file, page.files);
  }
  const { files: rest, diagnostics: findings } = session.finish();
  return { pages, rest, diagnostics: [...diagnostics, ...findings] };
}
