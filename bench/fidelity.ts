/**
 * Writes every page of a site as HTML, for comparison with what a real Hugo makes of the site.
 *
 *     node bench/fidelity.ts SITE OUT.jsonl [--inner raw|markdown]      (Node 22.18 or newer)
 *
 * OUT.jsonl gets a record a page, `{ file, lang, html }`: `file` below the site's folder. Shortcode calls are marker elements,
 * `--inner` says what stands in those of `{{< >}}` calls: their text as it is, or as Markdown (the default). As in the runs of
 * Hugo that it is compared with, code is not highlighted.
 */
import { writeFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Markup } from '../src/model/markup.ts';
import type { PageMeta } from '../src/model/page.ts';
import { applyTypographer } from '../src/passes/typographer.ts';
import { type OpenedSite, openSite } from '../src/pipeline/open-site.ts';
import { loadEngine } from '../src/reader/markdown/load-engine.ts';
import { readPage } from '../src/reader/read-page.ts';
import { writeHtml } from '../src/writers/html/write.ts';

const USAGE = 'usage: fidelity SITE OUT.jsonl [--inner raw|markdown]';

// The native parser frees its memory only when the event loop turns.
const PAGES_PER_TURN = 32;

type Inner = 'raw' | 'markdown';

const plainCode = (markup: Markup): Markup => ({ ...markup, highlight: { ...markup.highlight, codeFences: false } });

async function writeSite(opened: OpenedSite, inner: Inner): Promise<string[]> {
  const { site } = opened;
  const engine = await loadEngine();
  const markups = new Map(site.languages.map(({ code, markup }) => [code, plainCode(markup)]));
  const writeOne = (meta: PageMeta): string => {
    const markup = markups.get(meta.language);
    if (!markup) throw new Error(`${meta.file} is in the unknown language ${meta.language}`);
    const { source, bodyStart } = opened.load(meta);
    const { page } = readPage({ meta, source, bodyStart, markup, shortcodes: site.shortcodes, engine, inner });
    const input = { page: applyTypographer(page, source, markup), source, markup };
    const { text } = writeHtml(input, { form: 'fragment', unmapped: 'marker' });
    return JSON.stringify({ file: meta.file, lang: meta.language, html: text });
  };
  const records: string[] = [];
  for (const [at, meta] of site.pages.entries()) {
    if (at % PAGES_PER_TURN === 0) await nextTurn();
    records.push(writeOne(meta));
  }
  return records;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { inner: { type: 'string', default: 'markdown' } } });
const [dir, out] = positionals;
const { inner } = values;
if (dir === undefined || out === undefined || (inner !== 'raw' && inner !== 'markdown')) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const opened = await openSite(dir, { disabledLanguages: 'read' });
  const started = process.cpuUsage();
  const records = await writeSite(opened, inner);
  const { user, system } = process.cpuUsage(started);
  writeFileSync(out, `${records.join('\n')}\n`);
  console.log(`${records.length} pages, ${((user + system) / 1e6).toFixed(2)} s CPU to read and write them`);
}
