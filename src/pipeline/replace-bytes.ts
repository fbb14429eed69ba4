/** A stretch of bytes from `start` up to `end`, and what comes in its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** The parts of `bytes` with other bytes for some stretches, which do not overlap; nothing is copied. */
export function replaceBytes(bytes: Uint8Array, replacements: readonly Replacement[]): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { start, end, bytes: instead } of replacements.toSorted((a, b) => a.start - b.start)) {
    parts.push(bytes.subarray(from, start), instead);
    from = end;
  }
  return [...parts, bytes.subarray(from)];
}

/** A text with other texts for some stretches, which do not overlap. */
export function replaceTexts(
  text: string,
  replacements: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  let [result, from] = ['', 0];
  for (const { start, end, text: instead } of replacements.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(from, start) + instead;
    from = end;
  }
  return result + text.slice(from);
}
