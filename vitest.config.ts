import { defineConfig } from 'vitest/config';

const report = process.env['DECANT_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    setupFiles: ['test/support/fast-check.ts'],
    // Modules are shared between files: loading them anew for each took half of the suite's time.
    isolate: false,
    // One worker a core: left to itself vitest keeps a core back, which on two cores is half of them.
    maxWorkers: '100%',
    // For a test that hangs, not for a machine that is busy: what must be fast says so in CPU time.
    testTimeout: 90_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
