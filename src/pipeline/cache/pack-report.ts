/** The report of a run as lists of plain values: what is said ten thousand times is not named ten thousand times. */
import type { Code, Facts } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Severity } from '../../diagnostics/rule.ts';
import type { PlannedFile, RunReport } from '../../diagnostics/run-report.ts';

/** Names stand once; rows have their numbers, or -1 where there is none. */
interface PackedReport extends Omit<RunReport, 'files' | 'diagnostics'> {
  readonly names: readonly string[];
  readonly files: readonly PackedFile[];
  readonly diagnostics: readonly PackedDiagnostic[];
}

type PackedFile = readonly [path: string, source: number, action: number];

type PackedDiagnostic = readonly [
  code: number,
  severity: number,
  file: number,
  facts: unknown,
  line?: number,
  column?: number,
  offset?: number,
  length?: number,
];

/** A report as JSON. */
export function packReport({ files, diagnostics, ...report }: RunReport): string {
  const numbers = new Map<string, number>();
  const numberOf = (name: string | undefined): number => {
    if (name === undefined) return -1;
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const packed: PackedReport = {
    ...report,
    files: files.map(({ path, source, action }) => [path, numberOf(source), numberOf(action)]),
    diagnostics: diagnostics.map(({ code, severity, file, facts, place }) => {
      const row = [numberOf(code), numberOf(severity), numberOf(file), facts] as const;
      return place ? [...row, place.line, place.column, place.offset, place.length] : row;
    }),
    // Last: by now all names have their numbers.
    names: [...numbers.keys()],
  };
  return JSON.stringify(packed);
}

export function unpackReport(text: string): RunReport {
  const { names, files, diagnostics, ...report } = JSON.parse(text) as PackedReport; // written above
  return {
    ...report,
    files: files.map(([path, source, action]) => ({
      path,
      ...(source >= 0 && { source: names[source] ?? '' }),
      action: names[action] as PlannedFile['action'], // packed above
    })),
    diagnostics: diagnostics.map((row) => unpackDiagnostic(row, names)),
  };
}

function unpackDiagnostic(row: PackedDiagnostic, names: readonly string[]): Diagnostic {
  const [code, severity, file, facts, line, column = 0, offset = 0, length = 0] = row;
  return {
    code: names[code] as Code, // packed above, as are the severity and the facts of this code
    severity: names[severity] as Severity,
    facts: facts as Facts[Code],
    ...(file >= 0 && { file: names[file] ?? '' }),
    ...(line !== undefined && { place: { line, column, offset, length } }),
  };
}
