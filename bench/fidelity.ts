/**
 * Writes every page of a site as HTML, for comparison with what a real Hugo makes of the site.
 *
 *     node bench/fidelity.ts SITE OUT.jsonl [--inner raw|markdown] [--nested once|twice] [--records FILE]
 *
 * (Node 22.18 or newer.) OUT.jsonl gets a record a page, `{ file, lang, html }`: `file` below the site's folder. Shortcode calls are marker elements;
 * `--inner` says what stands in those of `{{< >}}` calls: their text as it is, or as Markdown (the default). As in the runs of
 * Hugo that it is compared with, code is not highlighted, and inner text that is Markdown goes through Markdown once for each
 * call around it: `--nested once` shows decant's own reading instead, in which it does so once.
 * `--records` names what Hugo made of the pages, `{ file, lang, content }` a line, gzipped or not; it prints a row of the table in
 * `docs/fidelity.md` and the pages that differ.
 */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { PageMeta } from '../src/model/page.ts';
import { withoutHighlighting } from '../src/model/markup.ts';
import { type OpenedSite, openSite } from '../src/pipeline/open-site.ts';
import { loadEngine } from '../src/reader/markdown/load-engine.ts';
import { type Comparison, compareHtml, type HtmlRecord, readRecords } from './fidelity/compare.ts';
import { renderText } from './fidelity/render-page.ts';
import { renderWithStubs } from './fidelity/stub-templates.ts';

const USAGE = 'usage: fidelity SITE OUT.jsonl [--inner raw|markdown] [--nested once|twice] [--records FILE]';

// The native parser frees its memory only when the event loop turns.
const PAGES_PER_TURN = 32;

interface Options {
  readonly inner: 'raw' | 'markdown';
  readonly nested: 'once' | 'twice';
}

async function writeSite(opened: OpenedSite, { inner, nested }: Options): Promise<HtmlRecord[]> {
  const { site } = opened;
  const engine = await loadEngine();
  const markups = new Map(site.languages.map(({ code, markup }) => [code, withoutHighlighting(markup)]));
  const htmlOf = (meta: PageMeta): string => {
    const markup = markups.get(meta.language);
    if (!markup) throw new Error(`${meta.file} is in the unknown language ${meta.language}`);
    const { source, bodyStart } = opened.load(meta);
    const context = { meta, markup, shortcodes: site.shortcodes, engine, inner };
    if (nested === 'twice') return renderWithStubs(source, bodyStart, context);
    return renderText(source, bodyStart, context).html;
  };
  const records: HtmlRecord[] = [];
  for (const [at, meta] of site.pages.entries()) {
    if (at % PAGES_PER_TURN === 0) await nextTurn();
    records.push({ file: meta.file, lang: meta.language, html: htmlOf(meta) });
  }
  return records;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inner: { type: 'string', default: 'markdown' },
    nested: { type: 'string', default: 'twice' },
    records: { type: 'string' },
  },
});
const [dir, out] = positionals;
const { inner, nested } = values;
const isKnown = (inner === 'raw' || inner === 'markdown') && (nested === 'once' || nested === 'twice');
if (dir === undefined || out === undefined || !isKnown) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const opened = await openSite(dir, { disabledLanguages: 'read' });
  const started = process.cpuUsage();
  const records = await writeSite(opened, { inner, nested });
  const { user, system } = process.cpuUsage(started);
  writeFileSync(out, `${records.map((record) => JSON.stringify(record)).join('\n')}\n`);
  console.log(`${records.length} pages, ${((user + system) / 1e6).toFixed(2)} s CPU to read and write them`);
  if (values.records !== undefined)
    printComparison(basename(dir), inner, compareHtml(records, readRecords(values.records)));
}

function printComparison(site: string, mode: string, { pages, identical, sameText, different }: Comparison): void {
  const share = (count: number): string => `${((100 * count) / Math.max(1, pages)).toFixed(1)} %`;
  console.log(
    `| ${site} | ${mode} | ${pages} | ${identical} (${share(identical)}) | ${sameText} (${share(sameText)}) |`,
  );
  for (const file of different) console.log(`  ${file}`);
}
