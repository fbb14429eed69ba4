/** Adds what few pages have come to behind the records of the last run, in place of writing all of them anew. */
import { appendFileSync, existsSync, statSync, truncateSync } from 'node:fs';
import { readRange } from '../output/read-range.ts';
import { stateFile } from '../output/state-folder.ts';
import {
  headLine,
  type Identity,
  keyOf,
  NEXT,
  printRecord,
  readLines,
  type RecordPlaces,
  RECORDS,
  type RecordsHead,
  type RecordsState,
  type RecordWriter,
  type StoredPage,
} from './page-records.ts';

export interface RecordAdditions extends RecordWriter {
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
export function openRecordAdditions(
  out: string,
  head: RecordsHead,
  { vouched, places }: RecordsState,
): RecordAdditions | undefined {
  const file = stateFile(out, RECORDS);
  const end = vouched[places?.name ?? ''];
  if (!places || end === undefined || places.dead > Math.max(MOST_DEAD, MOST_OF_FILE * end)) return undefined;
  if (!existsSync(file) || existsSync(stateFile(out, NEXT)) || statSync(file).size < end) return undefined;
  const first = Buffer.from(headLine({ ...head, name: places.name }));
  if (!readRange(file, 0, first.length)?.equals(first)) return undefined;
  const { keys, spans } = places;
  const rowOf = createRows(keys);
  let waiting: Uint8Array[] = [];
  const fresh = new Map<string, readonly [start: number, end: number]>();
  let at = end;
  let isStarted = false;
  const flush = (): void => {
    if (waiting.length === 0) return;
    // What stands behind the end is from a run that was cut short, and nobody knows of it.
    if (!isStarted) truncateSync(file, end);
    isStarted = true;
    appendFileSync(file, Buffer.concat(waiting));
    waiting = [];
  };
  const state = (): RecordsState => ({ vouched: { [places.name]: at }, places: withSpans(places, fresh, rowOf) });
  const close = (): RecordsState => {
    flush();
    return state();
  };
  return {
    isAddition: true,
    last(page) {
      const row = rowOf(keyOf(page));
      if (row === undefined) return undefined;
      const [start = 0, stop = 0] = spans.subarray(2 * row, 2 * row + 2);
      const bytes = readRange(file, start, stop - start);
      return bytes && readLines(bytes.toString('utf8').split('\n'))[0]?.[1].page;
    },
    add(page, source, stored) {
      const bytes = printRecord(page, source, stored);
      waiting.push(bytes);
      fresh.set(keyOf(page), [at, (at += bytes.length)]);
    },
    flush,
    state,
    close,
    stop: close,
  };
}

/** The rows of pages by their keys. */
function createRows(keys: readonly string[]): (key: string) => number | undefined {
  let rows: ReadonlyMap<string, number> | undefined;
  return (key) => (rows ??= new Map(keys.map((known, row) => [known, row]))).get(key);
}

/** The places of records when some have come to stand elsewhere. */
function withSpans(
  { name, keys, spans, dead }: RecordPlaces,
  fresh: ReadonlyMap<string, readonly [start: number, end: number]>,
  rowOf: (key: string) => number | undefined,
): RecordPlaces {
  const added = [...fresh.keys()].filter((key) => rowOf(key) === undefined);
  const next = new Float64Array(spans.length + 2 * added.length);
  next.set(spans);
  let [row, gone] = [keys.length, dead];
  for (const [key, span] of fresh) {
    const known = rowOf(key);
    if (known !== undefined) gone += (spans[2 * known + 1] ?? 0) - (spans[2 * known] ?? 0);
    next.set(span, 2 * (known ?? row++));
  }
  return { name, keys: [...keys, ...added], spans: next, dead: gone };
}
