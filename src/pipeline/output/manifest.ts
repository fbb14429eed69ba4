/** What decant wrote into an output folder, so that a later run knows its own files from other people's. */
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders } from './folders.ts';
import { replaceParts } from '../replace-parts.ts';
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

/** What earlier runs have written, as a run sees it. */
export interface KnownFiles {
  get(path: string): ManifestEntry | undefined;
  /** The files of which the run says what becomes of them. */
  paths(): Iterable<string>;
  /** The manifest with what the run has settled. */
  next(settled: Manifest): PrintedManifest;
}

export interface PrintedManifest {
  readonly text: string;
  /** The hashes of all files, in the manifest's order. */
  readonly hashes: ReadonlySet<string>;
}

/** For a run that takes all files: those that it does not make are stale. */
export const judgedFiles = (manifest: Manifest): KnownFiles => ({
  get: (path) => manifest.get(path),
  paths: () => manifest.keys(),
  next: printManifest,
});

/** For a run that takes some files, while all others stay as they are. */
export function heldFiles(out: string): KnownFiles {
  const text = hasJournal(out) ? undefined : openManifestText(out);
  if (text) return { ...text, paths: () => [] };
  const manifest = readManifest(out);
  return {
    get: (path) => manifest.get(path),
    paths: () => [],
    next: (settled) => printManifest(new Map([...manifest, ...settled])),
  };
}

/** In a stable order, whatever the one in which files were made. */
export function printManifest(manifest: Manifest): PrintedManifest {
  const entries = [...manifest].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = `${JSON.stringify({ version: 1, files: Object.fromEntries(entries) }, null, 1)}\n`;
  return { text, hashes: new Set(entries.map(([, { hash }]) => hash)) };
}

/** Writes the manifest and ends the journal. */
export function writeManifest(out: string, { text }: Pick<PrintedManifest, 'text'>): void {
  const file = stateFile(out, MANIFEST);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeState(out, MANIFEST, text);
  rmSync(stateFile(out, JOURNAL), { force: true });
}

/**
 * The manifest as it stands on disk, in which entries are looked up and replaced without the others being read: in its lines no
 * text has a line end of its own, and only the paths of files stand two blanks in.
 */
function openManifestText(out: string): Pick<KnownFiles, 'get' | 'next'> | undefined {
  const file = stateFile(out, MANIFEST);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const find = (path: string): { start: number; end: number } | undefined => {
    const key = `\n  ${JSON.stringify(path)}: `;
    const found = text.indexOf(key);
    const end = found < 0 ? -1 : text.indexOf('\n  }', found);
    return end < 0 ? undefined : { start: found + key.length, end: end + 4 };
  };
  return {
    get(path) {
      const at = find(path);
      return at && (JSON.parse(text.slice(at.start, at.end)) as ManifestEntry); // printed above
    },
    next(settled) {
      const changes = [...settled].map(([path, entry]) => {
        const at = find(path);
        if (!at) throw new Error(`the manifest has no ${path}`);
        return { ...at, part: JSON.stringify(entry, null, 1).replaceAll('\n', '\n  ') };
      });
      const next = replaceParts((start, end) => text.slice(start, end), changes).join('');
      return { text: next, hashes: hashesIn(next) };
    },
  };
}

function hashesIn(text: string): ReadonlySet<string> {
  const key = '\n   "hash": "';
  const hashes = new Set<string>();
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at)) {
    const start = at + key.length;
    at = text.indexOf('"', start);
    hashes.add(text.slice(start, at));
  }
  return hashes;
}
