/** The only writer of output: whole files or none, below the output folder, and never over what decant did not write. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileChange, PlannedFile } from '../../diagnostics/run-report.ts';
import type { Delivery } from './delivery.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { FolderGuard } from './folders.ts';
import type { Lock } from './lock.ts';
import type { KnownFiles, Manifest, ManifestEntry } from './manifest.ts';
import type { TextStore } from './text-store.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { type Decision, type EditPolicy, type OnDisk, decide } from './decide.ts';
import { assertBelow, createFolderGuard, removeEmptyFolders } from './folders.ts';
import { takeLock } from './lock.ts';
import {
  appendJournal,
  hasJournal,
  heldFiles,
  judgedFiles,
  printManifest,
  readManifest,
  writeManifest,
} from './manifest.ts';
import { STATE_FOLDER } from './state-folder.ts';
import { openTextStore } from './text-store.ts';
import { lookAtOutput, removeTemporaryFiles, writeAtomically } from './write-file.ts';

export interface SinkOptions {
  readonly out: string;
  /** Only says what would be done. */
  readonly planOnly: boolean;
  readonly edits: EditPolicy;
  /** What the output files looked like when decant last saw them. */
  readonly fingerprints?: { get(path: string): Fingerprint | undefined };
  readonly onChange?: (change: FileChange) => void;
  /** What becomes of files that earlier runs have written and this one does not put; they are `stale` unless they are to be `held`. */
  readonly rest?: 'stale' | 'held';
}

export interface Sink {
  /** Takes one file; it is written with the next `flush`. Returns what is to be said of it. */
  put(delivery: Delivery): readonly Diagnostic[];
  /** Writes what was put. */
  flush(): void;
  /** Files of an earlier run that are still there and that this one did not put. */
  stale(): readonly string[];
  /** Removes stale files; those that were edited stay, and are reported. */
  prune(): readonly Diagnostic[];
  /** Ends the run: the manifest also knows what is left of earlier ones. */
  close(): void;
  /** The files of the output as they are now. */
  fingerprints(): ReadonlyMap<string, Fingerprint>;
  readonly records: readonly PlannedFile[];
  readonly store: TextStore;
}

interface Write {
  readonly delivery: Delivery;
  readonly decision: Decision;
  readonly target: string;
  readonly disk: OnDisk;
}

interface State {
  readonly options: SinkOptions;
  readonly out: string;
  readonly known: KnownFiles;
  readonly store: TextStore;
  readonly guard: FolderGuard;
  /** What the next manifest says of the files of this run. */
  readonly settled: Manifest;
  readonly owners: Map<string, string>;
  readonly records: PlannedFile[];
  readonly seen: Map<string, Fingerprint>;
  readonly queue: Write[];
  readonly lock: Lock | undefined;
}

/**
 * Opens an output folder; a run that writes makes it.
 * @throws LockedError while another run writes there.
 */
export function openSink(options: SinkOptions): Sink {
  const out = resolve(options.out);
  const lock = options.planOnly ? undefined : takeLock(out);
  const state: State = {
    options,
    out,
    known: options.rest === 'held' ? heldFiles(out) : judgedFiles(readManifest(out)),
    store: openTextStore(out),
    guard: createFolderGuard(out, STATE_FOLDER),
    settled: new Map(),
    owners: new Map(),
    records: [],
    seen: new Map(),
    queue: [],
    lock,
  };
  if (lock) {
    // What a run that was cut short has left.
    removeTemporaryFiles(out);
    if (hasJournal(out)) writeManifest(out, printManifest(readManifest(out)));
  }
  return {
    put: (delivery) => put(delivery, state),
    flush: () => flush(state),
    stale: () => stale(state),
    prune: () => prune(state),
    close: () => close(state),
    fingerprints: () => lookAgain(state),
    records: state.records,
    store: state.store,
  };
}

