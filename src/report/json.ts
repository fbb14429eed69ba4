import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RunReport } from '../diagnostics/run-report.ts';
import { wordsOf } from '../diagnostics/diagnostic.ts';
import { countSeverities } from '../diagnostics/run-report.ts';

/** The report as JSON: `version` names the form, keys come in a fixed order, places are objects. */
export function jsonReport(report: RunReport): string {
  const { version: decant, diagnostics, ...run } = report;
  return `${JSON.stringify(
    { version: 1, decant, ...run, counts: countSeverities(diagnostics), diagnostics: diagnostics.map(findingToJson) },
    null,
    2,
  )}\n`;
}

/** Findings alone as JSON, for commands whose result is something else. */
export function jsonFindings(diagnostics: readonly Diagnostic[]): string {
  const counts = countSeverities(diagnostics);
  return `${JSON.stringify({ version: 1, counts, diagnostics: diagnostics.map(findingToJson) }, null, 2)}\n`;
}

/** One finding with its words. */
export function findingToJson(diagnostic: Diagnostic): object {
  const { message, hint } = wordsOf(diagnostic);
  const { code, severity, file, place, facts } = diagnostic;
  return { code, severity, file, place, message, hint, facts };
}
