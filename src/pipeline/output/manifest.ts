/** What decant wrote into an output folder, so that a later run knows its own files from other people's. */
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders } from './folders.ts';
import { STATE_FOLDER, stateFile, writeState } from './state-folder.ts';

/** One output file: what it came from and the hash of what decant wrote. */
export interface ManifestEntry {
  readonly source?: string;
  readonly hash: string;
  /** The hash of what stood there before: a run that was cut short may not have got to writing the file. */
  readonly replaced?: string;
}

export type Manifest = Map<string, ManifestEntry>;

const MANIFEST = 'manifest.json';
const JOURNAL = 'journal.ndjson';

/**
 * Reads the manifest of an output folder, with the journal of a run that was interrupted.
 * @throws Error when the manifest is there but cannot be read as one: nobody can tell then which files are decant's.
 */
export function readManifest(out: string): Manifest {
  const manifest: Manifest = new Map();
  const file = stateFile(out, MANIFEST);
  if (existsSync(file)) {
    for (const [path, entry] of Object.entries(parseManifest(file).files)) manifest.set(path, entry);
  }
  const journal = stateFile(out, JOURNAL);
  if (existsSync(journal)) {
    // The last line of an interrupted run may be cut off: a line that is not whole was not acted on yet.
    const lines = readFileSync(journal, 'utf8').split('\n').slice(0, -1);
    for (const line of lines) {
      const { path, ...entry } = JSON.parse(line) as ManifestEntry & { path: string }; // written by appendJournal below
      manifest.set(path, entry);
    }
  }
  return manifest;
}

function parseManifest(file: string): { files: Record<string, ManifestEntry> } {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null && 'files' in value && typeof value.files === 'object') {
      return value as { files: Record<string, ManifestEntry> }; // its form was just looked at
    }
  } catch (cause) {
    throw new Error(`${file} is not readable as a manifest`, { cause });
  }
  throw new Error(`${file} is not a manifest`);
}

/** Whether a run was cut short, so that nobody can tell without looking what it has written. */
export const hasJournal = (out: string): boolean => existsSync(stateFile(out, JOURNAL));

/** Notes files before they are written, so that a run that is cut short still knows them as its own. */
export function appendJournal(out: string, entries: readonly (readonly [path: string, entry: ManifestEntry])[]): void {
  if (entries.length === 0) return;
  makeFolders(join(out, STATE_FOLDER));
  const lines = entries.map(([path, entry]) => `${JSON.stringify({ path, ...entry })}\n`);
  try {
    appendFileSync(stateFile(out, JOURNAL), lines.join(''));
  } catch (cause) {
    throw new Error(`cannot write ${stateFile(out, JOURNAL)}`, { cause });
  }
}

/** Writes the manifest in a stable order and ends the journal. */
export function writeManifest(out: string, manifest: Manifest): void {
  const files = Object.fromEntries([...manifest].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const text = `${JSON.stringify({ version: 1, files }, null, 1)}\n`;
  const file = stateFile(out, MANIFEST);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeState(out, MANIFEST, text);
  rmSync(stateFile(out, JOURNAL), { force: true });
}
