/** Whether what an earlier run has seen on disk is still so. */
import type { Stats } from 'node:fs';
import { lstatSync, readFileSync } from 'node:fs';
import { fingerprint, hashOf, isUntouched } from '../output/fingerprint.ts';
import { type PrintTable, PER_PATH, enterRow, withoutRows } from './prints.ts';

export interface Looked {
  /** What is as it was, with fresh times where something was touched. */
  readonly table: PrintTable;
  /** The paths at which there is something else now, or nothing that can be read. */
  readonly changed: readonly string[];
  /** How many bytes were read again and found the same. */
  readonly reread: number;
}

export interface Look {
  readonly stats: (path: string) => Stats | undefined;
  readonly hash: (path: string) => string;
}

/** Looks at everything in a table; what seems untouched by its times is not read. */
export function lookAt(known: PrintTable, { stats: statsOf, hash }: Look): Looked {
  const changed: number[] = [];
  let fresh: { readonly numbers: Float64Array; readonly hashes: string[] } | undefined;
  let reread = 0;
  for (const [row, path] of known.paths.entries()) {
    const seen = Date.now();
    const stats = unlessGone(() => statsOf(path));
    // A file that changed while a run read it has no hash: it is none that anything was made from.
    if (stats && known.hashes[row] !== '' && isUntouched(stats, timesAt(known.numbers, row))) continue;
    const now = stats && unlessGone(() => hash(path));
    if (stats && now !== undefined && now === known.hashes[row]) {
      fresh ??= { numbers: known.numbers.slice(), hashes: [...known.hashes] };
      enterRow(fresh, row, fingerprint(stats, now, seen));
      reread += stats.size;
    } else changed.push(row);
  }
  return {
    table: withoutRows({ ...known, ...fresh }, changed),
    changed: changed.map((row) => known.paths[row] ?? ''),
    reread,
  };
}

/** One for all rows: it is read before the next one is asked for. */
const times = { size: 0, modified: 0, changed: 0, seen: 0 };

function timesAt(numbers: Float64Array, row: number): typeof times {
  const at = PER_PATH * row;
  times.size = numbers[at] ?? 0;
  times.modified = numbers[at + 1] ?? 0;
  times.changed = numbers[at + 2] ?? 0;
  times.seen = numbers[at + 3] ?? 0;
  return times;
}

/** What cannot be read is as good as gone. */
function unlessGone<Seen>(look: () => Seen): Seen | undefined {
  try {
    return look();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
}

/** Looks at files, of which none may be a link; nothing comes of it where one is not what it was. */
export function lookAtFiles(known: PrintTable, locate: (path: string) => string): Omit<Looked, 'changed'> | undefined {
  const { changed, ...looked } = lookAt(known, {
    stats: (path) => {
      const stats = lstatSync(locate(path), { throwIfNoEntry: false });
      return stats?.isFile() ? stats : undefined;
    },
    hash: (path) => hashOf(readFileSync(locate(path))),
  });
  return changed.length > 0 ? undefined : looked;
}
