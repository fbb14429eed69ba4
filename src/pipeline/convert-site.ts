/** One run over a site: plan, convert page by page, write, account. */
import { relative } from 'node:path';
import type { RunReport } from '../diagnostics/run-report.ts';
import type { PageMeta } from '../model/page.ts';
import type { Ledger } from './ledger.ts';
import type { ConversionOptions } from './open-conversion.ts';
import type { OpenedSite } from './open-site.ts';
import type { ConverterOutput, Focus } from './run/converter.ts';
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
import { append } from '../model/append.ts';

export interface ConvertSiteOptions extends Selection, ConversionOptions, Omit<RunOptions, 'target'> {
  /** Takes one of several shards of the pages; `mergeShards` puts their folders together. */
  readonly shard?: Shard;
  /** In how many threads pages are converted; by default as many as take less time than fewer: one for up to 7 MB of text. */
  readonly jobs?: number;
  /** Ends the run before the next page; what was written stays and is known to the manifest. */
  readonly signal?: AbortSignal;
}

/** One of the targets of a run, and the folder that it goes into. */
export type TargetOutput = Pick<ConvertSiteOptions, 'target' | 'out' | 'cache' | 'onChange'>;

export interface ConvertTargetsOptions extends Omit<ConvertSiteOptions, keyof TargetOutput> {
  /** What is written, each into a folder of its own. */
  readonly outputs: readonly TargetOutput[];
  /** Is told for which of the outputs, by number, the files of the site are looked at from now on. */
  readonly focus?: Focus;
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
export async function convertSite(
  opened: OpenedSite,
  { target, out, cache, onChange, ...options }: ConvertSiteOptions,
): Promise<ConvertSiteResult> {
  const output: TargetOutput = { target, out, ...(cache && { cache }), ...(onChange && { onChange }) };
  const [result] = await convertTargets(opened, { ...options, outputs: [output] });
  if (!result) throw new Error('the run has come to nothing');
  return result;
}

/**
 * Converts a site to several targets in one run, which reads each page once. What is in a folder then is what a run with its target alone
 * leaves there; the results come in the order of `options.outputs`.
 * @example
 * await convertTargets(opened, {
 *   mapping,
 *   outputs: [
 *     { target: await loadTarget('mdx'), out: 'out/mdx' },
 *     { target: await loadTarget('contentful'), out: 'out/contentful' },
 *   ],
 * });
 */
export async function convertTargets(
  opened: OpenedSite,
  { outputs, focus, ...common }: ConvertTargetsOptions,
): Promise<readonly ConvertSiteResult[]> {
  const running: RunningOutput[] = [];
  try {
    for (const output of outputs) running.push(openOutput(opened, { ...common, ...output }));
    return await convertPages(opened, running, { ...common, focus: focus ?? ((): void => {}) });
  } finally {
    // Also when the disk is full or a page could not be written: what is there must be known as decant's.
    closeAll(running.map(({ run }) => run.sink));
  }
}

/** A run into one folder, under way. */
interface RunningOutput {
  readonly run: Run;
  readonly options: ConvertSiteOptions;
  /** What was found of the site before the first page: what is found later depends on which pages a run takes. */
  readonly found: Run['diagnostics'];
}

function openOutput(opened: OpenedSite, options: ConvertSiteOptions): RunningOutput {
  const { cache, mapping, shard, out, dryRun } = options;
  const plan = planRun(opened.site, options, cache?.last);
  const run = openRun(plan, options, copySources(opened, cache), shard && !dryRun ? openShardWriter(out) : undefined);
  const found = [...opened.diagnostics];
  append(run.diagnostics, ofTaken(found, opened.site, plan.taken));
  append(run.diagnostics, mapping.diagnostics);
  return { run, options, found };
}

/** One that cannot be closed does not keep the others open. */
function closeAll([first, ...rest]: readonly Run['sink'][]): void {
  if (!first) return;
  try {
    first.close();
  } finally {
    closeAll(rest);
  }
}

async function convertPages(
  opened: OpenedSite,
  running: readonly RunningOutput[],
  common: Omit<ConvertTargetsOptions, 'outputs' | 'focus'> & { readonly focus: Focus },
): Promise<readonly ConvertSiteResult[]> {
  const planned = running.map(({ run: { plan, cache }, options }) => ({
    pages: plan.pages,
    taken: plan.taken,
    cache,
    options,
  }));
  const converter = await openConverter(opened, planned, common);
  try {
    const faults = running.map((output, at) => {
      common.focus([at]);
      return faultsOf(opened, output, converter.outputs[at]);
    });
    for (const [at, { run }] of running.entries()) append(run.diagnostics, faults[at] ?? []);
    const runs = running.map(({ run }) => run);
    await takePages(runs, pagesOf(opened, runs), { ...common, converter });
    return running.map((output, at) => {
      common.focus([at]);
      return endOutput(opened, output, { session: converter.outputs[at]?.session, faults: faults[at] ?? [] });
    });
  } finally {
    await converter.close();
  }
}

/** The pages of all outputs, in the order of the site's index. */
function pagesOf({ site }: OpenedSite, runs: readonly Run[]): readonly PageMeta[] {
  const [first, ...others] = runs.map(({ plan }) => plan.pages);
  if (!first || others.length === 0) return first ?? [];
  const shown = new Set([...first, ...others.flat()]);
  return site.pages.filter((page) => shown.has(page));
}

/** What is wrong with plugins, components and rules about paths. */
function faultsOf(
  opened: OpenedSite,
  { run, options }: RunningOutput,
  output: ConverterOutput | undefined,
): Run['diagnostics'] {
  if (!output) return [];
  const foreign = foreignImports(targetSettings(opened, options).components, options.target.name);
  const found = routeFindings(output.routes, options.paths ?? [], run.plan.pages);
  return [...output.diagnostics, ...foreign, ...found];
}

function endOutput(
  opened: OpenedSite,
  { run, options, found }: RunningOutput,
  {
    session,
    faults,
  }: { readonly session: ConverterOutput['session'] | undefined; readonly faults: Run['diagnostics'] },
): ConvertSiteResult {
  const { shard } = options;
  if (!run.interrupted && session) {
    finishRun(session, opened.site, run);
    closeShard(opened, run, options, [...found, ...options.mapping.diagnostics, ...faults]);
  }
  const isWhole = !run.interrupted && !shard && !isPartial(options);
  if (isWhole) append(run.diagnostics, withoutUse(run.ledger.rules, options));
  return endRun(run, { dir: opened.dir, isWhole }, options);
}

/** Leaves what the merge needs of a shard. */
function closeShard(
  opened: OpenedSite,
  { shard, plan, ledger }: Run,
  options: ConvertSiteOptions,
  diagnostics: Run['diagnostics'],
): void {
  const { site, dir } = opened;
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
    diagnostics,
    unused: isPartial(options) ? [] : withoutUse(ledger.rules, options),
  });
}
