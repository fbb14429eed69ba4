/** The candidate that `word` was most likely meant to be; undefined where none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  // One slip for short words, more for long ones: beyond a third of the letters it is another word.
  let best = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let found: string | undefined;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    // What somebody wrote out, or cut short: `argument` for arg, `prop` for props.
    const distance = isBeginning(known, wanted) || isBeginning(wanted, known) ? 1 : editDistance(wanted, known, best);
    if (distance >= best) continue;
    best = distance;
    found = candidate;
  }
  return found;
}

const isBeginning = (short: string, long: string): boolean => short.length > 2 && long.startsWith(short);

/** Insertions, deletions, replacements and swaps of neighbours between two words, or `limit` where there are that many. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return Math.min(limit, last[b.length] ?? limit);
}
