/** One run over a site: plan, convert page by page, write, account. */
import { relative } from 'node:path';
import type { RunReport } from '../diagnostics/run-report.ts';
import type { Ledger } from './ledger.ts';
import type { ConversionOptions } from './open-conversion.ts';
import type { OpenedSite } from './open-site.ts';
import type { Run, RunOptions } from './run/gather.ts';
import type { Selection } from './select-pages.ts';
import type { Shard } from './shards/shard.ts';
import { isTargetName } from '../targets/load-target.ts';
import { foreignImports } from '../targets/own-components.ts';
import { routeFindings } from '../targets/routes/findings.ts';
import { targetSettings } from './open-conversion.ts';
import { openConverter } from './run/converter.ts';
import { endRun } from './run/end-run.ts';
import { finishRun } from './run/finish-run.ts';
import { copySources, openRun } from './run/gather.ts';
import { planRun } from './run/plan-run.ts';
import { ofTaken, withoutUse } from './run/report-run.ts';
import { takePages } from './run/take-pages.ts';
import { isPartial } from './select-pages.ts';
import { openShardWriter } from './shards/shard-files.ts';

export interface ConvertSiteOptions extends Selection, ConversionOptions, Omit<RunOptions, 'target'> {
  /** Takes one of several shards of the pages; `mergeShards` puts their folders together. */
  readonly shard?: Shard;
  /** In how many threads pages are converted; one unless told otherwise. */
  readonly jobs?: number;
  /** Ends the run before the next page; what was written stays and is known to the manifest. */
  readonly signal?: AbortSignal;
}

export interface ConvertSiteResult {
  readonly report: RunReport;
  readonly ledger: Ledger;
}

/**
 * Converts a site into `options.out`.
 * Content never makes it throw: findings are in the report. It throws where the machine fails (a full disk, a folder that
 * cannot be written), with the cause, and where another run writes into the same folder.
 */
export async function convertSite(opened: OpenedSite, options: ConvertSiteOptions): Promise<ConvertSiteResult> {
  const { site, dir } = opened;
  const { cache, mapping, shard, out, dryRun } = options;
  const plan = planRun(site, options, cache?.last);
  const run = openRun(plan, options, copySources(opened, cache), shard && !dryRun ? openShardWriter(out) : undefined);
  run.diagnostics.push(...ofTaken(opened.diagnostics, site, plan.taken), ...mapping.diagnostics);
  try {
    await convertPages(opened, run, options);
    const isWhole = !run.interrupted && !shard && !isPartial(options);
    if (isWhole) run.diagnostics.push(...withoutUse(run.ledger.rules, options));
    return endRun(run, { dir, isWhole }, options);
  } finally {
    // Also when the disk is full or a page could not be written: what is there must be known as decant's.
    run.sink.close();
  }
}

async function convertPages(opened: OpenedSite, run: Run, options: ConvertSiteOptions): Promise<void> {
  const converter = await openConverter(opened, run.plan, options);
  try {
    const found = routeFindings(converter.routes, options.paths ?? [], run.plan.pages);
    const foreign = foreignImports(targetSettings(opened, options).components, options.target.name);
    const faults = [...converter.diagnostics, ...foreign, ...found];
    run.diagnostics.push(...faults);
    await takePages(run, converter, options);
    if (run.interrupted) return;
    finishRun(converter.session, opened.site, run);
    closeShard(opened, run, options, faults);
  } finally {
    await converter.close();
  }
}

/** Leaves what the merge needs of a shard. */
function closeShard(
  opened: OpenedSite,
  { shard, plan, ledger }: Run,
  options: ConvertSiteOptions,
  faults: Run['diagnostics'] | readonly Run['diagnostics'][number][],
): void {
  const { site, dir, diagnostics } = opened;
  const { name } = options.target;
  if (!shard || !plan.shard || !isTargetName(name)) return;
  const positions = new Map(site.pages.map((page, at) => [page, at]));
  shard.close({
    target: name,
    ...targetSettings(opened, options),
    site,
    pages: plan.pages.flatMap((page) => positions.get(page) ?? []),
    shard: plan.shard,
    dir: relative('', dir),
    diagnostics: [...diagnostics, ...options.mapping.diagnostics, ...faults],
    unused: isPartial(options) ? [] : withoutUse(ledger.rules, options),
  });
}
