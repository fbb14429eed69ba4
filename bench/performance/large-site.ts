/** One large Hugo site, made of copies of the pages of others. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { createCollector } from '../../src/diagnostics/diagnostic.ts';
import { readFrontMatter } from '../../src/reader/front-matter/read.ts';

/** What the sites that pages are taken from have in common, in most cases. */
const CONFIG = {
  baseURL: 'https://example.org/',
  markup: { goldmark: { renderer: { unsafe: true }, parser: { attribute: { block: true } } } },
};

interface SourcePage {
  readonly path: string;
  readonly source: string;
  readonly bodyStart: number;
}

/** Lays out a site of at least `bytes` of Markdown, and returns how much it came to. No two pages have the same body. */
export function layOutLargeSite(sites: readonly string[], dir: string, bytes: number): number {
  const pages = sites.flatMap(pagesOf);
  if (pages.length === 0) throw new Error(`there are no pages in ${sites.join(', ')}`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'hugo.json'), JSON.stringify(CONFIG));
  let written = 0;
  for (let copy = 1; written < bytes; copy++) {
    for (const page of pages) {
      if (written >= bytes) break;
      const file = join(dir, `content/copy-${copy}`, page.path);
      mkdirSync(dirname(file), { recursive: true });
      const text = alter(page, copy);
      writeFileSync(file, text);
      written += Buffer.byteLength(text);
    }
  }
  return written;
}

function pagesOf(site: string): SourcePage[] {
  const content = join(site, 'content');
  const files = readdirSync(content, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((file) => file.isFile() && file.name.endsWith('.md'))
    .map((file) => join(file.parentPath, file.name));
  return paths.toSorted().map((file) => {
    const source = readFileSync(file, 'utf8');
    const { bodyStart } = readFrontMatter(source, createCollector(file));
    return { path: join(basename(site), relative(content, file)), source, bodyStart };
  });
}

/** Two paragraphs of its own, one at either end: neither a page nor its beginning is the same as that of another copy. */
function alter({ source, bodyStart }: SourcePage, copy: number): string {
  const [head, body] = [source.slice(0, bodyStart), source.slice(bodyStart)];
  return `${head.endsWith('\n') || head === '' ? head : `${head}\n`}Copy ${copy} of this page.\n\n${body}\n\nThe end of copy ${copy}.\n`;
}
