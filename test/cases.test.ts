import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Nodes } from 'mdast';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { PageMeta } from '../src/model/page.ts';
import type { OpenedSite } from '../src/pipeline/open-site.ts';
import type { OutputFile } from '../src/targets/target.ts';
import type { CaseFolder } from './support/case-folder.ts';
import { openSite } from '../src/pipeline/open-site.ts';
import { readMapping } from '../src/pipeline/read-mapping.ts';
import { micromarkEngine } from '../src/reader/markdown/micromark.ts';
import { satteriEngine } from '../src/reader/markdown/satteri.ts';
import { readPage } from '../src/reader/read-page.ts';
import { loadMdxParser } from '../src/writers/mdx/parser.ts';
import { loadTarget } from '../src/targets/load-target.ts';
import { BLOCK_ELEMENTS } from '../src/targets/mintlify/facts.ts';
import { findCases, pageFile, writeSite } from './support/case-folder.ts';
import { convertPages } from './support/convert-pages.ts';
import { findModelFaults } from './support/model-faults.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';
import { printExport } from './support/print-export.ts';
import { printModel } from './support/print-model.ts';
import { renderMdx, withoutFrontMatter } from './support/render-mdx.ts';
import { findContentfulFaults } from './support/contentful-faults.ts';

const SITES = mkdtempSync(join(tmpdir(), 'decant-cases-'));
// Some thousand files, which a busy machine may take longer to remove than a hook has by default.
afterAll(() => rmSync(SITES, { recursive: true, force: true }), 60_000);

const ENGINES = [satteriEngine, micromarkEngine];
/** What an output looks like beside its case, and what is wrong with it whatever the case says. */
const OUTPUTS = {
  // MDX that does not compile or render throws.
  mdx: { extension: 'mdx', print: asItIs, findFaults: async (text: string) => (await renderMdx(text)) && [] },
  docusaurus: { extension: 'mdx', print: asItIs, findFaults: async (text: string) => (await renderMdx(text)) && [] },
  starlight: { extension: 'mdx', print: asItIs, findFaults: findAstroFaults },
  fumadocs: { extension: 'mdx', print: asItIs, findFaults: async (text: string) => (await renderMdx(text)) && [] },
  mintlify: { extension: 'mdx', print: asItIs, findFaults: findMintlifyFaults },
  nextra: { extension: 'mdx', print: asItIs, findFaults: async (text: string) => (await renderMdx(text)) && [] },
  html: { extension: 'html', print: asItIs, findFaults: () => [] },
  contentful: { extension: 'json', print: printExport, findFaults: findContentfulFaults },
};
type TargetName = keyof typeof OUTPUTS;
const NOW = new Date('2026-06-01T00:00:00Z');

describe.each(findCases('reader'))('reader: $name', (aCase) => {
  const engines = ENGINES.filter(({ name }) => (aCase.config.engine ?? name) === name);
  it.each(engines)('is read by $name', async (engine) => {
    const { opened, meta, site } = await openCase(aCase);
    const loaded = opened.load(meta);
    const { markup } = opened.site.languages.find(({ code }) => code === meta.language) ?? {};
    if (!markup) throw new Error(`no language ${meta.language}`);
    const { page, diagnostics } = readPage({ meta, ...loaded, markup, shortcodes: opened.site.shortcodes, engine });
    expect(findModelFaults(page, loaded.source)).toEqual([]);
    await expect(printModel(page)).toMatchFileSnapshot(join(aCase.folder, 'model.json'));
    await expectDiagnostics(aCase, [...opened.diagnostics, ...diagnostics], site);
  });
});

describe.each(Object.keys(OUTPUTS) as TargetName[])('writers: %s', (target) => {
  it.each(findCases(`writers/${target}`))('$name', async (aCase) => {
    const { opened, meta, site } = await openCase(aCase);
    const mapping = readMapping({ site, files: [] });
    const { unmapped, html = 'fragment', extension = 'mdx' } = aCase.config;
    const options = { target: await loadTarget(target), mapping, html, extension, ...(unmapped && { unmapped }) };
    const { pages, rest, diagnostics } = await convertPages(opened, options);
    const { path, text } = textFileIn([...(pages.get(meta.file) ?? []), ...rest]);
    const output = OUTPUTS[target];
    // Any text is Markdown: what it comes to is the business of test/property/mdx.test.ts.
    const isMarkdown = output.extension === 'mdx' && path.endsWith('.md');
    if (!isMarkdown) expect(await output.findFaults(text)).toEqual([]);
    const name = `output.${isMarkdown ? 'md' : output.extension}`;
    await expect(output.print(text)).toMatchFileSnapshot(join(aCase.folder, name));
    await expectDiagnostics(aCase, diagnostics, site);
  });
});

/** Mintlify reads `{#id}` and formulas, and leaves out elements among blocks that it does not know. */
async function findMintlifyFaults(text: string): Promise<readonly string[]> {
  const parser = await loadMdxParser({ headingAttributes: true, math: true });
  const body = withoutFrontMatter(text);
  const problem = parser.problemIn(body);
  if (problem !== undefined) return [problem];
  const pending: Nodes[] = [parser.treeOf(body)];
  const unknown: string[] = [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'mdxJsxFlowElement' && /^[a-z]/.test(node.name ?? '') && !BLOCK_ELEMENTS.has(node.name ?? '')) {
      unknown.push(`<${node.name}> among blocks`);
    }
    if ('children' in node) pending.push(...node.children);
  }
  return unknown;
}

/** Astro reads `{#id}` behind headings, which @mdx-js takes for code. */
async function findAstroFaults(text: string): Promise<readonly string[]> {
  const parser = await loadMdxParser({ headingAttributes: true });
  return [parser.problemIn(withoutFrontMatter(text))].filter((problem) => problem !== undefined);
}

function asItIs(text: string): string {
  return text;
}

/** The text of a page's own file, else of the one file of a target that writes a site. */
function textFileIn(files: readonly OutputFile[]): { readonly path: string; readonly text: string } {
  const file = files.find((candidate) => 'text' in candidate);
  if (!file || !('text' in file)) throw new Error('there is no output');
  return file;
}

async function openCase(aCase: CaseFolder): Promise<{ opened: OpenedSite; meta: PageMeta; site: string }> {
  const site = mkdtempSync(join(SITES, 'site-'));
  writeSite(aCase, site);
  const { facts } = readMapping({ site, files: [] });
  const opened = await openSite(site, { now: NOW, mappingFacts: facts });
  const meta = opened.site.pages.find(({ file }) => file === pageFile(aCase));
  if (!meta) throw new Error(`the site has no page ${pageFile(aCase)}`);
  return { opened, meta, site };
}

/** A case without `diagnostics.txt` is one that decant has nothing to say about. */
async function expectDiagnostics(aCase: CaseFolder, diagnostics: readonly Diagnostic[], site: string): Promise<void> {
  const printed = printDiagnostics(diagnostics, pageFile(aCase)).replaceAll(`${site}/`, '');
  const file = join(aCase.folder, 'diagnostics.txt');
  if (printed === '' && !existsSync(file)) return;
  await expect(printed).toMatchFileSnapshot(file);
}
