/** Brings a hand edit and a new conversion together. */
import { isUtf8 } from 'node:buffer';
import { diff3Merge } from 'node-diff3';

export type MergeResult =
  | { readonly clean: true; readonly text: string }
  /** `lines` are those of the edited file, counted from 1, at which both sides changed. */
  | { readonly clean: false; readonly lines: readonly number[] };

/**
 * Merges by lines: `base` is what decant wrote last, `edited` what a person made of it, `fresh` what decant would write now.
 * What is no text is not merged.
 */
export function mergeEdits(base: Uint8Array, edited: Uint8Array, fresh: Uint8Array): MergeResult {
  if (![base, edited, fresh].every((content) => isUtf8(content))) return { clean: false, lines: [] };
  const [before, mine, theirs] = [base, edited, fresh].map((content) => Buffer.from(content).toString().split('\n'));
  if (!before || !mine || !theirs) return { clean: false, lines: [] };
  const regions = diff3Merge(mine, before, theirs);
  const conflicts = regions.flatMap(({ conflict }) => (conflict ? [conflict.aIndex + 1] : []));
  if (conflicts.length > 0) return { clean: false, lines: conflicts };
  return { clean: true, text: regions.flatMap(({ ok }) => ok ?? []).join('\n') };
}
