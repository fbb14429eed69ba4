import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/joint-report.ts';
import type { LocateOptions } from './located.ts';
import { wordsOf } from '../diagnostics/diagnostic.ts';
import { aboutTargets, pathOf } from './located.ts';

const LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions: each finding shows at its line in the pull request. */
export const githubReport = ({ diagnostics }: Report, options: LocateOptions): string =>
  diagnostics.map((diagnostic) => `${command(diagnostic, options)}\n`).join('');

function command(diagnostic: Diagnostic, options: LocateOptions): string {
  const { message, hint } = wordsOf(diagnostic);
  const { severity, code, place } = diagnostic;
  const properties = {
    file: pathOf(diagnostic, options),
    line: place?.line,
    col: place?.column,
    title: code + aboutTargets(diagnostic),
  };
  const list = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return `::${LEVEL[severity]} ${list.join(',')}::${escapeData(text)}`;
}

/** The runner takes the text as one line, and `%` for the start of an escape. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
