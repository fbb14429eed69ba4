/** Where output goes: the only module that writes. Temp file, rename, never outside the folder, never over what is not ours. */
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OutputFile } from '../targets/target.ts';
import type { Manifest } from './manifest.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { STATE_FOLDER, appendJournal, hashOf, readManifest, writeManifest } from './manifest.ts';

/** What became, or in a dry run would become, of one output file. */
export interface SinkRecord {
  readonly path: string;
  readonly source?: string;
  readonly action: 'write' | 'unchanged' | 'refuse';
}

export interface Sink {
  /** Writes one file, or says why not. `source` is the page or file that it comes from. */
  put(file: OutputFile, source: string): readonly Diagnostic[];
  /** Writes the manifest; in a dry run does nothing. */
  close(): void;
  /** Files of an earlier run that are still there and that this one did not make. */
  stale(): readonly string[];
  readonly records: readonly SinkRecord[];
}

export interface SinkOptions {
  readonly out: string;
  /** Turns a path below the site's folder into one on disk. */
  readonly locate: (file: string) => string;
  readonly dryRun: boolean;
  /** Overwrites files that decant did not write or that were edited since. */
  readonly force: boolean;
}

/** Opens an output folder; it is made when the first file is written. */
export function openSink(options: SinkOptions): Sink {
  const out = resolve(options.out);
  const manifest = readManifest(out);
  const written: Manifest = new Map();
  const owners = new Map<string, string>();
  const records: SinkRecord[] = [];
  const safeFolders = new Set<string>();

  const put = (file: OutputFile, source: string): readonly Diagnostic[] => {
    // One key for names that differ in case only: they are one file on macOS and Windows.
    const key = file.path.toLowerCase();
    const owner = owners.get(key);
    if (owner !== undefined) {
      return [createDiagnostic('output-collision', { output: file.path, other: owner }, { file: source })];
    }
    owners.set(key, source);
    const target = join(out, file.path);
    assertBelow(out, target);
    const content = 'text' in file ? Buffer.from(file.text) : readFileSync(options.locate(file.copyOf));
    const hash = hashOf(content);
    const known = manifest.get(file.path);
    const state = stateOf(target, hash, known?.hash);
    if ((state === 'foreign' || state === 'edited') && !options.force) {
      records.push({ path: file.path, source, action: 'refuse' });
      if (known) written.set(file.path, known);
      const code = state === 'foreign' ? 'output-foreign-file' : 'output-edited-file';
      return [createDiagnostic(code, { output: file.path }, { file: source })];
    }
    records.push({ path: file.path, source, action: state === 'same' ? 'unchanged' : 'write' });
    if (!options.dryRun && state !== 'same') {
      makeFolder(out, dirname(target), safeFolders);
      appendJournal(out, file.path, { source, hash });
      writeAtomically(target, file, content, options.locate);
    }
    written.set(file.path, { source, hash });
    return [];
  };

  const stale = (): string[] =>
    [...manifest.keys()].filter((path) => !written.has(path) && existsSync(join(out, path))).toSorted();
  return {
    put,
    records,
    stale,
    close() {
      if (options.dryRun || !existsSync(out) || (written.size === 0 && manifest.size === 0)) return;
      // A stale file is still decant's: forgetting it would make it a stranger to the next run.
      const kept = stale().flatMap((path) => {
        const entry = manifest.get(path);
        return entry ? [[path, entry] as const] : [];
      });
      writeManifest(out, new Map([...written, ...kept]));
    },
  };
}

/** How the file on disk relates to what decant wants to write (`hash`) and to what it last wrote (`known`). */
function stateOf(
  target: string,
  hash: string,
  known: string | undefined,
): 'absent' | 'same' | 'ours' | 'edited' | 'foreign' {
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (!stat) return 'absent';
  if (!stat.isFile()) return 'foreign';
  const onDisk = hashOf(readFileSync(target));
  if (onDisk === hash) return 'same';
  if (known === undefined) return 'foreign';
  return onDisk === known ? 'ours' : 'edited';
}

function writeAtomically(target: string, file: OutputFile, content: Uint8Array, locate: SinkOptions['locate']): void {
  const temporary = `${target}.decant-tmp`;
  try {
    if ('text' in file) writeFileSync(temporary, content);
    else copyFileSync(locate(file.copyOf), temporary);
    renameSync(temporary, target);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new Error(`cannot write ${target}`, { cause });
  }
}

/** Makes a folder and sees that no symbolic link on the way leads out of the output. */
function makeFolder(out: string, folder: string, safe: Set<string>): void {
  if (safe.has(folder)) return;
  makeFolders(folder);
  assertBelow(realpathSync(out), realpathSync(folder));
  safe.add(folder);
}

/** Makes a folder and those above it. Node's own recursive mode never returns where the system refuses with ENOENT, as in /proc. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolders(parent);
  try {
    mkdirSync(folder);
  } catch (cause) {
    throw new Error(`cannot make the folder ${folder}`, { cause });
  }
}

function assertBelow(out: string, path: string): void {
  const below = relative(out, path);
  if (below === '..' || below.startsWith(`..${sep}`) || resolve(out, below) !== resolve(path)) {
    throw new Error(`${path} is not below the output folder ${out}`);
  }
  if (below === STATE_FOLDER || below.startsWith(`${STATE_FOLDER}${sep}`)) {
    throw new Error(`${path} is in the folder that decant keeps for itself`);
  }
}
