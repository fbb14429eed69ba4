/** Hears of changes to the files below folders, folders that come and go included. */
import type { FSWatcher } from 'node:fs';
import { readdirSync, statSync, watch } from 'node:fs';
import { dirname, join, sep } from 'node:path';

export interface FolderWatch {
  /** Watches everything below a folder. */
  folder(path: string): void;
  /** Watches one file, wherever it is. */
  file(path: string): void;
  /** Waits until something has changed since the last time and then kept still; `undefined` once the watch is closed. */
  next(): Promise<readonly string[] | undefined>;
  close(): void;
}

interface State {
  /** By the folder that each listens to; folders of a tree each have one of their own, for not every system can watch a tree. */
  readonly watchers: Map<string, FSWatcher>;
  readonly trees: Set<string>;
  readonly files: Set<string>;
  readonly ignore: (path: string) => boolean;
  readonly onChange: (path: string) => void;
}

/** Editors write a file in several steps, and a change of branch touches many. */
const STILL_MS = 150;

/** Starts a watch; paths are absolute. What `ignore` names does not count, and below such a folder nothing is looked at. */
export function watchFolders(ignore: (path: string) => boolean): FolderWatch {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let ended: 'closed' | { readonly cause: unknown } | undefined;
  let isStill = false;
  let wake = (): void => {};
  const state: State = {
    watchers: new Map(),
    trees: new Set(),
    files: new Set(),
    ignore,
    onChange(path) {
      changed.add(path);
      isStill = false;
      clearTimeout(timer);
      timer = setTimeout(() => {
        isStill = true;
        wake();
      }, STILL_MS);
    },
  };
  const end = (how: NonNullable<typeof ended>): void => {
    ended ??= how;
    clearTimeout(timer);
    drop('', state);
    wake();
  };
  const hear = (kind: string, path: string): void => {
    try {
      follow(kind, path, state, hear);
    } catch (cause) {
      end({ cause });
    }
  };
  return {
    folder: (path) => addTree(path, state, hear),
    file(path) {
      state.files.add(path);
      listen(dirname(path), state, hear);
    },
    async next() {
      if (!ended && !isStill) await new Promise<void>((resolve) => (wake = resolve));
      if (ended === 'closed') return undefined;
      if (ended) throw ended.cause;
      isStill = false;
      const found = [...changed].toSorted();
      changed.clear();
      return found;
    },
    close: () => end('closed'),
  };
}

type Hear = (kind: string, path: string) => void;

function follow(kind: string, path: string, state: State, hear: Hear): void {
  const { files, trees, ignore, onChange } = state;
  const isWanted = files.has(path) || (trees.has(dirname(path)) && !ignore(path));
  if (!isWanted) return;
  if (kind === 'rename') {
    // What was watched at this path may be another folder now, or none.
    if (trees.has(path)) drop(path, state);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) addTree(path, state, hear);
  }
  onChange(path);
}

function addTree(folder: string, state: State, hear: Hear): void {
  if (state.ignore(folder)) return;
  try {
    listen(folder, state, hear);
    state.trees.add(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) addTree(join(folder, entry.name), state, hear);
    }
  } catch (cause) {
    // Gone again in the meantime: whoever watches the folder above hears of it.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause;
  }
}

function listen(folder: string, { watchers }: State, hear: Hear): void {
  if (watchers.has(folder)) return;
  const watcher = watch(folder, (kind, name) => hear(kind, name === null ? folder : join(folder, name)));
  // Windows says so of a folder that was taken away.
  watcher.on('error', () => watcher.close());
  watchers.set(folder, watcher);
}

/** Ends the watch of a folder and of all below it; of everything where the name is empty. */
function drop(folder: string, { watchers, trees }: State): void {
  for (const [path, watcher] of watchers) {
    if (folder !== '' && path !== folder && !path.startsWith(`${folder}${sep}`)) continue;
    watcher.close();
    watchers.delete(path);
    trees.delete(path);
  }
}
