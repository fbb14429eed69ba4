import { describe, expect, it } from 'vitest';
import { threadsFor } from '../../../../src/pipeline/run/threads-for.ts';

describe('the number of threads', () => {
  it.each([
    ['no pages', 0, 8, 1],
    ['pages that one thread is done with before another has started', 1599, 8, 1],
    ['a large site', 1600, 8, 2],
    ['a larger one', 2400, 8, 3],
    ['more than the accounts can keep up with', 100_000, 16, 4],
    ['a machine of two cores', 100_000, 2, 2],
    ['a machine of one', 100_000, 1, 1],
  ])('of %s', (_, pages, cores, threads) => {
    expect(threadsFor(pages, cores)).toBe(threads);
  });
});
