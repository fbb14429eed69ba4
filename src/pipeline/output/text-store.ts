/**
 * What decant wrote, kept by content hash: the base of three-way merges, and the cache's texts. Thousands of small files would cost
 * more than the conversion, so it is one: `base.pack`, which depends on the texts alone and can be kept with the output. What a
 * run adds goes to a file of its own first, which is there only as long as the run.
 */
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { hashOf } from './fingerprint.ts';
import { readRange } from './read-range.ts';
import { cacheFile, stateFile, writeParts, writeState } from './state-folder.ts';

export interface TextStore {
  /** Keeps a text; it is on disk after the next `flush`. Returns its hash. */
  put(content: Uint8Array, hash?: string): string;
  has(hash: string): boolean;
  /** A kept text; `undefined` where there is none, or where the disk no longer has it as it was. */
  get(hash: string): Buffer | undefined;
  flush(): void;
  /** Ends the run: what is in `live` is kept, in this order, and the rest forgotten. */
  close(live: ReadonlySet<string>): void;
}

/** Where a text stands. */
interface Slot {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** A line with the length of the list that follows, a line for each text, and then the texts. */
const BASE = 'base.pack';
const FORM = 'decant-base-1';

/** The texts of a run that is under way, and where in it each stands. */
const NEXT_TEXTS = cacheFile('texts-next.pack');
const NEXT_INDEX = cacheFile('texts-next.index');

export function openTextStore(out: string): TextStore {
  const base = readBase(out);
  const next = readNext(out);
  const slots = new Map([...base, ...next.slots]);
  const waiting = new Map<string, Uint8Array>();
  let size = next.size;
  let isWhole = next.whole;
  const get = (hash: string): Buffer | undefined => {
    const content = waiting.get(hash);
    if (content) return Buffer.from(content);
    const slot = slots.get(hash);
    const bytes = slot && readSlot(out, slot);
    return bytes && hashOf(bytes) === hash ? bytes : undefined;
  };
  const flush = (): void => {
    if (waiting.size === 0) return;
    if (!isWhole) writeState(out, NEXT_INDEX, [...next.slots].map(([hash, slot]) => line(hash, slot)).join(''));
    isWhole = true;
    const lines = [...waiting].map(([hash, { length }]) => {
      const slot: Slot = { file: NEXT_TEXTS, offset: size, length };
      slots.set(hash, slot);
      size += length;
      return line(hash, slot);
    });
    append(stateFile(out, NEXT_TEXTS), Buffer.concat([...waiting.values()]));
    append(stateFile(out, NEXT_INDEX), lines.join(''));
    waiting.clear();
  };
  return {
    put(content, hash = hashOf(content)) {
      if (!slots.has(hash)) waiting.set(hash, content);
      return hash;
    },
    has: (hash) => slots.has(hash) || waiting.has(hash),
    get,
    flush,
    close(live) {
      flush();
      const kept = [...live].filter((hash) => slots.has(hash));
      const known = [...base.keys()];
      if (kept.length !== known.length || kept.some((hash, at) => hash !== known[at])) writeBase(out, kept, slots);
      for (const name of [NEXT_INDEX, NEXT_TEXTS]) rmSync(stateFile(out, name), { force: true });
    },
  };
}

const line = (hash: string, { offset, length }: Slot): string => `${hash} ${offset} ${length}\n`;

function append(file: string, content: string | Uint8Array): void {
  try {
    appendFileSync(file, content);
  } catch (cause) {
    throw new Error(`cannot write ${file}`, { cause });
  }
}

/** The list of the base. One that is cut off or of another form is as good as none: a text that is missing cannot be merged with. */
function readBase(out: string): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>();
  const file = stateFile(out, BASE);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < FIRST_LINE) return slots;
  const start = readRange(file, 0, FIRST_LINE)?.toString('latin1') ?? '';
  const length = Number(start.slice(FORM.length));
  if (!start.startsWith(FORM) || !(FIRST_LINE + length <= size)) return slots;
  const list = readRange(file, FIRST_LINE, length)?.toString('latin1') ?? '';
  let offset = FIRST_LINE + length;
  for (const entry of list.split('\n').slice(0, -1)) {
    const [hash = '', bytes] = entry.split(' ');
    const slot: Slot = { file: BASE, offset, length: Number(bytes) };
    offset += slot.length;
    if (offset <= size) slots.set(hash, slot);
  }
  return slots;
}

