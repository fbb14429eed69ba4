/** Who converts the pages of a run: this thread, or several. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { TargetSession } from '../../targets/target.ts';
import type { ConversionOptions } from '../open-conversion.ts';
import type { OpenedSite } from '../open-site.ts';
import type { ConvertedPage } from '../page-pipeline.ts';
import { openConversion } from '../open-conversion.ts';

/** What became of a page: nothing where decant failed on it, which is reported. */
export interface PageResult {
  readonly page?: ConvertedPage;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Converter {
  readonly session: TargetSession;
  readonly diagnostics: readonly Diagnostic[];
  /** How many pages are to be handed over at a time, and how many such batches may be under way. */
  readonly batch: number;
  readonly ahead: number;
  /** Converts pages; the results come in their order. */
  convert(pages: readonly PageMeta[]): Promise<readonly PageResult[]>;
  close(): Promise<void>;
}

/** Converts in this thread. */
export async function openConverter(
  opened: OpenedSite,
  pages: readonly PageMeta[],
  options: ConversionOptions,
): Promise<Converter> {
  const { session, convert, diagnostics } = await openConversion(opened, pages, options);
  return {
    session,
    diagnostics,
    batch: 1,
    ahead: 1,
    convert: async (batch) => batch.map(convert),
    close: async () => {},
  };
}
