import type { RunReport } from '../diagnostics/run-report.ts';
import { countSeverities } from '../diagnostics/run-report.ts';
import { findingToJson } from './json.ts';

/** A JSON object a line: every finding, every file, and the run itself last, each with what it is as `type`. */
export function ndjsonReport(report: RunReport): string {
  const { version: decant, diagnostics, files, ...run } = report;
  const lines = [
    ...diagnostics.map((diagnostic) => ({ type: 'finding', ...findingToJson(diagnostic) })),
    ...files.map((file) => ({ type: 'file', ...file })),
    { type: 'run', version: 1, decant, ...run, counts: countSeverities(diagnostics) },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
