/** What a run has looked at on disk, so that the next one can tell whether it would see the same. */
import type { Dirent, Stats } from 'node:fs';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { type Fingerprint, fingerprint, hashOf, isUntouched } from '../output/fingerprint.ts';

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
  readonly files: Record<string, Fingerprint>;
  readonly folders: Record<string, Fingerprint>;
  readonly presences: Record<string, Presence>;
}

export interface RecordedInputs extends InputLog {
  /** Takes over what another log has. */
  adopt(inputs: Inputs, shared: Iterable<string>): void;
  readonly inputs: Inputs;
  /** Files that were read for more than the page that they are. */
  readonly sharedFiles: ReadonlySet<string>;
}

/** Starts a log; `known` is what an earlier run has seen and this one has found to be so still. */
export function recordInputs(known?: Inputs): RecordedInputs {
  const inputs: Inputs = {
    files: Object.assign(Object.create(null), known?.files),
    folders: Object.assign(Object.create(null), known?.folders),
    presences: Object.assign(Object.create(null), known?.presences),
  };
  const sharedFiles = new Set<string>();
  const enterFile = (path: string, print: Fingerprint): void => {
    const before = inputs.files[path];
    // Changed while the run went on: whoever comes next must look at it again, so it gets a hash that no file has.
    inputs.files[path] = before && before.hash !== print.hash ? { ...print, hash: '' } : print;
  };
  return {
    inputs,
    sharedFiles,
    shared: (path) => void sharedFiles.add(path),
    adopt(other, shared) {
      for (const [path, print] of Object.entries(other.files)) enterFile(path, print);
      Object.assign(inputs.folders, other.folders);
      Object.assign(inputs.presences, other.presences);
      for (const path of shared) sharedFiles.add(path);
    },
    file: (path, stats, content) => enterFile(path, fingerprint(stats, hashOf(content), Date.now())),
    folder(path, stats, entries) {
      inputs.folders[path] = fingerprint(stats, digestOf(entries), Date.now());
    },
    presence(path, kind) {
      inputs.presences[path] = kind;
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
  const changed: string[] = [];
  let reread = 0;
  const fresh: Inputs = { files: Object.create(null), folders: Object.create(null), presences };
  for (const [path, known] of Object.entries(files)) {
    const now = lookAgain(path, known, () => hashOf(readFileSync(path)));
    if (now?.hash !== known.hash) {
      changed.push(path);
      continue;
    }
    if (now !== known) reread += now.size;
    fresh.files[path] = now;
  }
  let structure = false;
  for (const [path, known] of Object.entries(folders)) {
    const now = lookAgain(path, known, () => digestOf(readdirSync(path, { withFileTypes: true })));
    if (now?.hash === known.hash) fresh.folders[path] = now;
    else structure = true;
  }
  for (const [path, kind] of Object.entries(presences)) structure ||= presenceOf(path) !== kind;
  return { files: changed, structure, inputs: fresh, reread };
}

export function presenceOf(path: string): Presence {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : 'nothing';
}

/** What is there now: the known fingerprint while nobody touched it. What cannot be read is as good as gone. */
function lookAgain(path: string, known: Fingerprint, read: () => string): Fingerprint | undefined {
  try {
    const seen = Date.now();
    const stats = statSync(path);
    return isUntouched(stats, known) ? known : fingerprint(stats, read(), seen);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
}

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
