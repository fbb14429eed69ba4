/** SARIF 2.1.0, which code scanning services and editors read. */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/joint-report.ts';
import type { LocateOptions } from './located.ts';
import { identityOf } from '../diagnostics/baseline.ts';
import { catalogue } from '../diagnostics/catalogue.ts';
import { wordsOf } from '../diagnostics/diagnostic.ts';
import { aboutTargets, pathOf } from './located.ts';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

export function sarifReport({ version, interrupted, diagnostics }: Report, options: LocateOptions): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'decant', version, rules: codes.map(ruleOf) } },
        invocations: [{ executionSuccessful: !interrupted }],
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes.indexOf(diagnostic.code), options)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ruleOf = (code: Code): ReportingDescriptor => ({
  id: code,
  shortDescription: { text: catalogue[code].about },
  defaultConfiguration: { level: LEVEL[catalogue[code].severity] },
});

function resultOf(diagnostic: Diagnostic, ruleIndex: number, options: LocateOptions): Result {
  const { code, severity, place } = diagnostic;
  const { message, hint } = wordsOf(diagnostic);
  const words = message + aboutTargets(diagnostic);
  const path = pathOf(diagnostic, options);
  const region = place && {
    startLine: place.line,
    startColumn: place.column,
    charOffset: place.offset,
    charLength: place.length,
  };
  const artifactLocation =
    path === undefined ? undefined : { uri: encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F') };
  return {
    ruleId: code,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: hint === undefined ? words : `${words}\n${hint}` },
    ...(artifactLocation && { locations: [{ physicalLocation: { artifactLocation, ...(region && { region }) } }] }),
    // Line numbers are no part of it: a finding stays the same one when its page grows above it.
    partialFingerprints: { 'decant/v1': identityOf(diagnostic) },
  };
}
