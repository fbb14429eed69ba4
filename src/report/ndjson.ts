import type { Report } from '../diagnostics/joint-report.ts';
import type { RunReport } from '../diagnostics/run-report.ts';
import { findingsFor, runsOf } from '../diagnostics/joint-report.ts';
import { countSeverities } from '../diagnostics/run-report.ts';
import { findingToJson } from './json.ts';

/** A JSON object a line: every finding, every file, and the run itself last, for each target, each with what it is as `type`. */
export function ndjsonReport(report: Report): string {
  const runs = runsOf(report);
  const lines = [
    ...report.diagnostics.map((diagnostic) => ({ type: 'finding', ...findingToJson(diagnostic) })),
    ...runs.flatMap(({ target, files }) =>
      files.map((file) => ({ type: 'file', ...(runs.length > 1 && { target }), ...file })),
    ),
    ...runs.map((run) => runToJson(run, report)),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** What a run came to, without what has lines of its own. */
function runToJson(run: RunReport, report: Report): object {
  const { version: decant, target, site, out, dryRun, interrupted, pages, stale, totals } = run;
  const counts = countSeverities(findingsFor(report, target));
  return { type: 'run', version: 1, decant, target, site, out, dryRun, interrupted, pages, stale, totals, counts };
}
