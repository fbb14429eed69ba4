import type { Count } from '../../model/inventory.ts';
import type { FilePlace, Place } from '../../model/place.ts';

/** Counts by name, with the place where each name stands first. */
export interface Tally {
  add(name: string, file: string, place: Place | undefined): void;
  /** The most frequent first. */
  list(): readonly Count[];
}

export function createTally(): Tally {
  const counts = new Map<string, { count: number; readonly first: FilePlace }>();
  return {
    add: (name, file, place) => {
      const known = counts.get(name);
      if (known) known.count++;
      else counts.set(name, { count: 1, first: placeIn(file, place) });
    },
    list: () => [...counts].map(([name, { count, first }]) => ({ name, count, first })).toSorted(byCount),
  };
}

/** A place with its file; the file's start for what has none. */
export const placeIn = (file: string, place: Place | undefined): FilePlace => ({
  file,
  ...(place ?? { line: 1, column: 1, offset: 0, length: 0 }),
});

const byCount = (a: Count, b: Count): number => b.count - a.count || compareNames(a.name, b.name);

export const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Counts alone, by name, in the order of names. */
export function countBy(names: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => compareNames(a, b)));
}
