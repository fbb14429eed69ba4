import { readFileSync } from 'node:fs';
import type { OutputFile } from '../../targets/target.ts';
import type { TextStore } from './text-store.ts';
import { hashOf } from './fingerprint.ts';

/** A file on its way into the output folder. */
export interface Delivery {
  /** Below the output folder, with `/`. */
  readonly path: string;
  /** The page or file that it comes from. */
  readonly source: string;
  readonly hash: string;
  /** Whether decant wrote it; otherwise it is a copy of a file of the site. */
  readonly isText: boolean;
  readonly content: () => Uint8Array;
}

/** Makes a target's output file ready; `hashOfCopy` knows the content of the site's files. */
export function deliver(
  file: OutputFile,
  source: string,
  { locate, hashOfCopy }: { locate: (file: string) => string; hashOfCopy: (file: string) => string },
): Delivery {
  if ('text' in file) {
    const content = file.bytes ?? Buffer.from(file.text);
    return { path: file.path, source, hash: hashOf(content), isText: true, content: () => content };
  }
  const { path, copyOf } = file;
  return { path, source, hash: hashOfCopy(copyOf), isText: false, content: () => readFileSync(locate(copyOf)) };
}

/** A text that an earlier run has written, from the store. */
export function storedText(
  path: string,
  source: string,
  { hash, store }: { readonly hash: string; readonly store: Pick<TextStore, 'get'> },
): Delivery {
  const content = (): Uint8Array => {
    const text = store.get(hash);
    if (text) return text;
    throw new Error(
      `what decant had kept of ${path} is gone; convert anew with --no-cache, or a shard into an empty folder`,
    );
  };
  return { path, source, hash, isText: true, content };
}
