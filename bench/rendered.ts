/**
 * Renders what the mdx target makes of a site, and holds it against what the html target makes of the same pages.
 *
 *     node bench/rendered.ts SITE [--mapping FILE] [--all]
 *
 * (Node 22.18 or newer.) Each page is compiled by `@mdx-js/mdx` with `remark-gfm` and rendered by React; components show their children.
 * Prints a row of the table in `docs/fidelity.md`: pages that compile, pages with the same words, and how many blocks of code, images,
 * links and tables of the HTML are there too. Typographic signs, the names of an admonition's kind and the way back from a footnote do not
 * count, titles and labels do; sections without a text, which the mdx target fills with links, are left out. Then the pages that differ, with the place where they part.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { PageMeta } from '../src/model/page.ts';
import { openSite } from '../src/pipeline/open-site.ts';
import { selectPages } from '../src/pipeline/select-pages.ts';
import { renderMdx, type ShownProps } from '../test/support/render-mdx.ts';
import type { PageContent } from './contentful/content.ts';
import { readHtml } from './contentful/read-html.ts';
import { convertPages } from './convert-pages.ts';
import { compareContent, openTally, tallyCells } from './content-tally.ts';

async function measure(dir: string, mapping: readonly string[], all: boolean): Promise<void> {
  const opened = await openSite(dir);
  const pages = selectPages(opened.site, {});
  const html = await convertPages(opened, pages, { name: 'html', files: mapping });
  const mdx = await convertPages(opened, pages, { name: 'mdx', files: mapping });
  const tally = openTally();
  let count = 0;
  let compiled = 0;
  for (const page of pages) {
    const text = mdx.own.get(page);
    if (text === undefined || isFilledByHugo(page, html.own.get(page) ?? '')) continue;
    count++;
    const rendered = await render(page, text, tally.different);
    if (rendered === undefined) continue;
    compiled++;
    compareContent(page.file, plain(readHtml(html.own.get(page) ?? '')), plain(readHtml(rendered)), tally);
  }
  console.log(`| ${basename(dir)} | ${count} | ${compiled} | ${tallyCells(tally).join(' | ')} |`);
  for (const line of tally.different.slice(0, all ? undefined : 20)) console.log(`  ${line}`);
}

/** Whether the page has nothing of its own, so that the mdx target lists the pages below it. */
const isFilledByHugo = ({ kind }: PageMeta, html: string): boolean => kind !== 'page' && html.trim() === '';

async function render(page: PageMeta, text: string, faults: string[]): Promise<string | undefined> {
  try {
    return (await renderMdx(text, SHOWN)).html;
  } catch (error) {
    faults.push(`${page.file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** What the components that rules make show of their props; those of unmapped calls show none in the html target. */
const SHOWN: ShownProps = {
  Admonition: ['title'],
  Card: ['title', 'subtitle', 'footer'],
  Step: ['title'],
  Tab: ['label'],
};

/** Without what the two say in their own way. */
function plain(content: PageContent): PageContent {
  let { words } = content;
  for (const [sign, written] of SIGNS) words = words.replaceAll(sign, written);
  return { ...content, words: words.replaceAll(KINDS, '').replaceAll(/\s+/g, '') };
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[‘’]/g, "'"],
  [/[“”«»]|<<|>>/g, '"'],
  [/[–—]|-+/g, '-'],
  [/…/g, '...'],
];

const KINDS = /\b(?:Note|Tip|Info|Important|Warning|Caution|Danger|Footnotes)\b|↩\uFE0E?/g;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, mapping: { type: 'string', multiple: true, default: [] } },
});
const [site] = positionals;
if (site === undefined) {
  console.error('usage: rendered SITE [--mapping FILE] [--all]');
  process.exitCode = 2;
} else await measure(site, values.mapping, values.all);
