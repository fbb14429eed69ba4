import { defineConfig } from 'vitest/config';

const report = process.env['DECANT_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    setupFiles: ['test/support/fast-check.ts'],
    // Modules are shared between files: loading them anew for each took half of the suite's time.
    isolate: false,
    testTimeout: 20_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
