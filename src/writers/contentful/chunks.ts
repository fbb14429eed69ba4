/** Cuts the entries of an export into parts that are imported one after the other. */
import type { EntryLine } from './build.ts';

/**
 * Entries in parts of up to `size`, each behind those that it links to as far as that can be: pages that link to one another have
 * no such order. `linksAhead` counts the links that lead into a later part.
 */
export function chunkEntries(
  entries: readonly EntryLine[],
  size: number,
): { readonly chunks: EntryLine[][]; readonly linksAhead: number } {
  const ordered = targetsFirst(entries);
  const chunks: EntryLine[][] = [];
  for (let at = 0; at < ordered.length; at += size) chunks.push(ordered.slice(at, at + size));
  const chunkOf = new Map(chunks.flatMap((chunk, at) => chunk.map(({ id }) => [id, at] as const)));
  const isAhead = (at: number, id: string): boolean => (chunkOf.get(id) ?? 0) > at;
  const linksAhead = chunks
    .flatMap((chunk, at) => chunk.map(({ links }) => links.filter((id) => isAhead(at, id)).length))
    .reduce((sum, count) => sum + count, 0);
  return { chunks, linksAhead };
}

/** Depth first along the links, in the order of the entries: whatever an entry links to stands before it, but where links go in a circle. */
function targetsFirst(entries: readonly EntryLine[]): EntryLine[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const seen = new Set<string>();
  const ordered: EntryLine[] = [];
  for (const root of entries) {
    if (seen.has(root.id)) continue;
    seen.add(root.id);
    // A stack of our own: a chain of links can be as long as the site has pages.
    const path = [{ entry: root, at: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const id = top.entry.links[top.at++];
      const next = id === undefined ? undefined : byId.get(id);
      if (id === undefined) {
        ordered.push(top.entry);
        path.pop();
      } else if (next && !seen.has(id)) {
        seen.add(id);
        path.push({ entry: next, at: 0 });
      }
    }
  }
  return ordered;
}
