import type { PageMeta } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import type { MarkdownEngine } from '../../src/reader/markdown/engine.ts';
import { applyTypographer } from '../../src/passes/typographer.ts';
import { readPage } from '../../src/reader/read-page.ts';
import { writeHtml } from '../../src/writers/html/write.ts';
import { open } from '../unit/reader/site/memory-site.ts';

/** The HTML of every page, by the page's path. */
type Answers = ReadonlyMap<string, string>;

interface Source {
  readonly source: string;
  readonly bodyStart: number;
}

/** What decant makes of every page of a site, by the name of the Markdown engine. */
export function renderSite(
  files: ReadonlyMap<string, string>,
  engines: readonly MarkdownEngine[],
): ReadonlyMap<string, Answers> {
  const sources = new Map<string, Source>();
  const { site } = open(Object.fromEntries(files), {
    visit: (file, { source, bodyStart }) => sources.set(file, { source, bodyStart }),
  });
  return new Map(engines.map((engine) => [engine.name, renderPages(site, sources, engine)]));
}

function renderPages(site: Site, sources: ReadonlyMap<string, Source>, engine: MarkdownEngine): Answers {
  const { languages, pages, shortcodes } = site;
  const markups = new Map(languages.map(({ code, markup }) => [code, markup]));
  const render = (meta: PageMeta): string => {
    const markup = markups.get(meta.language);
    const loaded = sources.get(meta.file);
    if (!markup || !loaded) throw new Error(`${meta.file} is in no language, or has not been read`);
    const { page, source } = readPage({ meta, ...loaded, markup, shortcodes, engine });
    const set = applyTypographer(page, source, markup);
    return writeHtml({ page: set, source, markup }, { form: 'fragment', unmapped: 'marker' }).text;
  };
  return new Map(pages.map((meta) => [meta.file, render(meta)]));
}
