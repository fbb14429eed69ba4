/** One run over a site: select, convert page by page, write, account. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PageMeta } from '../model/page.ts';
import type { RunReport } from '../diagnostics/run-report.ts';
import type { OutputFile } from '../targets/target.ts';
import type { Ledger } from './ledger.ts';
import type { ConversionOptions } from './open-conversion.ts';
import type { OpenedSite } from './open-site.ts';
import type { Selection } from './select-pages.ts';
import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import { openLedger } from './ledger.ts';
import { openConversion } from './open-conversion.ts';
import { selectPages } from './select-pages.ts';
import { openSink } from './sink.ts';
import { VERSION } from './version.ts';

export interface ConvertSiteOptions extends Selection, ConversionOptions {
  /** The output folder; nothing outside it is written. */
  readonly out: string;
  /** Plans only: nothing is written. */
  readonly dryRun?: boolean;
  /** Overwrites files that decant did not write, or that were edited since. */
  readonly force?: boolean;
  readonly onProgress?: (done: number, total: number, file: string) => void;
  /** Ends the run before the next page; what was written stays and is known to the manifest. */
  readonly signal?: AbortSignal;
}

export interface ConvertSiteResult {
  readonly report: RunReport;
  readonly ledger: Ledger;
}

/**
 * The native parser frees its memory only when the event loop turns; a turn every so many pages keeps memory flat and lets
 * Ctrl-C through.
 */
const PAGES_PER_TURN = 32;

/**
 * Converts a site into `options.out`.
 * Content never makes it throw: findings are in the report. It throws where the machine fails (a full disk, a folder that
 * cannot be written), with the cause.
 */
export async function convertSite(opened: OpenedSite, options: ConvertSiteOptions): Promise<ConvertSiteResult> {
  const pages = selectPages(opened.site, options);
  const { target, out, dryRun = false, force = false } = options;
  const sink = openSink({ out, locate: opened.locate, dryRun, force });
  const ledger = openLedger(target.name);
  const others = leftOut(opened, pages);
  const found = opened.diagnostics.filter(({ file }) => file === undefined || !others.has(file));
  const diagnostics: Diagnostic[] = [...found, ...options.mapping.diagnostics];
  const put = (files: readonly OutputFile[], source: string): void => {
    for (const file of files) diagnostics.push(...sink.put(file, source));
  };
  const contributions: unknown[] = [];
  let converted = 0;
  let interrupted = false;
  try {
    const { session, convert } = await openConversion(opened, pages, options);
    for (const [at, meta] of pages.entries()) {
      if (at % PAGES_PER_TURN === 0) await nextTurn();
      if (options.signal?.aborted) {
        interrupted = true;
        break;
      }
      options.onProgress?.(at, pages.length, meta.file);
      const result = convert(meta);
      diagnostics.push(...result.diagnostics);
      if (!result.page) continue;
      ledger.enter(meta.file, result.page.entries);
      if (result.page.contribution !== undefined) contributions.push(result.page.contribution);
      put(result.page.files, meta.file);
      converted++;
    }
    if (!interrupted) {
      const rest = session.finish(contributions);
      diagnostics.push(...rest.diagnostics);
      for (const file of rest.files) put([file], 'copyOf' in file ? file.copyOf : (file.source ?? file.path));
      const account = { path: 'ledger.json', text: `${JSON.stringify(ledger.close(), null, 1)}\n` };
      put([account], account.path);
    }
  } finally {
    // Also when the disk is full or a page could not be written: what is there must be known as decant's.
    sink.close();
  }
  const closed = ledger.close();
  const report: RunReport = {
    version: VERSION,
    target: target.name,
    site: opened.dir,
    out,
    dryRun,
    interrupted,
    pages: { selected: pages.length, converted },
    files: sink.records,
    // A run over a part of the site says nothing of the files of the rest.
    stale: interrupted || isPartial(options) ? [] : sink.stale(),
    totals: closed.totals,
    diagnostics: diagnostics.toSorted(compareDiagnostics),
  };
  return { report, ledger: closed };
}

/** The pages that a run does not take: what is wrong with them is not its business. */
function leftOut({ site }: OpenedSite, pages: readonly PageMeta[]): ReadonlySet<string> {
  const taken = new Set(pages.map(({ file }) => file));
  return new Set(site.pages.flatMap(({ file }) => (taken.has(file) ? [] : [file])));
}

const isPartial = ({ languages, include, exclude }: Selection): boolean =>
  [languages, include, exclude].some((filter) => filter !== undefined && filter.length > 0);
