import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { convertInFolder, filesBelow, putFile } from '../../support/convert-in-folder.ts';

let site: string;
let out: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'decant-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  site = join(folder, 'site');
  out = join(folder, 'out');
  putFile(join(site, 'hugo.yaml'), 'baseURL: https://example.org/\n');
  putFile(join(site, 'content/one.md'), '---\ntitle: One\n---\n\nOne.\n');
  putFile(join(site, 'content/two.md'), '---\ntitle: Two\n---\n\nTwo. {{< unknown >}}\n');
});

const page = (name: string, text: string): void => putFile(join(site, `content/${name}.md`), text);

async function run(options: Partial<Parameters<typeof convertInFolder>[0]> = {}): Promise<string> {
  const { report, scope } = await convertInFolder({ site, out, ...options });
  return [
    scope,
    ...report.files.filter(({ action }) => action !== 'unchanged').map(({ action, path }) => `${action} ${path}`),
  ].join(' ');
}

describe('convertFolder', () => {
  it('does nothing where nothing has changed, and says the same again', async () => {
    const first = await convertInFolder({ site, out });
    const second = await convertInFolder({ site, out });
    expect([first.scope, second.scope]).toEqual(['everything', 'nothing']);
    expect(second.report.diagnostics).toEqual(first.report.diagnostics);
    expect(second.report.diagnostics.map(({ code }) => code)).toContain('mapping-unmapped-component');
    expect(second.report.totals).toEqual(first.report.totals);
  });

  it('converts a page alone whose body has changed', async () => {
    await run();
    page('one', '---\ntitle: One\n---\n\nOne more.\n');
    expect(await run()).toBe('changed write one.mdx');
    expect(await run()).toBe('nothing');
  });

  it('reads the site anew where a title, a file or a setting has changed', async () => {
    await run();
    page('one', '---\ntitle: Uno\n---\n\nOne.\n');
    expect(await run()).toBe('everything write one.mdx');
    page('three', 'Three.\n');
    expect(await run()).toBe('everything write three.mdx write urls.json write ledger.json');
    writeFileSync(join(site, 'decant.yaml'), 'version: 1\nmapping: { unmapped: keep }\n');
    expect(await run()).toMatch(/^everything /);
    expect(await run()).toBe('nothing');
  });

  it('puts back what was deleted or edited in the output', async () => {
    await run();
    rmSync(join(out, 'one.mdx'));
    expect(await run()).toBe('changed write one.mdx');
    writeFileSync(join(out, 'one.mdx'), 'mine');
    expect(await run()).toBe('changed keep one.mdx');
    expect(await run()).toBe('nothing keep one.mdx');
    expect(await run({ more: { edits: 'overwrite' } })).toBe('everything write one.mdx');
  });

  it('has its doubts about everything under --no-cache', async () => {
    await run();
    expect(await run({ ignoreCache: true })).toBe('everything');
  });

  it('goes on where a run was interrupted', async () => {
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 0) stop.abort();
    };
    const { report } = await convertInFolder({ site, out, more: { onProgress, signal: stop.signal } });
    expect([report.interrupted, report.pages.converted]).toEqual([true, 1]);
    expect(await run()).toBe('changed write two.mdx write urls.json write ledger.json');
  });

  it('finds what a later run has not come to when it was stopped', async () => {
    await run();
    page('one', '---\ntitle: One\n---\n\n## New\n');
    const { report } = await convertInFolder({ site, out, more: { signal: AbortSignal.abort() } });
    expect([report.interrupted, report.pages.converted]).toEqual([true, 0]);
    expect(await run()).toBe('changed write one.mdx');
    expect(await run()).toBe('nothing');
  });

  it('knows the pages that a run over the site anew has not come to when it was stopped', async () => {
    await run();
    page('one', '---\ntitle: Uno\n---\n\nOne.\n');
    await convertInFolder({ site, out, more: { signal: AbortSignal.abort() } });
    const { report } = await convertInFolder({ site, out, more: { include: ['content/one.md'], isPart: true } });
    expect(report.diagnostics.map(({ code }) => code)).not.toContain('output-site-files-kept');
  });

  it('refuses a file as long as nobody has decided', async () => {
    await run();
    page('one', '---\ntitle: One\n---\n\nOne of theirs.\n');
    writeFileSync(join(out, 'one.mdx'), '---\ntitle: One\n---\n\nOne of mine.\n');
    for (let turn = 0; turn < 3; turn++) {
      const { report } = await convertInFolder({ site, out });
      expect(report.diagnostics.map(({ code }) => code)).toContain('output-edited-file');
    }
  });

  it.each([
    ['cache/run.bin', 'no state'],
    ['cache/run.bin', ''],
    ['cache/site.bin', 'nothing'],
    ['cache/pages.ndjson', 'nothing'],
    ['base.pack', ''],
  ])('makes up for a damaged %s', async (name, text) => {
    await run();
    const before = filesBelow(out);
    writeFileSync(join(out, '.decant', name), text);
    page('one', '---\ntitle: One\n---\n\nOne more.\n');
    await run();
    page('one', '---\ntitle: One\n---\n\nOne.\n');
    await run();
    expect(filesBelow(out)).toEqual(before);
  });

  it('looks again when a page is due', async () => {
    page('soon', `---\ntitle: Soon\npublishDate: ${new Date(Date.now() + 1500).toISOString()}\n---\nSoon.\n`);
    await run();
    expect(existsSync(join(out, 'soon.mdx'))).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1600));
    expect(await run()).toContain('write soon.mdx');
    expect(readFileSync(join(out, 'soon.mdx'), 'utf8')).toContain('Soon.');
  });

  it('writes nothing in a dry run, and uses what is there', async () => {
    await run();
    expect(await run({ dryRun: true })).toBe('nothing');
    page('one', '---\ntitle: One\n---\n\nOne more.\n');
    expect(await run({ dryRun: true })).toBe('changed write one.mdx');
    expect(await run()).toBe('changed write one.mdx');
  });
});
