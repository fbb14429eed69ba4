/** A stretch from `start` up to `end`, and what comes in its place. */
interface Replacement<Part> {
  readonly start: number;
  readonly end: number;
  readonly part: Part;
}

/** The parts of a whole, with others for some stretches, which do not overlap; `cut` takes a part out of the whole, up to its end unless told. */
export function replaceParts<Part>(
  cut: (start: number, end?: number) => Part,
  replacements: readonly Replacement<Part>[],
): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { start, end, part } of replacements.toSorted((a, b) => a.start - b.start)) {
    parts.push(cut(from, start), part);
    from = end;
  }
  return [...parts, cut(from)];
}
