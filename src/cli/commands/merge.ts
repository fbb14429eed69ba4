import type { ReportFlags } from './convert.ts';
import type { RunFlags } from './run.ts';
import { ShardError, mergeShards } from '../../pipeline/shards/merge-shards.ts';
import { UsageError } from '../exit-code.ts';
import { createProgress } from '../terminal.ts';
import { runAndReport } from './convert.ts';
import { editPolicy, openFilesOf } from './run.ts';

interface MergeFlags extends ReportFlags, Pick<RunFlags, 'keepEdits' | 'overwrite' | 'prune'> {
  readonly out: string;
}

/** `decant merge`: the output folders of all shards to one; it reports what one run over the site would report. */
export const merge = (dirs: readonly string[], given: MergeFlags): Promise<void> =>
  runAndReport(given, async ({ planOnly, onChange }) => {
    const progress = createProgress();
    try {
      const { report } = await mergeShards(dirs, {
        out: given.out,
        dryRun: planOnly,
        edits: editPolicy(given),
        prune: given.prune ?? false,
        ...(onChange && { onChange }),
        onProgress: (done, total, file) => progress.update(done, total, file),
      });
      return { report, sourceOf: openFilesOf(report.site) };
    } catch (error) {
      throw error instanceof ShardError ? new UsageError(error.message, error.hint) : error;
    } finally {
      progress.clear();
    }
  });
