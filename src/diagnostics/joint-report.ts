/** The report of a run to several targets: what all of them have in common is said once. */
import type { Diagnostic } from './diagnostic.ts';
import type { RunReport } from './run-report.ts';
import { compareDiagnostics } from './diagnostic.ts';

export interface JointReport extends Pick<RunReport, 'version' | 'site' | 'dryRun' | 'interrupted' | 'diagnostics'> {
  /** What the run came to for each target, by itself. */
  readonly runs: readonly RunReport[];
}

/** What reporters take. */
export type Report = RunReport | JointReport;

/** Puts the reports of one run together; the report of a single target is what it is. */
export function joinReports(runs: readonly RunReport[]): Report {
  const [first, ...others] = runs;
  if (!first) throw new Error('a run has at least one target');
  if (others.length === 0) return first;
  const { version, site, dryRun } = first;
  const interrupted = runs.some((run) => run.interrupted);
  return { version, site, dryRun, interrupted, diagnostics: joinFindings(runs), runs };
}

/** The runs that a report is about. */
export const runsOf = (report: Report): readonly RunReport[] => ('runs' in report ? report.runs : [report]);

/** The findings of a report that are about a target. */
export const findingsFor = ({ diagnostics }: Report, target: string): readonly Diagnostic[] =>
  diagnostics.filter(({ targets }) => targets === undefined || targets.includes(target));

/** Where several runs have the same finding, even several times, each is one; whom it is about is said where it is not about all. */
function joinFindings(runs: readonly RunReport[]): readonly Diagnostic[] {
  const joined = new Map<string, { readonly finding: Diagnostic; readonly targets: string[] }>();
  for (const { target, diagnostics } of runs) {
    const counts = new Map<string, number>();
    for (const finding of diagnostics) {
      const { code, severity, file, facts, place } = finding;
      // A file of the output is one of the target's own, whatever it is called.
      const owner = code.startsWith('output-') ? target : '';
      const identity = JSON.stringify([code, severity, file, facts, place, owner]);
      const count = counts.get(identity) ?? 0;
      counts.set(identity, count + 1);
      const key = `${count} ${identity}`;
      const known = joined.get(key);
      if (known) known.targets.push(target);
      else joined.set(key, { finding, targets: [target] });
    }
  }
  return [...joined.values()]
    .map(({ finding, targets }) => (targets.length === runs.length ? finding : { ...finding, targets }))
    .toSorted(compareDiagnostics);
}
