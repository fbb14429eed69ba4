import { describe, expect, it } from 'vitest';
import { threadsFor } from '../../../../src/pipeline/run/threads-for.ts';

describe('the number of threads', () => {
  it.each([
    ['no text', 0, 8, 1],
    ['a text that one thread is done with before another has warmed up', 6_999_999, 8, 1],
    ['a large site', 7_000_000, 8, 2],
    ['a larger one', 10_500_000, 8, 3],
    ['more than the accounts can keep up with', 1e9, 16, 4],
    ['a machine of two cores', 1e9, 2, 2],
    ['a machine of one', 1e9, 1, 1],
  ])('of %s', (_, bytes, cores, threads) => {
    expect(threadsFor(() => bytes, cores)).toBe(threads);
  });
});
