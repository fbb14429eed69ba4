/** What pages came to in earlier runs, one after the other in a file: two lines a page, of which the second is its part of the account. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, statSync, truncateSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { LedgerCounts } from '../ledger.ts';
import { readRange } from '../output/read-range.ts';
import { cacheFile, stateFile, writeState } from '../output/state-folder.ts';
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

/** What the records of a file have in common. */
export interface RecordsHead {
  /** Names a run over one site with one mapping and one set of options. */
  readonly epoch: string;
  readonly target: string;
}

/** Where the last record of each page stands in a file. */
export interface RecordPlaces {
  /** The name of the file. */
  readonly name: string;
  /** Language and path of each page. */
  readonly keys: readonly string[];
  /** Start and end of each page's record. */
  readonly spans: Float64Array;
  /** How many bytes are records whose place others have taken. */
  readonly dead: number;
}

/** What a run knows of its records, and notes for the next one. */
export interface RecordsState {
  /** How many bytes of a file of records, by its name, are proof of what a new conversion would bring: what they depend on is noted. */
  readonly vouched: Readonly<Record<string, number>>;
  /** Where the last record of each page stands; absent while a run is under way. */
  readonly places?: RecordPlaces;
}

export const NO_RECORDS: RecordsState = { vouched: {} };

const RECORDS = cacheFile('pages.ndjson');
/** The records of a run that is under way. */
const NEXT = cacheFile('pages-next.ndjson');

const keyOf = ({ file, language }: Identity): string => `${language}\n${file}`;

/** Reads the records of earlier runs of this build to one target; a later record of a page goes before an earlier one. */
export function readRecords(
  out: string,
  { epoch, target }: RecordsHead,
  { vouched }: Pick<RecordsState, 'vouched'>,
): PageRecords {
  const pages = new Map<string, { readonly source: string; readonly page: StoredPage }>();
  const add = (bytes: Buffer, isProof: boolean): void => {
    for (const [key, line] of readLines(bytes.toString('utf8').split('\n'))) {
      pages.set(key, isProof ? line : { ...line, source: '' });
    }
  };
  for (const name of [RECORDS, NEXT]) {
    const file = stateFile(out, name);
    if (!existsSync(file)) continue;
    const bytes = readFileSync(file);
    const start = bytes.indexOf(LINE_FEED) + 1;
    const head = readHead(bytes.toString('utf8', 0, start));
    if (head?.target !== target) continue;
    const end = head.epoch === epoch ? Math.max(start, vouched[head.name] ?? 0) : start;
    add(bytes.subarray(start, end), true);
    add(bytes.subarray(end), false);
  }
  return {
    get(identity, source) {
      const known = pages.get(keyOf(identity));
      return source !== '' && known?.source === source ? known.page : undefined;
    },
    last: (identity) => pages.get(keyOf(identity))?.page,
  };
}

/** The first line of a file; its name tells it from all others. */
interface FileHead extends RecordsHead {
  readonly name: string;
}

const headLine = ({ target, epoch, name }: FileHead): string =>
  `${JSON.stringify({ build: BUILD, target, epoch, name })}\n`;

/** The head of a file of this build: only then do the parts of pages fit together. */
function readHead(line: string): FileHead | undefined {
  if (!line.startsWith(JSON.stringify({ build: BUILD }).slice(0, -1))) return undefined;
  return JSON.parse(line) as FileHead; // written as above
}

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
  /** Puts what was added on disk. */
  flush(): RecordsState;
  /** Makes the records those of the last run. */
  close(): RecordsState;
}

/** Writes the records of a run that goes through all pages, beside those of earlier ones. */
export function openRecordWriter(
  out: string,
  head: RecordsHead,
  { vouched }: Pick<RecordsState, 'vouched'>,
): RecordWriter {
  const file = stateFile(out, NEXT);
  const name = randomUUID();
  const first = Buffer.from(headLine({ ...head, name }));
  const keys: string[] = [];
  const spans: number[] = [];
  let waiting: Uint8Array[] = [];
  let isStarted = false;
  let end = first.length;
  const flush = (): RecordsState => {
    if (!isStarted) writeState(out, NEXT, first);
    isStarted = true;
    if (waiting.length > 0) appendFileSync(file, Buffer.concat(waiting));
    waiting = [];
    return { vouched: { ...vouched, [name]: end } };
  };
  return {
    add(page, source, stored) {
      const bytes = printRecord(page, source, stored);
      waiting.push(bytes);
      keys.push(keyOf(page));
      spans.push(end, (end += bytes.length));
    },
    flush,
    close() {
      flush();
      renameSync(file, stateFile(out, RECORDS));
      return { vouched: { [name]: end }, places: { name, keys, spans: Float64Array.from(spans), dead: 0 } };
    },
  };
}

const printRecord = (page: Identity, source: string, stored: StoredPage): Buffer =>
  Buffer.from(`${printLines(page, source, stored).join('\n')}\n`);

export interface RecordPatch extends RecordWriter {
  /** What the last run made of a page; nothing where it has no record. */
  last(page: Identity): StoredPage | undefined;
}

/** How much of a file may be records whose place others have taken: beyond that an ordinary run writes it anew. Bytes, or a part of it. */
const MOST_DEAD = 1_000_000;
const MOST_OF_FILE = 0.25;

/**
 * Adds records behind those of the last run, in the place of which they come. There is nothing to add to where these are of
 * another epoch, or where a run was cut short.
 */
export function openRecordPatch(
  out: string,
  head: RecordsHead,
  { vouched, places }: RecordsState,
): RecordPatch | undefined {
  const file = stateFile(out, RECORDS);
  const end = vouched[places?.name ?? ''];
  if (!places || end === undefined || places.dead > Math.max(MOST_DEAD, MOST_OF_FILE * end)) return undefined;
  if (!existsSync(file) || existsSync(stateFile(out, NEXT)) || statSync(file).size < end) return undefined;
  const { name, keys } = places;
  const first = Buffer.from(headLine({ ...head, name }));
  if (!readRange(file, 0, first.length)?.equals(first)) return undefined;
  const rows = new Map<number, Buffer>();
  const spanOf = (row: number): readonly [number, number] => [
    places.spans[2 * row] ?? 0,
    places.spans[2 * row + 1] ?? 0,
  ];
  return {
    last(page) {
      const row = keys.indexOf(keyOf(page));
      const [start, stop] = spanOf(row);
      const bytes = row < 0 ? undefined : readRange(file, start, stop - start);
      return bytes && readLines(bytes.toString('utf8').split('\n'))[0]?.[1].page;
    },
    add(page, source, stored) {
      const row = keys.indexOf(keyOf(page));
      if (row < 0) throw new Error(`no record of ${page.file}`);
      rows.set(row, printRecord(page, source, stored));
    },
    flush: () => ({ vouched, places }),
    close() {
      const spans = places.spans.slice();
      let [at, { dead }] = [end, places];
      for (const [row, { length }] of rows) {
        const [start, stop] = spanOf(row);
        dead += stop - start;
        spans.set([at, at + length], 2 * row);
        at += length;
      }
      // What stands behind the end is from a run that was cut short, and nobody knows of it.
      truncateSync(file, end);
      appendFileSync(file, Buffer.concat([...rows.values()]));
      return { vouched: { [name]: at }, places: { name, keys, spans, dead } };
    },
  };
}

const LINE_FEED = 10;
