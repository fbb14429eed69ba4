/** One run over a site: select, convert page by page, write, account. */
import { readFileSync as readSiteFile } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PageMeta } from '../model/page.ts';
import type { FileChange, RunReport } from '../diagnostics/run-report.ts';
import type { OutputFile } from '../targets/target.ts';
import type { Ledger, LedgerBook } from './ledger.ts';
import type { ConversionOptions } from './open-conversion.ts';
import type { OpenedSite } from './open-site.ts';
import type { EditPolicy } from './output/decide.ts';
import type { Sink } from './output/sink.ts';
import type { ConvertedPage } from './page-pipeline.ts';
import type { Selection } from './select-pages.ts';
import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import { openLedger } from './ledger.ts';
import { openConversion } from './open-conversion.ts';
import { deliver } from './output/delivery.ts';
import { hashOf } from './output/fingerprint.ts';
import { unusedRules } from '../mapping/unused-rules.ts';
import { shippedMappings } from './read-mapping.ts';
import { openSink } from './output/sink.ts';
import { selectPages } from './select-pages.ts';
import { VERSION } from './version.ts';

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
}

export interface ConvertSiteResult {
  readonly report: RunReport;
  readonly ledger: Ledger;
}

/** What a run has gathered so far. */
interface Run {
  readonly sink: Sink;
  readonly ledger: LedgerBook;
  readonly diagnostics: Diagnostic[];
  readonly contributions: unknown[];
  readonly deliver: (files: readonly OutputFile[], sourceOf: (file: OutputFile) => string) => void;
  converted: number;
  interrupted: boolean;
}

/**
 * The native parser frees its memory only when the event loop turns; a turn every so many pages keeps memory flat and lets
 * Ctrl-C through. Their files are written together.
 */
const PAGES_PER_TURN = 32;

/**
 * Converts a site into `options.out`.
 * Content never makes it throw: findings are in the report. It throws where the machine fails (a full disk, a folder that
 * cannot be written), with the cause, and where another run writes into the same folder.
 */
export async function convertSite(opened: OpenedSite, options: ConvertSiteOptions): Promise<ConvertSiteResult> {
  const pages = selectPages(opened.site, options);
  const run = openRun(opened, options);
  const others = leftOut(opened, pages);
  const found = opened.diagnostics.filter(({ file }) => file === undefined || !others.has(file));
  run.diagnostics.push(...found, ...options.mapping.diagnostics);
  try {
    await convertPages(opened, pages, options, run);
    run.sink.flush();
    if (!run.interrupted && !isPartial(options)) run.diagnostics.push(...withoutUse(run, options));
    // A run over a part of the site says nothing of the files of the rest.
    if (options.prune && !run.interrupted && !isPartial(options)) run.diagnostics.push(...run.sink.prune());
  } finally {
    // Also when the disk is full or a page could not be written: what is there must be known as decant's.
    run.sink.close();
  }
  return reportOf(run, pages, opened, options);
}

/** The rules of the user's own that took nothing on the whole site. */
function withoutUse({ ledger }: Run, { mapping, target }: ConvertSiteOptions): Diagnostic[] {
  const used = new Set(Object.values(ledger.close().pages).flatMap((entries) => entries.map(({ by }) => by)));
  const shipped = new Set(Object.values(shippedMappings()));
  return unusedRules(mapping.mapping, target.name, used, (file) => !shipped.has(file));
}

function openRun(opened: OpenedSite, options: ConvertSiteOptions): Run {
  const { out, dryRun = false, edits = 'merge', onChange } = options;
  const sink = openSink({ out, planOnly: dryRun, edits, ...(onChange && { onChange }) });
  const diagnostics: Diagnostic[] = [];
  const hashOfCopy = (file: string): string => hashOf(readSiteFile(opened.locate(file)));
  return {
    sink,
    ledger: openLedger(options.target.name),
    diagnostics,
    contributions: [],
    deliver(files, sourceOf) {
      const { locate } = opened;
      for (const file of files) {
        diagnostics.push(...sink.put(deliver(file, sourceOf(file), { locate, hashOfCopy })));
      }
    },
    converted: 0,
    interrupted: false,
  };
}

async function convertPages(
  opened: OpenedSite,
  pages: readonly PageMeta[],
  options: ConvertSiteOptions,
  run: Run,
): Promise<void> {
  const { session, convert, diagnostics: faults } = await openConversion(opened, pages, options);
  run.diagnostics.push(...faults);
  for (const [at, meta] of pages.entries()) {
    if (at % PAGES_PER_TURN === 0) {
      run.sink.flush();
      await nextTurn();
    }
    if (options.signal?.aborted) {
      run.interrupted = true;
      return;
    }
    options.onProgress?.(at, pages.length, meta.file);
    const { page, diagnostics } = convert(meta);
    run.diagnostics.push(...diagnostics);
    if (page) enter(page, meta, run);
  }
  const rest = session.finish(run.contributions);
  run.diagnostics.push(...rest.diagnostics);
  run.deliver(rest.files, (file) => ('copyOf' in file ? file.copyOf : (file.source ?? file.path)));
  const account = { path: 'ledger.json', text: `${JSON.stringify(run.ledger.close(), null, 1)}\n` };
  run.deliver([account], () => account.path);
}

function enter({ entries, contribution, files }: ConvertedPage, meta: PageMeta, run: Run): void {
  run.ledger.enter(meta.file, entries);
  if (contribution !== undefined) run.contributions.push(contribution);
  run.deliver(files, () => meta.file);
  run.converted++;
}

function reportOf(
  run: Run,
  pages: readonly PageMeta[],
  opened: OpenedSite,
  options: ConvertSiteOptions,
): ConvertSiteResult {
  const ledger = run.ledger.close();
  const report: RunReport = {
    version: VERSION,
    target: options.target.name,
    site: opened.dir,
    out: options.out,
    dryRun: options.dryRun ?? false,
    interrupted: run.interrupted,
    pages: { selected: pages.length, converted: run.converted },
    files: run.sink.records,
    stale: run.interrupted || isPartial(options) ? [] : run.sink.stale(),
    totals: ledger.totals,
    diagnostics: run.diagnostics.toSorted(compareDiagnostics),
  };
  return { report, ledger };
}

/** The pages that a run does not take: what is wrong with them is not its business. */
function leftOut({ site }: OpenedSite, pages: readonly PageMeta[]): ReadonlySet<string> {
  const taken = new Set(pages.map(({ file }) => file));
  return new Set(site.pages.flatMap(({ file }) => (taken.has(file) ? [] : [file])));
}

const isPartial = ({ languages, include, exclude }: Selection): boolean =>
  [languages, include, exclude].some((filter) => filter !== undefined && filter.length > 0);
