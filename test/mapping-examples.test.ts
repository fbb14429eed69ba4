import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listRules } from '../src/mapping/explain.ts';
import { loadMapping } from '../src/mapping/load.ts';
import type { Example } from '../src/mapping/mapping.ts';
import { convertPage } from '../src/pipeline/convert-one.ts';
import { openSite } from '../src/pipeline/open-site.ts';
import { readMapping, shippedMappings } from '../src/pipeline/read-mapping.ts';
import { isTargetName, loadTarget, type TargetName } from '../src/targets/load-target.ts';
import { mapPage } from './support/map-page.ts';

const SITES = mkdtempSync(join(tmpdir(), 'decant-examples-'));
afterAll(() => rmSync(SITES, { recursive: true, force: true }));

const ROOT = join(import.meta.dirname, '..');
const SHIPPED = shippedMappings();

describe.each(Object.entries(SHIPPED))('the shipped mapping %s', (name, file) => {
  const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
  const { mapping, diagnostics } = loadMapping([{ name: file, text: read(file) }], { read, shipped: SHIPPED });
  const own = mapping.examples.filter((example) => example.file === file);

  it('has no findings', () => {
    expect(diagnostics).toEqual([]);
  });

  it.each(own)('$name', async (example) => {
    for (const [target, text] of example.expect) {
      if (!isTargetName(target)) throw new Error(`no target ${target}`);
      const found = await convert(example, target, name);
      expect(found.trimEnd()).toBe(text.trimEnd());
    }
  });

  it('shows every rule in an example', () => {
    const used = new Set(
      own.flatMap(({ source }) =>
        mapPage(asPage(source), mapping, { hooks: { resolve: () => ({ url: '/' }) } }).outcomes.map(({ by }) => by),
      ),
    );
    const unused = listRules(mapping, 'mdx').filter(({ id }) => id.startsWith(`${file}#`) && !used.has(id));
    expect(unused.map(({ id }) => id)).toEqual([]);
  });
});

/** An example is a page, or a part of one: a page that began with a call would be taken for one with JSON front matter. */
const asPage = (source: string): string => (source.startsWith('---\n') ? source : `---\n---\n${source}`);

async function convert(example: Example, target: TargetName, name: string): Promise<string> {
  const dir = mkdtempSync(join(SITES, 'site-'));
  mkdirSync(join(dir, 'content'));
  const markup = { goldmark: { renderer: { unsafe: true } } };
  writeFileSync(join(dir, 'hugo.json'), JSON.stringify({ baseURL: 'https://example.org/', markup }));
  writeFileSync(join(dir, 'decant.yaml'), `version: 1\nextends: ${name}\n`);
  writeFileSync(join(dir, 'content/page.md'), asPage(example.source));
  const opened = await openSite(dir);
  const meta = opened.site.pages.find(({ file }) => file === 'content/page.md');
  if (!meta) throw new Error('the site has no page');
  const mapping = readMapping({ site: dir, files: [] });
  const { text } = await convertPage(opened, meta, { target: await loadTarget(target), mapping, html: 'fragment' });
  return text.replace(/^---\n---\n/, '');
}
