import { join } from 'node:path';
import type { RunReport } from '../../diagnostics/run-report.ts';
import type { ReportFlags } from './convert.ts';
import type { RunFlags, RunMode } from './run.ts';
import { hasShard } from '../../pipeline/shards/shard-files.ts';
import { ShardError, checkShards, mergeShards } from '../../pipeline/shards/merge-shards.ts';
import { TARGETS } from '../../targets/load-target.ts';
import { UsageError } from '../exit-code.ts';
import { createProgress } from '../terminal.ts';
import { runAndReport } from './convert.ts';
import { editPolicy, openFilesOf, withFolder } from './run.ts';

interface MergeFlags extends ReportFlags, Pick<RunFlags, 'keepEdits' | 'overwrite' | 'prune'> {
  readonly out: string;
}

/** `decant merge`: the output folders of all shards to one; it reports what one run over the site would report. */
export const merge = (dirs: readonly string[], given: MergeFlags): Promise<void> =>
  runAndReport(given, async (mode) => {
    const parts = mergesOf(dirs, given.out);
    const reports: RunReport[] = [];
    try {
      // One target that cannot be merged keeps the others from going on without it.
      if (parts.length > 1) for (const part of parts) checkShards(part.dirs, part.out);
      for (const part of parts) reports.push(await mergeInto(part, given, mode));
    } catch (error) {
      throw error instanceof ShardError ? new UsageError(error.message, error.hint) : error;
    }
    return { reports, sourceOf: openFilesOf(reports[0]?.site ?? '.') };
  });

/** The shards of one target, and the folder that they go into. */
interface Merge {
  readonly dirs: readonly string[];
  readonly out: string;
  /** The target where there are others. */
  readonly target?: string;
}

/** Shards of a run to several targets are in folders of their own below the ones that are named, and so they come to be in `out`. */
function mergesOf(dirs: readonly string[], out: string): readonly Merge[] {
  const targets = Object.keys(TARGETS).filter((target) => dirs.some((dir) => hasShard(join(dir, target))));
  if (targets.length === 0 || dirs.some(hasShard)) return [{ dirs, out }];
  return targets.map((target) => ({ dirs: dirs.map((dir) => join(dir, target)), out: join(out, target), target }));
}

async function mergeInto(
  { dirs, out, target }: Merge,
  given: MergeFlags,
  { planOnly, onChange }: RunMode,
): Promise<RunReport> {
  const progress = createProgress();
  try {
    const { report } = await mergeShards(dirs, {
      out,
      dryRun: planOnly,
      edits: editPolicy(given),
      prune: given.prune ?? false,
      ...(onChange && { onChange: withFolder(target, onChange) }),
      onProgress: (done, total, file) => progress.update(done, total, file),
    });
    return report;
  } finally {
    progress.clear();
  }
}
