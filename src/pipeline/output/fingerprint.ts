/** What a file looked like when it was last read, so that one that nobody touched need not be read again. */
import { hash as digest } from 'node:crypto';
import type { Stats } from 'node:fs';

/** A short content hash; SHA-1 is for change detection here, not for security. */
export const hashOf = (content: string | Uint8Array): string => digest('sha1', content);

export interface Fingerprint {
  readonly size: number;
  /** Milliseconds since 1970 of the last change to the content, and of the last change to the file's entry on disk. */
  readonly modified: number;
  readonly changed: number;
  /** When this was looked at. */
  readonly seen: number;
  readonly hash: string;
}

/** How much later a change may come and still carry the time of the one before it, on file systems that count in seconds or finer. */
const COARSE_TICK = 2000;
const FINE_TICK = 50;

type Times = Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs'>;

export const fingerprint = (stats: Times, hash: string, seen: number): Fingerprint => ({
  size: stats.size,
  modified: stats.mtimeMs,
  changed: stats.ctimeMs,
  seen,
  hash,
});

/**
 * Whether a file still has the content of its fingerprint, as far as its size and times tell. A file that was changed just
 * before it was looked at may have been changed again within the same tick of the file system's clock: nobody can tell, so no.
 */
export function isUntouched(stats: Times, known: Omit<Fingerprint, 'hash'>): boolean {
  if (stats.size !== known.size || stats.mtimeMs !== known.modified || stats.ctimeMs !== known.changed) return false;
  const tick = known.modified % 1000 === 0 ? COARSE_TICK : FINE_TICK;
  return Math.max(known.modified, known.changed) < known.seen - tick;
}