/** The form, a blank, a number of ten places, a line's end. */
const FIRST_LINE = FORM.length + 12;

/** Writes the texts that are kept, one behind the other; those that stand so already are copied together. */
function writeBase(out: string, kept: readonly string[], slots: ReadonlyMap<string, Slot>): void {
  const sizes = new Map<string, number>();
  const sizeOf = (name: string): number => {
    const known = sizes.get(name) ?? statSync(stateFile(out, name)).size;
    sizes.set(name, known);
    return known;
  };
  const lines: string[] = [];
  const ranges: Range[] = [];
  for (const hash of kept) {
    const slot = slots.get(hash);
    if (!slot || slot.offset + slot.length > sizeOf(slot.file)) continue;
    const { file, offset: start, length } = slot;
    lines.push(`${hash} ${length}\n`);
    const last = ranges.at(-1);
    if (last?.file === file && last.end === start) last.end += length;
    else ranges.push({ file, start, end: start + length });
  }
  const list = lines.join('');
  const first = `${FORM} ${String(list.length).padStart(10)}\n`;
  writeParts(out, BASE, withRanges(first + list, out, ranges));
}

interface Range {
  readonly file: string;
  readonly start: number;
  end: number;
}

/** Bytes at a time: enough for the disk, and few enough for the processor's cache. */
const CHUNK = 1 << 20;

/** A text and the bytes of ranges, in chunks that are good until the next one is asked for. */
function* withRanges(first: string, out: string, ranges: readonly Range[]): Generator<string | Uint8Array> {
  yield first;
  const chunk = Buffer.allocUnsafe(CHUNK);
  const handles = new Map<string, number>();
  let filled = 0;
  try {
    for (const { file, start, end } of ranges) {
      const handle = handles.get(file) ?? openSync(stateFile(out, file), 'r');
      handles.set(file, handle);
      for (let at = start; at < end;) {
        if (filled === CHUNK) {
          yield chunk;
          filled = 0;
        }
        const read = readSync(handle, chunk, filled, Math.min(end - at, CHUNK - filled), at);
        if (read === 0) throw new Error(`${stateFile(out, file)} has become shorter`);
        at += read;
        filled += read;
      }
    }
    yield chunk.subarray(0, filled);
  } finally {
    for (const handle of handles.values()) closeSync(handle);
  }
}

interface Next {
  readonly slots: ReadonlyMap<string, Slot>;
  readonly size: number;
  /** Whether the list is there and ends with a whole line. */
  readonly whole: boolean;
}

/** What a run that was cut short has left: maybe half a line, or text that the list does not know. Neither counts. */
function readNext(out: string): Next {
  const file = stateFile(out, NEXT_INDEX);
  const slots = new Map<string, Slot>();
  const size = statSync(stateFile(out, NEXT_TEXTS), { throwIfNoEntry: false })?.size ?? 0;
  if (!existsSync(file)) return { slots, size, whole: false };
  const entries = readFileSync(file, 'utf8').split('\n');
  for (const entry of entries.slice(0, -1)) {
    const [hash = '', offset, length] = entry.split(' ');
    const slot: Slot = { file: NEXT_TEXTS, offset: Number(offset), length: Number(length) };
    if (slot.offset + slot.length <= size) slots.set(hash, slot);
  }
  return { slots, size, whole: entries.at(-1) === '' };
}

function readSlot(out: string, { file, offset, length }: Slot): Buffer | undefined {
  const path = stateFile(out, file);
  return existsSync(path) ? readRange(path, offset, length) : undefined;
}
