import { expect } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { ConversionOptions } from '../../src/pipeline/open-conversion.ts';
import type { OpenedSite } from '../../src/pipeline/open-site.ts';
import type { OutputFile } from '../../src/targets/target.ts';
import { openConversion } from '../../src/pipeline/open-conversion.ts';

export interface ConvertedPages {
  /** What each page came to, by its source path. */
  readonly pages: ReadonlyMap<string, readonly OutputFile[]>;
  /** The files that need the whole site. */
  readonly rest: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Converts all pages of a site in memory, and hands the pages on as a real run may do. */
export async function convertPages(opened: OpenedSite, options: ConversionOptions): Promise<ConvertedPages> {
  const { session, convert } = await openConversion(opened, opened.site.pages, options);
  const contributions: unknown[] = [];
  const pages = new Map<string, readonly OutputFile[]>();
  const diagnostics = [...opened.diagnostics, ...options.mapping.diagnostics];
  for (const meta of opened.site.pages) {
    const { page, diagnostics: findings } = convert(meta);
    diagnostics.push(...findings);
    if (!page) continue;
    // By way of text, as between threads and from a cache: what is no JSON would not come back the same.
    const sent = JSON.parse(JSON.stringify(page)) as typeof page;
    expect(sent).toEqual(page);
    if (sent.contribution !== undefined) contributions.push(sent.contribution);
    pages.set(meta.file, sent.files);
  }
  const { files: rest, diagnostics: findings } = session.finish(contributions);
  return { pages, rest, diagnostics: [...diagnostics, ...findings] };
}
