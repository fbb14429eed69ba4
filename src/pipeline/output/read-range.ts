import { closeSync, openSync, readSync } from 'node:fs';

/** Some bytes of a file; `undefined` where it ends before. */
export function readRange(file: string, offset: number, length: number): Buffer | undefined {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return readSync(handle, bytes, 0, length, offset) === length ? bytes : undefined;
  } finally {
    closeSync(handle);
  }
}
