import { slug } from 'github-slugger';
import type { IdMaker } from '../passes/heading-ids.ts';

/** Ids as GitHub makes them, which most frameworks follow: one that is taken gets a number, as github-slugger counts. */
export function createGithubIds(): IdMaker {
  const taken = new Map<string, number>();
  return {
    derive: (text) => {
      const base = slug(text);
      let count = taken.get(base) ?? 0;
      let id = base;
      while (taken.has(id)) id = `${base}-${++count}`;
      return { id, base, count };
    },
    take: ({ id, base, count }) => {
      taken.set(base, count);
      if (id !== base) taken.set(id, 0);
    },
  };
}
