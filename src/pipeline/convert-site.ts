/** One run over a site: plan, convert page by page, write, account. */
import type { FileChange, RunReport } from '../diagnostics/run-report.ts';
import type { PageCache } from './cache/page-cache.ts';
import type { Ledger } from './ledger.ts';
import type { ConversionOptions } from './open-conversion.ts';
import type { OpenedSite } from './open-site.ts';
import type { EditPolicy } from './output/decide.ts';
import type { Run } from './run/gather.ts';
import type { Selection } from './select-pages.ts';
import { openConverter } from './run/converter.ts';
import { finishRun } from './run/finish-run.ts';
import { openRun } from './run/gather.ts';
import { planRun } from './run/plan-run.ts';
import { isWhole, ofTaken, reportRun, withoutUse } from './run/report-run.ts';
import { takePages } from './run/take-pages.ts';

export interface ConvertSiteOptions extends Selection, ConversionOptions {
  /** The output folder; nothing outside it is written. */
  readonly out: string;
  /** Plans only: nothing is written. */
  readonly dryRun?: boolean;
  /** What becomes of files that were edited by hand since decant wrote them; `merge` unless told otherwise. */
  readonly edits?: EditPolicy;
  /** Removes the files of earlier runs that this one does not make; a run over a part of the site removes nothing. */
  readonly prune?: boolean;
  readonly onProgress?: (done: number, total: number, file: string) => void;
  /** Is told of each file that the run changes, or in a dry run would change. */
  readonly onChange?: (change: FileChange) => void;
  /** Ends the run before the next page; what was written stays and is known to the manifest. */
  readonly signal?: AbortSignal;
  /** What earlier runs have left, and what this one leaves. */
  readonly cache?: PageCache;
}

export interface ConvertSiteResult {
  readonly report: RunReport;
  readonly ledger: Ledger;
}

/**
 * Converts a site into `options.out`.
 * Content never makes it throw: findings are in the report. It throws where the machine fails (a full disk, a folder that
 * cannot be written), with the cause, and where another run writes into the same folder.
 */
export async function convertSite(opened: OpenedSite, options: ConvertSiteOptions): Promise<ConvertSiteResult> {
  const { site } = opened;
  const { cache, mapping } = options;
  const plan = planRun(site, options, cache?.last);
  const run = openRun(opened, plan, options);
  run.diagnostics.push(...ofTaken(opened.diagnostics, site, plan.taken), ...mapping.diagnostics);
  try {
    await convertPages(opened, run, options);
    run.sink.flush();
    if (isWhole(run, options)) run.diagnostics.push(...withoutUse(run.ledger.rules, options));
    // A run over a part of the site says nothing of the files of the rest.
    if (options.prune && isWhole(run, options)) run.diagnostics.push(...run.sink.prune());
    const report = reportRun(run, opened.dir, options);
    cache?.close(report, run.sink.fingerprints());
    return {
      report,
      get ledger() {
        return JSON.parse(run.ledger.text()) as Ledger; // the text was made of one
      },
    };
  } finally {
    // Also when the disk is full or a page could not be written: what is there must be known as decant's.
    run.sink.close();
  }
}

async function convertPages(opened: OpenedSite, run: Run, options: ConvertSiteOptions): Promise<void> {
  const converter = await openConverter(opened, run.plan.pages, options);
  try {
    run.diagnostics.push(...converter.diagnostics);
    await takePages(run, converter, options);
    if (!run.interrupted) finishRun(converter.session, opened.site, run);
  } finally {
    await converter.close();
  }
}
