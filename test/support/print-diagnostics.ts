import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { compareDiagnostics, wordsOf } from '../../src/diagnostics/diagnostic.ts';

/** Findings as `line:column severity code message` with the hint below; the file only where it is another one. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], file: string): string {
  return diagnostics
    .toSorted(compareDiagnostics)
    .map((diagnostic) => {
      const { message, hint } = wordsOf(diagnostic);
      const place = diagnostic.place && `${diagnostic.place.line}:${diagnostic.place.column}`;
      const other = diagnostic.file === file ? undefined : diagnostic.file;
      const where = [other, place].filter((part) => part !== undefined).join(':');
      return `${where}${where && ' '}${diagnostic.severity} ${diagnostic.code} ${message}\n${hint === undefined ? '' : `  ${hint}\n`}`;
    })
    .join('');
}