function put(delivery: Delivery, state: State): readonly Diagnostic[] {
  const { out, options, owners, store } = state;
  const { path, source, hash } = delivery;
  // One key for names that differ in case only: they are one file on macOS and Windows.
  const key = path.toLowerCase();
  const owner = owners.get(key);
  if (owner !== undefined) {
    return [createDiagnostic('output-collision', { output: path, other: owner }, { file: source })];
  }
  owners.set(key, source);
  const target = join(out, path);
  assertBelow(out, target, STATE_FOLDER);
  state.guard.check(dirname(target));
  const known = state.known.get(path);
  const disk = lookAtOutput(target, options.fingerprints?.get(path));
  if (typeof disk === 'object') state.seen.set(path, disk);
  const decision = decide({ delivery, known, disk, edits: options.edits, target, store });
  state.records.push({ path, source, action: decision.action });
  const entry = decision.settled ? { source, hash } : known;
  if (entry) state.settled.set(path, entry);
  if (decision.settled && delivery.isText && !options.planOnly && !store.has(hash)) store.put(delivery.content(), hash);
  if (decision.action === 'write' || decision.action === 'merge') {
    const before = options.onChange && typeof disk === 'object' ? readFileSync(target) : undefined;
    options.onChange?.({ path, before, after: decision.content() });
    if (!options.planOnly) state.queue.push({ delivery, decision, target, disk });
  }
  return decision.diagnostics;
}

function flush(state: State): void {
  const { out, queue, store, guard } = state;
  if (state.options.planOnly) return;
  state.lock?.refresh();
  store.flush();
  const entriesOf = (action: Decision['action']): (readonly [string, ManifestEntry])[] =>
    queue
      .filter(({ decision }) => decision.action === action)
      .map(({ delivery: { path, source, hash }, disk }) => {
        const replaced = typeof disk === 'object' ? { replaced: disk.hash } : {};
        return [path, { source, hash, ...replaced }];
      });
  appendJournal(out, entriesOf('write'));
  const merges = entriesOf('merge');
  for (let next = queue[0]; next; next = queue[0]) {
    guard.make(dirname(next.target));
    writeAtomically(out, next.target, next.decision.content());
    state.seen.delete(next.delivery.path);
    queue.shift();
  }
  // A merge is noted when it is done: until then the file's base is the old one.
  appendJournal(out, merges);
}

const stale = ({ known, settled, owners, out }: State): string[] =>
  [...known.paths()]
    .filter((path) => !settled.has(path) && !owners.has(path.toLowerCase()) && existsSync(join(out, path)))
    .toSorted();

function prune(state: State): readonly Diagnostic[] {
  const { out, options } = state;
  const diagnostics: Diagnostic[] = [];
  for (const path of stale(state)) {
    const target = join(out, path);
    const known = state.known.get(path);
    const disk = lookAtOutput(target, options.fingerprints?.get(path));
    if (typeof disk === 'object' && (disk.hash === known?.hash || disk.hash === known?.replaced)) {
      if (options.onChange) options.onChange({ path, before: readFileSync(target), after: undefined });
      state.records.push({ path, ...(known?.source !== undefined && { source: known.source }), action: 'remove' });
      if (options.planOnly) continue;
      state.guard.check(dirname(target));
      rmSync(target);
      removeEmptyFolders(out, dirname(target));
    } else diagnostics.push(createDiagnostic('output-stale-edited', { output: path }));
  }
  return diagnostics;
}

function restore(path: string, { known, settled }: State): void {
  const entry = known.get(path);
  if (entry) settled.set(path, entry);
  else settled.delete(path);
}

function close(state: State): void {
  const { out, options, known, settled, store } = state;
  try {
    if (options.planOnly || !state.lock) return;
    // Not written, for the disk refused: these files are what they were.
    for (const { delivery } of state.queue) restore(delivery.path, state);
    // A stale file is still decant's: forgetting it would make it a stranger to the next run.
    const left = stale(state).flatMap((path) => {
      const entry = known.get(path);
      return entry ? [[path, entry] as const] : [];
    });
    const next = known.next(new Map([...settled, ...left]));
    store.close(next.hashes);
    writeManifest(out, next);
    removeTemporaryFiles(out);
  } finally {
    state.lock?.release();
  }
}

/** Files that this run has written are looked at when all is done: by then the times of most can be told from those of later changes. */
function lookAgain({ settled, seen, out }: State): ReadonlyMap<string, Fingerprint> {
  const found = new Map<string, Fingerprint>();
  for (const [path] of settled) {
    const disk = seen.get(path) ?? lookAtOutput(join(out, path), undefined);
    if (typeof disk === 'object') found.set(path, disk);
  }
  return found;
}
