/** A run over a site with what earlier runs have left: all of it, what has changed since, or nothing at all. */
import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { RunReport } from '../diagnostics/run-report.ts';
import type { InputChanges, RecordedInputs } from './cache/input-log.ts';
import type { RunState } from './cache/run-state.ts';
import type { ConvertSiteOptions } from './convert-site.ts';
import type { OpenedSite } from './open-site.ts';
import type { ReadMapping } from './read-mapping.ts';
import { compareInputs } from './cache/input-log.ts';
import { lookAtFiles } from './cache/look-again.ts';
import { unpackReport } from './cache/pack-report.ts';
import { readRunState, writeRunState } from './cache/run-state.ts';
import { hashOf } from './output/fingerprint.ts';
import { hasJournal } from './output/manifest.ts';
import { BUILD } from './version.ts';

/** What a whole scan of a site is told beside its own options. */
export interface ScanHooks {
  readonly log: RecordedInputs;
  readonly onHead: (file: string, head: string) => void;
}

export interface ConvertFolderOptions {
  /** The site's folder. */
  readonly site: string;
  readonly out: string;
  /** Everything outside of files that the run depends on: options, environment. */
  readonly options: unknown;
  readonly dryRun?: boolean;
  readonly prune?: boolean;
  /** Neither looks at what earlier runs have left nor trusts it. */
  readonly ignoreCache?: boolean;
  readonly readMapping: () => Promise<ReadMapping>;
  readonly openSite: (mapping: ReadMapping, hooks: ScanHooks) => Promise<OpenedSite>;
  /** Looks at the opened site, and says how it is to be converted. */
  readonly prepare: (opened: OpenedSite, mapping: ReadMapping) => Promise<ConvertSiteOptions>;
}

export interface ConvertFolderResult {
  readonly report: RunReport;
  /** How much was done: nothing, the pages whose files have changed, or everything. */
  readonly scope: 'nothing' | 'changed' | 'everything';
}

export async function convertFolder(options: ConvertFolderOptions): Promise<ConvertFolderResult> {
  const key = keyOf(options);
  const out = resolve(options.out);
  const known = options.ignoreCache ? undefined : readRunState(out, key);
  const state = known && (known.validUntil ?? Number.POSITIVE_INFINITY) > Date.now() ? known : undefined;
  const changes = state && compareInputs(state.inputs);
  if (state && changes) {
    const repeated = repeat(state, changes, options);
    if (repeated) return { report: repeated, scope: 'nothing' };
  }
  // Only now is what reads and converts needed: loading it takes longer than all the looking.
  const { convertScan } = await import('./convert-scan.ts');
  return convertScan(options, { key, known, ...(state && changes && { resumed: { state, changes } }) });
}

/**
 * Other builds may read, write or note differently; so may another Node, whose own formats are in the state. Options and findings
 * name files as they are seen from the working folder.
 */
const keyOf = ({ options, site }: ConvertFolderOptions): string =>
  hashOf(
    JSON.stringify([BUILD, process.version, process.platform, process.arch, process.cwd(), resolve(site), options]),
  );

/** The last run's report, where this one would find everything as that one has left it. */
function repeat(state: RunState, changes: InputChanges, options: ConvertFolderOptions): RunReport | undefined {
  const out = resolve(options.out);
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
