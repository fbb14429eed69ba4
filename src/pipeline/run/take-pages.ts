/** Takes the pages of a run in their order: from an earlier run where that will do, converted anew where not. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PageMeta } from '../../model/page.ts';
import type { StoredPage } from '../cache/page-records.ts';
import type { Converter, PageResult } from './converter.ts';
import type { Run } from './gather.ts';
import { enter, enterHeld, enterStored } from './gather.ts';

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
  readonly known: ReadonlyMap<PageMeta, StoredPage>;
  readonly results: Promise<readonly PageResult[]>;
}

/** Takes all pages of the run's plan, or those before it is aborted. */
export async function takePages(run: Run, converter: Converter, { onProgress, signal }: TakeOptions): Promise<void> {
  const { pages, taken } = run.plan;
  const pending: Batch[] = [];
  let started = 0;
  let done = 0;
  let sinceTurn = 0;
  const startMore = (): void => {
    while (pending.length < converter.ahead && started < pages.length) {
      pending.push(start(pages.slice(started, started + converter.batch), run, converter));
      started += converter.batch;
    }
  };
  const isAborted = (): boolean => {
    if (signal?.aborted) run.interrupted = true;
    return run.interrupted;
  };
  await turn(run);
  for (;;) {
    if (isAborted()) return;
    startMore();
    const batch = pending.shift();
    if (!batch) return;
    const results = [...(await batch.results)].values();
    for (const meta of batch.pages) {
      if (isAborted()) return;
      if (taken.has(meta)) onProgress?.(done++, taken.size, meta.file);
      take(meta, batch, results, run);
    }
    sinceTurn += batch.pages.length;
    if (sinceTurn < PAGES_PER_TURN) continue;
    sinceTurn = 0;
    await turn(run);
  }
}

async function turn({ sink, cache }: Run): Promise<void> {
  sink.flush();
  cache?.flush();
  await nextTurn();
}

function start(pages: readonly PageMeta[], { plan, cache, sink }: Run, converter: Converter): Batch {
  const known = new Map<PageMeta, StoredPage>();
  for (const page of pages) {
    const stored = plan.taken.has(page) ? cache?.reuse(page, sink.store) : plan.held.get(page);
    if (stored) known.set(page, stored);
  }
  const fresh = pages.filter((page) => plan.taken.has(page) && !known.has(page));
  const results = fresh.length === 0 ? Promise.resolve([]) : converter.convert(fresh);
  // Whoever awaits it hears of a failure; a run that ends before must not fail because of it.
  results.catch(() => {});
  return { pages, known, results };
}

function take(meta: PageMeta, { known }: Batch, results: Iterator<PageResult>, run: Run): void {
  const stored = known.get(meta);
  if (!run.plan.taken.has(meta)) {
    if (stored) enterHeld(stored, meta, run);
    return;
  }
  if (stored) {
    enterStored(stored, meta, run);
    return;
  }
  const { value, done } = results.next();
  if (done) throw new Error(`nothing came back for ${meta.file}`);
  run.diagnostics.push(...value.diagnostics);
  if (value.page) enter(value.page, meta, run);
  else run.shard?.failed(meta, value.diagnostics);
}
