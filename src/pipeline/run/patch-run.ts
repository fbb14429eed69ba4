/**
 * A run after which only the texts of some pages have changed: it converts those, and mends what the last run has left in place of
 * going through all of it. It gives up, before anything is written, where a change reaches further than its own page.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { RunReport } from '../../diagnostics/run-report.ts';
import type { PageMeta } from '../../model/page.ts';
import type { PageCache } from '../cache/page-cache.ts';
import type { PageRecord, StoredPage } from '../cache/page-records.ts';
import type { RecordAdditions } from '../cache/record-additions.ts';
import type { RunState } from '../cache/run-state.ts';
import type { ConvertSiteOptions } from '../convert-site.ts';
import type { OpenedSite } from '../open-site.ts';
import type { AccountChange, PageAccount } from '../ledger.ts';
import type { Delivery } from '../output/delivery.ts';
import { compareDiagnostics } from '../../diagnostics/diagnostic.ts';
import { lookAtFiles } from '../cache/look-again.ts';
import { unpackReport } from '../cache/pack-report.ts';
import { type PrintTable, openPrints } from '../cache/prints.ts';
import { pagesAt } from '../cache/snapshot.ts';
import { changeTotals, patchLedger } from '../ledger.ts';
import { openConversion } from '../open-conversion.ts';
import { deliver } from '../output/delivery.ts';
import { hasJournal } from '../output/manifest.ts';
import { openSink } from '../output/sink.ts';
import { isPartial, selectPages } from '../select-pages.ts';
import { copySources, fileRecord, ledgerDelivery, storedPage } from './gather.ts';
import { LEDGER_FILE } from './plan-run.ts';

/** What the last run has left, in which nothing but the bodies of pages has changed. */
export interface Patchable {
  readonly opened: OpenedSite;
  readonly state: RunState;
  /** Content files that have changed, by path on disk. */
  readonly changed: readonly string[];
  readonly records: RecordAdditions;
  readonly cache: PageCache;
}

/** More pages than these are nothing that is mended. */
const MOST_PAGES = 32;

/** A page that has changed: what the last run made of it, and what this one does. */
interface ChangedPage {
  readonly meta: PageMeta;
  readonly before: StoredPage;
  readonly after: StoredPage;
  readonly deliveries: readonly Delivery[];
}

/** Returns the report of the run, or nothing where it has to be made in the ordinary way. */
export async function patchRun(patchable: Patchable, options: ConvertSiteOptions): Promise<RunReport | undefined> {
  const { opened, state, cache } = patchable;
  const out = resolve(options.out);
  if (state.report === undefined || options.shard || isPartial(options) || hasJournal(out)) return undefined;
  const stale = state.report.stale.filter((path) => existsSync(join(out, path)));
  if (options.prune && stale.length > 0) return undefined;
  const disk = lookAtFiles(state.outputs, (path) => `${out}${sep}${path}`)?.table;
  if (!disk || !areTheSame(state.copies, cache)) return undefined;
  const pages = await convertChanged(patchable, options);
  const last = unpackReport(state.report);
  const diagnostics = pages && changeDiagnostics(last.diagnostics, pages, opened);
  if (!pages || !diagnostics) return undefined;
  // A text that grows by a paragraph leaves the account as it is.
  const changes = pages.flatMap(({ meta, before, after }) =>
    before.entries === after.entries ? [] : { file: meta.file, before: accountIn(before), after: accountIn(after) },
  );
  const totals = changeTotals(last.totals, changes);
  const ledger = changes.length === 0 ? [] : mendLedger(out, last, { totals, changes });
  if (!ledger) return undefined;
  const deliveries = [...pages.flatMap((page) => page.deliveries), ...ledger];
  const left = { last: { ...last, stale, diagnostics, totals }, disk };
  if (!arePlacedAlike(deliveries, left.last)) return undefined;
  const report = write(deliveries, left, options);
  for (const { meta, after } of pages) cache.keep(meta, after, true);
  cache.close(report.report, report.prints);
  return report.report;
}

/** The account with the parts of pages that have changed; none where it is not what the last run has left. */
function mendLedger(
  out: string,
  { target, totals: before }: RunReport,
  { totals: after, changes }: { readonly totals: RunReport['totals']; readonly changes: readonly AccountChange[] },
): readonly Delivery[] | undefined {
  const text = patchLedger(readFileSync(join(out, LEDGER_FILE)), { target, before, after }, changes);
  return text && [ledgerDelivery(text)];
}

/** Whether the copied files are what they were; the cache takes note of them. */
function areTheSame(copies: RunState['copies'], cache: PageCache): boolean {
  return copies.paths.every((path, row) => existsSync(path) && cache.hashOfCopy(path) === copies.hashes[row]);
}

