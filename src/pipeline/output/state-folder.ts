/** decant's own folder inside an output folder. */
import { closeSync, existsSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolders } from './folders.ts';

/** Folder in the output that holds decant's own files. */
export const STATE_FOLDER = '.decant';

/**
 * The part of it that is about this machine and this moment: absolute paths, times, whatever a next run here can go on from. Beside
 * it lies what depends on site and output alone and belongs to the new site's repository.
 */
export const CACHE_FOLDER = 'cache';

/** Path of one of decant's own files. */
export const stateFile = (out: string, name: string): string => join(out, STATE_FOLDER, name);

/** Path of one of the files that only this machine has a use for. */
export const cacheFile = (name: string): string => `${CACHE_FOLDER}/${name}`;

/** What tells version control which of the files are worth keeping, and that their bytes are not to be touched. */
const FOR_GIT: Readonly<Record<string, string>> = {
  '.gitignore': '/*\n!/.gitattributes\n!/.gitignore\n!/base.pack\n!/manifest.json\n',
  '.gitattributes': '* -text -diff linguist-generated\n',
};

/** Makes decant's own folder. What is there already stays, for somebody may want it otherwise. */
export function makeStateFolder(out: string): void {
  makeFolders(join(out, STATE_FOLDER));
  for (const [name, text] of Object.entries(FOR_GIT)) {
    if (!existsSync(stateFile(out, name))) writeState(out, name, text);
  }
}

/** Writes one of decant's own files whole or not at all. */
export const writeState = (out: string, name: string, content: string | Uint8Array): void =>
  writeParts(out, name, [content]);

/** Writes one from its parts, each of which is good until the next one is asked for. */
export function writeParts(out: string, name: string, parts: Iterable<string | Uint8Array>): void {
  const file = stateFile(out, name);
  makeFolders(dirname(file));
  const temporary = `${file}.tmp`;
  try {
    const handle = openSync(temporary, 'w');
    try {
      for (const part of parts) writeFileSync(handle, part);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new Error(`cannot write ${file}`, { cause });
  }
}
