import { defineConfig } from 'vitest/config';

/** Random texts for as long as one likes: see `scripts/fuzz.js`. */
export default defineConfig({
  test: { include: ['test/fuzz/fuzz.ts'], fileParallelism: false, pool: 'forks', reporters: ['default'] },
});
