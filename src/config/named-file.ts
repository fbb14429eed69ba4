/** Files that the user names. */
import { readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';

/** A path as findings show it: as short as it can be, with `/`. */
export function displayPath(file: string): string {
  const below = relative('', file);
  return (isAbsolute(below) || below.startsWith('..') ? file : below).replaceAll('\\', '/');
}

/**
 * The text of a file.
 * @throws Error with the machine's reason as its cause where it cannot be read.
 */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`cannot read ${path}`, { cause });
  }
}
