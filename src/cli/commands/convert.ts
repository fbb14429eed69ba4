import type { FileChange, RunReport } from '../../diagnostics/run-report.ts';
import type { FinishedRun, RunFlags } from './run.ts';
import { jsonReport } from '../../report/json.ts';
import { prettyReport } from '../../report/pretty.ts';
import { changeSummary } from '../../report/unified-diff.ts';
import { EXIT, findingsCode } from '../exit-code.ts';
import { paintFor } from '../terminal.ts';
import { runConversion } from './run.ts';

interface ConvertFlags extends RunFlags {
  readonly dryRun?: boolean;
  readonly check?: boolean;
}

/** `decant convert`: a site, or a part of it, into a folder. The report is the result and goes to standard output. */
export async function convert(dir: string | undefined, given: ConvertFlags): Promise<void> {
  const { check = false, dryRun = false, strict = false } = given;
  const changes: string[] = [];
  const onChange = (change: FileChange): void => void changes.push(changeSummary(change));
  const { report, sourceOf } = await runConversion(dir, given, {
    planOnly: dryRun || check,
    ...(check && { onChange }),
  });
  if (check && given.reporter === 'pretty') process.stdout.write(changes.toSorted().join(''));
  process.stdout.write(print(report, sourceOf, given));
  const code = report.interrupted ? EXIT.interrupted : findingsCode(report.diagnostics, strict);
  process.exitCode = check && code === EXIT.clean && !isUpToDate(report) ? EXIT.findings : code;
}

/** Whether the folder holds what the run would leave there. */
const isUpToDate = ({ files, stale }: RunReport): boolean =>
  stale.length === 0 && files.every(({ action }) => action === 'unchanged' || action === 'keep');

function print(report: RunReport, sourceOf: FinishedRun['sourceOf'], given: ConvertFlags): string {
  if (given.reporter === 'json') return jsonReport(report);
  return prettyReport(report, {
    paint: paintFor(process.stdout),
    sourceOf,
    all: given.all ?? false,
  });
}
