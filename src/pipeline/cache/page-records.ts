/** What pages came to in an earlier run, one after the other in a file: two lines a page, of which the second is its part of the account. */
import { appendFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { LedgerCounts } from '../ledger.ts';
import { type Replacement, replaceBytes } from '../replace-bytes.ts';
import { cacheFile, stateFile, writeParts, writeState } from '../output/state-folder.ts';
import { BUILD } from '../version.ts';

/** An output file of a page: a text that the store has, or a copy. */
export type FileRecord =
  | { readonly path: string; readonly hash: string }
  | { readonly path: string; readonly copyOf: string };

/** What a page came to. */
export interface PageRecord {
  readonly files: readonly FileRecord[];
  readonly diagnostics: readonly Diagnostic[];
  readonly contribution?: unknown;
  readonly counts: LedgerCounts;
  readonly rules: readonly string[];
}

/** A record with what tells whose it is. */
interface Line extends PageRecord {
  readonly file: string;
  readonly language: string;
  /** The hash of the page's file; empty where the record is no proof of what a new conversion would bring. */
  readonly source: string;
}

/** A record, and the page's part of the ledger as JSON. */
export interface StoredPage {
  readonly record: PageRecord;
  readonly entries: string;
}

export interface PageRecords {
  /** What a page came to when its file had the hash `source` and all else was as it is. */
  get(page: Identity, source: string): StoredPage | undefined;
  /** What the last run that took a page made of it, whatever has changed since. */
  last(page: Identity): StoredPage | undefined;
}

type Identity = Pick<PageMeta, 'file' | 'language'>;

/** The first line: what the records have in common. */
export interface RecordsHead {
  /** Names a run over one site with one mapping and one set of options. */
  readonly epoch: string;
  readonly target: string;
}

const RECORDS = cacheFile('pages.ndjson');
/** The records of a run that is under way. */
const NEXT = cacheFile('pages-next.ndjson');

const keyOf = ({ file, language }: Identity): string => `${language}\n${file}`;

/**
 * Reads the records of earlier runs of this build to one target. Of those of a run that was cut short the first `vouched` are proof of
 * what a new conversion would bring: for these it has noted what they depend on.
 */
export function readRecords(out: string, { epoch, target }: RecordsHead, vouched: number): PageRecords {
  const pages = new Map<string, { readonly source: string; readonly page: StoredPage }>();
  const add = (name: string, limit: number): void => {
    const file = stateFile(out, name);
    if (!existsSync(file)) return;
    const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
    const isOfEpoch = first === headLine({ epoch, target });
    if (!isOfEpoch && !isLike(first, target)) return;
    for (const [at, [key, line]] of readLines(lines).entries()) {
      pages.set(key, isOfEpoch && at < limit ? line : { ...line, source: '' });
    }
  };
  add(RECORDS, Number.POSITIVE_INFINITY);
  add(NEXT, vouched);
  return {
    get(identity, source) {
      const known = pages.get(keyOf(identity));
      return source !== '' && known?.source === source ? known.page : undefined;
    },
    last: (identity) => pages.get(keyOf(identity))?.page,
  };
}

const headLine = ({ epoch, target }: RecordsHead): string => JSON.stringify({ build: BUILD, target, epoch });

/** Whether records come from the same build and target: only then do the parts of pages fit together. */
const isLike = (first: string, target: string): boolean =>
  first.startsWith(headLine({ epoch: '', target }).slice(0, -2));

/** The pages of a file of records; a page that is cut off is none. */
export function readLines(
  lines: readonly string[],
): readonly (readonly [key: string, line: { readonly source: string; readonly page: StoredPage }])[] {
  return Array.from({ length: Math.floor((lines.length - 1) / 2) }, (_, at) => {
    const { file, language, source, ...record } = JSON.parse(lines[2 * at] ?? '') as Line; // written below
    return [keyOf({ file, language }), { source, page: { record, entries: lines[2 * at + 1] ?? '' } }] as const;
  });
}

/** A page as two lines. */
export function printLines({ file, language }: Identity, source: string, { record, entries }: StoredPage): string[] {
  const line: Line = { file, language, source, ...record };
  return [JSON.stringify(line), entries];
}

export interface RecordWriter {
  add(page: Identity, source: string, stored: StoredPage): void;
  /** Puts what was added on disk. Returns how many pages are there. */
  flush(): number;
  /** Makes the records those of the last run. */
  close(): void;
}

export function openRecordWriter(out: string, head: RecordsHead): RecordWriter {
  const file = stateFile(out, NEXT);
  let lines: string[] = [];
  let pages = 0;
  let isStarted = false;
  const flush = (): number => {
    if (!isStarted) writeState(out, NEXT, `${headLine(head)}\n`);
    isStarted = true;
    if (lines.length > 0) appendFileSync(file, `${lines.join('\n')}\n`);
    lines = [];
    return pages;
  };
  return {
    add(page, source, stored) {
      lines.push(...printLines(page, source, stored));
      pages++;
    },
    flush,
    close() {
      flush();
      renameSync(file, stateFile(out, RECORDS));
    },
  };
}

export interface RecordPatch extends RecordWriter {
  /** What the last run made of a page; nothing where it has no record. */
  last(page: Identity): StoredPage | undefined;
}

/**
 * Replaces the records of some pages in those of the last run, which are neither read as records nor written anew.
 * There is nothing to patch where they are of another epoch, or where a run was cut short.
 */
export function openRecordPatch(out: string, head: RecordsHead): RecordPatch | undefined {
  const file = stateFile(out, RECORDS);
  if (!existsSync(file) || existsSync(stateFile(out, NEXT))) return undefined;
  const bytes = readFileSync(file);
  if (!bytes.subarray(0, bytes.indexOf(LINE_FEED)).equals(Buffer.from(headLine(head)))) return undefined;
  const changed: Replacement[] = [];
  return {
    last(page) {
      const at = findLines(bytes, page);
      const lines = at && bytes.toString('utf8', at.start, at.end).split('\n');
      return lines && readLines(lines)[0]?.[1].page;
    },
    add(page, source, stored) {
      const at = findLines(bytes, page);
      if (!at) throw new Error(`no record of ${page.file}`);
      changed.push({ ...at, bytes: Buffer.from(`${printLines(page, source, stored).join('\n')}\n`) });
    },
    flush: () => changed.length,
    close: () => writeParts(out, RECORDS, replaceBytes(bytes, changed)),
  };
}

const LINE_FEED = 10;

/** The two lines of a page with their ends. No other line starts as they do: within JSON there is no line end. */
function findLines(bytes: Buffer, { file, language }: Identity): { start: number; end: number } | undefined {
  const found = bytes.indexOf(`\n${JSON.stringify({ file, language }).slice(0, -1)},"source":`);
  const first = found < 0 ? -1 : bytes.indexOf(LINE_FEED, found + 1);
  const second = first < 0 ? -1 : bytes.indexOf(LINE_FEED, first + 1);
  return second < 0 ? undefined : { start: found + 1, end: second + 1 };
}
