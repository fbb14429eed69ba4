/** Takes the pages of a run in their order: from an earlier run where that will do, converted anew where not. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PageMeta } from '../../model/page.ts';
import type { StoredPage } from '../cache/page-records.ts';
import type { PageResult } from '../open-conversion.ts';
import type { Converter, WantedPage } from './converter.ts';
import type { Run } from './gather.ts';
import { enter, enterHeld, enterStored } from './gather.ts';
import { append } from '../../model/append.ts';

export interface TakeOptions {
  readonly onProgress?: (done: number, total: number, file: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * The native parser frees its memory only when the event loop turns; a turn every so many pages keeps memory flat and lets
 * Ctrl-C through. Their files are written together.
 */
const PAGES_PER_TURN = 32;

/** Pages that are taken together; those that are not known from earlier runs are on their way. */
interface Batch {
  readonly pages: readonly PageMeta[];
  /** What is known of them, for each output. */
  readonly known: readonly ReadonlyMap<PageMeta, StoredPage>[];
  readonly results: Promise<readonly (readonly PageResult[])[]>;
}

/** Takes all pages of the runs' plans, or those before it is aborted: each page into every output before the next one. */
export async function takePages(
  runs: readonly Run[],
  pages: readonly PageMeta[],
  { converter, onProgress, signal }: TakeOptions & { readonly converter: Converter },
): Promise<void> {
  const pending: Batch[] = [];
  let started = 0;
  let done = 0;
  let sinceTurn = 0;
  const total = Math.max(...runs.map(({ plan }) => plan.taken.size));
  const startMore = (): void => {
    while (pending.length < converter.ahead && started < pages.length) {
      pending.push(start(pages.slice(started, started + converter.batch), runs, converter));
      started += converter.batch;
    }
  };
  const isAborted = (): boolean => {
    const aborted = signal?.aborted ?? false;
    if (aborted) for (const run of runs) run.interrupted = true;
    return aborted;
  };
  await turn(runs);
  for (;;) {
    if (isAborted()) return;
    startMore();
    const batch = pending.shift();
    if (!batch) return;
    const results = [...(await batch.results)].values();
    for (const meta of batch.pages) {
      if (isAborted()) return;
      if (runs.some(({ plan }) => plan.taken.has(meta))) onProgress?.(done++, total, meta.file);
      take(meta, batch, results, runs);
    }
    sinceTurn += batch.pages.length;
    if (sinceTurn < PAGES_PER_TURN) continue;
    sinceTurn = 0;
    await turn(runs);
  }
}

async function turn(runs: readonly Run[]): Promise<void> {
  for (const { sink, cache } of runs) {
    sink.flush();
    cache?.flush();
  }
  await nextTurn();
}

function start(pages: readonly PageMeta[], runs: readonly Run[], converter: Converter): Batch {
  const known = runs.map((run) => knownOf(pages, run));
  const fresh = pages.flatMap((page): WantedPage[] => {
    const outputs = [...runs.keys()].filter((at) => isFresh(page, runs[at], known[at]));
    return outputs.length === 0 ? [] : [{ page, outputs }];
  });
  const results = fresh.length === 0 ? Promise.resolve([]) : converter.convert(fresh);
  // Whoever awaits it hears of a failure; a run that ends before must not fail because of it.
  results.catch(() => {});
  return { pages, known, results };
}

function knownOf(pages: readonly PageMeta[], { plan, cache, sink }: Run): ReadonlyMap<PageMeta, StoredPage> {
  const known = new Map<PageMeta, StoredPage>();
  for (const page of pages) {
    const stored = plan.taken.has(page) ? cache?.reuse(page, sink.store) : plan.held.get(page);
    if (stored) known.set(page, stored);
  }
  return known;
}

/** Whether a run takes a page of which nothing is known that would do. */
const isFresh = (page: PageMeta, run: Run | undefined, known: Batch['known'][number] | undefined): boolean =>
  run !== undefined && run.plan.taken.has(page) && !known?.has(page);

function take(meta: PageMeta, { known }: Batch, results: Iterator<readonly PageResult[]>, runs: readonly Run[]): void {
  const isWanted = runs.some((run, at) => isFresh(meta, run, known[at]));
  const fresh = (isWanted ? next(results, meta) : []).values();
  for (const [at, run] of runs.entries()) {
    const stored = known[at]?.get(meta);
    if (!stored && !run.plan.taken.has(meta)) continue;
    if (!stored) enterResult(next(fresh, meta), meta, run);
    else if (run.plan.taken.has(meta)) enterStored(stored, meta, run);
    else enterHeld(stored, meta, run);
  }
}

function next<T>(results: Iterator<T>, { file }: PageMeta): T {
  const { value, done } = results.next();
  if (done) throw new Error(`nothing came back for ${file}`);
  return value;
}

function enterResult({ page, diagnostics }: PageResult, meta: PageMeta, run: Run): void {
  append(run.diagnostics, diagnostics);
  if (page) enter(page, meta, run);
  else run.shard?.failed(meta, diagnostics);
}
