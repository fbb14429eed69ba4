/** A part of a site's pages that one machine of several takes. */
import { createHash } from 'node:crypto';
import type { PageMeta } from '../../model/page.ts';

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly total: number;
}

/** Which shard, from 1, a key belongs to: a matter of the key alone, so that a new page moves no other. */
export function shardOf(key: string, total: number): number {
  return (createHash('sha1').update(key).digest().readUInt32BE(0) % total) + 1;
}

/** The pages of a shard. Translations stay together, and a bundle with the pages in it: they share files. */
export function pagesOfShard(pages: readonly PageMeta[], { index, total }: Shard): ReadonlySet<PageMeta> {
  const paths = new Map(pages.map(({ file, path }) => [file, path]));
  const keyOf = ({ owner, path }: PageMeta): string =>
    ((owner === undefined ? undefined : paths.get(owner)) ?? path).toLowerCase();
  return new Set(pages.filter((page) => shardOf(keyOf(page), total) === index));
}
