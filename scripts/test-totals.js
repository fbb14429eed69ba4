/**
 * Adds up the JSON reports of test runs and prints one line; the exit code is 1 when anything failed.
 *
 *     node scripts/test-totals.js FAILED_STEPS REPORT.json…
 */
import { existsSync, readFileSync } from 'node:fs';

const [failedSteps = '0', ...files] = process.argv.slice(2);
const reports = files.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')));

const passed = sum(reports.map((report) => report.numPassedTests));
const failedTests = sum(reports.map((report) => report.numFailedTests + filesThatDidNotLoad(report)));
// A step can fail without a failing test: the types, the linter, an installation.
const failed = Math.max(failedTests, Number(failedSteps));

console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function filesThatDidNotLoad(report) {
  return report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
}
