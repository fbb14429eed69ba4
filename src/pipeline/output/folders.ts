/** Folders and paths that stay below the output folder. */
import { existsSync, mkdirSync, readdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** Makes a folder and those above it. Node's own recursive mode never returns where the system refuses with ENOENT, as in /proc. */
export function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolders(parent);
  try {
    mkdirSync(folder);
  } catch (cause) {
    throw new Error(`cannot make the folder ${folder}`, { cause });
  }
}

/** @throws Error where `path` is not below `out`, or in `reserved`, a folder there. */
export function assertBelow(out: string, path: string, reserved: string): void {
  const below = relative(out, path);
  if (below === '..' || below.startsWith(`..${sep}`) || resolve(out, below) !== resolve(path)) {
    throw new Error(`${path} is not below the output folder ${out}`);
  }
  if (below === reserved || below.startsWith(`${reserved}${sep}`)) {
    throw new Error(`${path} is in the folder that decant keeps for itself`);
  }
}

/** Watches over the folders below an output folder: no symbolic link on the way to one may lead out. */
export interface FolderGuard {
  /** @throws Error where a folder that is there leads out. */
  check(folder: string): void;
  /** Makes a folder, and checks it. */
  make(folder: string): void;
}

export function createFolderGuard(out: string, reserved: string): FolderGuard {
  const safe = new Set<string>();
  let root: string | undefined;
  const check = (folder: string): void => {
    if (safe.has(folder) || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    root ??= realpathSync.native(out);
    assertBelow(root, realpathSync.native(folder), reserved);
    safe.add(folder);
  };
  return {
    check,
    make(folder) {
      if (safe.has(folder)) return;
      makeFolders(folder);
      check(folder);
    },
  };
}

/** Removes a folder and those above it as far as they are empty, up to but without `out`. */
export function removeEmptyFolders(out: string, folder: string): void {
  for (let at = folder; at.startsWith(out + sep); at = dirname(at)) {
    if (!existsSync(at)) continue;
    if (readdirSync(at).length > 0) return;
    rmdirSync(at);
  }
}
