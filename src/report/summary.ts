/** What every report for people says of a run in few words. */
import type { FileAction, RunReport, Totals } from '../diagnostics/run-report.ts';
import { runsOf, type Report } from '../diagnostics/joint-report.ts';
import { countSeverities } from '../diagnostics/run-report.ts';

const KINDS = [
  ['call', 'shortcode calls'],
  ['argument', 'arguments'],
  ['field', 'front matter keys'],
  ['element', 'HTML elements'],
] as const;

/** How much there was, what became of it: a heading, with a title in its corner and a row for each kind, what was lost first. */
export const lossRows = ({ totals }: RunReport, title = ''): readonly (readonly string[])[] => [
  [title, 'dropped', 'kept', 'mapped', 'in source'],
  ...KINDS.map(([kind, label]) => [label, ...numbers(totals[kind])]),
];

const numbers = ({ dropped, kept, mapped, source }: Totals): string[] => [dropped, kept, mapped, source].map(String);

/** Pages and files in one line. */
export const runLine = (report: RunReport): string =>
  `${report.interrupted ? 'interrupted: ' : ''}${report.pages.converted} of ${plural(report.pages.selected, 'page')} to ${report.target}, ${fileCounts(report)}`;

/** The runs that a report is about, each with what is said where there are several: its target, and the folder of that in paths. */
export const titledRuns = (
  report: Report,
): readonly { readonly run: RunReport; readonly title?: string; readonly folder: string }[] => {
  const runs = runsOf(report);
  return runs.map((run) =>
    runs.length === 1 ? { run, folder: '' } : { run, title: run.target, folder: `${run.target}/` },
  );
};

const OTHER_ACTIONS = [
  ['merge', 'merged with hand edits'],
  ['keep', 'kept as edited'],
  ['remove', 'removed'],
  ['refuse', 'refused'],
] as const;

function fileCounts(report: RunReport): string {
  const of = (action: FileAction): number => report.files.filter((file) => file.action === action).length;
  const others = OTHER_ACTIONS.flatMap(([action, word]) => (of(action) > 0 ? [`${of(action)} ${word}`] : []));
  const verb = report.dryRun ? 'to write' : 'written';
  return [`${plural(of('write'), 'file')} ${verb}`, `${of('unchanged')} unchanged`, ...others].join(', ');
}

/** How many findings of each severity, in one line. */
export const countsLine = ({ diagnostics }: Pick<RunReport, 'diagnostics'>): string => {
  const counts = countSeverities(diagnostics);
  return (['error', 'warning', 'info'] as const).map((severity) => plural(counts[severity], severity)).join(', ');
};

export const plural = (count: number, noun: string): string =>
  noun === 'info' ? `${count} info` : `${count} ${noun}${count === 1 ? '' : 's'}`;
