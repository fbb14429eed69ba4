/** A run that has something to do: it opens the site, as it is or as the last run has read it, and converts it. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { InputChanges, RecordedInputs } from './cache/input-log.ts';
import type { RunReport } from '../diagnostics/run-report.ts';
import type { PageCache, PageCacheOptions } from './cache/page-cache.ts';
import type { PageRecords, RecordWriter } from './cache/page-records.ts';
import type { RunState } from './cache/run-state.ts';
import type { InputRelay } from './cache/relay-inputs.ts';
import type { ConvertFolderOptions, ConvertFolderResult, OutputFolder, PreparedRun } from './convert-folder.ts';
import type { TargetOutput } from './convert-site.ts';
import type { OpenedSite } from './open-site.ts';
import type { ReadMapping } from './read-mapping.ts';
import { presenceOf, recordInputs } from './cache/input-log.ts';
import { createPageCache } from './cache/page-cache.ts';
import { NO_RECORDS, openRecordWriter, readRecords } from './cache/page-records.ts';
import { openRecordAdditions } from './cache/record-additions.ts';
import { type PackedSite, packSite, readSnapshot } from './cache/snapshot-file.ts';
import { openSnapshot } from './cache/snapshot.ts';
import { relayInputs } from './cache/relay-inputs.ts';
import { convertTargets } from './convert-site.ts';
import { patchRun } from './run/patch-run.ts';
import { append } from '../model/append.ts';

/** What earlier runs have left of an output. */
export interface Earlier {
  readonly output: OutputFolder;
  readonly key: string;
  readonly known: RunState | undefined;
  /** The last run and what has changed since, where that is known. */
  readonly resumed?: { readonly state: RunState; readonly changes: InputChanges };
}

type Resumed = NonNullable<Earlier['resumed']>;

/** Converts what there is to convert; the results come in the order of `earlier`. */
export async function convertScan(
  options: ConvertFolderOptions,
  earlier: readonly Earlier[],
): Promise<readonly ConvertFolderResult[]> {
  const done = new Map<Earlier, ConvertFolderResult>();
  const run = async (scan: Scan): Promise<void> => {
    for (const [one, result] of await convertOutputs(scan, options)) done.set(one, result);
  };
  const anew: Earlier[] = [];
  for (const group of alikeIn(earlier)) {
    const scan = await reopen(group, options);
    if (scan) await run(scan);
    else append(anew, group);
  }
  if (anew.length > 0) await run(await open(anew, options));
  return earlier.flatMap((one) => done.get(one) ?? []);
}

