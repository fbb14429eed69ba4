/** Shards, merged, leave and say what one run leaves and says. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { RunReport } from '../../../../src/diagnostics/run-report.ts';
import type { ConvertSiteOptions } from '../../../../src/pipeline/convert-site.ts';
import type { TargetName } from '../../../../src/targets/load-target.ts';
import { readMapping } from '../../../../src/pipeline/read-mapping.ts';
import { mergeShards } from '../../../../src/pipeline/shards/merge-shards.ts';
import { convertInFolder, filesBelow } from '../../../support/convert-in-folder.ts';

const SAMPLES = join(import.meta.dirname, '../../../../samples');

let folder: string;
let site: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decant-shards-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  site = join(folder, 'site');
  cpSync(join(SAMPLES, 'mesh-docs'), site, { recursive: true });
});

const to = (name: string): string => join(folder, name);

async function convert(out: string, target: TargetName, more: Partial<ConvertSiteOptions>): Promise<RunReport> {
  return (await convertInFolder({ site, out: to(out), target, more })).report;
}

async function shards(target: TargetName, total: number, more: Partial<ConvertSiteOptions> = {}): Promise<string[]> {
  const names = Array.from({ length: total }, (_, at) => `shard-${at + 1}`);
  for (const [at, name] of names.entries()) {
    await convert(name, target, { ...more, shard: { index: at + 1, total } });
  }
  return names.map(to);
}

const saidBy = ({ pages, totals, diagnostics, stale, files }: RunReport) => ({
  pages,
  totals,
  diagnostics,
  stale,
  files: files.map(({ path, source }) => [path, source]),
});

const kept = (out: string): string[] =>
  ['manifest.json', 'base.pack'].map((name) => readFileSync(join(to(out), '.decant', name), 'latin1'));

describe('shards', () => {
  it.each([
    ['mdx', 8],
    ['docusaurus', 3],
    ['starlight', 2],
    ['contentful', 3],
    ['html', 2],
  ] as const)('come to the same as one run: %s in %i', async (target, total) => {
    const more = { scaffold: true, drafts: true };
    const single = await convert('single', target, more);
    const { report } = await mergeShards(await shards(target, total, more), { out: to('merged') });
    expect(filesBelow(to('merged'))).toEqual(filesBelow(to('single')));
    expect(kept('merged')).toEqual(kept('single'));
    expect(saidBy(report)).toEqual(saidBy(single));
  });

  it('take each page once, and each static file', async () => {
    const parts = await shards('mdx', 3);
    const pages = parts.flatMap((out) => Object.keys(filesBelow(out)));
    expect(pages.length).toBe(new Set(pages).size);
    expect(pages.toSorted()).toEqual(pages.filter((path) => !/urls|ledger/.test(path)).toSorted());
  });

  it('say of files that pages take in what one run says', async () => {
    writeFileSync(to('mapping.yaml'), 'version: 1\nshortcodes: { take: { as: code, value: { file: "${0}" } } }\n');
    writeFileSync(join(site, 'odd.txt'), Buffer.from('\ufeffodd', 'utf16le'));
    for (const name of ['one', 'two', 'three', 'four']) {
      writeFileSync(join(site, `content/en/${name}.md`), '---\ntitle: Takes\n---\n\n{{< take "odd.txt" >}}\n');
    }
    const more = { mapping: readMapping({ site, files: [to('mapping.yaml')] }) };
    const single = await convert('single', 'mdx', more);
    const { report } = await mergeShards(await shards('mdx', 2, more), { out: to('merged') });
    expect(saidBy(report)).toEqual(saidBy(single));
  });

  it('keep hand edits in the folder that they are merged into', async () => {
    await mergeShards(await shards('mdx', 2), { out: to('merged') });
    const edited = join(to('merged'), 'mesh.mdx');
    writeFileSync(edited, readFileSync(edited, 'utf8').replace(/^title: .*/m, 'title: Ours'));
    const source = join(site, 'content/en/mesh.md');
    writeFileSync(source, `${readFileSync(source, 'utf8')}\n\nOne more paragraph.\n`);
    const { report } = await mergeShards(await shards('mdx', 2), { out: to('merged') });
    expect(report.files.filter(({ action }) => action === 'merge').map(({ path }) => path)).toEqual(['mesh.mdx']);
    expect(readFileSync(edited, 'utf8')).toMatch(/^title: Ours$[^]*One more paragraph/m);
  });

  it('may be run again, and plan only', async () => {
    const parts = await shards('mdx', 2);
    const { report: planned } = await mergeShards(parts, { out: to('merged'), dryRun: true });
    expect(planned.files.every(({ action }) => action === 'write')).toBe(true);
    expect(readdirSync(folder)).not.toContain('merged');
    await mergeShards(parts, { out: to('merged') });
    const { report } = await mergeShards(await shards('mdx', 2), { out: to('merged') });
    expect(report.files.filter(({ action }) => action !== 'unchanged')).toEqual([]);
  });
});

describe('folders that do not fit together', () => {
  it.each([
    ['one is missing', async () => (await shards('mdx', 3)).slice(0, 2), /no shard 3\/3/],
    ['one is there twice', async () => [...(await shards('mdx', 2)), to('shard-1')], /the same shard, 1 of 2/],
    ['one is no shard', async () => [...(await shards('mdx', 2)), site], /site is not the output of a shard/],
    ['one is the output folder', async () => [...(await shards('mdx', 2)), to('merged')], /is one of the shards/],
    ['there are none', async () => [], /no folder is named/],
  ] as const)('%s', async (_, folders, message) => {
    await expect(mergeShards(await folders(), { out: to('merged') })).rejects.toThrow(message);
  });

  it('one has seen other files, or other options', async () => {
    await shards('mdx', 2);
    await convert('shard-2', 'mdx', { shard: { index: 2, total: 2 }, drafts: true });
    const merged = mergeShards([to('shard-1'), to('shard-2')], { out: to('merged') });
    await expect(merged).rejects.toThrow(/shards of different runs/);
  });

  it('a file of one was changed since', async () => {
    const parts = await shards('mdx', 2);
    const picture = parts
      .flatMap((out) => Object.keys(filesBelow(out)).map((file) => join(out, file)))
      .find((file) => file.endsWith('.svg'));
    writeFileSync(String(picture), 'another');
    await expect(mergeShards(parts, { out: to('merged') })).rejects.toThrow(/has changed since its shard was made/);
  });
});
