/** What pages came to in an earlier run, one after the other in a file: two lines a page, of which the second is its part of the account. */
import { appendFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { LedgerCounts } from '../ledger.ts';
import { stateFile, writeState } from '../output/state-folder.ts';

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
  /** The hash of the page's file. */
  readonly source: string;
}

/** A record, and the page's part of the ledger as JSON. */
export interface StoredPage {
  readonly record: PageRecord;
  readonly entries: string;
}

export interface PageRecords {
  /** What a page came to when its file had the hash `source`. */
  get(page: Identity, source: string): StoredPage | undefined;
}

/** Where nothing is left of earlier runs, or nothing of it counts. */
export const NO_RECORDS: PageRecords = { get: () => undefined };

type Identity = Pick<PageMeta, 'file' | 'language'>;

const RECORDS = 'pages.ndjson';
/** The records of a run that is under way. */
const NEXT = 'pages-next.ndjson';

const keyOf = ({ file, language }: Identity): string => `${language}\n${file}`;

/**
 * Reads the records that were made under `epoch`: with one site, one mapping, one set of options. Of those of a run that was cut
 * short the first `vouched` count, for which it has noted what they depend on.
 */
export function readRecords(out: string, epoch: string, vouched: number): PageRecords {
  const pages = new Map<string, { readonly source: string; readonly page: StoredPage }>();
  const add = (name: string, limit: number): void => {
    const file = stateFile(out, name);
    if (!existsSync(file)) return;
    const [first, ...lines] = readFileSync(file, 'utf8').split('\n');
    if (first !== epoch) return;
    for (let at = 0; at + 2 < lines.length && at < 2 * limit; at += 2) {
      const { file: page, language, source, ...record } = JSON.parse(lines[at] ?? '') as Line; // written below
      const entries = lines[at + 1] ?? '';
      pages.set(keyOf({ file: page, language }), { source, page: { record, entries } });
    }
  };
  add(RECORDS, Number.POSITIVE_INFINITY);
  add(NEXT, vouched);
  return {
    get(identity, source) {
      const known = pages.get(keyOf(identity));
      return known?.source === source ? known.page : undefined;
    },
  };
}

export interface RecordWriter {
  add(page: Identity, source: string, stored: StoredPage): void;
  /** Puts what was added on disk. Returns how many pages are there. */
  flush(): number;
  /** Makes the records those of the last run. */
  close(): void;
}

export function openRecordWriter(out: string, epoch: string): RecordWriter {
  const file = stateFile(out, NEXT);
  let lines: string[] = [];
  let pages = 0;
  let isStarted = false;
  const flush = (): number => {
    if (!isStarted) writeState(out, NEXT, `${epoch}\n`);
    isStarted = true;
    if (lines.length > 0) appendFileSync(file, `${lines.join('\n')}\n`);
    lines = [];
    return pages;
  };
  return {
    add({ file: page, language }, source, { record, entries }) {
      const line: Line = { file: page, language, source, ...record };
      lines.push(JSON.stringify(line), entries);
      pages++;
    },
    flush,
    close() {
      flush();
      renameSync(file, stateFile(out, RECORDS));
    },
  };
}
