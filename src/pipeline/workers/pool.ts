/** Converts the pages of a run in several threads. What comes out is the same whatever their number. */
import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { PageMeta } from '../../model/page.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { ConversionOptions } from '../open-conversion.ts';
import type { OpenedSite } from '../open-site.ts';
import type { Converter, ConverterOutput, Focus, PlannedOutput } from '../run/converter.ts';
import type { Batch, BatchResult, SentPage, SiteIndex, WorkerOutput, WorkerStart } from './messages.ts';
import { createRoutes } from '../../targets/routes/routes.ts';
import { targetSettings } from '../open-conversion.ts';
import { packageRoot } from '../package-root.ts';
import { loadPlugins } from '../plugins.ts';
import { positionsOf } from './messages.ts';

export interface PoolOptions {
  readonly jobs: number;
  /** The names of the outputs' targets. */
  readonly names: readonly TargetName[];
  readonly focus: Focus;
}

/** Pages that go to a thread at a time: enough that sending costs nothing, few enough that no thread waits long at the end. */
const PAGES_PER_BATCH = 16;
/** Batches under way for each thread, so that one that is done finds the next one waiting. */
const BATCHES_AHEAD = 3;
/** Space for new objects: each thread has its own, which grows to nearly three times as much unless told otherwise. */
const YOUNG = { maxYoungGenerationSizeMb: 48 };

export async function openPool(
  opened: OpenedSite,
  planned: readonly PlannedOutput[],
  { jobs, names, focus }: PoolOptions,
): Promise<Converter> {
  const { site } = opened;
  const outputs: ConverterOutput[] = [];
  for (const [at, output] of planned.entries()) {
    focus([at]);
    outputs.push(await openOutput(opened, output));
  }
  const onLooks = (looks: BatchResult['looks']): void => {
    for (const [at, { cache }] of planned.entries()) {
      const look = looks[at];
      if (look) cache?.adopt(look.inputs, look.shared);
    }
  };
  const threads = startThreads(jobs, startOf(opened, planned, names), onLooks);
  const positions = new Map(site.pages.map((page, at) => [page, at]));
  return {
    outputs,
    batch: PAGES_PER_BATCH,
    ahead: jobs * BATCHES_AHEAD,
    convert: (wanted) =>
      threads.send(
        wanted.map(({ page, outputs: numbers }) => {
          focus(numbers);
          return { text: textOf(page, opened), at: positions.get(page) ?? -1, outputs: numbers };
        }),
      ),
    close: threads.close,
  };
}

function textOf(page: PageMeta, { load }: OpenedSite): SentPage['text'] {
  try {
    return load(page);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** The files of the whole site are made here, and no page: there is nothing to be read for one. */
async function openOutput(opened: OpenedSite, { pages, options }: PlannedOutput): Promise<ConverterOutput> {
  const { site, inspect } = opened;
  const read = (): undefined => undefined;
  const settings = targetSettings(opened, options);
  const routes = createRoutes(site, settings.options);
  const session = await options.target.open({ site, routes, pages, inspect, read, ...settings });
  // There are none here, but a mapping may ask for what only a plugin could have.
  const { diagnostics } = await loadPlugins(options.mapping.mapping);
  return { session, routes, diagnostics };
}

function startOf(opened: OpenedSite, planned: readonly PlannedOutput[], names: readonly TargetName[]): WorkerStart {
  const { site, templates, versions: opens = [], dir } = opened;
  const versionTemplates = opens.map((version) => version.templates);
  const packed = serialize({ site, templates, versionTemplates } satisfies SiteIndex);
  const index = new Uint8Array(new SharedArrayBuffer(packed.length));
  index.set(packed);
  const outputs = planned.flatMap(({ pages, options }, at): WorkerOutput[] => {
    const target = names[at];
    return target ? [{ target, pages: positionsOf(pages, site.pages), options: sendable(options) }] : [];
  });
  const [first] = planned;
  if (!first) throw new Error('there is nothing to convert to');
  return { index, dir, mapping: first.options.mapping.mapping, outputs };
}

/** What of the options a thread needs, without what cannot be sent. */
const sendable = ({
  unmapped,
  inner,
  limits,
  html,
  contentful,
  extension,
  scaffold,
  paths,
  versions,
}: ConversionOptions): WorkerOutput['options'] => ({
  ...(unmapped && { unmapped }),
  ...(inner && { inner }),
  ...(limits && { limits }),
  ...(html && { html }),
  ...(contentful && { contentful }),
  ...(extension && { extension }),
  ...(paths && { paths }),
  ...(versions && { versions }),
  ...(scaffold !== undefined && { scaffold }),
});

interface Waiting {
  readonly resolve: (results: BatchResult['results']) => void;
  readonly reject: (cause: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  /** Why it has ended, should it have. */
  fault?: unknown;
}

interface Threads {
  readonly send: (pages: Batch['pages']) => Promise<BatchResult['results']>;
  readonly close: () => Promise<void>;
}

/** `dist` has the worker as a file of its own, for whoever runs from the sources too. */
const WORKER = new URL('dist/pipeline/workers/worker.js', packageRoot);

function startThreads(count: number, workerData: WorkerStart, onLooks: (looks: BatchResult['looks']) => void): Threads {
  let sent = 0;
  let isClosing = false;
  const threads: Thread[] = [];
  const startThread = (): Thread => {
    const worker = new Worker(WORKER, { workerData, resourceLimits: YOUNG });
    const thread: Thread = { worker, waiting: new Map() };
    const { waiting } = thread;
    const fail = (cause: unknown): void => {
      thread.fault ??= cause;
      for (const { reject } of waiting.values()) reject(cause);
      waiting.clear();
    };
    worker.on('message', ({ id, results, looks }: BatchResult) => {
      onLooks(looks);
      waiting.get(id)?.resolve(results);
      waiting.delete(id);
    });
    worker.on('error', fail);
    worker.on('exit', () => {
      if (!isClosing) fail(new Error('a thread has ended before its work was done'));
    });
    return thread;
  };
  const close = async (): Promise<void> => {
    isClosing = true;
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  };
  try {
    while (threads.length < count) threads.push(startThread());
  } catch (cause) {
    void close(); // Those that could be started.
    throw cause;
  }
  return {
    close,
    async send(pages) {
      const [first, ...others] = threads;
      if (!first) throw new Error('there are no threads');
      const { worker, waiting, fault } = others.reduce(
        (best, one) => (one.waiting.size < best.waiting.size ? one : best),
        first,
      );
      if (fault !== undefined) throw fault;
      const id = sent++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, pages } satisfies Batch);
      });
    },
  };
}
