import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/joint-report.ts';
import type { RunReport } from '../diagnostics/run-report.ts';
import { findingsFor } from '../diagnostics/joint-report.ts';
import { wordsOf } from '../diagnostics/diagnostic.ts';
import { countSeverities } from '../diagnostics/run-report.ts';

/**
 * The report as JSON: `version` names the form, keys come in a fixed order, places are objects. For a run to several targets `runs` has
 * what is said of each, and every finding comes once.
 */
export function jsonReport(report: Report): string {
  const { version: decant, diagnostics, ...run } = report;
  const said = 'runs' in run ? { ...run, runs: run.runs.map((one) => runToJson(one, report)) } : run;
  const findings = { counts: countSeverities(diagnostics), diagnostics: diagnostics.map(findingToJson) };
  return `${JSON.stringify({ version: 1, decant, ...said, ...findings }, null, 2)}\n`;
}

/** What only one target of several has. */
function runToJson({ target, out, interrupted, pages, files, stale, totals }: RunReport, report: Report): object {
  const counts = countSeverities(findingsFor(report, target));
  return { target, out, interrupted, pages, files, stale, totals, counts };
}

/** Findings alone as JSON, for commands whose result is something else. */
export function jsonFindings(diagnostics: readonly Diagnostic[]): string {
  const counts = countSeverities(diagnostics);
  return `${JSON.stringify({ version: 1, counts, diagnostics: diagnostics.map(findingToJson) }, null, 2)}\n`;
}

/** One finding with its words. */
export function findingToJson(diagnostic: Diagnostic): object {
  const { message, hint } = wordsOf(diagnostic);
  const { code, severity, file, place, targets, facts } = diagnostic;
  return { code, severity, targets, file, place, message, hint, facts };
}
