import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChange, RunReport } from '../../diagnostics/run-report.ts';
import type { GateFlags } from '../gate.ts';
import type { FinishedRun, RunFlags, RunMode } from './run.ts';
import type { Watched } from './watch.ts';
import { EXIT } from '../exit-code.ts';
import { beyondBaseline, gate } from '../gate.ts';
import { shardFor } from '../shard.ts';
import { locateFrom, parseReporters, writeReports } from '../reporters.ts';
import { outputsFor } from '../outputs.ts';
import { joinReports } from '../../diagnostics/joint-report.ts';
import { inputsOf, runConversion, settingsFor, versionsOf } from './run.ts';

/** The flags of every command that writes into an output folder and reports on it. */
export interface ReportFlags extends GateFlags {
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly reporter: readonly string[];
  readonly all?: boolean;
}

interface ConvertFlags extends RunFlags, ReportFlags {
  readonly watch?: boolean;
}

/** `decant convert`: a site, or a part of it, into a folder. The report is the result and goes to standard output. */
export async function convert(
  dir: string | undefined,
  { shard: asked, watch = false, ...given }: ConvertFlags,
): Promise<void> {
  if (watch) {
    const { runAndWatch } = await import('./watch.ts');
    await runAndWatch(await watched(dir, given), () => runAndReport(given, (mode) => runConversion(dir, given, mode)));
    return;
  }
  const shard = shardFor(asked, process.env, (text) => void process.stderr.write(text));
  await runAndReport(given, (mode) => runConversion(dir, { ...given, ...(shard && { shard }) }, mode));
}

/** What a run reads and writes. */
async function watched(dir: string | undefined, given: Omit<ConvertFlags, 'shard' | 'watch'>): Promise<Watched> {
  const { config } = await settingsFor(dir, given);
  const { readConfig } = await import('../../config/read-config.ts');
  const { readMapping } = await import('../../pipeline/read-mapping.ts');
  const reports = parseReporters(given.reporter).flatMap(({ file }) => file ?? []);
  const site = dir ?? config.site ?? '.';
  const versions = versionsOf(given, config);
  return {
    site,
    sites: versions.length > 0 ? (await import('../version-sites.ts')).versionFolders(versions, site) : [],
    written: [
      ...outputsFor(given, config).map(({ out }) => out),
      ...reports,
      ...(given.baseline === undefined ? [] : [given.baseline]),
    ],
    // What is wrong with them the run says.
    files() {
      const named = given.config === undefined ? { site: dir ?? '.' } : { file: given.config };
      const read = readConfig(named);
      return [...inputsOf(read, readMapping({ files: given.mapping ?? [], config: read }))];
    },
  };
}

/** Runs as the flags say, reports what came of it, and sets the exit code. */
export async function runAndReport(given: ReportFlags, start: (mode: RunMode) => Promise<FinishedRun>): Promise<void> {
  const { check = false, dryRun = false, all = false } = given;
  const reporters = parseReporters(given.reporter);
  const changes: FileChange[] = [];
  const run = await start({
    planOnly: dryRun || check,
    ...(check && { onChange: (change) => void changes.push(change) }),
  });
  const joint = joinReports(run.reports);
  const report = { ...joint, diagnostics: beyondBaseline(joint.diagnostics, given) };
  const toTerminal = reporters.some(({ shape, file }) => shape === 'pretty' && file === undefined);
  if (toTerminal) await printChanges(changes);
  await writeReports(report, reporters, { all, sourceOf: run.sourceOf, locate: locateFrom(report.site) });
  if (toTerminal) for (const one of run.reports) await printSetup(one);
  const code = report.interrupted ? EXIT.interrupted : gate(report.diagnostics, given);
  process.exitCode = check && code === EXIT.clean && !run.reports.every(isUpToDate) ? EXIT.findings : code;
}

/** What an existing site has to be given by hand; said again only when it has become something else. */
async function printSetup({ out, dryRun, files }: RunReport): Promise<void> {
  const written = files.filter(({ action }) => action === 'write');
  if (dryRun || written.length === 0) return;
  const { SETUP_FILE } = await import('../../targets/setup-file.ts');
  if (!written.some(({ path }) => path === SETUP_FILE)) return;
  const file = join(out, SETUP_FILE);
  process.stderr.write(`\n${readFileSync(file, 'utf8')}\n(also in ${file})\n`);
}

async function printChanges(changes: readonly FileChange[]): Promise<void> {
  if (changes.length === 0) return;
  const { changeSummary } = await import('../../report/unified-diff.ts');
  process.stdout.write(changes.map(changeSummary).toSorted().join(''));
}

/** Whether the folder holds what the run would leave there. */
const isUpToDate = ({ files, stale }: RunReport): boolean =>
  stale.length === 0 && files.every(({ action }) => action === 'unchanged' || action === 'keep');
