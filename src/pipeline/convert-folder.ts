/** A run over a site with what earlier runs have left: all of it, what has changed since, or nothing at all. */
import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { RunReport } from '../diagnostics/run-report.ts';
import type { InputLog } from './cache/input-log.ts';
import type { ConvertTargetsOptions, TargetOutput } from './convert-site.ts';
import type { Earlier } from './convert-scan.ts';
import type { OpenedSite } from './open-site.ts';
import type { ReadMapping } from './read-mapping.ts';
import type { Target } from '../targets/target.ts';
import { compareInputs } from './cache/input-log.ts';
import { lookAtFiles } from './cache/look-again.ts';
import { unpackReport } from './cache/pack-report.ts';
import { readRunState, writeRunState } from './cache/run-state.ts';
import { hashOf } from './output/fingerprint.ts';
import { hasJournal } from './output/manifest.ts';
import { BUILD } from './version.ts';

/** What a whole scan of a site is told beside its own options. */
export interface ScanHooks {
  readonly log: InputLog;
  readonly onHead: (file: string, head: string) => void;
}

/** A folder that a run writes one target into. */
export interface OutputFolder extends Pick<TargetOutput, 'out' | 'onChange'> {
  /** A run that has nothing to do needs no target. */
  readonly loadTarget: () => Promise<Target>;
  /** Everything outside of files that the output depends on: options, environment. */
  readonly options: unknown;
  /** Neither looks at what earlier runs have left nor trusts it. */
  readonly ignoreCache?: boolean;
}

export interface ConvertFolderOptions {
  /** The site's folder. */
  readonly site: string;
  /** Each is as a run with it alone would find it, and leave it. */
  readonly outputs: readonly OutputFolder[];
  readonly dryRun?: boolean;
  readonly prune?: boolean;
  readonly readMapping: () => Promise<ReadMapping>;
  readonly openSite: (mapping: ReadMapping, hooks: ScanHooks) => Promise<OpenedSite>;
  /** Looks at the opened site, and says how it is to be converted. */
  readonly prepare: (opened: OpenedSite, mapping: ReadMapping) => Promise<PreparedRun>;
}

/** What all outputs of a run have in common. */
export type PreparedRun = Omit<ConvertTargetsOptions, 'outputs' | 'focus'>;

export interface ConvertFolderResult {
  readonly report: RunReport;
  /** How much was done: nothing, the pages whose files have changed, or everything. */
  readonly scope: 'nothing' | 'changed' | 'everything';
}

/** The results come in the order of the outputs. */
export async function convertFolder(options: ConvertFolderOptions): Promise<readonly ConvertFolderResult[]> {
  const earlier = options.outputs.map((output) => earlierOf(output, options.site));
  const done = new Map<OutputFolder, ConvertFolderResult>();
  for (const { output, resumed } of earlier) {
    const repeated = resumed && repeat(resumed, output, options);
    if (repeated) done.set(output, { report: repeated, scope: 'nothing' });
  }
  const left = earlier.filter(({ output }) => !done.has(output));
  // Only now is what reads and converts needed: loading it takes longer than all the looking.
  const converted = left.length === 0 ? [] : await (await import('./convert-scan.ts')).convertScan(options, left);
  for (const [at, { output }] of left.entries()) {
    const result = converted[at];
    if (result) done.set(output, result);
  }
  return options.outputs.flatMap((output) => done.get(output) ?? []);
}

/** What earlier runs have left in a folder. */
function earlierOf(output: OutputFolder, site: string): Earlier {
  const key = keyOf(output, site);
  const known = output.ignoreCache ? undefined : readRunState(resolve(output.out), key);
  const state = known && (known.validUntil ?? Number.POSITIVE_INFINITY) > Date.now() ? known : undefined;
  return { output, key, known, ...(state && { resumed: { state, changes: compareInputs(state.inputs) } }) };
}

/**
 * Other builds may read, write or note differently; so may another Node, whose own formats are in the state. Options and findings
 * name files as they are seen from the working folder.
 */
const keyOf = ({ options }: OutputFolder, site: string): string =>
  hashOf(
    JSON.stringify([BUILD, process.version, process.platform, process.arch, process.cwd(), resolve(site), options]),
  );

/** The last run's report, where this one would find everything as that one has left it. */
function repeat(
  { state, changes }: NonNullable<Earlier['resumed']>,
  output: OutputFolder,
  options: ConvertFolderOptions,
): RunReport | undefined {
  const out = resolve(output.out);
  if (state.report === undefined || changes.structure || changes.files.length > 0 || hasJournal(out)) return undefined;
  const report = unpackReport(state.report);
  const stale = report.stale.filter((path) => existsSync(join(out, path)));
  if (options.prune && stale.length > 0) return undefined;
  const outputs = lookAtFiles(state.outputs, (path) => `${out}${sep}${path}`);
  const copies = lookAtFiles(state.copies, (path) => path);
  if (!outputs || !copies) return undefined;
  const reread = changes.reread + outputs.reread + copies.reread;
  if (reread > WORTH_NOTING && !options.dryRun) {
    writeRunState(out, { ...state, inputs: changes.inputs, outputs: outputs.table, copies: copies.table });
  }
  return { ...report, stale, dryRun: options.dryRun ?? false };
}

/** Bytes that the next run is spared to read again: below that, writing down the new times costs more. */
const WORTH_NOTING = 1_000_000;
