/** What a run gathers page by page, and hands on to the output folder. */
import { readFileSync as readSiteFile } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { OutputFile } from '../../targets/target.ts';
import type { PageCache } from '../cache/page-cache.ts';
import type { FileRecord, StoredPage } from '../cache/page-records.ts';
import type { ConvertSiteOptions } from '../convert-site.ts';
import type { LedgerBook } from '../ledger.ts';
import type { OpenedSite } from '../open-site.ts';
import type { Sink } from '../output/sink.ts';
import type { ConvertedPage } from '../page-pipeline.ts';
import type { RunPlan } from './plan-run.ts';
import { accountOf, openLedger } from '../ledger.ts';
import { deliver, storedText } from '../output/delivery.ts';
import { hashOf } from '../output/fingerprint.ts';
import { openSink } from '../output/sink.ts';
import { LEDGER_FILE } from './plan-run.ts';

/** What a run has gathered so far. */
export interface Run {
  readonly plan: RunPlan;
  readonly sink: Sink;
  readonly cache: PageCache | undefined;
  /** The account of this run. */
  readonly ledger: LedgerBook;
  /** The account of all that the folder holds; the same one where the run takes all of it. */
  readonly account: LedgerBook;
  readonly diagnostics: Diagnostic[];
  readonly contributions: unknown[];
  readonly hashOfCopy: (file: string) => string;
  readonly locate: (file: string) => string;
  converted: number;
  interrupted: boolean;
}

export function openRun(opened: OpenedSite, plan: RunPlan, options: ConvertSiteOptions): Run {
  const { out, dryRun = false, edits = 'merge', onChange, cache } = options;
  const ledger = openLedger(options.target.name);
  return {
    plan,
    sink: openSink({
      out,
      planOnly: dryRun,
      edits,
      ...(onChange && { onChange }),
      ...(cache && { fingerprints: cache.outputs }),
    }),
    cache,
    ledger,
    account: plan.held.size === 0 ? ledger : openLedger(options.target.name),
    diagnostics: [],
    contributions: [],
    locate: opened.locate,
    hashOfCopy: (file) => cache?.hashOfCopy(opened.locate(file)) ?? hashOf(readSiteFile(opened.locate(file))),
    converted: 0,
    interrupted: false,
  };
}

/** Hands a file to the sink. Returns what a later run needs to hand it on again. */
export function put(file: OutputFile, source: string, { sink, diagnostics, locate, hashOfCopy }: Run): FileRecord {
  const delivery = deliver(file, source, { locate, hashOfCopy });
  diagnostics.push(...sink.put(delivery));
  return 'copyOf' in file ? file : { path: file.path, hash: delivery.hash };
}

/** Enters a page that was just converted. */
export function enter(page: ConvertedPage, meta: PageMeta, run: Run): void {
  const { contribution, diagnostics } = page;
  const { entries, counts } = accountOf(page.entries);
  const sums = { counts, rules: page.rules };
  count(meta, { entries, ...sums }, run);
  if (contribution !== undefined) run.contributions.push(contribution);
  const files = page.files.map((file) => put(file, meta.file, run));
  run.converted++;
  const given = contribution === undefined ? {} : { contribution };
  run.cache?.keep(meta, { record: { files, diagnostics, ...sums, ...given }, entries }, true);
}

/** Enters a page that an earlier run has converted. */
export function enterStored(stored: StoredPage, meta: PageMeta, run: Run): void {
  const { record, entries } = stored;
  const { store } = run.sink;
  count(meta, { entries, ...record }, run);
  if (record.contribution !== undefined) run.contributions.push(record.contribution);
  run.diagnostics.push(...record.diagnostics);
  for (const file of record.files) {
    if ('copyOf' in file) put(file, meta.file, run);
    else run.diagnostics.push(...run.sink.put(storedText(file.path, meta.file, { hash: file.hash, store })));
  }
  run.converted++;
  run.cache?.keep(meta, stored, true);
}

function count(meta: PageMeta, account: Parameters<LedgerBook['enter']>[1], { ledger, account: all }: Run): void {
  ledger.enter(meta.file, account);
  if (all !== ledger) all.enter(meta.file, account);
}

/** Enters a page that is none of this run's: its files stay as they are, and the files of the whole site know of it. */
export function enterHeld(stored: StoredPage, meta: PageMeta, { account, contributions, cache }: Run): void {
  const { record, entries } = stored;
  account.enter(meta.file, { entries, ...record });
  if (record.contribution !== undefined) contributions.push(record.contribution);
  cache?.keep(meta, stored, false);
}

/** Hands the account to the sink. */
export function putLedger({ account, sink, diagnostics }: Run): void {
  const text = Buffer.from(account.text());
  const ledger = { path: LEDGER_FILE, source: LEDGER_FILE, hash: hashOf(text), isText: false };
  diagnostics.push(...sink.put({ ...ledger, content: () => text }));
}
