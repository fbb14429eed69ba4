import { defineConfig } from 'vitest/config';

const report = process.env['DECANT_TEST_REPORT'];

/** Whole runs over the samples: they need `dist`, and take minutes rather than seconds. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 240_000,
    // New sites are installed and built before the tests, and removed behind them.
    hookTimeout: 900_000,
    fileParallelism: false,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
