import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Destination } from '../../../src/model/destination.ts';
import { createLinkResolver } from '../../../src/passes/links/resolve.ts';
import { open, pageOf } from '../reader/site/memory-site.ts';

/** What Hugo 0.169 made of each address on each page, and the files that it published. */
interface Records {
  readonly links: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly sites: Readonly<
    Record<
      string,
      {
        readonly config: string;
        readonly published: readonly string[];
        readonly answers: Readonly<Record<string, Readonly<Record<'link' | 'image', readonly string[]>>>>;
      }
    >
  >;
}

const records = JSON.parse(readFileSync(join(import.meta.dirname, 'links-records.json'), 'utf8')) as Records;

const HOST = 'https://example.org';

/** What a browser asks for, as a file that Hugo has published or as the address alone. */
function asked(href: string, pageUrl: string, published: ReadonlySet<string>): string {
  // A page without an address of its own has an empty one.
  if (href === '') return 'nothing';
  const url = new URL(href, HOST + pageUrl);
  if (url.origin !== HOST) return 'elsewhere';
  const path = decodeURIComponent(url.pathname);
  const files = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
  return files.find((file) => published.has(file)) ?? 'nothing';
}

/** The published file that a destination stands for; an alias is one of its page. */
function answerOf(to: Destination, published: ReadonlySet<string>): string {
  if (to.kind === 'external') return 'elsewhere';
  if (to.kind === 'broken' || !to.works) return 'nothing';
  if (to.kind === 'page' || to.kind === 'generated') return asked(to.page.permalink, '/', published);
  return asked(to.file.url, '/', published);
}

describe('addresses lead where Hugo and a browser lead', () => {
  for (const [name, { config, published: files, answers }] of Object.entries(records.sites)) {
    const published = new Set(files);
    const reading = open({ ...records.files, 'hugo.yaml': config });
    const { resolve } = createLinkResolver({ site: reading.site });
    const cases = Object.entries(answers).flatMap(([file, uses]) =>
      Object.entries(uses).map(([use, hrefs]) => [`${file}, ${use}`, file, use, hrefs] as const),
    );
    it.each(cases)(`${name}: %s`, (_, file, use, hrefs) => {
      const page = pageOf(reading, `content/${file}`);
      const differences = records.links.flatMap((address, at) => {
        const written = use === 'image' && address === '/' ? 'x.png' : address;
        const to = resolve(written, page, use === 'link' ? 'link' : 'image');
        const hugo = asked(hrefs[at] ?? '', page.permalink, published);
        const ours = answerOf(to, published);
        const isAlias = to.kind === 'page' && to.reading === 'alias' && hugo !== 'nothing';
        return ours === hugo || isAlias ? [] : [`${written}: ${ours}, Hugo ${hugo}`];
      });
      expect(differences).toEqual([]);
    });
  }
});
