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
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Document } from '@contentful/rich-text-types';
import { validateRichTextDocument } from '@contentful/rich-text-types';
import type { PageMeta } from '../src/model/page.ts';
import { openConversion } from '../src/pipeline/open-conversion.ts';
import { type OpenedSite, openSite } from '../src/pipeline/open-site.ts';
import { readMapping } from '../src/pipeline/read-mapping.ts';
import { selectPages } from '../src/pipeline/select-pages.ts';
import { loadTarget, type TargetName } from '../src/targets/load-target.ts';
import { planContentful } from '../src/writers/contentful/plan.ts';
import { firstDifference, type PageContent } from './contentful/content.ts';
import { readHtml } from './contentful/read-html.ts';
import { type Entity, readRichText } from './contentful/read-rich-text.ts';

// The native parser frees its memory only when the event loop turns.
const PAGES_PER_TURN = 32;

/** What the html target makes of each page, and what of the whole site another one does. */
async function convertAll(
  opened: OpenedSite,
  pages: readonly PageMeta[],
  { name, files }: { readonly name: TargetName; readonly files: readonly string[] },
): Promise<{ own: Map<PageMeta, string>; site: string }> {
  const mapping = readMapping({ site: opened.dir, files });
  const { session, convert } = await openConversion(opened, pages, {
    target: await loadTarget(name),
    mapping,
    html: 'fragment',
  });
  const own = new Map<PageMeta, string>();
  const contributions: unknown[] = [];
  for (const [at, page] of pages.entries()) {
    if (at % PAGES_PER_TURN === 0) await nextTurn();
    const converted = convert(page).page;
    if (converted?.contribution !== undefined) contributions.push(converted.contribution);
    const file = converted?.files.find((candidate) => 'text' in candidate);
    if (file && 'text' in file) own.set(page, file.text);
  }
  const file = session.finish(contributions).files.find((candidate) => 'text' in candidate);
  return { own, site: file && 'text' in file ? file.text : '' };
}

interface Row {
  pages: number;
  /** Pages that Contentful takes. */
  valid: number;
  sameText: number;
  /** By kind: how many the html target writes, and how many pages have another number. */
  readonly counts: Record<Counted, { html: number; kept: number }>;
  readonly different: string[];
}

type Counted = 'code' | 'images' | 'links' | 'tables';

const openRow = (): Row => ({
  pages: 0,
  valid: 0,
  sameText: 0,
  counts: {
    code: { html: 0, kept: 0 },
    images: { html: 0, kept: 0 },
    links: { html: 0, kept: 0 },
    tables: { html: 0, kept: 0 },
  },
  different: [],
});

interface Export {
  readonly document: unknown;
  readonly entries: ReadonlyMap<string, Entity>;
}

function compare(file: string, before: PageContent, { document, entries }: Export, row: Row): void {
  const after = readRichText(document, entries);
  const faults = validateRichTextDocument(document as Document); // whatever its shape, it says what is wrong with it
  row.pages++;
  if (faults.length > 0) row.different.push(`${file}: ${faults.length} faults that Contentful refuses`);
  else row.valid++;
  if (before.words === after.words) row.sameText++;
  else row.different.push(`${file}: ${firstDifference(before.words, after.words)}`);
  for (const kind of ['images', 'links', 'tables'] as const) {
    row.counts[kind].html += before[kind];
    row.counts[kind].kept += Math.min(before[kind], after[kind]);
    if (before[kind] !== after[kind]) row.different.push(`${file}: ${kind} ${before[kind]} | ${after[kind]}`);
  }
  row.counts.code.html += before.code.length;
  // A block counts as kept where it is equal to the byte.
  const rest = [...after.code];
  for (const block of before.code) {
    const at = rest.indexOf(block);
    if (at >= 0) rest.splice(at, 1);
    else row.different.push(`${file}: code ${JSON.stringify(block.slice(0, 60))}`);
    if (at >= 0) row.counts.code.kept++;
  }
}

function printRow(name: string, { pages, valid, sameText, counts }: Row): void {
  const kept = Object.values(counts).map(({ html, kept: count }) => `${count} of ${html}`);
  console.log(
    `| ${name} | ${pages} | ${valid} | ${sameText} (${((100 * sameText) / pages).toFixed(1)} %) | ${kept.join(' | ')} |`,
  );
}

async function measure(dir: string, { mapping, all, rival }: Options): Promise<void> {
  const opened = await openSite(dir);
  const pages = selectPages(opened.site, {});
  const html = await convertAll(opened, pages, { name: 'html', files: mapping });
  const { site: text } = await convertAll(opened, pages, { name: 'contentful', files: mapping });
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
