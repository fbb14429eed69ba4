/** What a run gathers page by page, and hands on to the output folder. */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../diagnostics/run-report.ts';
import type { PageMeta } from '../../model/page.ts';
import type { OutputFile } from '../../targets/target.ts';
import type { PageCache } from '../cache/page-cache.ts';
import type { FileRecord, StoredPage } from '../cache/page-records.ts';
import type { LedgerBook } from '../ledger.ts';
import type { EditPolicy } from '../output/decide.ts';
import type { Sink } from '../output/sink.ts';
import type { TextStore } from '../output/text-store.ts';
import type { ConvertedPage } from '../page-pipeline.ts';
import type { ShardWriter } from '../shards/shard-files.ts';
import type { RunPlan } from './plan-run.ts';
import { openLedger } from '../ledger.ts';
import { type Delivery, deliver, storedText } from '../output/delivery.ts';
import { hashOf } from '../output/fingerprint.ts';
import { openSink } from '../output/sink.ts';
import { LEDGER_FILE } from './plan-run.ts';
import { append } from '../../model/append.ts';

/** What every run into a folder is told. */
export interface RunOptions {
  /** The output folder; nothing outside it is written. */
  readonly out: string;
  readonly target: { readonly name: string };
  /** Plans only: nothing is written. */
  readonly dryRun?: boolean;
  /** What becomes of files that were edited by hand since decant wrote them; `merge` unless told otherwise. */
  readonly edits?: EditPolicy;
  /** Removes the files of earlier runs that this one does not make; a run over a part of the site removes nothing. */
  readonly prune?: boolean;
  readonly onProgress?: (done: number, total: number, file: string) => void;
  /** Is told of each file that the run changes, or in a dry run would change. */
  readonly onChange?: (change: FileChange) => void;
  /** What earlier runs have left, and what this one leaves. */
  readonly cache?: PageCache;
}

/** Where a run finds the site's files that it copies. */
export interface CopySources {
  readonly locate: (file: string) => string;
  readonly hashOfCopy: (file: string) => string;
}

export const copySources = (
  { locate }: Pick<CopySources, 'locate'>,
  cache: Pick<PageCache, 'hashOfCopy'> | undefined,
): CopySources => ({
  locate,
  hashOfCopy: (file) => cache?.hashOfCopy(locate(file)) ?? hashOf(readFileSync(locate(file))),
});

/** What a run has gathered so far. */
export interface Run extends CopySources {
  readonly plan: RunPlan;
  readonly sink: Sink;
  readonly cache: PageCache | undefined;
  /** Takes what a merge needs of a shard. */
  readonly shard: ShardWriter | undefined;
  /** The account of this run. */
  readonly ledger: LedgerBook;
  /** The account of all that the folder holds; the same one where the run takes all of it. */
  readonly account: LedgerBook;
  readonly diagnostics: Diagnostic[];
  readonly contributions: unknown[];
  converted: number;
  interrupted: boolean;
}

export function openRun(plan: RunPlan, options: RunOptions, copies: CopySources, shard?: ShardWriter): Run {
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
    shard,
    ledger,
    account: plan.held.size === 0 ? ledger : openLedger(options.target.name),
    diagnostics: [],
    contributions: [],
    ...copies,
    converted: 0,
    interrupted: false,
  };
}

/** Hands a file to the sink. Returns what a later run needs to hand it on again. */
export function put(file: OutputFile, source: string, run: Run): FileRecord {
  const delivery = deliver(file, source, run);
  const { path, hash } = delivery;
  append(run.diagnostics, run.sink.put(delivery));
  if ('copyOf' in file) run.shard?.copied(file.copyOf, { path, hash });
  return fileRecord(file, delivery);
}

export const fileRecord = (file: OutputFile, { path, hash }: Delivery): FileRecord =>
  'copyOf' in file ? file : { path, hash };

/** Enters a page that was just converted. */
export function enter(page: ConvertedPage, meta: PageMeta, run: Run): void {
  const stored = storedPage(
    page,
    page.files.map((file) => put(file, meta.file, run)),
  );
  count(meta, { entries: stored.entries, ...stored.record }, run);
  if (page.contribution !== undefined) run.contributions.push(page.contribution);
  run.converted++;
  keep(meta, stored, run);
}

/** What there is to be kept of a page that was just converted. */
export function storedPage(
  { account, rules, diagnostics, contribution }: ConvertedPage,
  files: readonly FileRecord[],
): StoredPage {
  const { entries, counts } = account;
  return {
    record: { files, diagnostics, counts, rules, ...(contribution !== undefined && { contribution }) },
    entries,
  };
}

function keep(meta: PageMeta, stored: StoredPage, { cache, shard }: Run): void {
  cache?.keep(meta, stored, true);
  shard?.keep(meta, stored);
}

/** Enters a page that an earlier run has converted, whose texts `store` has. */
export function enterStored(
  stored: StoredPage,
  meta: PageMeta,
  run: Run,
  store: Pick<TextStore, 'get'> = run.sink.store,
): void {
  const { record, entries } = stored;
  count(meta, { entries, ...record }, run);
  if (record.contribution !== undefined) run.contributions.push(record.contribution);
  append(run.diagnostics, record.diagnostics);
  for (const file of record.files) {
    if ('copyOf' in file) put(file, meta.file, run);
    else append(run.diagnostics, run.sink.put(storedText(file.path, meta.file, { hash: file.hash, store })));
  }
  run.converted++;
  keep(meta, stored, run);
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
  append(diagnostics, sink.put(ledgerDelivery(Buffer.from(account.text()))));
}

export const ledgerDelivery = (text: Uint8Array): Delivery => ({
  path: LEDGER_FILE,
  source: LEDGER_FILE,
  hash: hashOf(text),
  isText: false,
  content: () => text,
});
