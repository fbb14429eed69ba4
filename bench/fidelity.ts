/**
 * Writes every page of a site as HTML, for comparison with what a real Hugo makes of the site.
 *
 *     node bench/fidelity.ts SITE OUT.jsonl [--inner raw|markdown] [--records FILE]
 *
 * (Node 22.18 or newer.) OUT.jsonl gets a record a page, `{ file, lang, html }`: `file` below the site's folder. Shortcode calls are marker elements;
 * `--inner` says what stands in those of `{{< >}}` calls: their text as it is, or as Markdown (the default). It is what
 * `decant convert --to html --fragment --unmapped marker` writes, with every page that has no output of its own.
 * `--records` names what Hugo made of the pages, `{ file, lang, content }` a line, gzipped or not; it prints a row of the table in
 * `docs/fidelity.md` and the pages that differ.
 */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type OpenedSite, openSite } from '../src/pipeline/open-site.ts';
import { openConversion } from '../src/pipeline/open-conversion.ts';
import { readMapping } from '../src/pipeline/read-mapping.ts';
import { loadTarget } from '../src/targets/load-target.ts';
import { type Comparison, compareHtml, type HtmlRecord, readRecords } from './fidelity/compare.ts';

const USAGE = 'usage: fidelity SITE OUT.jsonl [--inner raw|markdown] [--records FILE]';

// The native parser frees its memory only when the event loop turns.
const PAGES_PER_TURN = 32;

async function writeSite(opened: OpenedSite, inner: 'raw' | 'markdown'): Promise<HtmlRecord[]> {
  const { pages } = opened.site;
  const { convert } = await openConversion(opened, pages, {
    target: await loadTarget('html'),
    mapping: readMapping({ files: [], builtins: 'unmapped' }),
    unmapped: 'marker',
    inner,
    html: 'fragment',
  });
  const records: HtmlRecord[] = [];
  for (const [at, meta] of pages.entries()) {
    if (at % PAGES_PER_TURN === 0) await nextTurn();
    const [file] = convert(meta).page?.files ?? [];
    if (!file || !('text' in file)) throw new Error(`${meta.file} has not been written`);
    records.push({ file: meta.file, lang: meta.language, html: file.text });
  }
  return records;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inner: { type: 'string', default: 'markdown' },
    records: { type: 'string' },
  },
});
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
