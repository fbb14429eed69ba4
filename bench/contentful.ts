/**
 * Counts what an export for Contentful keeps of a site, against what the html target makes of the same pages.
 *
 *     node bench/contentful.ts SITE [--mapping FILE] [--from-markdown FOLDER] [--all]
 *
 * (Node 22.18 or newer.) Prints a row of the table in `docs/fidelity.md`, and the pages that differ with the place where they part.
 * `--from-markdown` names a folder with the package `@contentful/rich-text-from-markdown`, which then gets the same pages: a second row
 * says what it keeps.
 */
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Document } from '@contentful/rich-text-types';
import { validateRichTextDocument } from '@contentful/rich-text-types';
import { openSite } from '../src/pipeline/open-site.ts';
import { selectPages } from '../src/pipeline/select-pages.ts';
import { planContentful } from '../src/writers/contentful/plan.ts';
import { compareContent, openTally, tallyCells, type Tally } from './content-tally.ts';
import type { PageContent } from './contentful/content.ts';
import { readHtml } from './contentful/read-html.ts';
import { type Entity, readRichText } from './contentful/read-rich-text.ts';
import { convertPages } from './convert-pages.ts';

/** And the pages that Contentful takes. */
interface Row extends Tally {
  valid: number;
}

const openRow = (): Row => ({ ...openTally(), valid: 0 });

interface Export {
  readonly document: unknown;
  readonly entries: ReadonlyMap<string, Entity>;
}

function compare(file: string, before: PageContent, { document, entries }: Export, row: Row): void {
  const faults = validateRichTextDocument(document as Document); // whatever its shape, it says what is wrong with it
  if (faults.length > 0) row.different.push(`${file}: ${faults.length} faults that Contentful refuses`);
  else row.valid++;
  compareContent(file, before, readRichText(document, entries), row);
}

const printRow = (name: string, row: Row): void =>
  console.log(`| ${name} | ${row.pages} | ${row.valid} | ${tallyCells(row).join(' | ')} |`);

async function measure(dir: string, { mapping, all, rival }: Options): Promise<void> {
  const opened = await openSite(dir);
  const pages = selectPages(opened.site, {});
  const html = await convertPages(opened, pages, { name: 'html', files: mapping });
  const { site: text } = await convertPages(opened, pages, { name: 'contentful', files: mapping });
  const { entries: list } = JSON.parse(text) as { entries: readonly Entity[] };
  const entries = new Map(list.map((entity) => [entity.sys.id, entity]));
  const plan = planContentful({ site: opened.site, pages });
  const own = openRow();
  const others = openRow();
  for (const page of pages) {
    const { entryId, locale, heldBack } = plan.pageOf(page);
    if (heldBack !== undefined) continue;
    const before = readHtml(html.own.get(page) ?? '');
    const document = entries.get(entryId)?.fields['body']?.[locale];
    compare(page.file, before, { document: document ?? EMPTY, entries }, own);
    if (!rival) continue;
    const { source, bodyStart } = opened.load(page);
    compare(page.file, before, { document: await rival(source.slice(bodyStart)), entries: new Map() }, others);
  }
  printRow(`${basename(dir)} | decant`, own);
  if (rival) printRow(`${basename(dir)} | rich-text-from-markdown`, others);
  for (const line of own.different.slice(0, all ? undefined : 20)) console.log(`  ${line}`);
}

const EMPTY = { nodeType: 'document', data: {}, content: [] };

interface Options {
  readonly mapping: readonly string[];
  readonly all: boolean;
  readonly rival: FromMarkdown | undefined;
}

type FromMarkdown = (markdown: string) => Promise<unknown>;

function loadRival(folder: string): FromMarkdown {
  const found = createRequire(import.meta.url)(resolve(folder)) as { richTextFromMarkdown: FromMarkdown }; // what the package exports
  return found.richTextFromMarkdown;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    mapping: { type: 'string', multiple: true, default: [] },
    'from-markdown': { type: 'string' },
  },
});
const [site] = positionals;
if (site === undefined) {
  console.error('usage: contentful SITE [--mapping FILE] [--from-markdown FOLDER] [--all]');
  process.exitCode = 2;
} else {
  const folder = values['from-markdown'];
  const rival = folder === undefined ? undefined : loadRival(folder);
  await measure(site, { mapping: values.mapping, all: values.all, rival });
}
