/** decant's own folder inside an output folder. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders } from './folders.ts';

/** Folder in the output that holds decant's own files. */
export const STATE_FOLDER = '.decant';

/** Path of one of decant's own files. */
export const stateFile = (out: string, name: string): string => join(out, STATE_FOLDER, name);

/** Writes one of decant's own files whole or not at all. */
export function writeState(out: string, name: string, content: string | Uint8Array): void {
  const file = stateFile(out, name);
  makeFolders(join(out, STATE_FOLDER));
  const temporary = `${file}.tmp`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new Error(`cannot write ${file}`, { cause });
  }
}
