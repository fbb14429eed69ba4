/**
 * The report of a run as lists of numbers: what is said ten thousand times is not named ten thousand times, and a run that repeats
 * it has little to unpack.
 */
import type { Code, Facts } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Severity } from '../../diagnostics/rule.ts';
import type { PlannedFile, RunReport } from '../../diagnostics/run-report.ts';

/** Names and facts stand once; rows have their numbers, or -1 where there is none. */
export interface PackedReport extends Omit<RunReport, 'files' | 'diagnostics'> {
  readonly names: readonly string[];
  /** As JSON, which is quicker to read than a structured clone. */
  readonly facts: string;
  /** Path, source and action. */
  readonly files: Int32Array;
  /** Code, severity, file and facts. */
  readonly findings: Int32Array;
  /** Line, column, offset and length of each finding; no line is 0 but that of a finding without a place. */
  readonly places: Int32Array;
}

const PER_FILE = 3;
const PER_FINDING = 4;
const PER_PLACE = 4;

/** Gives numbers to what it has not seen yet. */
function createNumbers<Value>() {
  const numbers = new Map<Value, number>();
  return {
    of(value: Value): number {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, numbers.size);
      return numbers.size - 1;
    },
    all: () => [...numbers.keys()],
  };
}

export function packReport({ files, diagnostics, ...report }: RunReport): PackedReport {
  const names = createNumbers<string>();
  const facts = createNumbers<string>();
  const numberOf = (name: string | undefined): number => (name === undefined ? -1 : names.of(name));
  // Findings that were unpacked share their facts: these need not be printed to be known again.
  const objects = new Map<unknown, number>();
  const numberOfFacts = (object: unknown): number => {
    const known = objects.get(object) ?? facts.of(JSON.stringify(object));
    objects.set(object, known);
    return known;
  };
  const packed = {
    files: new Int32Array(PER_FILE * files.length),
    findings: new Int32Array(PER_FINDING * diagnostics.length),
    places: new Int32Array(PER_PLACE * diagnostics.length),
  };
  for (const [row, { path, source, action }] of files.entries()) {
    packed.files.set([names.of(path), numberOf(source), names.of(action)], PER_FILE * row);
  }
  for (const [row, found] of diagnostics.entries()) {
    const { code, severity, file, place } = found;
    const numbers = [names.of(code), names.of(severity), numberOf(file), numberOfFacts(found.facts)];
    packed.findings.set(numbers, PER_FINDING * row);
    if (place) packed.places.set([place.line, place.column, place.offset, place.length], PER_PLACE * row);
  }
  return { ...report, ...packed, names: names.all(), facts: `[${facts.all().join()}]` };
}

export function unpackReport({ names, facts, files, findings, places, ...report }: PackedReport): RunReport {
  const known = JSON.parse(facts) as readonly Diagnostic['facts'][]; // printed above
  return {
    ...report,
    files: Array.from({ length: files.length / PER_FILE }, (_, row) => unpackFile(files, PER_FILE * row, names)),
    diagnostics: Array.from({ length: findings.length / PER_FINDING }, (_, row) => {
      const found = unpackFinding(findings, PER_FINDING * row, { names, facts: known });
      const at = PER_PLACE * row;
      const { [at]: line = 0, [at + 1]: column = 0, [at + 2]: offset = 0, [at + 3]: length = 0 } = places;
      return line === 0 ? found : { ...found, place: { line, column, offset, length } };
    }),
  };
}

function unpackFile(files: Int32Array, at: number, names: readonly string[]): PlannedFile {
  const path = nameAt(names, files[at]);
  const source = files[at + 1];
  const action = nameAt(names, files[at + 2]) as PlannedFile['action']; // packed above
  return source === -1 ? { path, action } : { path, source: nameAt(names, source), action };
}

function unpackFinding(
  findings: Int32Array,
  at: number,
  { names, facts }: { readonly names: readonly string[]; readonly facts: readonly Diagnostic['facts'][] },
): Omit<Diagnostic, 'place'> {
  const code = nameAt(names, findings[at]) as Code; // packed above, as are the severity and the facts of this code
  const severity = nameAt(names, findings[at + 1]) as Severity;
  const file = findings[at + 2];
  const found = { code, severity, facts: facts[findings[at + 3] ?? 0] as Facts[Code] };
  return file === -1 ? found : { ...found, file: nameAt(names, file) };
}

const nameAt = (names: readonly string[], at = 0): string => names[at] ?? '';
