/** Puts the shards of a run together: what one run over the whole site would leave. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { Target } from '../../targets/target.ts';
import type { ConvertSiteResult } from '../convert-site.ts';
import type { Run, RunOptions } from '../run/gather.ts';
import type { ReadShard, ShardFacts } from './shard-files.ts';
import { loadTarget } from '../../targets/load-target.ts';
import { createRoutes } from '../../targets/routes/routes.ts';
import { hashOf } from '../output/fingerprint.ts';
import { type TextStore, openTextStore } from '../output/text-store.ts';
import { endRun } from '../run/end-run.ts';
import { finishRun } from '../run/finish-run.ts';
import { enterStored, openRun } from '../run/gather.ts';
import { readShard } from './shard-files.ts';
import { append } from '../../model/append.ts';

/** The folders are no shards, or not those of one run. */
export class ShardError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'ShardError';
    this.hint = hint;
  }
}

export type MergeOptions = Omit<RunOptions, 'target' | 'cache'>;

/**
 * Merges the output folders of all shards of a run into `options.out`, hand edits there included. The site itself is not needed.
 * @throws ShardError where the folders do not belong together, or one is missing.
 */
export async function mergeShards(folders: readonly string[], options: MergeOptions): Promise<ConvertSiteResult> {
  const shards = collect(folders, options.out);
  const [{ facts }] = shards;
  const { site, components, options: targetOptions } = facts;
  const pages = facts.pages.flatMap((at) => site.pages[at] ?? []);
  const files = locateCopies(shards);
  const target: Target = await loadTarget(facts.target);
  const session = await target.open({
    site,
    routes: createRoutes(site, targetOptions),
    pages,
    components,
    options: targetOptions,
    read: () => undefined,
    inspect: files.inspect,
  });
  const plan = { pages, taken: new Set(pages), held: new Map(), unknown: 0 };
  const run = openRun(plan, { ...options, target: { name: facts.target } }, files);
  append(run.diagnostics, facts.diagnostics);
  append(run.diagnostics, unusedEverywhere(shards));
  const sources = { get: textsOf(shards) };
  const failures = new Map(shards.flatMap(({ facts: { failures: found } }) => found));
  try {
    for (const [at, page] of pages.entries()) {
      options.onProgress?.(at, pages.length, page.file);
      enterFrom(shards, page, run, sources);
      const findings = failures.get(facts.pages[at] ?? -1);
      if (findings) append(run.diagnostics, findings);
      if (at % PAGES_PER_FLUSH === 0) run.sink.flush();
    }
    finishRun(session, site, run);
    return endRun(run, { dir: resolve(facts.dir), isWhole: true }, { ...options, target: { name: facts.target } });
  } finally {
    run.sink.close();
  }
}

const PAGES_PER_FLUSH = 32;

function enterFrom(shards: Shards, page: PageMeta, run: Run, sources: Parameters<typeof enterStored>[3]): void {
  for (const shard of shards) {
    const stored = shard.pageOf(page);
    if (stored) return enterStored(stored, page, run, sources);
  }
  return undefined;
}

/** Never empty. */
type Shards = readonly [ReadShard, ...ReadShard[]];

/**
 * Looks whether the folders are all shards of one run, which can be merged into `out`.
 * @throws ShardError as `mergeShards`.
 */
export const checkShards = (folders: readonly string[], out: string): void => void collect(folders, out);

/** Reads the shards; they must be all of one run. */
function collect(folders: readonly string[], into: string): Shards {
  if (folders.some((folder) => resolve(folder) === resolve(into))) {
    throw new ShardError(`${into} is one of the shards`, 'name another folder with --out');
  }
  const shards = folders.map((out): ReadShard => {
    const found = readShard(out);
    if (found === 'other') {
      throw new ShardError(`${out} was written by another version of decant`, 'run all shards and the merge with one');
    }
    if (found) return found;
    throw new ShardError(
      `${out} is not the output of a shard`,
      'name the --out of each run with --shard; its folder .decant must be there too, which archives of CI may leave out as hidden',
    );
  });
  const [first, ...rest] = shards;
  if (!first) throw new ShardError('no folder is named', 'name the output folders of all shards');
  const byIndex = new Map<number, ReadShard>();
  for (const shard of shards) {
    const {
      digest,
      shard: { index, total },
    } = shard.facts;
    const other = byIndex.get(index);
    if (other)
      throw new ShardError(`${other.out} and ${shard.out} are the same shard, ${index} of ${total}`, 'name each once');
    if (digest !== first.facts.digest || total !== first.facts.shard.total) {
      throw new ShardError(
        `${first.out} and ${shard.out} are shards of different runs`,
        'all shards must see the same files of the site and have the same options',
      );
    }
    byIndex.set(index, shard);
  }
  const missing = Array.from({ length: first.facts.shard.total }, (_, at) => at + 1).filter((at) => !byIndex.has(at));
  if (missing.length > 0) {
    const names = missing.map((at) => `${at}/${first.facts.shard.total}`).join(', ');
    throw new ShardError(`there is no shard ${names} among the folders`, 'name the output folders of all shards');
  }
  return [first, ...rest];
}

/** The copies that shards have made stand for the site's files. */
function locateCopies(shards: Shards) {
  const copies = new Map<string, { readonly disk: string; readonly hash: string }>();
  for (const { out, facts } of shards) {
    for (const [file, { path, hash }] of Object.entries(facts.copies))
      copies.set(file, { disk: join(out, path), hash });
  }
  const copyOf = (file: string): { readonly disk: string; readonly hash: string } => {
    const copy = copies.get(file);
    if (copy) return copy;
    throw new Error(`no shard has a copy of ${file}`);
  };
  return {
    locate: (file: string) => copyOf(file).disk,
    hashOfCopy: (file: string) => {
      const { disk, hash } = copyOf(file);
      if (hashOf(readFileSync(disk)) === hash) return hash;
      throw new ShardError(`${disk} has changed since its shard was made`, 'run the shard again into an empty folder');
    },
    inspect: (file: string) => (copies.has(file) ? readHead(copyOf(file).disk) : undefined),
  };
}

const HEAD_BYTES = 4096;

function readHead(path: string): { readonly head: Uint8Array; readonly size: number } {
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const head = new Uint8Array(Math.min(size, HEAD_BYTES));
    readSync(descriptor, head, 0, head.length, 0);
    return { head, size };
  } finally {
    closeSync(descriptor);
  }
}

/** The texts that shards have written; those of an output file that was edited or refused may be missing. */
function textsOf(shards: Shards): TextStore['get'] {
  const stores = shards.map(({ out }) => openTextStore(resolve(out)));
  return (hash) => {
    const store = stores.find((candidate) => candidate.has(hash));
    return store?.get(hash);
  };
}

/** The rules that took nothing in any shard. */
function unusedEverywhere(shards: Shards): readonly Diagnostic[] {
  const [first, ...rest] = shards.map(({ facts }: { readonly facts: ShardFacts }) => facts.unused);
  const others = rest.map((unused) => new Set(unused.map((finding) => JSON.stringify(finding))));
  return (first ?? []).filter((finding) => others.every((unused) => unused.has(JSON.stringify(finding))));
}
