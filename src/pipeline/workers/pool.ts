/** Converts the pages of a run in several threads. What comes out is the same whatever their number. */
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { PageMeta } from '../../model/page.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { Inputs } from '../cache/input-log.ts';
import type { ConversionOptions } from '../open-conversion.ts';
import type { OpenedSite } from '../open-site.ts';
import type { Converter, PageResult } from '../run/converter.ts';
import type { Batch, BatchResult, SiteIndex, WorkerStart } from './messages.ts';
import { createRoutes } from '../../targets/routes/routes.ts';
import { targetSettings } from '../open-conversion.ts';
import { packageRoot } from '../package-root.ts';
import { positionsOf } from './messages.ts';

export interface PoolOptions extends ConversionOptions {
  readonly jobs: number;
  readonly targetName: TargetName;
  /** Is told what the threads have looked at on disk, on which the run then depends. */
  readonly onInputs?: (inputs: Inputs, shared: readonly string[]) => void;
}

/** Pages that go to a thread at a time: enough that sending costs nothing, few enough that no thread waits long at the end. */
const PAGES_PER_BATCH = 16;
/** Batches under way for each thread, so that one that is done finds the next one waiting. */
const BATCHES_AHEAD = 3;

export async function openPool(
  opened: OpenedSite,
  pages: readonly PageMeta[],
  options: PoolOptions,
): Promise<Converter> {
  const { site } = opened;
  const { target, jobs, onInputs } = options;
  // The files of the whole site are made here, and no page: there is nothing to be read for one.
  const read = (): undefined => undefined;
  const settings = targetSettings(opened, options);
  const routes = createRoutes(site, settings.options);
  const session = await target.open({ site, routes, pages, inspect: opened.inspect, read, ...settings });
  const threads = startThreads(jobs, startOf(opened, pages, options), onInputs);
  const positions = new Map(site.pages.map((page, at) => [page, at]));
  const batchOf = (wanted: readonly PageMeta[]): Batch['pages'] =>
    wanted.map((page) => ({ ...opened.load(page), at: positions.get(page) ?? -1 }));
  return {
    session,
    routes,
    diagnostics: [],
    batch: PAGES_PER_BATCH,
    ahead: jobs * BATCHES_AHEAD,
    convert: (wanted) => threads.send(batchOf(wanted)),
    close: threads.close,
  };
}

function startOf(opened: OpenedSite, pages: readonly PageMeta[], options: PoolOptions): WorkerStart {
  const { site, templates, versions: opens = [], dir } = opened;
  const { mapping, targetName, unmapped, inner, limits, html, contentful, extension, scaffold, paths, versions } =
    options;
  const versionTemplates = opens.map((version) => version.templates);
  const packed = serialize({ site, templates, versionTemplates } satisfies SiteIndex);
  const index = new Uint8Array(new SharedArrayBuffer(packed.length));
  index.set(packed);
  return {
    index,
    dir,
    pages: positionsOf(pages, site.pages),
    target: targetName,
    mapping: mapping.mapping,
    options: {
      ...(unmapped && { unmapped }),
      ...(inner && { inner }),
      ...(limits && { limits }),
      ...(html && { html }),
      ...(contentful && { contentful }),
      ...(extension && { extension }),
      ...(paths && { paths }),
      ...(versions && { versions }),
      ...(scaffold !== undefined && { scaffold }),
    },
  };
}

interface Waiting {
  readonly resolve: (results: readonly PageResult[]) => void;
  readonly reject: (cause: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

interface Threads {
  readonly send: (pages: Batch['pages']) => Promise<readonly PageResult[]>;
  readonly close: () => Promise<void>;
}

/** `dist` has the worker as a file of its own, for whoever runs from the sources too. */
const WORKER = new URL('dist/pipeline/workers/worker.js', packageRoot);

function startThreads(count: number, workerData: WorkerStart, onInputs: PoolOptions['onInputs']): Threads {
  let sent = 0;
  let isClosing = false;
  const threads = Array.from({ length: count }, (): Thread => {
    const worker = new Worker(WORKER, { workerData });
    const waiting: Thread['waiting'] = new Map();
    const fail = (cause: unknown): void => {
      for (const { reject } of waiting.values()) reject(cause);
      waiting.clear();
    };
    worker.on('message', ({ id, results, inputs, shared }: BatchResult) => {
      onInputs?.(inputs, shared);
      waiting.get(id)?.resolve(results);
      waiting.delete(id);
    });
    worker.on('error', fail);
    worker.on('exit', () => {
      if (!isClosing) fail(new Error('a thread has ended before its work was done'));
    });
    return { worker, waiting };
  });
  return {
    send(pages) {
      const [first, ...others] = threads;
      if (!first) throw new Error('there are no threads');
      const { worker, waiting } = others.reduce(
        (best, one) => (one.waiting.size < best.waiting.size ? one : best),
        first,
      );
      const id = sent++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, pages } satisfies Batch);
      });
    },
    async close() {
      isClosing = true;
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
