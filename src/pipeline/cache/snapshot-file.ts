/**
 * The site's index on disk. JSON would not do: a number of the configuration may be infinite, and the shortcodes are a map. Nearly all of
 * it is the front matter of pages, of which a run that takes few pages needs little: it stands apart, a page's at a time.
 */
import { existsSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { OpenedSite } from '../open-site.ts';
import { type PackedVersions, packVersions, unpackVersions } from './pack-versions.ts';
import { hashOf } from '../output/fingerprint.ts';
import { readRanges } from '../output/read-range.ts';
import { cacheFile, stateFile, writeParts } from '../output/state-folder.ts';

/** The site's index as it was read, with what was found on the way. */
export interface SiteSnapshot {
  readonly site: Site;
  readonly templates: OpenedSite['templates'];
  /** Those of its versions' sites. */
  readonly versionTemplates: readonly OpenedSite['templates'][];
  readonly diagnostics: readonly Diagnostic[];
  /** Of each content file what the index takes from it, by path on disk. */
  readonly heads: Readonly<Record<string, string>>;
}

/** All but the front matter of pages and the heads. */
interface Front extends Omit<SiteSnapshot, 'site' | 'heads'> {
  readonly site: Omit<Site, 'pages' | 'joined'>;
  readonly joined?: PackedVersions;
  readonly pages: readonly Omit<PageMeta, 'frontMatter'>[];
  /** Where the front matter of each page ends in the bytes behind all else. */
  readonly ends: readonly number[];
}

const SITE = cacheFile('site.bin');

/** First comes the name of the snapshot, then the lengths of the front and of the heads, these two, and the front matter. */
const NAME = 40;
const LENGTH = 4;

export interface PackedSite {
  readonly parts: readonly Uint8Array[];
  /** The name of the snapshot, by what is in it. */
  readonly hash: string;
  /** A hash of all but the heads: while it stays the same, pages see the same site. */
  readonly index: string;
}

export function packSite({ site, heads, ...rest }: SiteSnapshot): PackedSite {
  const { pages, joined, ...others } = site;
  const parts: Buffer[] = [];
  const ends: number[] = [];
  let end = 0;
  const stripped = pages.map(({ frontMatter, ...page }) => {
    const packed = serialize(frontMatter);
    parts.push(packed);
    ends.push((end += packed.length));
    return page;
  });
  const versions = joined && { joined: packVersions(joined, pages) };
  const front = serialize({ ...rest, site: others, ...versions, pages: stripped, ends } satisfies Front);
  const packedHeads = serialize(heads);
  const matter = Buffer.concat(parts);
  const lengths = Buffer.alloc(2 * LENGTH);
  lengths.writeUInt32LE(front.length);
  lengths.writeUInt32LE(packedHeads.length, LENGTH);
  const index = hashOf(hashOf(front) + hashOf(matter));
  const hash = hashOf(index + hashOf(packedHeads));
  return { parts: [Buffer.from(hash), lengths, front, packedHeads, matter], hash, index };
}

export const writeSnapshot = (out: string, { parts }: PackedSite): void => writeParts(out, SITE, parts);

/** The snapshot with the hash that the state names; another run may have written it since. */
export function readSnapshot(out: string, hash: string): SiteSnapshot | undefined {
  const file = stateFile(out, SITE);
  if (!existsSync(file)) return undefined;
  const [name, lengths] = readRanges(file, [
    { offset: 0, length: NAME },
    { offset: NAME, length: 2 * LENGTH },
  ]);
  if (!lengths || name?.toString('latin1') !== hash) return undefined;
  const [first, second] = [lengths.readUInt32LE(), lengths.readUInt32LE(LENGTH)];
  const start = NAME + lengths.length;
  const read = openRanges(file, hash);
  const packed = read(start, first + second);
  const { site, joined, pages, ends, ...rest } = deserialize(packed.subarray(0, first)) as Front; // packed above
  const matter = readMatter(read, start + packed.length, ends);
  const whole = pages.map((page, at) => withFrontMatter(page, at, matter));
  const heads = deserialize(packed.subarray(first)) as SiteSnapshot['heads']; // packed above
  return { ...rest, heads, site: { ...site, pages: whole, ...(joined && { joined: unpackVersions(joined, whole) }) } };
}

type ReadBytes = (offset: number, length: number) => Buffer;

/** Reads parts of a snapshot as they are asked for, long after it was found to be the right one. */
const openRanges =
  (file: string, hash: string): ReadBytes =>
  (offset, length) => {
    const [name, bytes] = readRanges(file, [
      { offset: 0, length: NAME },
      { offset, length },
    ]);
    if (bytes && name?.toString('latin1') === hash) return bytes;
    throw new Error(`another run has written ${file} meanwhile; run again`);
  };

/** Pages whose front matter is read by itself; whoever wants more wants most of them. */
const FEW = 32;

/** The packed front matter of a page by its position. */
function readMatter(read: ReadBytes, start: number, ends: readonly number[]): (at: number) => Uint8Array {
  let asked = 0;
  let all: Buffer | undefined;
  return (at) => {
    const [from, to] = [ends[at - 1] ?? 0, ends[at] ?? 0];
    if (asked++ < FEW) return read(start + from, to - from);
    all ??= read(start, ends.at(-1) ?? 0);
    return all.subarray(from, to);
  };
}

/** A page that unpacks its front matter when somebody asks for it. */
function withFrontMatter(
  page: Omit<PageMeta, 'frontMatter'>,
  at: number,
  matter: (at: number) => Uint8Array,
): PageMeta {
  let known: PageMeta['frontMatter'] | undefined;
  return {
    ...page,
    get frontMatter() {
      known ??= deserialize(matter(at)) as PageMeta['frontMatter']; // packed above
      return known;
    },
  };
}
