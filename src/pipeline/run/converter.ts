/** Who converts the pages of a run: this thread, or several. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { Routes } from '../../targets/routes/routes.ts';
import type { TargetSession } from '../../targets/target.ts';
import type { PageCache } from '../cache/page-cache.ts';
import type { ConversionOptions } from '../open-conversion.ts';
import type { OpenedSite } from '../open-site.ts';
import type { ConvertedPage } from '../page-pipeline.ts';
import type { RunPlan } from './plan-run.ts';
import { isTargetName, loadTarget } from '../../targets/load-target.ts';
import { openConversion } from '../open-conversion.ts';

/** What became of a page: nothing where decant failed on it, which is reported. */
export interface PageResult {
  readonly page?: ConvertedPage;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Converter {
  readonly session: TargetSession;
  /** Where pages come to be. */
  readonly routes: Routes;
  readonly diagnostics: readonly Diagnostic[];
  /** How many pages are to be handed over at a time, and how many such batches may be under way. */
  readonly batch: number;
  readonly ahead: number;
  /** Converts pages; the results come in their order. */
  convert(pages: readonly PageMeta[]): Promise<readonly PageResult[]>;
  close(): Promise<void>;
}

export interface ConverterOptions extends ConversionOptions {
  readonly jobs?: number;
  readonly cache?: PageCache;
}

/** Opens the converter of a run over some pages. */
export async function openConverter(
  opened: OpenedSite,
  { pages, taken }: Pick<RunPlan, 'pages' | 'taken'>,
  options: ConverterOptions,
): Promise<Converter> {
  const jobs = Math.min(options.jobs ?? 1, Math.max(taken.size, 1));
  const targetName = jobs > 1 ? await nameOf(options) : undefined;
  if (targetName !== undefined) {
    const { cache } = options;
    const { openPool } = await import('../workers/pool.ts');
    return openPool(opened, pages, { ...options, jobs, targetName, ...(cache && { onInputs: cache.adopt }) });
  }
  const { session, routes, convert, diagnostics } = await openConversion(opened, pages, options);
  return {
    session,
    routes,
    diagnostics,
    batch: 1,
    ahead: 1,
    convert: async (batch) => batch.map(convert),
    close: async () => {},
  };
}

/**
 * The name by which other threads can load what this one has: none for a target that somebody has made, and none where a plugin
 * runs, which may keep in mind what it has seen.
 */
async function nameOf({ target, mapping }: ConversionOptions): Promise<TargetName | undefined> {
  if (mapping.mapping.layers.some(({ plugins }) => plugins.length > 0)) return undefined;
  const { name } = target;
  return isTargetName(name) && target === (await loadTarget(name)) ? name : undefined;
}