/** Outputs for which one site is opened. */
function alikeIn(earlier: readonly Earlier[]): readonly (readonly Earlier[])[] {
  const groups = new Map<string, Earlier[]>();
  for (const one of earlier) {
    const resumed = pagesOnly(one);
    const key = resumed ? JSON.stringify([resumed.state.snapshot, resumed.changes.files]) : '';
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** The last run, where nothing but pages has changed: one that others take in is theirs too, and everything is done again. */
const pagesOnly = ({ resumed }: Earlier): Resumed | undefined =>
  resumed && !resumed.changes.structure && !hasShared(resumed) ? resumed : undefined;

function hasShared({ state, changes }: Resumed): boolean {
  const shared = new Set(state.shared);
  return changes.files.some((file) => shared.has(file));
}

/** A site that is ready to be converted. */
interface Scan {
  readonly opened: OpenedSite;
  readonly mapping: ReadMapping;
  readonly outputs: readonly ScannedOutput[];
  readonly relay: InputRelay;
  /** The site's index as it was just read; absent where it is that of an earlier run. */
  readonly packed?: PackedSite;
}

/** What was looked at for an output to get there. */
interface ScannedOutput {
  readonly earlier: Earlier;
  readonly log: RecordedInputs;
  readonly state: PageCacheOptions['state'];
}

/** An output whose target is at hand. */
interface PreparedOutput extends ScannedOutput {
  readonly to: Omit<TargetOutput, 'cache'>;
}

/** The site as the last run has read it, where only the bodies of pages have changed. */
async function reopen(group: readonly Earlier[], options: ConvertFolderOptions): Promise<Scan | undefined> {
  const relay = relayInputs();
  const outputs = group.flatMap((earlier): ScannedOutput[] => {
    const resumed = pagesOnly(earlier);
    return resumed ? [{ earlier, log: recordInputs(resumed.changes.inputs), state: resumed.state }] : [];
  });
  const [first] = outputs;
  const resumed = first && pagesOnly(first.earlier);
  const snapshot = resumed && readSnapshot(resolve(first.earlier.output.out), resumed.state.snapshot);
  if (!snapshot) return undefined;
  relay.tell(outputs.map(({ log }) => log));
  const opened = openSnapshot(snapshot, { site: options.site, log: relay, changed: resumed.changes.files });
  return opened && { opened, mapping: await options.readMapping(), outputs, relay };
}

/** Reads the site anew. */
async function open(group: readonly Earlier[], options: ConvertFolderOptions): Promise<Scan> {
  const log = recordInputs();
  const relay = relayInputs();
  relay.tell([log]);
  const mapping = await options.readMapping();
  // Whoever reads them has the text alone: without times, a later run reads them again and compares.
  for (const [path, text] of mapping.inputs) {
    log.presence(path, text === undefined ? presenceOf(path) : 'file');
    if (text !== undefined) log.file(path, { size: -1, mtimeMs: 0, ctimeMs: 0 }, Buffer.from(text));
  }
  const heads: Record<string, string> = Object.create(null);
  const opened = await options.openSite(mapping, { log: relay, onHead: (path, head) => void (heads[path] = head) });
  const { site, templates, versions = [], diagnostics, validUntil } = opened;
  const versionTemplates = versions.map((version) => version.templates);
  const packed = packSite({ site, templates, versionTemplates, diagnostics, heads });
  const outputs = group.map((earlier): ScannedOutput => {
    // Other calls on a page, say, that leave the index as it was: all other pages see the site that they saw.
    const resumed = pagesOnly(earlier);
    const last = resumed?.changes.files.every((file) => heads[file] !== undefined) ? resumed : undefined;
    const same = last?.state.index === packed.index ? last : undefined;
    const own = group.length === 1 ? log : copyOf(log);
    if (same) own.adopt(same.changes.inputs, same.state.shared);
    const state = {
      key: earlier.key,
      epoch: same?.state.epoch ?? randomUUID(),
      snapshot: packed.hash,
      index: packed.index,
      shared: [],
      ...(validUntil !== undefined && { validUntil }),
    };
    return { earlier, log: own, state };
  });
  return { opened, mapping, outputs, relay, packed };
}

function copyOf(log: RecordedInputs): RecordedInputs {
  const copy = recordInputs(log.inputs);
  for (const path of log.sharedFiles) copy.shared(path);
  return copy;
}

/** Converts a site to the outputs for which it was opened. */
async function convertOutputs(
  scan: Scan,
  options: ConvertFolderOptions,
): Promise<readonly (readonly [Earlier, ConvertFolderResult])[]> {
  const { relay, outputs } = scan;
  relay.tell(outputs.map(({ log }) => log));
  const prepared = await options.prepare(scan.opened, scan.mapping);
  const patched: [Earlier, ConvertFolderResult][] = [];
  const left: PreparedOutput[] = [];
  for (const scanned of outputs) {
    relay.tell([scanned.log]);
    const { out, onChange, loadTarget } = scanned.earlier.output;
    const output = { ...scanned, to: { out, target: await loadTarget(), ...(onChange && { onChange }) } };
    const report = await patch(scan, output, { ...options, prepared });
    if (report) patched.push([scanned.earlier, { report, scope: 'changed' }]);
    else left.push(output);
  }
  if (left.length === 0) return patched;
  const results = await convertTargets(scan.opened, {
    ...prepared,
    outputs: left.map((output) => ({ ...output.to, cache: openCache(scan, output, options) })),
    focus: (numbers) => relay.tell(numbers.flatMap((at) => left[at]?.log ?? [])),
  });
  const converted = left.flatMap(({ earlier, state }, at) => {
    const report = results[at]?.report;
    const scope = state.epoch === earlier.known?.epoch ? 'changed' : 'everything';
    return report ? [[earlier, { report, scope } as const] as const] : [];
  });
  return [...patched, ...converted];
}

/** Mends what the last run has left, where that will do. */
async function patch(
  scan: Scan,
  output: PreparedOutput,
  { prepared, ...options }: ConvertFolderOptions & { readonly prepared: PreparedRun },
): Promise<RunReport | undefined> {
  const { to, earlier } = output;
  if (scan.packed || !earlier.resumed) return undefined;
  const { state, changes } = earlier.resumed;
  const records = openRecordAdditions(resolve(to.out), { epoch: state.epoch, target: to.target.name }, state.records);
  if (!records) return undefined;
  const writer = options.dryRun ? undefined : records;
  const cache = cacheFor(scan, output, { records: NOT_ASKED, writer });
  const { opened } = scan;
  return patchRun({ opened, state, changed: changes.files, records, cache }, { ...prepared, ...to });
}

/** The cache of a run that takes all pages. */
function openCache(scan: Scan, output: PreparedOutput, { dryRun }: ConvertFolderOptions): PageCache {
  const { to, earlier, state } = output;
  const out = resolve(to.out);
  const head = { epoch: state.epoch, target: to.target.name };
  const last = earlier.known?.records ?? NO_RECORDS;
  const records = readRecords(out, head, last);
  const openWriter = (): RecordWriter => openRecordAdditions(out, head, last) ?? openRecordWriter(out, head, last);
  return cacheFor(scan, output, { records, writer: dryRun ? undefined : openWriter() });
}

/** A patched run converts what it takes. */
const NOT_ASKED: PageRecords = { get: () => undefined, last: () => undefined, has: () => false };

/** What the pages of earlier runs are worth for this one. */
function cacheFor(
  { opened, mapping, packed }: Scan,
  { earlier, log, state }: ScannedOutput,
  { records, writer }: Pick<PageCacheOptions, 'records' | 'writer'>,
): PageCache {
  return createPageCache({
    out: resolve(earlier.output.out),
    locate: opened.locate,
    log,
    previous: earlier.known,
    state,
    packed,
    records,
    writer,
    // What a plugin does, and with which other modules, is not to be seen from outside: after such a run everything is done again.
    isRepeatable: !runsPlugins(mapping),
  });
}

const runsPlugins = ({ mapping }: ReadMapping): boolean => mapping.layers.some(({ plugins }) => plugins.length > 0);
