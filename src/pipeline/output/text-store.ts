/**
 * What decant wrote, kept by content hash in one file: the base of three-way merges, and the cache's records. Thousands of small files
 * would cost more than the conversion. `store.index` names the file and says where in it each text stands; it is what counts, so
 * that replacing it is the one step that makes a smaller store valid.
 */
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { hashOf } from './fingerprint.ts';
import { stateFile, writeState } from './state-folder.ts';

export interface TextStore {
  /** Keeps a text; it is on disk after the next `flush`. Returns its hash. */
  put(content: Uint8Array, hash?: string): string;
  has(hash: string): boolean;
  /** A kept text; `undefined` where there is none, or where the disk no longer has it as it was. */
  get(hash: string): Buffer | undefined;
  flush(): void;
  /** Ends the run: what is not in `live` is forgotten once it takes up more room than the rest. */
  close(live: ReadonlySet<string>): void;
}

interface Slot {
  readonly offset: number;
  readonly length: number;
}

interface Index {
  readonly pack: string;
  readonly slots: Map<string, Slot>;
  readonly size: number;
  /** Whether a run was cut off while it wrote the index's last line. */
  readonly torn?: boolean;
}

const INDEX = 'store.index';
/** The file is one of two, so that a smaller one can be written beside it. */
const PACKS = ['store-a.pack', 'store-b.pack'] as const;
const WORTH_SHRINKING = 1 << 20;

export function openTextStore(out: string): TextStore {
  const found = readIndex(out);
  let { pack, slots, size } = found;
  let isWhole = existsSync(stateFile(out, INDEX)) && !found.torn;
  let pending: { readonly hash: string; readonly content: Uint8Array }[] = [];
  const waiting = new Map<string, Uint8Array>();
  const get = (hash: string): Buffer | undefined => {
    const content = waiting.get(hash);
    if (content) return Buffer.from(content);
    const slot = slots.get(hash);
    const bytes = slot && readSlot(stateFile(out, pack), slot);
    return bytes && hashOf(bytes) === hash ? bytes : undefined;
  };
  const flush = (): void => {
    if (pending.length === 0) return;
    if (!isWhole) writeIndex(out, pack, slots);
    isWhole = true;
    const lines = pending.map(({ hash, content }) => {
      const slot = { offset: size, length: content.length };
      slots.set(hash, slot);
      size += content.length;
      return line(hash, slot);
    });
    append(stateFile(out, pack), Buffer.concat(pending.map(({ content }) => content)));
    append(stateFile(out, INDEX), lines.join(''));
    pending = [];
    waiting.clear();
  };
  return {
    put(content, hash = hashOf(content)) {
      if (slots.has(hash) || waiting.has(hash)) return hash;
      pending.push({ hash, content });
      waiting.set(hash, content);
      return hash;
    },
    has: (hash) => slots.has(hash) || waiting.has(hash),
    get,
    flush,
    close(live) {
      flush();
      const kept = [...slots].filter(([hash]) => live.has(hash));
      const used = kept.reduce((sum, [, { length }]) => sum + length, 0);
      if (size - used > Math.max(used, WORTH_SHRINKING)) {
        ({ pack, slots, size } = shrink(out, pack, kept));
      }
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

/** Reads the index. A run that was cut short may have left half a line, or text behind what the index knows: neither counts. */
function readIndex(out: string): Index {
  const file = stateFile(out, INDEX);
  if (!existsSync(file)) return { pack: PACKS[0], slots: new Map(), size: 0 };
  const [pack = '', ...entries] = readFileSync(file, 'utf8').split('\n');
  const lines = entries.slice(0, -1);
  const size = statSync(stateFile(out, pack), { throwIfNoEntry: false })?.size ?? 0;
  const slots = new Map<string, Slot>();
  for (const entry of lines) {
    const [hash = '', offset, length] = entry.split(' ');
    const slot = { offset: Number(offset), length: Number(length) };
    if (slot.offset + slot.length <= size) slots.set(hash, slot);
  }
  return { pack, slots, size, torn: entries.at(-1) !== '' };
}

function writeIndex(out: string, pack: string, slots: ReadonlyMap<string, Slot>): void {
  writeState(out, INDEX, `${pack}\n${[...slots].map(([hash, slot]) => line(hash, slot)).join('')}`);
}

function readSlot(file: string, { offset, length }: Slot): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return readSync(handle, bytes, 0, length, offset) === length ? bytes : undefined;
  } finally {
    closeSync(handle);
  }
}

/** Writes what is kept into a new file. */
function shrink(out: string, old: string, kept: readonly (readonly [hash: string, slot: Slot])[]): Index {
  const pack = old === PACKS[0] ? PACKS[1] : PACKS[0];
  const source = readFileSync(stateFile(out, old));
  const slots = new Map<string, Slot>();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const [hash, { offset, length }] of kept) {
    slots.set(hash, { offset: size, length });
    parts.push(source.subarray(offset, offset + length));
    size += length;
  }
  writeState(out, pack, Buffer.concat(parts));
  writeIndex(out, pack, slots);
  rmSync(stateFile(out, old));
  return { pack, slots, size };
}
