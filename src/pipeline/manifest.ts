/** What decant wrote into an output folder, so that a later run knows its own files from other people's. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder in the output that holds decant's own files. */
export const STATE_FOLDER = '.decant';

/** One output file: what it came from and the hash of what decant wrote. */
export interface ManifestEntry {
  readonly source?: string;
  readonly hash: string;
}

export type Manifest = Map<string, ManifestEntry>;

/** A short content hash; SHA-1 is for change detection here, not for security. */
export const hashOf = (content: string | Uint8Array): string => createHash('sha1').update(content).digest('hex');

const manifestFile = (out: string): string => join(out, STATE_FOLDER, 'manifest.json');
const journalFile = (out: string): string => join(out, STATE_FOLDER, 'journal.ndjson');

/**
 * Reads the manifest of an output folder, with the journal of a run that was interrupted.
 * @throws Error when the manifest is there but cannot be read as one: nobody can tell then which files are decant's.
 */
export function readManifest(out: string): Manifest {
  const manifest: Manifest = new Map();
  const file = manifestFile(out);
  if (existsSync(file)) {
    for (const [path, entry] of Object.entries(parseManifest(file).files)) manifest.set(path, entry);
  }
  if (existsSync(journalFile(out))) {
    // The last line of an interrupted run may be cut off: a line that is not whole was not acted on yet.
    const lines = readFileSync(journalFile(out), 'utf8').split('\n').slice(0, -1);
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

/** Notes a file before it is written, so that a run that is cut short still knows it as its own. */
export function appendJournal(out: string, path: string, entry: ManifestEntry): void {
  if (!existsSync(join(out, STATE_FOLDER))) mkdirSync(join(out, STATE_FOLDER));
  appendFileSync(journalFile(out), `${JSON.stringify({ path, ...entry })}\n`);
}

/** Writes the manifest in a stable order and ends the journal. */
export function writeManifest(out: string, manifest: Manifest): void {
  const files = Object.fromEntries([...manifest].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const file = manifestFile(out);
  if (!existsSync(join(out, STATE_FOLDER))) mkdirSync(join(out, STATE_FOLDER));
  const text = `${JSON.stringify({ version: 1, files }, null, 1)}\n`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
  }
  rmSync(journalFile(out), { force: true });
}
