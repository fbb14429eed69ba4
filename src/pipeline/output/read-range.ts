import { closeSync, openSync, readSync } from 'node:fs';

interface Range {
  readonly offset: number;
  readonly length: number;
}

/** Some bytes of a file; `undefined` where it ends before. */
export const readRange = (file: string, offset: number, length: number): Buffer | undefined =>
  readRanges(file, [{ offset, length }])[0];

/** Several ranges of one and the same file, whatever comes to its place meanwhile. */
export function readRanges(file: string, ranges: readonly Range[]): readonly (Buffer | undefined)[] {
  const handle = openSync(file, 'r');
  try {
    return ranges.map(({ offset, length }) => {
      const bytes = Buffer.allocUnsafe(length);
      return readSync(handle, bytes, 0, length, offset) === length ? bytes : undefined;
    });
  } finally {
    closeSync(handle);
  }
}
