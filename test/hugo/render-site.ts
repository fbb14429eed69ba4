import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PageMeta } from '../../src/model/page.ts';
import type { MarkdownEngine } from '../../src/reader/markdown/engine.ts';
import { applyTypographer } from '../../src/passes/typographer.ts';
import { type OpenedSite, openSite } from '../../src/pipeline/open-site.ts';
import { readPage } from '../../src/reader/read-page.ts';
import { writeHtml } from '../../src/writers/html/write.ts';

/** The HTML of every page, by the page's path. */
type Answers = ReadonlyMap<string, string>;

/** What decant makes of every page of a site, by the name of the Markdown engine. */
export async function renderSite(
  files: ReadonlyMap<string, string>,
  engines: readonly MarkdownEngine[],
): Promise<ReadonlyMap<string, Answers>> {
  const dir = mkdtempSync(join(tmpdir(), 'decant-hugo-'));
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
    const opened = await openSite(dir);
    return new Map(engines.map((engine) => [engine.name, renderPages(opened, engine)]));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function renderPages(opened: OpenedSite, engine: MarkdownEngine): Answers {
  const { languages, pages, shortcodes } = opened.site;
  const markups = new Map(languages.map(({ code, markup }) => [code, markup]));
  const render = (meta: PageMeta): string => {
    const markup = markups.get(meta.language);
    if (!markup) throw new Error(`${meta.file} is in no language`);
    const { page, source } = readPage({ meta, ...opened.load(meta), markup, shortcodes, engine });
    const set = applyTypographer(page, source, markup);
    return writeHtml({ page: set, source, markup }, { form: 'fragment', unmapped: 'marker' }).text;
  };
  return new Map(pages.map((meta) => [meta.file, render(meta)]));
}
