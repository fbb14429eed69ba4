/** What a shard leaves in its output folder for the merge: all that is needed to go on without the site. */
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { ComponentImports, TargetOptions } from '../../targets/target.ts';
import type { StoredPage } from '../cache/page-records.ts';
import type { Shard } from './shard.ts';
import { printLines, readLines } from '../cache/page-records.ts';
import { hashOf } from '../output/fingerprint.ts';
import { stateFile, writeState } from '../output/state-folder.ts';
import { BUILD } from '../version.ts';
import { append } from '../../model/append.ts';

/** What all shards of a run have in common. */
export interface ShardedRun {
  readonly target: TargetName;
  readonly options: TargetOptions;
  readonly components: ComponentImports;
  readonly site: Site;
  /** Positions in the site's index of the pages of all shards. */
  readonly pages: readonly number[];
}

/** What one shard did. */
export interface ShardFacts extends ShardedRun {
  readonly build: string;
  /** Shards with the same one fit together. */
  readonly digest: string;
  readonly shard: Shard;
  /** The site's folder, seen from where decant ran. */
  readonly dir: string;
  /** What was found on the whole site. */
  readonly diagnostics: readonly Diagnostic[];
  /** Rules that took nothing on the pages of this shard. */
  readonly unused: readonly Diagnostic[];
  /** What was found on pages that decant failed on, by their positions in the site's index. */
  readonly failures: readonly (readonly [page: number, diagnostics: readonly Diagnostic[]])[];
  /** Files of the site that were copied: where to, and their hash. */
  readonly copies: Readonly<Record<string, ShardCopy>>;
}

export interface ShardCopy {
  readonly path: string;
  readonly hash: string;
}

const FACTS = 'shard/run.bin';
const PAGES = 'shard/pages.ndjson';

export interface ShardWriter {
  keep(page: PageMeta, stored: StoredPage): void;
  failed(page: PageMeta, diagnostics: readonly Diagnostic[]): void;
  copied(file: string, copy: ShardCopy): void;
  /** Puts everything on disk. A shard that was not closed is none. */
  close(facts: Omit<ShardFacts, 'build' | 'digest' | 'failures' | 'copies'>): void;
}

export function openShardWriter(out: string): ShardWriter {
  const failures: [PageMeta, readonly Diagnostic[]][] = [];
  const copies: Record<string, ShardCopy> = Object.create(null);
  let lines: string[] = [];
  let isStarted = false;
  const start = (): void => {
    if (isStarted) return;
    isStarted = true;
    rmSync(stateFile(out, FACTS), { force: true });
    writeState(out, PAGES, '');
  };
  const flush = (): void => {
    start();
    appendFileSync(stateFile(out, PAGES), lines.map((line) => `${line}\n`).join(''));
    lines = [];
  };
  return {
    keep(page, stored) {
      start();
      append(lines, printLines(page, '', stored));
      if (lines.length >= LINES_AT_ONCE) flush();
    },
    failed: (page, diagnostics) => void failures.push([page, diagnostics]),
    copied: (file, copy) => void (copies[file] = copy),
    close(facts) {
      flush();
      const positions = new Map(facts.site.pages.map((page, at) => [page, at]));
      const all: ShardFacts = {
        ...facts,
        build: BUILD,
        digest: digestOf(facts),
        failures: failures.map(([page, diagnostics]) => [positions.get(page) ?? -1, diagnostics]),
        copies,
      };
      writeState(out, FACTS, gzipSync(serialize(all), { level: 1 }));
    },
  };
}

const LINES_AT_ONCE = 512;

/** By way of JSON: other forms may differ from machine to machine for the same values. */
const digestOf = ({ target, options, components, site, pages }: ShardedRun): string =>
  hashOf(
    JSON.stringify([target, options, components, site, pages], (_, value) =>
      value instanceof Map ? [...value] : value,
    ),
  );

export const hasShard = (out: string): boolean => existsSync(stateFile(out, FACTS));

/** A shard as the merge reads it. */
export interface ReadShard {
  readonly out: string;
  readonly facts: ShardFacts;
  pageOf(page: PageMeta): StoredPage | undefined;
}

/** Reads what a shard has left; nothing where the folder holds no shard, `'other'` where another build has written it. */
export function readShard(out: string): ReadShard | 'other' | undefined {
  const file = stateFile(out, FACTS);
  if (!existsSync(file)) return undefined;
  const facts = deserialize(gunzipSync(readFileSync(file))) as Pick<ShardFacts, 'build'> & Partial<ShardFacts>; // written above
  if (facts.build !== BUILD) return 'other';
  const lines = readFileSync(stateFile(out, PAGES), 'utf8').split('\n');
  const pages = new Map(readLines(lines).map(([key, { page }]) => [key, page]));
  return {
    out,
    facts: facts as ShardFacts, // of the same build
    pageOf: ({ file: source, language }) => pages.get(`${language}\n${source}`),
  };
}
