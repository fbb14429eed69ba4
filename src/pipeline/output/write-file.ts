/** One file onto the disk and back. */
import { type Stats, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fingerprint } from './fingerprint.ts';
import type { OnDisk } from './decide.ts';
import { fingerprint, hashOf, isUntouched } from './fingerprint.ts';
import { makeFolders } from './folders.ts';
import { STATE_FOLDER, stateFile } from './state-folder.ts';

const TEMPORARY = 'tmp';

/** What stands at a path of the output; a link or a folder is nobody's file. */
export function lookAtOutput(target: string, known: Fingerprint | undefined): OnDisk {
  const seen = Date.now();
  const stats = statsOf(target);
  if (!stats) return 'absent';
  if (stats === 'blocked' || !stats.isFile()) return 'foreign';
  if (known && isUntouched(stats, known)) return known;
  return fingerprint(stats, hashOf(readFileSync(target)), seen);
}

/** `blocked`: a file stands where the path needs a folder. */
function statsOf(target: string): Stats | 'blocked' | undefined {
  try {
    return lstatSync(target, { throwIfNoEntry: false });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOTDIR') return 'blocked';
    throw cause;
  }
}

/** Writes a file beside the output first and then moves it to its place: nobody ever sees half of it. */
export function writeAtomically(out: string, target: string, content: Uint8Array): void {
  const folder = stateFile(out, TEMPORARY);
  const temporary = join(folder, 'file');
  try {
    if (!existsSync(folder)) makeTemporaryFolder(out);
    writeFileSync(temporary, content);
    renameSync(temporary, target);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new Error(`cannot write ${target}`, { cause });
  }
}

function makeTemporaryFolder(out: string): void {
  makeFolders(join(out, STATE_FOLDER));
  mkdirSync(stateFile(out, TEMPORARY));
}

export const removeTemporaryFiles = (out: string): void =>
  rmSync(stateFile(out, TEMPORARY), { recursive: true, force: true });
