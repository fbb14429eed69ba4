/** The files of the whole site, once all pages are in. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Site } from '../../model/site.ts';
import type { OutputFile, TargetSession } from '../../targets/target.ts';
import type { Run } from './gather.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { shardOf } from '../shards/shard.ts';
import { put, putLedger } from './gather.ts';
import { ofTaken } from './report-run.ts';
import { append } from '../../model/append.ts';

/** Makes the files of the whole site, or what a run over a part of it can make of them. */
export function finishRun(session: TargetSession, site: Site, run: Run): void {
  const { plan, contributions, diagnostics } = run;
  const rest = session.finish(contributions);
  if (plan.shard) {
    for (const file of shareOf(rest.files, session, plan.shard)) putSiteFile(file, run);
    return;
  }
  append(diagnostics, ofTaken(rest.diagnostics, site, plan.taken));
  if (plan.unknown === 0) {
    putSiteFiles(rest.files, run);
    putLedger(run);
    return;
  }
  for (const file of rest.files) if ('copyOf' in file) putSiteFile(file, run);
  diagnostics.push(siteFilesKept(plan.unknown));
}

/** Files at a time that wait in memory to be written. */
const FILES_PER_FLUSH = 32;

function putSiteFiles(files: readonly OutputFile[], run: Run): void {
  for (const [at, file] of files.entries()) {
    if (at % FILES_PER_FLUSH === 0) run.sink.flush();
    putSiteFile(file, run);
  }
}

const putSiteFile = (file: OutputFile, run: Run): void =>
  void put(file, 'copyOf' in file ? file.copyOf : (file.source ?? file.path), run);

const siteFilesKept = (pages: number): Diagnostic => createDiagnostic('output-site-files-kept', { pages });

/**
 * The copies that are a shard's business: those that its own pages ask for, and its share of the others. What is written for the
 * whole site is written when the shards are merged.
 */
function shareOf(
  files: readonly OutputFile[],
  session: TargetSession,
  { index, total }: { readonly index: number; readonly total: number },
): readonly OutputFile[] {
  const always = new Set(session.finish([]).files.map(({ path }) => path));
  return files.filter((file) => 'copyOf' in file && (!always.has(file.path) || shardOf(file.copyOf, total) === index));
}
