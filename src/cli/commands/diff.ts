import type { SharedOptions } from '../options.ts';
import type { RunFlags } from './run.ts';
import { unifiedDiff } from '../../report/unified-diff.ts';
import { EXIT, findingsCode } from '../exit-code.ts';
import { printFindings } from './print-findings.ts';
import { joinReports } from '../../diagnostics/joint-report.ts';
import { runConversion } from './run.ts';

/** `decant diff`: what a run would change in the output folder, as a patch on standard output; 1 where there is something. */
export async function diff(dir: string | undefined, given: RunFlags & Pick<SharedOptions, 'reporter'>): Promise<void> {
  const patches: { readonly path: string; readonly text: string }[] = [];
  const { reports, sourceOf } = await runConversion(dir, given, {
    planOnly: true,
    onChange: (change) => patches.push({ path: change.path, text: unifiedDiff(change) }),
  });
  const report = joinReports(reports);
  patches.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { text } of patches) process.stdout.write(text);
  printFindings(report.diagnostics, sourceOf, given.reporter);
  const code = report.interrupted ? EXIT.interrupted : findingsCode(report.diagnostics, given.strict ?? false);
  process.exitCode = code === EXIT.clean && patches.length > 0 ? EXIT.findings : code;
}
