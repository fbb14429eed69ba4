/**
 * The site's index on disk. JSON would not do: a number of the configuration may be infinite, and the shortcodes are a map. Nearly all of
 * it is the front matter of pages, of which a run that takes few pages needs little: it stands apart, a page's at a time.
 */
import { existsSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { OpenedSite } from '../open-site.ts';
import { type PackedVersions, packVersions, unpackVersions } from './pack-versions.ts';
import { hashOf } from '../output/fingerprint.ts';
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
  /** Where the front matter of each page ends in the bytes behind this; what comes then is the heads. */
  readonly ends: readonly number[];
}

const SITE = cacheFile('site.bin');

/** First comes the hash of all that follows, by which the state names the snapshot, then the length of the front in bytes, and the front. */
const HASH = 40;
const LENGTH = 4;

export interface PackedSite {
  readonly bytes: Buffer;
  /** The hash of the bytes. */
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
  const front: Front = { ...rest, site: others, ...versions, pages: stripped, ends };
  const packed = serialize(front);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(packed.length);
  const index = Buffer.concat([length, packed, ...parts]);
  const bytes = Buffer.concat([index, serialize(heads)]);
  return { bytes, hash: hashOf(bytes), index: hashOf(index) };
}

export const writeSnapshot = (out: string, { hash, bytes }: PackedSite): void => writeParts(out, SITE, [hash, bytes]);

/** The snapshot with the hash that the state names; another run may have written it since. */
export function readSnapshot(out: string, hash: string): SiteSnapshot | undefined {
  const file = stateFile(out, SITE);
  const bytes = existsSync(file) ? readFileSync(file) : undefined;
  // Written whole or not at all, so that its name is enough to know it by.
  return bytes?.toString('latin1', 0, HASH) === hash ? unpackSite(bytes.subarray(HASH)) : undefined;
}

function unpackSite(packed: Buffer): SiteSnapshot {
  const start = LENGTH + packed.readUInt32LE();
  const { site, joined, pages, ends, ...rest } = deserialize(packed.subarray(LENGTH, start)) as Front; // packed above
  const parts = packed.subarray(start);
  const whole = pages.map((page, at) => withFrontMatter(page, parts.subarray(ends[at - 1] ?? 0, ends[at])));
  const heads = deserialize(parts.subarray(ends.at(-1) ?? 0)) as SiteSnapshot['heads']; // packed above
  return { ...rest, heads, site: { ...site, pages: whole, ...(joined && { joined: unpackVersions(joined, whole) }) } };
}

/** A page that unpacks its front matter when somebody asks for it. */
function withFrontMatter(page: Omit<PageMeta, 'frontMatter'>, packed: Buffer): PageMeta {
  let known: PageMeta['frontMatter'] | undefined;
  return {
    ...page,
    get frontMatter() {
      known ??= deserialize(packed) as PageMeta['frontMatter']; // packed above
      return known;
    },
  };
}