async function convertChanged(
  { opened, changed, records, cache }: Patchable,
  options: ConvertSiteOptions,
): Promise<readonly ChangedPage[] | undefined> {
  const selected = selectPages(opened.site, options);
  const metas = pagesAt(changed, selected, opened.locate);
  // A file that is several pages has one place in the account.
  if (metas.length > MOST_PAGES || new Set(metas.map(({ file }) => file)).size < metas.length) return undefined;
  const { convert } = await openConversion(opened, selected, options);
  const sources = copySources(opened, cache);
  const pages: ChangedPage[] = [];
  for (const [done, meta] of metas.entries()) {
    if (options.signal?.aborted) return undefined;
    options.onProgress?.(done, metas.length, meta.file);
    const before = records.last(meta);
    const page = before && convert(meta).page;
    if (!before || !page) return undefined;
    const put = page.files.map((file) => ({ file, delivery: deliver(file, meta.file, sources) }));
    const deliveries = put.map(({ delivery }) => delivery);
    const after = storedPage(
      page,
      put.map(({ file, delivery }) => fileRecord(file, delivery)),
    );
    if (!saysTheSameToOthers(before, after)) return undefined;
    pages.push({ meta, before, after, deliveries });
  }
  return pages;
}

/** Whether nothing beyond the page itself and the account can be other than it was: files of the whole site, findings about rules. */
function saysTheSameToOthers({ record: before }: StoredPage, { record: after }: StoredPage): boolean {
  const outside = ({ contribution, rules, files }: PageRecord): string =>
    JSON.stringify([contribution, rules.toSorted(), files.map((file) => ('copyOf' in file ? file : file.path))]);
  return outside(before) === outside(after);
}

/** The findings of the last run with those of the changed pages as they are now. */
function changeDiagnostics(
  all: readonly Diagnostic[],
  pages: readonly ChangedPage[],
  opened: Pick<OpenedSite, 'diagnostics'>,
): readonly Diagnostic[] | undefined {
  const files = new Set<string | undefined>(pages.map(({ meta }) => meta.file));
  const isTheirs = ({ file }: Diagnostic): boolean => file !== undefined && files.has(file);
  // What is wrong with a file as such is none of its page's findings.
  if ([...all, ...opened.diagnostics].some((found) => isTheirs(found) && found.code.startsWith('file-')))
    return undefined;
  const gone = new Map<string, number>();
  for (const found of pages.flatMap(({ before }) => before.record.diagnostics)) {
    gone.set(identityOf(found), (gone.get(identityOf(found)) ?? 0) + 1);
  }
  const left = all.filter((found) => {
    // Said anew when the file is put.
    if (!isTheirs(found) || found.code === 'output-edit-kept') return !isTheirs(found);
    const count = gone.get(identityOf(found)) ?? 0;
    if (count > 0) gone.set(identityOf(found), count - 1);
    return count === 0;
  });
  if ([...gone.values()].some((count) => count > 0)) return undefined;
  return [...left, ...pages.flatMap(({ after }) => after.record.diagnostics)].toSorted(compareDiagnostics);
}

const identityOf = ({ code, severity, file, facts, place }: Diagnostic): string =>
  JSON.stringify([code, severity, file, facts, place?.offset, place?.length]);

const accountIn = ({ record, entries }: StoredPage): PageAccount => ({ entries, counts: record.counts });

/** Whether each file comes where its page, and no other, has had one. */
function arePlacedAlike(deliveries: readonly Delivery[], { files }: RunReport): boolean {
  const sources = new Map(files.map(({ path, source }) => [path, source]));
  return deliveries.every(({ path, source }) => sources.get(path) === source);
}

interface LastRun {
  /** The last run's report with what is to be said now. */
  readonly last: RunReport;
  /** The output files as they stand there. */
  readonly disk: PrintTable;
}

/** Puts what has changed between all that has not. */
function write(
  deliveries: readonly Delivery[],
  { last, disk }: LastRun,
  { out, dryRun = false, edits = 'merge', onChange }: ConvertSiteOptions,
): { readonly report: RunReport; readonly prints: PrintTable } {
  const prints = openPrints(disk);
  const sink = openSink({
    out,
    planOnly: dryRun,
    edits,
    fingerprints: prints,
    rest: 'held',
    ...(onChange && { onChange }),
  });
  try {
    const found = deliveries.flatMap((delivery) => sink.put(delivery));
    sink.flush();
    const put = new Map(sink.records.map((file) => [file.path, file]));
    const report = {
      ...last,
      dryRun,
      files: last.files.map((file) => put.get(file.path) ?? file),
      diagnostics: found.length === 0 ? last.diagnostics : [...last.diagnostics, ...found].toSorted(compareDiagnostics),
    };
    for (const [path, print] of sink.fingerprints()) prints.set(path, print);
    return { report, prints: prints.table() };
  } finally {
    sink.close();
  }
}
