import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { PageMeta } from '../src/model/page.ts';
import type { OpenedSite } from '../src/pipeline/open-site.ts';
import type { CaseFolder } from './support/case-folder.ts';
import { exportPage } from '../src/pipeline/export-page.ts';
import { openSite } from '../src/pipeline/open-site.ts';
import { readMapping } from '../src/pipeline/read-mapping.ts';
import { micromarkEngine } from '../src/reader/markdown/micromark.ts';
import { satteriEngine } from '../src/reader/markdown/satteri.ts';
import { readPage } from '../src/reader/read-page.ts';
import { loadTarget } from '../src/targets/load-target.ts';
import { findCases, pageFile, writeSite } from './support/case-folder.ts';
import { findModelFaults } from './support/model-faults.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';
import { printModel } from './support/print-model.ts';
import { renderMdx } from './support/render-mdx.ts';
import { findContentfulFaults } from './support/contentful-faults.ts';

const SITES = mkdtempSync(join(tmpdir(), 'decant-cases-'));
afterAll(() => rmSync(SITES, { recursive: true, force: true }));

const ENGINES = [satteriEngine, micromarkEngine];
const OUTPUTS = { mdx: 'mdx', html: 'html', contentful: 'json' } as const;
/** What is wrong with an output whatever its case says; MDX that does not compile or render throws. */
const findFaults: Readonly<Record<keyof typeof OUTPUTS, (text: string) => unknown>> = {
  mdx: async (text) => (await renderMdx(text)) && [],
  html: () => [],
  contentful: findContentfulFaults,
};
const NOW = new Date('2026-06-01T00:00:00Z');

describe.each(findCases('reader'))('reader: $name', (aCase) => {
  const engines = ENGINES.filter(({ name }) => (aCase.config.engine ?? name) === name);
  it.each(engines)('is read by $name', async (engine) => {
    const { opened, meta } = await openCase(aCase);
    const loaded = opened.load(meta);
    const { markup } = opened.site.languages.find(({ code }) => code === meta.language) ?? {};
    if (!markup) throw new Error(`no language ${meta.language}`);
    const { page, diagnostics } = readPage({ meta, ...loaded, markup, shortcodes: opened.site.shortcodes, engine });
    expect(findModelFaults(page, loaded.source)).toEqual([]);
    await expect(printModel(page)).toMatchFileSnapshot(join(aCase.folder, 'model.json'));
    await expectDiagnostics(aCase, [...opened.diagnostics, ...diagnostics]);
  });
});

describe.each(Object.keys(OUTPUTS) as (keyof typeof OUTPUTS)[])('writers: %s', (target) => {
  it.each(findCases(`writers/${target}`))('$name', async (aCase) => {
    const { opened, meta, site } = await openCase(aCase);
    const mapping = readMapping({ site, files: [] });
    const { unmapped, html = 'fragment' } = aCase.config;
    const options = { target: await loadTarget(target), mapping, html, ...(unmapped && { unmapped }) };
    const { text, diagnostics } = await exportPage(opened, meta, options);
    expect(await findFaults[target](text)).toEqual([]);
    await expect(text).toMatchFileSnapshot(join(aCase.folder, `output.${OUTPUTS[target]}`));
    await expectDiagnostics(aCase, [...mapping.diagnostics, ...diagnostics]);
  });
});

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
async function expectDiagnostics(aCase: CaseFolder, diagnostics: readonly Diagnostic[]): Promise<void> {
  const printed = printDiagnostics(diagnostics, pageFile(aCase));
  const file = join(aCase.folder, 'diagnostics.txt');
  if (printed === '' && !existsSync(file)) return;
  await expect(printed).toMatchFileSnapshot(file);
}
