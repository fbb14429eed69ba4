/** A run that has something to do: it opens the site, as it is or as the last run has read it, and converts it. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { InputChanges, RecordedInputs } from './cache/input-log.ts';
import type { RunReport } from '../diagnostics/run-report.ts';
import type { PageCache, PageCacheOptions } from './cache/page-cache.ts';
import type { PageRecords } from './cache/page-records.ts';
import type { RunState } from './cache/run-state.ts';
import type { ConvertFolderOptions, ConvertFolderResult } from './convert-folder.ts';
import type { ConvertSiteOptions } from './convert-site.ts';
import type { OpenedSite } from './open-site.ts';
import type { ReadMapping } from './read-mapping.ts';
import { presenceOf, recordInputs } from './cache/input-log.ts';
import { createPageCache } from './cache/page-cache.ts';
import { NO_RECORDS, openRecordPatch, openRecordWriter, readRecords } from './cache/page-records.ts';
import { type PackedSite, packSite, readSnapshot } from './cache/snapshot-file.ts';
import { openSnapshot } from './cache/snapshot.ts';
import { convertSite } from './convert-site.ts';
import { patchRun } from './run/patch-run.ts';

/** What earlier runs have left. */
export interface Earlier {
  readonly key: string;
  readonly known: RunState | undefined;
  /** The last run and what has changed since, where that is known. */
  readonly resumed?: { readonly state: RunState; readonly changes: InputChanges };
}

export async function convertScan(
  options: ConvertFolderOptions,
  { key, known, resumed }: Earlier,
): Promise<ConvertFolderResult> {
  // A page that others take in is theirs too: when it changes, everything is done again, as where there are more files or fewer.
  const pagesOnly = resumed && !resumed.changes.structure && !hasShared(resumed) ? resumed : undefined;
  const scan = (pagesOnly && (await reopen(pagesOnly, options))) ?? (await open(options, key, pagesOnly));
  const prepared = await options.prepare(scan.opened, scan.mapping);
  const patched = scan.packed || !resumed ? undefined : await patch(scan, resumed, { ...options, prepared });
  if (patched) return { report: patched, scope: 'changed' };
  const out = resolve(options.out);
  const head = { epoch: scan.state.epoch, target: prepared.target.name };
  const earlier = known?.records ?? NO_RECORDS;
  const records = readRecords(out, head, earlier);
  const writer = options.dryRun ? undefined : openRecordWriter(out, head, earlier);
  const cache = cacheFor(scan, { known, records, writer }, options);
  const { report } = await convertSite(scan.opened, { ...prepared, cache });
  return { report, scope: scan.state.epoch === known?.epoch ? 'changed' : 'everything' };
}

/** A site that is ready to be converted, and what was looked at to get there. */
interface Scan {
  readonly opened: OpenedSite;
  readonly mapping: ReadMapping;
  readonly log: RecordedInputs;
  readonly state: Pick<RunState, 'key' | 'validUntil' | 'epoch' | 'snapshot' | 'index' | 'shared'>;
  /** The site's index as it was just read; absent where it is that of an earlier run. */
  readonly packed?: PackedSite;
}

function hasShared({ state, changes }: NonNullable<Earlier['resumed']>): boolean {
  const shared = new Set(state.shared);
  return changes.files.some((file) => shared.has(file));
}

/** The site as the last run has read it, where only the bodies of pages have changed. */
async function reopen(
  { state, changes }: NonNullable<Earlier['resumed']>,
  options: ConvertFolderOptions,
): Promise<Scan | undefined> {
  const log = recordInputs(changes.inputs);
  const snapshot = readSnapshot(resolve(options.out), state.snapshot);
  if (!snapshot) return undefined;
  const opened = openSnapshot(snapshot, {
    site: options.site,
    log,
    changed: changes.files,
  });
  return opened && { opened, mapping: await options.readMapping(), log, state };
}

/** Reads the site anew; `earlier` is a run since which nothing but files that are none but themselves may have changed. */
async function open(options: ConvertFolderOptions, key: string, earlier: Earlier['resumed']): Promise<Scan> {
  const log = recordInputs();
  const mapping = await options.readMapping();
  // Whoever reads them has the text alone: without times, a later run reads them again and compares.
  for (const [path, text] of mapping.inputs) {
    log.presence(path, text === undefined ? presenceOf(path) : 'file');
    if (text !== undefined) log.file(path, { size: -1, mtimeMs: 0, ctimeMs: 0 }, Buffer.from(text));
  }
  const heads: Record<string, string> = Object.create(null);
  const opened = await options.openSite(mapping, { log, onHead: (path, head) => void (heads[path] = head) });
  const { site, templates, versions = [], diagnostics, validUntil } = opened;
  const versionTemplates = versions.map((version) => version.templates);
  const packed = packSite({ site, templates, versionTemplates, diagnostics, heads });
  // Other calls on a page, say, that leave the index as it was: all other pages see the site that they saw.
  const last = earlier?.changes.files.every((file) => heads[file] !== undefined) ? earlier : undefined;
  const same = last?.state.index === packed.index ? last : undefined;
  if (same) log.adopt(same.changes.inputs, same.state.shared);
  const state = {
    key,
    epoch: same?.state.epoch ?? randomUUID(),
    snapshot: packed.hash,
    index: packed.index,
    shared: [],
    ...(validUntil !== undefined && { validUntil }),
  };
  return { opened, mapping, log, state, packed };
}

/** Mends what the last run has left, where that will do. */
async function patch(
  scan: Scan,
  { state, changes }: NonNullable<Earlier['resumed']>,
  { prepared, ...options }: ConvertFolderOptions & { readonly prepared: ConvertSiteOptions },
): Promise<RunReport | undefined> {
  const { opened } = scan;
  const head = { epoch: state.epoch, target: prepared.target.name };
  const records = openRecordPatch(resolve(options.out), head, state.records);
  if (!records) return undefined;
  const writer = options.dryRun ? undefined : records;
  const cache = cacheFor(scan, { known: state, records: NOT_ASKED, writer }, options);
  return patchRun({ opened, state, changed: changes.files, records, cache }, prepared);
}

/** A patched run converts what it takes. */
const NOT_ASKED: PageRecords = { get: () => undefined, last: () => undefined };

/** What the pages of earlier runs are worth for this one. */
function cacheFor(
  { opened, mapping, log, state, packed }: Scan,
  { known, records, writer }: Pick<PageCacheOptions, 'records' | 'writer'> & { readonly known: RunState | undefined },
  options: ConvertFolderOptions,
): PageCache {
  return createPageCache({
    out: resolve(options.out),
    locate: opened.locate,
    log,
    previous: known,
    state,
    packed,
    records,
    writer,
    // What a plugin does, and with which other modules, is not to be seen from outside: after such a run everything is done again.
    isRepeatable: !runsPlugins(mapping),
  });
}

const runsPlugins = ({ mapping }: ReadMapping): boolean => mapping.layers.some(({ plugins }) => plugins.length > 0);
