/** One run over a site: select, convert page by page, write, account. */
import { readFileSync as readSiteFile } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PageMeta } from '../model/page.ts';
import type { FileChange, RunReport } from '../diagnostics/run-report.ts';
import type { OutputFile } from '../targets/target.ts';
import type { PageCache } from './cache/page-cache.ts';
import type { FileRecord, StoredPage } from './cache/page-records.ts';
import type { Ledger, LedgerBook } from './ledger.ts';
import type { ConversionOptions } from './open-conversion.ts';
import type { OpenedSite } from './open-site.ts';
import type { EditPolicy } from './output/decide.ts';
import type { Sink } from './output/sink.ts';
import type { ConvertedPage } from './page-pipeline.ts';
import type { Selection } from './select-pages.ts';
import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import { accountOf, openLedger } from './ledger.ts';
import { openConversion } from './open-conversion.ts';
import { deliver, storedText } from './output/delivery.ts';
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
  /** What earlier runs have left, and what this one leaves. */
  readonly cache?: PageCache;
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
  readonly hashOfCopy: (file: string) => string;
  readonly locate: (file: string) => string;
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
    const result = reportOf(run, pages, opened, options);
    options.cache?.close(result.report, run.sink.fingerprints());
    return result;
  } finally {
    // Also when the disk is full or a page could not be written: what is there must be known as decant's.
    run.sink.close();
  }
}

/** The rules of the user's own that took nothing on the whole site. */
function withoutUse({ ledger }: Run, { mapping, target }: ConvertSiteOptions): Diagnostic[] {
  const shipped = new Set(Object.values(shippedMappings()));
  return unusedRules(mapping.mapping, target.name, ledger.rules, (file) => !shipped.has(file));
}

function openRun(opened: OpenedSite, options: ConvertSiteOptions): Run {
  const { out, dryRun = false, edits = 'merge', onChange } = options;
  const { cache } = options;
  return {
    sink: openSink({
      out,
      planOnly: dryRun,
      edits,
      ...(onChange && { onChange }),
      ...(cache && { fingerprints: cache.outputs }),
    }),
    ledger: openLedger(options.target.name),
    diagnostics: [],
    contributions: [],
    locate: opened.locate,
    hashOfCopy: (file) => cache?.hashOfCopy(opened.locate(file)) ?? hashOf(readSiteFile(opened.locate(file))),
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
  const { cache } = options;
  const { session, convert, diagnostics: faults } = await openConversion(opened, pages, options);
  run.diagnostics.push(...faults);
  for (const [at, meta] of pages.entries()) {
    if (at % PAGES_PER_TURN === 0) {
      run.sink.flush();
      cache?.flush();
      await nextTurn();
    }
    if (options.signal?.aborted) {
      run.interrupted = true;
      return;
    }
    options.onProgress?.(at, pages.length, meta.file);
    const known = cache?.reuse(meta, run.sink.store);
    if (known) {
      enterStored(known, meta, run);
      cache?.keep(meta, known);
      continue;
    }
    const { page, diagnostics } = convert(meta);
    run.diagnostics.push(...diagnostics);
    if (page) enter(page, meta, run, cache);
  }
  const rest = session.finish(run.contributions);
  run.diagnostics.push(...rest.diagnostics);
  for (const file of rest.files) put(file, 'copyOf' in file ? file.copyOf : (file.source ?? file.path), run);
  const account = Buffer.from(run.ledger.text());
  const ledger = { path: 'ledger.json', source: 'ledger.json', hash: hashOf(account), isText: false };
  run.diagnostics.push(...run.sink.put({ ...ledger, content: () => account }));
}

/** Hands a file to the sink. Returns what a later run needs to hand it on again. */
function put(file: OutputFile, source: string, { sink, diagnostics, locate, hashOfCopy }: Run): FileRecord {
  const delivery = deliver(file, source, { locate, hashOfCopy });
  diagnostics.push(...sink.put(delivery));
  return 'copyOf' in file ? file : { path: file.path, hash: delivery.hash };
}

function enter(page: ConvertedPage, meta: PageMeta, run: Run, cache: PageCache | undefined): void {
  const { contribution, diagnostics } = page;
  const { entries, ...sums } = accountOf(page.entries);
  run.ledger.enter(meta.file, { entries, ...sums });
  if (contribution !== undefined) run.contributions.push(contribution);
  const files = page.files.map((file) => put(file, meta.file, run));
  run.converted++;
  const given = contribution === undefined ? {} : { contribution };
  cache?.keep(meta, { record: { files, diagnostics, ...sums, ...given }, entries });
}

/** Enters a page that an earlier run has converted. */
function enterStored({ record, entries }: StoredPage, meta: PageMeta, run: Run): void {
  const { store } = run.sink;
  run.ledger.enter(meta.file, { entries, counts: record.counts, rules: record.rules });
  if (record.contribution !== undefined) run.contributions.push(record.contribution);
  run.diagnostics.push(...record.diagnostics);
  for (const file of record.files) {
    if ('copyOf' in file) put(file, meta.file, run);
    else run.diagnostics.push(...run.sink.put(storedText(file.path, meta.file, { hash: file.hash, store })));
  }
  run.converted++;
}

function reportOf(
  run: Run,
  pages: readonly PageMeta[],
  opened: OpenedSite,
  options: ConvertSiteOptions,
): ConvertSiteResult {
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
    totals: run.ledger.totals,
    diagnostics: run.diagnostics.toSorted(compareDiagnostics),
  };
  return {
    report,
    get ledger() {
      return JSON.parse(run.ledger.text()) as Ledger; // the text was made of one
    },
  };
}

/** The pages that a run does not take: what is wrong with them is not its business. */
function leftOut({ site }: OpenedSite, pages: readonly PageMeta[]): ReadonlySet<string> {
  const taken = new Set(pages.map(({ file }) => file));
  return new Set(site.pages.flatMap(({ file }) => (taken.has(file) ? [] : [file])));
}

const isPartial = ({ languages, include, exclude }: Selection): boolean =>
  [languages, include, exclude].some((filter) => filter !== undefined && filter.length > 0);
