/** The pages of earlier runs for a run that is under way, and its own for the next one. */
import { statSync, readFileSync } from 'node:fs';
import type { RunReport } from '../../diagnostics/run-report.ts';
import type { PageMeta } from '../../model/page.ts';
import type { TextStore } from '../output/text-store.ts';
import type { Inputs, RecordedInputs } from './input-log.ts';
import type { PageRecords, RecordWriter, StoredPage } from './page-records.ts';
import type { RunState } from './run-state.ts';
import { type Fingerprint, fingerprint, hashOf, isUntouched } from '../output/fingerprint.ts';
import { packReport } from './pack-report.ts';
import { writeRunState } from './run-state.ts';
import { type PackedSite, writeSnapshot } from './snapshot-file.ts';
import { NO_PRINTS, type PrintTable, type Prints, openPrints, tableOf } from './prints.ts';

export interface PageCache {
  /** What the output files looked like when decant last saw them. */
  readonly outputs: Pick<Prints, 'get'>;
  /** The hash of one of the site's files, which is read only if it was touched since. */
  hashOfCopy(path: string): string;
  /** What a page came to in an earlier run, where nothing that it depends on has changed. */
  reuse(page: PageMeta, store: Pick<TextStore, 'has'>): StoredPage | undefined;
  /** What the last run that took a page made of it, whatever has changed since. */
  last(page: PageMeta): StoredPage | undefined;
  /** Keeps what a page came to; `isProof` says whether a new conversion would bring the same. */
  keep(page: PageMeta, stored: StoredPage, isProof: boolean): void;
  /** Takes over what other threads have looked at on disk. */
  adopt(inputs: Inputs, shared: readonly string[]): void;
  /** Puts what was kept on disk. */
  flush(): void;
  /** Ends the run: the next one can tell from what is left whether it would do the same. */
  close(report: RunReport, outputs: PrintTable): void;
}

export interface PageCacheOptions {
  readonly out: string;
  readonly locate: (file: string) => string;
  readonly log: RecordedInputs;
  readonly previous: Pick<RunState, 'copies' | 'outputs'> | undefined;
  readonly state: Pick<RunState, 'key' | 'validUntil' | 'epoch' | 'snapshot' | 'index' | 'shared'>;
  /** The site's index, where it is not yet on disk. */
  readonly packed: PackedSite | undefined;
  readonly records: PageRecords;
  /** Absent in a run that writes nothing. */
  readonly writer: RecordWriter | undefined;
  /** Whether the next run can know from what is left whether it would do the same. */
  readonly isRepeatable: boolean;
}

/** Pages in other formats are converted by programs and packages whose versions nobody knows beforehand. */
const CACHED_FORMATS: ReadonlySet<PageMeta['format']> = new Set(['markdown', 'html']);

/** How long a run may go on without noting how far it is. */
const CHECKPOINT_MS = 15_000;

export function createPageCache(options: PageCacheOptions): PageCache {
  const { out, locate, log, previous, state, records, writer, isRepeatable } = options;
  let { packed } = options;
  const copies = new Map<string, Fingerprint>();
  const knownCopies = openPrints(previous?.copies);
  let noted = Date.now();
  const sourceOf = ({ file, format }: PageMeta): string =>
    isRepeatable && CACHED_FORMATS.has(format) ? (log.hashOf(locate(file)) ?? '') : '';
  const write = (rest: Pick<RunState, 'outputs' | 'records' | 'report'>): void => {
    if (!isRepeatable) return;
    if (packed) writeSnapshot(out, packed);
    packed = undefined;
    const { key, epoch, snapshot, index, validUntil } = state;
    const shared = [...new Set([...state.shared, ...log.sharedFiles])];
    // By name: the state of a run that goes on from another has that one's report too, which says nothing of this one.
    const own = { key, epoch, snapshot, index, shared, ...(validUntil !== undefined && { validUntil }) };
    writeRunState(out, { ...own, inputs: log.inputs, copies: tableOf(copies), ...rest });
  };
  return {
    outputs: openPrints(previous?.outputs),
    hashOfCopy(path) {
      const known = copies.get(path) ?? knownCopies.get(path);
      const seen = Date.now();
      const stats = statSync(path);
      const print = known && isUntouched(stats, known) ? known : fingerprint(stats, hashOf(readFileSync(path)), seen);
      copies.set(path, print);
      return print.hash;
    },
    reuse(page, store) {
      const source = sourceOf(page);
      const stored = source === '' ? undefined : records.get(page, source);
      return stored?.record.files.every((file) => 'copyOf' in file || store.has(file.hash)) ? stored : undefined;
    },
    last: (page) => records.last(page),
    adopt: (inputs, shared) => log.adopt(inputs, shared),
    keep(page, stored, isProof) {
      const source = isProof ? sourceOf(page) : '';
      if (writer && !(writer.isAddition && records.has(page, source, stored))) writer.add(page, source, stored);
    },
    flush() {
      writer?.flush();
      if (!writer || Date.now() - noted < CHECKPOINT_MS) return;
      noted = Date.now();
      write({ outputs: previous?.outputs ?? NO_PRINTS, records: writer.state() });
    },
    close(report, found) {
      if (!writer) return;
      const known = report.interrupted ? writer.stop() : writer.close();
      const isWhole = !report.interrupted && report.pages.converted === report.pages.selected;
      const canRepeat = isWhole && report.files.every(({ action }) => action !== 'refuse');
      write({
        outputs: found,
        records: known,
        ...(canRepeat && { report: packReport(asRepeated(report)) }),
      });
    },
  };
}

/** What a run that finds everything as this one left it has to say. */
function asRepeated(report: RunReport): RunReport {
  return {
    ...report,
    files: report.files
      .filter(({ action }) => action !== 'remove')
      .map((file) => {
        if (file.action === 'write') return { ...file, action: 'unchanged' };
        return file.action === 'merge' ? { ...file, action: 'keep' } : file;
      }),
    diagnostics: report.diagnostics.filter(({ code }) => code !== 'output-merged' && code !== 'output-stale-edited'),
  };
}
