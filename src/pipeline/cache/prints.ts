/** The fingerprints of many files: of a large site there are tens of thousands, which each run reads, looks at and writes again. */
import type { Fingerprint } from '../output/fingerprint.ts';

/** Fingerprints as they are written down and sent to other threads: numbers in one block, nothing that has to be made for each file. */
export interface PrintTable {
  readonly paths: readonly string[];
  /** For each path the size, the times of the last changes, and when it was looked at. */
  readonly numbers: Float64Array;
  readonly hashes: readonly string[];
}

/** How many numbers a path has. */
export const PER_PATH = 4;

/** Fingerprints by path: a table of an earlier run, and what has come to it since. */
export interface Prints {
  get(path: string): Fingerprint | undefined;
  set(path: string, print: Fingerprint): void;
  table(): PrintTable;
}

export const NO_PRINTS: PrintTable = { paths: [], numbers: new Float64Array(), hashes: [] };

export function openPrints(known: PrintTable = NO_PRINTS): Prints {
  const fresh = new Map<string, Fingerprint>();
  let rows: ReadonlyMap<string, number> | undefined;
  // A run that asks for nothing needs no index.
  const rowOf = (path: string): number | undefined => (rows ??= rowsOf(known)).get(path);
  return {
    get(path) {
      const print = fresh.get(path);
      if (print) return print;
      const row = rowOf(path);
      return row === undefined ? undefined : printAt(known, row);
    },
    set: (path, print) => void fresh.set(path, print),
    table() {
      if (fresh.size === 0) return known;
      const added = [...fresh].filter(([path]) => rowOf(path) === undefined);
      const numbers = new Float64Array(known.numbers.length + PER_PATH * added.length);
      numbers.set(known.numbers);
      const hashes = [...known.hashes];
      let end = known.paths.length;
      for (const [path, print] of fresh) enterRow({ numbers, hashes }, rowOf(path) ?? end++, print);
      return { paths: [...known.paths, ...added.map(([path]) => path)], numbers, hashes };
    },
  };
}

/** The fingerprints of a map in its order. */
export function tableOf(prints: ReadonlyMap<string, Fingerprint>): PrintTable {
  const all = openPrints();
  for (const [path, print] of prints) all.set(path, print);
  return all.table();
}

export function printAt({ numbers, hashes }: PrintTable, row: number): Fingerprint {
  const [size = 0, modified = 0, changed = 0, seen = 0] = numbers.subarray(PER_PATH * row, PER_PATH * (row + 1));
  return { size, modified, changed, seen, hash: hashes[row] ?? '' };
}

/** Puts a fingerprint into the rows of a table that is being made. */
export function enterRow(
  { numbers, hashes }: { readonly numbers: Float64Array; readonly hashes: string[] },
  row: number,
  { size, modified, changed, seen, hash }: Fingerprint,
): void {
  numbers.set([size, modified, changed, seen], PER_PATH * row);
  hashes[row] = hash;
}

/** A table without some of its rows, which are in their order. */
export function withoutRows({ paths, numbers, hashes }: PrintTable, rows: readonly number[]): PrintTable {
  if (rows.length === 0) return { paths, numbers, hashes };
  const gone = new Set(rows);
  const isLeft = (_: unknown, row: number): boolean => !gone.has(row);
  return {
    paths: paths.filter(isLeft),
    numbers: numbers.filter((_, at) => !gone.has(Math.floor(at / PER_PATH))),
    hashes: hashes.filter(isLeft),
  };
}

const rowsOf = ({ paths }: PrintTable): ReadonlyMap<string, number> => new Map(paths.map((path, row) => [path, row]));
