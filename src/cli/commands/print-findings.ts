import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { jsonFindings } from '../../report/json.ts';
import { prettyDiagnostics } from '../../report/pretty.ts';
import { paintFor } from '../terminal.ts';

/** Prints findings to standard error, for commands whose standard output is the page. */
export function printFindings(
  diagnostics: readonly Diagnostic[],
  sourceOf: (file: string) => string | undefined,
  reporter: 'pretty' | 'json',
): void {
  if (reporter === 'json') process.stderr.write(jsonFindings(diagnostics));
  else process.stderr.write(prettyDiagnostics(diagnostics, { paint: paintFor(process.stderr), sourceOf, all: true }));
}
