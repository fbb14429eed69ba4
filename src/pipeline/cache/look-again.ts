import { lstatSync, readFileSync } from 'node:fs';
import { type Fingerprint, fingerprint, hashOf, isUntouched } from '../output/fingerprint.ts';

/**
 * Whether files have the content that they had; with fresh times where one was touched, and how many bytes were read to find that out.
 */
export function lookAgain(
  known: Readonly<Record<string, Fingerprint>>,
  locate: (path: string) => string,
): { readonly prints: Record<string, Fingerprint>; readonly reread: number } | undefined {
  const prints: Record<string, Fingerprint> = Object.create(null);
  let reread = 0;
  for (const [path, print] of Object.entries(known)) {
    const file = locate(path);
    const seen = Date.now();
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (!stats?.isFile()) return undefined;
    if (isUntouched(stats, print)) prints[path] = print;
    else {
      const hash = hashOf(readFileSync(file));
      if (hash !== print.hash) return undefined;
      prints[path] = fingerprint(stats, hash, seen);
      reread += stats.size;
    }
  }
  return { prints, reread };
}
