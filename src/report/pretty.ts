/** The report for people: findings by file with a code frame, then what did not survive, then what was written. */
import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Severity } from '../diagnostics/rule.ts';
import type { Report } from '../diagnostics/joint-report.ts';
import type { RunReport } from '../diagnostics/run-report.ts';
import { codeFrame } from '../diagnostics/code-frame.ts';
import { wordsOf } from '../diagnostics/diagnostic.ts';
import { countSeverities } from '../diagnostics/run-report.ts';
import { keepLast } from './keep-last.ts';
import { aboutTargets } from './located.ts';
import { lossRows, plural, runLine, titledRuns } from './summary.ts';

export interface PrettyOptions {
  /** Paints text, or gives it back where colour is off. */
  readonly paint: Paint;
  /** The text of a file that findings point into; undefined where it cannot be had. */
  readonly sourceOf: (file: string) => string | undefined;
  /** Prints every finding; otherwise those of one code beyond the first few are counted. */
  readonly all: boolean;
}

export type Paint = (style: Severity | 'dim' | 'bold', text: string) => string;

/** Findings of one code that are printed in full before the rest is folded. */
const SHOWN_PER_CODE = 5;

/** The findings alone, each with its place, a code frame and what to type. */
export function prettyDiagnostics(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const context = { ...options, sourceOf: keepLast(options.sourceOf) };
  const shown = new Map<Code, number>();
  const folded = new Map<Code, number>();
  let text = '';
  for (const diagnostic of diagnostics) {
    const count = (shown.get(diagnostic.code) ?? 0) + 1;
    shown.set(diagnostic.code, count);
    if (options.all || count <= SHOWN_PER_CODE) text += printDiagnostic(diagnostic, context);
    else folded.set(diagnostic.code, count - SHOWN_PER_CODE);
  }
  for (const [code, count] of folded) text += `${options.paint('dim', `+${count} more ${code}, --all to see them`)}\n`;
  return folded.size > 0 ? `${text}\n` : text;
}

function printDiagnostic(diagnostic: Diagnostic, { paint, sourceOf }: PrettyOptions): string {
  const { message, hint } = wordsOf(diagnostic);
  const { file, place, severity, code } = diagnostic;
  const where = file === undefined ? '' : place ? `${file}:${place.line}:${place.column} ` : `${file} `;
  let text = `${where}${paint(severity, severity)} ${paint('bold', code)}${aboutTargets(diagnostic)}  ${message}\n`;
  const source = place && file !== undefined ? sourceOf(file) : undefined;
  if (place && source !== undefined) text += `${paint('dim', codeFrame(source, place))}\n`;
  if (hint !== undefined) text += `  ${paint('dim', 'hint:')} ${hint}\n`;
  return `${text}\n`;
}

/** The whole report of a run. */
export function prettyReport(report: Report, options: PrettyOptions): string {
  const { paint } = options;
  const counts = countSeverities(report.diagnostics);
  let text = prettyDiagnostics(report.diagnostics, options);
  const runs = titledRuns(report);
  if (report.dryRun) text += `${runs.map(({ run, folder }) => plan(run, folder, paint)).join('')}\n`;
  for (const { run, title } of runs) {
    text += lossTable(run, title, paint);
    text += `${runLine(run)}\n`;
    if (run.stale.length > 0) {
      text += `${plural(run.stale.length, 'file')} of an earlier run no longer made (--prune removes them): ${list(run.stale)}\n`;
    }
    if (title !== undefined) text += '\n';
  }
  const findings = (['error', 'warning', 'info'] as const).map((severity) =>
    counts[severity] > 0 ? paint(severity, plural(counts[severity], severity)) : plural(counts[severity], severity),
  );
  return `${text}${findings.join(', ')}\n`;
}

function plan({ files }: RunReport, folder: string, paint: Paint): string {
  const lines = files.map(
    ({ action, path, source }) =>
      `${action.padEnd(9)} ${folder}${path}${source === undefined ? '' : paint('dim', `  ← ${source}`)}\n`,
  );
  return lines.join('');
}

function lossTable(run: RunReport, title: string | undefined, paint: Paint): string {
  const [header = [], ...rows] = lossRows(run, title);
  const widths = header.map((_, at) => Math.max(...[header, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  const body = rows.map((row) => (row[1] === '0' ? line(row) : paint('warning', line(row))));
  return `${[paint('dim', line(header)), ...body].join('\n')}\n\n`;
}

const list = (paths: readonly string[]): string =>
  paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', ');
