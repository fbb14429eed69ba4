import type { ConvertSiteResult } from '../convert-site.ts';
import type { Ledger } from '../ledger.ts';
import type { Run, RunOptions } from './gather.ts';
import { tableOf } from '../cache/prints.ts';
import { reportRun } from './report-run.ts';
import { append } from '../../model/append.ts';

export interface RunEnd {
  /** The site's folder. */
  readonly dir: string;
  /** Whether the run has taken all that the output folder is about. */
  readonly isWhole: boolean;
}

/** Ends a run whose pages are all in: writes what is left to write, removes what nothing makes any more, reports. */
export function endRun(run: Run, { dir, isWhole }: RunEnd, options: RunOptions): ConvertSiteResult {
  run.sink.flush();
  // A run over a part of the site says nothing of the files of the rest.
  if (options.prune && isWhole) append(run.diagnostics, run.sink.prune());
  const report = reportRun(run, { dir, isWhole }, options);
  options.cache?.close(report, tableOf(run.sink.fingerprints()));
  return {
    report,
    get ledger() {
      return JSON.parse(run.ledger.text()) as Ledger; // the text was made of one
    },
  };
}
