/** The sites, folders and programs that the lines of the table are measured with. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Contender } from './measure.ts';
import { layOutBareSite } from '../hugo/bare-site.ts';
import { layOutLargeSite } from './large-site.ts';

export interface YardOptions {
  /** A folder of Hugo sites. */
  readonly corpora: string;
  readonly hugo: string;
  readonly node: string;
  readonly otherNode?: string;
  readonly megabytes: number;
  readonly rounds: number;
  /** An empty folder for all that is written. */
  readonly scratch: string;
}

export interface Yard extends Pick<YardOptions, 'node' | 'otherNode' | 'rounds'> {
  readonly sites: readonly { readonly name: string; readonly dir: string }[];
  /** A page without a site. */
  readonly page: string;
  /** The folder of the large site, or of one that is a part of its size. */
  large(share?: number): string;
  /** Bytes of Markdown in such a site. */
  bytes(site: string): number;
  /** Hugo rendering the pages of a site, bare. */
  hugo(site: string): Promise<Contender>;
  out(target: string): string;
  /** Removes what was converted. */
  clear(): void;
}

export function openYard({ corpora, hugo, scratch, megabytes, ...options }: YardOptions): Yard {
  const sites = readdirSync(corpora, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isSite(join(corpora, entry.name)))
    .map(({ name }) => ({ name, dir: resolve(corpora, name) }));
  const sizes = new Map<string, number>();
  const page = join(scratch, 'page.md');
  writeFileSync(page, '---\ntitle: Hello\n---\n\n# Hello\n\nA *page* with {{< call >}}.\n');
  return {
    ...options,
    sites,
    page,
    large(share = 1) {
      const dir = join(scratch, `large-${share}`);
      const dirs = sites.map((site) => site.dir);
      if (!sizes.has(dir)) sizes.set(dir, layOutLargeSite(dirs, dir, megabytes * share * 1e6));
      return dir;
    },
    bytes: (site) => sizes.get(site) ?? Number.NaN,
    async hugo(site) {
      const bare = join(scratch, 'hugo', basename(site));
      rmSync(bare, { recursive: true, force: true });
      for (const [file, text] of await layOutBareSite(site)) {
        mkdirSync(dirname(join(bare, file)), { recursive: true });
        writeFileSync(join(bare, file), text);
      }
      const command = [hugo, '--source', bare, '--renderToMemory', '--cacheDir', join(scratch, 'cache')];
      // An outdated key in a page's front matter is an error at the end of a whole rendering.
      return { command, prints: 'Total in ' };
    },
    out: (target) => join(scratch, 'out', target),
    clear: () => rmSync(join(scratch, 'out'), { recursive: true, force: true }),
  };
}

const isSite = (dir: string): boolean => readdirSync(dir).some((name) => /^(hugo|config)(\.|$)/.test(name));
