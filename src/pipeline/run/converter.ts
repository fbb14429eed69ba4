/** Who converts the pages of a run: this thread, or several. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { Routes } from '../../targets/routes/routes.ts';
import type { TargetSession } from '../../targets/target.ts';
import type { PageCache } from '../cache/page-cache.ts';
import type { Conversion, ConversionOptions, PageResult } from '../open-conversion.ts';
import type { OpenedSite } from '../open-site.ts';
import type { SharedDesk } from '../page-desk.ts';
import type { RunPlan } from './plan-run.ts';
import { isTargetName, loadTarget } from '../../targets/load-target.ts';
import { loadTools, openConversion } from '../open-conversion.ts';
import { plainDesk, sharedDesk } from '../page-desk.ts';
import { threadsFor } from './threads-for.ts';

/** A page, and the outputs for which it is to be converted, by their numbers. */
export interface WantedPage {
  readonly page: PageMeta;
  readonly outputs: readonly number[];
}

/** One output of a converter. */
export interface ConverterOutput {
  readonly session: TargetSession;
  /** Where pages come to be. */
  readonly routes: Routes;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Converter {
  readonly outputs: readonly ConverterOutput[];
  /** How many pages are to be handed over at a time, and how many such batches may be under way. */
  readonly batch: number;
  readonly ahead: number;
  /** Converts pages; the results come in their order, of each page in the order of its outputs. */
  convert(pages: readonly WantedPage[]): Promise<readonly (readonly PageResult[])[]>;
  close(): Promise<void>;
}

/** The pages that an output is about, and how they are converted. */
export interface ConversionPlan {
  readonly pages: readonly PageMeta[];
  readonly options: ConversionOptions;
}

/** One output of a run. */
export interface PlannedOutput extends ConversionPlan {
  readonly taken: RunPlan['taken'];
  readonly cache: PageCache | undefined;
}

export interface ConverterOptions {
  /** As many threads as pay, unless told otherwise. */
  readonly jobs?: number;
  readonly focus?: Focus;
}

/** Is told for which outputs the files of the site are looked at from now on. */
export type Focus = (outputs: readonly number[]) => void;

/** Opens the converter of a run over some pages. */
export async function openConverter(
  opened: OpenedSite,
  planned: readonly PlannedOutput[],
  { jobs: given, focus = () => {} }: ConverterOptions,
): Promise<Converter> {
  const wanted = given ?? threadsFor(() => bytesToConvert(opened, planned), availableParallelism());
  const jobs = Math.min(wanted, Math.max(...planned.map(({ taken }) => taken.size), 1));
  const names = jobs > 1 ? await namesOf(planned) : undefined;
  if (names) {
    const { openPool } = await import('../workers/pool.ts');
    try {
      return await openPool(opened, planned, { jobs, names, focus });
    } catch (cause) {
      // Not every system lets a process have threads, and nobody has asked for them.
      if (given !== undefined) throw cause;
    }
  }
  const conversions = await openConversions(opened, planned, focus);
  const desk = planned.length > 1 ? sharedDesk(opened) : plainDesk(opened);
  return {
    outputs: conversions,
    batch: 1,
    ahead: 1,
    convert: async (pages) =>
      pages.map((page) => convertFor(page, conversions, { desk, focus }).map((result) => withOwnTexts(result))),
    close: async () => {},
  };
}

/**
 * What is kept of a page until the run ends, with texts of its own, as another thread would send it: to V8 a text that is cut out of another
 * is a window on it, and one word in a finding would hold its whole page in memory.
 */
function withOwnTexts({ page, diagnostics }: PageResult): PageResult {
  if (!page) return { diagnostics };
  const { diagnostics: findings, contribution } = page;
  return { page: { ...page, ...structuredClone({ diagnostics: findings, contribution }) }, diagnostics };
}

/** The size of all pages that earlier runs know nothing of, once for each output. */
function bytesToConvert({ locate }: OpenedSite, planned: readonly PlannedOutput[]): number {
  const known = { has: () => true };
  const fresh = planned.flatMap(({ taken, cache }) => [...taken].filter((page) => !cache?.reuse(page, known)));
  return fresh.reduce((sum, { file }) => sum + (statSync(locate(file), { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** Opens what converts pages to each of some outputs. */
export async function openConversions(
  opened: OpenedSite,
  planned: readonly ConversionPlan[],
  focus: Focus,
): Promise<readonly Conversion[]> {
  const [first] = planned;
  const all = [...new Set(planned.flatMap(({ pages }) => pages))];
  const tools = first && planned.length > 1 ? await loadTools(opened, all, first.options) : undefined;
  const conversions: Conversion[] = [];
  // One after the other: what each looks at on disk is its own.
  for (const [at, { pages, options }] of planned.entries()) {
    focus([at]);
    conversions.push(await openConversion(opened, pages, options, tools));
  }
  return conversions;
}

/** Converts a page for each of its outputs in turn. */
export function convertFor(
  { page, outputs }: WantedPage,
  conversions: readonly Pick<Conversion, 'convert'>[],
  { desk, focus }: { readonly desk: SharedDesk; readonly focus: Focus },
): readonly PageResult[] {
  // The page's text is looked at for all of them.
  focus(outputs);
  desk.lay(page);
  return outputs.map((at) => {
    focus([at]);
    const conversion = conversions[at];
    if (!conversion) throw new Error(`there is no output ${at}`);
    return conversion.convert(page, desk);
  });
}

/**
 * The names by which other threads can load what this one has: none where somebody has made a target, and none where a plugin
 * runs, which may keep in mind what it has seen.
 */
async function namesOf(planned: readonly PlannedOutput[]): Promise<readonly TargetName[] | undefined> {
  const names: TargetName[] = [];
  for (const { options } of planned) {
    if (options.mapping.mapping.layers.some(({ plugins }) => plugins.length > 0)) return undefined;
    const { name } = options.target;
    if (!isTargetName(name) || options.target !== (await loadTarget(name))) return undefined;
    names.push(name);
  }
  return names;
}
