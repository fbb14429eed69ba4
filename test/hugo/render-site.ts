import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MarkdownEngine } from '../../src/reader/markdown/engine.ts';
import { applyTypographer } from '../../src/passes/typographer.ts';
import { openSite } from '../../src/pipeline/open-site.ts';
import { readPage } from '../../src/reader/read-page.ts';
import { writeHtml } from '../../src/writers/html/write.ts';

/** What decant makes of every page of a site: HTML by the page's path. */
export async function renderSite(
  files: ReadonlyMap<string, string>,
  engine: MarkdownEngine,
): Promise<ReadonlyMap<string, string>> {
  const dir = mkdtempSync(join(tmpdir(), 'decant-hugo-'));
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
    const { site, load } = await openSite(dir);
    const markups = new Map(site.languages.map(({ code, markup }) => [code, markup]));
    const { shortcodes } = site;
    return new Map(
      site.pages.map((meta) => {
        const markup = markups.get(meta.language);
        if (!markup) throw new Error(`${meta.file} is in no language`);
        const { page, source } = readPage({ meta, ...load(meta), markup, shortcodes, engine });
        const set = applyTypographer(page, source, markup);
        return [meta.file, writeHtml({ page: set, source, markup }, { form: 'fragment', unmapped: 'marker' }).text];
      }),
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
}
