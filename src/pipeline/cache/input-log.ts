/** What a run has looked at on disk, so that the next one can tell whether it would see the same. */
import type { Dirent, Stats } from 'node:fs';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { type Fingerprint, fingerprint, hashOf } from '../output/fingerprint.ts';
import { lookAt } from './look-again.ts';
import { type PrintTable, openPrints, printAt } from './prints.ts';

type Times = Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs'>;

/** Hears of everything that is read from disk; paths are absolute. */
export interface InputLog {
  /** A file was read; `stats` are from before the reading. */
  file(path: string, stats: Times, content: Uint8Array): void;
  /** A folder was listed. */
  folder(path: string, stats: Times, entries: readonly Dirent[]): void;
  /** Somebody asked what stands at a path. */
  presence(path: string, kind: Presence): void;
  /** A file was read for more than the page that it is. */
  shared(path: string): void;
}

export type Presence = 'file' | 'folder' | 'nothing';

/** The log in a form that can be written down. */
export interface Inputs {
  readonly files: PrintTable;
  readonly folders: PrintTable;
  readonly presences: Record<string, Presence>;
}

export interface RecordedInputs extends InputLog {
  /** Takes over what another log has. */
  adopt(inputs: Inputs, shared: Iterable<string>): void;
  /** The hash that a file had when it was last read. */
  hashOf(path: string): string | undefined;
  /** All that was noted so far. */
  readonly inputs: Inputs;
  /** Files that were read for more than the page that they are. */
  readonly sharedFiles: ReadonlySet<string>;
}

/** Starts a log; `known` is what an earlier run has seen and this one has found to be so still. */
export function recordInputs(known?: Inputs): RecordedInputs {
  const files = openPrints(known?.files);
  const folders = openPrints(known?.folders);
  const presences: Record<string, Presence> = Object.assign(Object.create(null), known?.presences);
  const sharedFiles = new Set<string>();
  const enterFile = (path: string, print: Fingerprint): void => {
    const before = files.get(path);
    // Changed while the run went on: whoever comes next must look at it again, so it gets a hash that no file has.
    files.set(path, before && before.hash !== print.hash ? { ...print, hash: '' } : print);
  };
  return {
    get inputs() {
      return { files: files.table(), folders: folders.table(), presences };
    },
    sharedFiles,
    hashOf: (path) => files.get(path)?.hash,
    shared: (path) => void sharedFiles.add(path),
    adopt(other, shared) {
      for (const [row, path] of other.files.paths.entries()) enterFile(path, printAt(other.files, row));
      for (const [row, path] of other.folders.paths.entries()) folders.set(path, printAt(other.folders, row));
      Object.assign(presences, other.presences);
      for (const path of shared) sharedFiles.add(path);
    },
    file: (path, stats, content) => enterFile(path, fingerprint(stats, hashOf(content), Date.now())),
    folder: (path, stats, entries) => folders.set(path, fingerprint(stats, digestOf(entries), Date.now())),
    presence(path, kind) {
      presences[path] = kind;
    },
  };
}

/** How the disk differs from what a run has seen. */
export interface InputChanges {
  /** Files that have another content now, or are gone. */
  readonly files: readonly string[];
  /** Whether anything is there that was not, or the other way round. */
  readonly structure: boolean;
  /** The log, with fresh times where a file was read again and found the same. */
  readonly inputs: Inputs;
  /** How many bytes of files were read again and found the same. */
  readonly reread: number;
}

/** Looks at everything that a run has looked at; what seems untouched by its times is not read. */
export function compareInputs({ files, folders, presences }: Inputs): InputChanges {
  const stats = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });
  const file = lookAt(files, { stats, hash: (path) => hashOf(readFileSync(path)) });
  const folder = lookAt(folders, { stats, hash: (path) => digestOf(readdirSync(path, { withFileTypes: true })) });
  return {
    files: file.changed,
    structure: folder.changed.length > 0 || Object.entries(presences).some(([path, kind]) => presenceOf(path) !== kind),
    inputs: { files: file.table, folders: folder.table, presences },
    reread: file.reread,
  };
}

export function presenceOf(path: string): Presence {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : 'nothing';
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && NOWHERE.has(String(cause.code))) return 'nothing';
    throw cause;
  }
}

/** There can be nothing at such a path: it goes on below a file, is too long or runs in circles, or has a NUL in it. */
const NOWHERE: ReadonlySet<string> = new Set(['ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE']);

/** Names and kinds, whatever order the file system gives them in. */
const digestOf = (entries: readonly Dirent[]): string =>
  hashOf(
    entries
      .map((entry) => `${kindOf(entry)} ${entry.name}`)
      .toSorted()
      .join('\n'),
  );

const kindOf = (entry: Dirent): string =>
  entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other';
