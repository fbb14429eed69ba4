/** What pages came to in earlier runs, one after the other in a file: two lines a page, of which the second is its part of the account. */
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { LedgerCounts } from '../ledger.ts';
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
  /** Whether the last record of a page is this one, as it is. */
  has(page: Identity, source: string, stored: StoredPage): boolean;
}

export type Identity = Pick<PageMeta, 'file' | 'language'>;

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

export const RECORDS = cacheFile('pages.ndjson');
/** The records of a run that is under way. */
export const NEXT = cacheFile('pages-next.ndjson');

export const keyOf = ({ file, language }: Identity): string => `${language}\n${file}`;

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
    const noted = vouched[head.name];
    const proof = head.epoch === epoch ? Math.max(start, noted ?? 0) : start;
    add(bytes.subarray(start, proof), true);
    // What was added to known records and never noted is gone with the next addition.
    add(bytes.subarray(proof, name === RECORDS ? noted : undefined), false);
  }
  return {
    get(identity, source) {
      const known = pages.get(keyOf(identity));
      return source !== '' && known?.source === source ? known.page : undefined;
    },
    last: (identity) => pages.get(keyOf(identity))?.page,
    has(identity, source, stored) {
      const known = pages.get(keyOf(identity));
      return known?.page === stored && known.source === source;
    },
  };
}

/** The first line of a file; its name tells it from all others. */
interface FileHead extends RecordsHead {
  readonly name: string;
}

export const headLine = ({ target, epoch, name }: FileHead): string =>
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
  /** Whether the records of the last run stay, so that only what is new has to be added. */
  readonly isAddition: boolean;
  add(page: Identity, source: string, stored: StoredPage): void;
  /** Puts what was added on disk. */
  flush(): void;
  /** What is on disk. */
  state(): RecordsState;
  /** Makes the records those of the last run. */
  close(): RecordsState;
  /** Leaves the records of a run that was stopped beside those of the last one, which has the pages that it did not come to. */
  stop(): RecordsState;
}

/** Writes the records of all pages of a run anew, beside those of earlier ones. */
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
  const flush = (): void => {
    if (!isStarted) writeState(out, NEXT, first);
    isStarted = true;
    if (waiting.length > 0) appendFileSync(file, Buffer.concat(waiting));
    waiting = [];
  };
  const state = (): RecordsState => ({ vouched: { ...vouched, [name]: end } });
  return {
    isAddition: false,
    add(page, source, stored) {
      const bytes = printRecord(page, source, stored);
      waiting.push(bytes);
      keys.push(keyOf(page));
      spans.push(end, (end += bytes.length));
    },
    flush,
    state,
    close() {
      flush();
      renameSync(file, stateFile(out, RECORDS));
      return { vouched: { [name]: end }, places: { name, keys, spans: Float64Array.from(spans), dead: 0 } };
    },
    stop() {
      flush();
      return state();
    },
  };
}

export const printRecord = (page: Identity, source: string, stored: StoredPage): Buffer =>
  Buffer.from(`${printLines(page, source, stored).join('\n')}\n`);

const LINE_FEED = 10;
