/** Threads change nothing but the time. They run what `dist` has, which `npm test` builds beforehand. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { FolderRun } from '../../../support/convert-in-folder.ts';
import type { RunReport } from '../../../../src/diagnostics/run-report.ts';
import { convertSite } from '../../../../src/pipeline/convert-site.ts';
import { openSite } from '../../../../src/pipeline/open-site.ts';
import { readMapping } from '../../../../src/pipeline/read-mapping.ts';
import { loadTarget } from '../../../../src/targets/load-target.ts';
import { convertInFolder, filesBelow, putFile } from '../../../support/convert-in-folder.ts';

let folder: string;
let site: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decant-threads-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  site = join(folder, 'site');
  cpSync(join(import.meta.dirname, '../../../../samples/mesh-docs'), site, { recursive: true });
});

const run = (out: string, jobs: number, more: Partial<FolderRun> = {}) =>
  convertInFolder({ site, out: join(folder, out), ...more, more: { ...more.more, jobs } });

const said = (report: RunReport): unknown => ({ ...report, out: '' });

describe('threads', () => {
  it.each([
    ['mdx', [2, 8]],
    ['contentful', [2]],
    ['docusaurus', [2]],
  ] as const)('come to the same bytes and findings: %s', async (target, counts) => {
    const { report } = await run('one', 1, { target });
    for (const jobs of counts) {
      const { report: other } = await run(`many-${jobs}`, jobs, { target });
      expect(filesBelow(join(folder, `many-${jobs}`))).toEqual(filesBelow(join(folder, 'one')));
      expect(said(other)).toEqual(said(report));
    }
  });

  it('leave a cache that knows all that pages have looked at', async () => {
    putFile(join(site, 'content/en/part.md'), '---\ntitle: Part\n---\n\n{{< taken >}}\n');
    putFile(join(site, 'snippets/part.md'), 'As it was.\n');
    const config = join(site, 'decant.yaml');
    const text = readFileSync(config, 'utf8');
    expect(text).toContain('\n  shortcodes:\n');
    const rule = '    taken: { as: include, path: snippets/part.md }\n';
    writeFileSync(config, text.replace('\n  shortcodes:\n', `\n  shortcodes:\n${rule}`));
    await run('out', 2);
    expect((await run('out', 2)).scope).toBe('nothing');
    putFile(join(site, 'snippets/part.md'), 'As it is.\n');
    await run('out', 2);
    expect(readFileSync(join(folder, 'out/part.mdx'), 'utf8')).toContain('As it is.');
  });

  it('stop when the run is stopped', async () => {
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 3) stop.abort();
    };
    const { report } = await run('out', 2, { more: { onProgress, signal: stop.signal } });
    expect([report.interrupted, report.pages.converted]).toEqual([true, 4]);
    expect((await run('out', 2)).report.interrupted).toBe(false);
  });

  it('find what a mapping asks of plugins that it has not', async () => {
    writeFileSync(join(site, 'functions.yaml'), 'version: 1\nshortcodes:\n  foo: { as: function, name: bar }\n');
    const opened = await openSite(site);
    const mapping = readMapping({ site, files: [join(site, 'functions.yaml')] });
    const target = await loadTarget('mdx');
    for (const jobs of [1, 2]) {
      const { report } = await convertSite(opened, { out: join(folder, `${jobs}`), target, mapping, jobs });
      expect(report.diagnostics.map(({ code }) => code)).toContain('mapping-function-unknown');
    }
  });

  it('lose a page that has gone since the site was opened, and no other', async () => {
    const opened = await openSite(site, { keptText: 0 });
    rmSync(join(site, 'content/en/mesh.md'));
    const mapping = readMapping({ site, files: [] });
    const target = await loadTarget('mdx');
    const [one, two] = [
      await convertSite(opened, { out: join(folder, 'one'), target, mapping, jobs: 1 }),
      await convertSite(opened, { out: join(folder, 'two'), target, mapping, jobs: 2 }),
    ];
    expect(one.report.diagnostics.map(({ code }) => code)).toContain('internal-error');
    expect(said(two.report)).toEqual(said(one.report));
    expect(filesBelow(join(folder, 'two'))).toEqual(filesBelow(join(folder, 'one')));
  });
});
