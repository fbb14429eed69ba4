/** What is left of a run beside its output: enough to tell whether the next one would do the same, and to go on from there. */
import { existsSync, readFileSync } from 'node:fs';
import type { Fingerprint } from '../output/fingerprint.ts';
import type { Inputs } from './input-log.ts';
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
  readonly copies: Readonly<Record<string, Fingerprint>>;
  /** The output files. */
  readonly outputs: Readonly<Record<string, Fingerprint>>;
  /** How many pages of a run that is under way count; 0 where it has ended. */
  readonly pages: number;
  /** What a run says that finds all this unchanged, packed as JSON; absent where the run was cut short or has refused a file. */
  readonly report?: string;
}

const STATE = cacheFile('run.json');

/** Reads the state of the last run under `key`; there is none where decant or the options have changed since. */
export function readRunState(out: string, key: string): RunState | undefined {
  const file = stateFile(out, STATE);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  // The key stands first: a state of another kind is not even parsed.
  if (!text.startsWith(`{"key":${JSON.stringify(key)},`)) return undefined;
  const end = text.indexOf('\n');
  const state = JSON.parse(text.slice(0, end)) as Omit<RunState, 'report'>; // written below, under the same key
  const report = text.slice(end + 1);
  return report === '' ? state : { ...state, report };
}

/** Two lines: the report, which is the larger, need not be made anew where only times have changed. */
export function writeRunState(out: string, { key, report = '', ...rest }: RunState): void {
  writeParts(out, STATE, [`${JSON.stringify({ key, ...rest })}\n`, report]);
}
