/** What is left of a run beside its output: enough to tell whether the next one would do the same, and to go on from there. */
import { existsSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Inputs } from './input-log.ts';
import type { PackedReport } from './pack-report.ts';
import type { RecordsState } from './page-records.ts';
import type { PrintTable } from './prints.ts';
import { cacheFile, stateFile, writeParts } from '../output/state-folder.ts';

export interface RunState {
  /** The form of this file, and everything outside of files that a run depends on. */
  readonly key: string;
  /** Milliseconds since 1970 at which a page next comes out or goes out of date; absent where none does. */
  readonly validUntil?: number;
  /** Names what all pages of a run have in common. A scan that finds anything but texts of pages changed begins a new one. */
  readonly epoch: string;
  /** The hash of the site's snapshot, and that of its index. */
  readonly snapshot: string;
  readonly index: string;
  readonly inputs: Inputs;
  /** Files that were read for more than the page that they are. */
  readonly shared: readonly string[];
  /** Files of the site that are copied, by path on disk. */
  readonly copies: PrintTable;
  /** The output files. */
  readonly outputs: PrintTable;
  readonly records: RecordsState;
  /** What a run says that finds all this unchanged; absent where the run was cut short or has refused a file. */
  readonly report?: PackedReport;
}

const STATE = cacheFile('run.bin');

/** Reads the state of the last run under `key`; there is none where decant or the options have changed since. */
export function readRunState(out: string, key: string): RunState | undefined {
  const file = stateFile(out, STATE);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const first = firstLine(key);
  // A state of another kind is not even unpacked.
  if (!bytes.subarray(0, first.length).equals(first)) return undefined;
  return { key, ...(deserialize(bytes.subarray(first.length)) as Omit<RunState, 'key'>) }; // written below, under the same key
}

/** The key, and all else in the form of this Node, whose version is part of the key. */
export const writeRunState = (out: string, { key, ...rest }: RunState): void =>
  writeParts(out, STATE, [firstLine(key), serialize(rest)]);

const firstLine = (key: string): Buffer => Buffer.from(`${key}\n`);
