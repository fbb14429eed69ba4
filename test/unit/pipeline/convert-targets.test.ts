import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { TargetName } from '../../../src/targets/load-target.ts';
import type { FolderRun } from '../../support/convert-in-folder.ts';
import { readRunState } from '../../../src/pipeline/cache/run-state.ts';
import { joinReports } from '../../../src/diagnostics/joint-report.ts';
import { convertInFolder, convertInFolders, putFile } from '../../support/convert-in-folder.ts';

const SAMPLES = join(import.meta.dirname, '../../../samples');
const TARGETS = ['mdx', 'html', 'contentful', 'docusaurus'] as const;

let folder: string;
let site: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decant-targets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  site = join(folder, 'site');
});

type More = Omit<FolderRun, 'site' | 'out' | 'target'>;

const outOf = (target: TargetName): string => join(folder, 'out', target);

const together = (more: More = {}, targets: readonly TargetName[] = TARGETS) =>
  convertInFolders(Object.fromEntries(targets.map((target) => [target, outOf(target)])), { site, ...more });

async function apart(more: More = {}) {
  const results = [];
  for (const target of TARGETS) results.push(await convertInFolder({ site, out: outOf(target), target, ...more }));
  return results;
}

/**
 * The hash of everything in the output folders, decant's own files among it, but for what is of the moment: times, the name of the run, and the
 * site's index, in which the same number can be written in two ways.
 */
function everything(): Record<string, string> {
  const files = readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  return Object.fromEntries(
    paths.toSorted().flatMap((path) => {
      if (path.endsWith('/site.bin')) return [];
      const text = path.endsWith('/run.bin') ? stateIn(path) : readFileSync(path, 'latin1');
      const name = withoutNames(path.slice(folder.length));
      return [
        [
          name,
          createHash('sha1')
            .update(path.includes('/.decant/') ? withoutNames(text) : text)
            .digest('hex'),
        ],
      ];
    }),
  );
}

/** What the next run goes on from. */
function stateIn(path: string): string {
  const key = readFileSync(path, 'latin1').split('\n', 1)[0] ?? '';
  const state = readRunState(dirname(dirname(dirname(path))), key);
  const ofTheMoment = new Set(['numbers', 'snapshot', 'index', 'epoch']);
  return JSON.stringify(state, (name, value: unknown) => (ofTheMoment.has(name) ? undefined : value));
}

const withoutNames = (text: string): string => text.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'NAME');

/** What is not only this machine's. */
const output = (files: Record<string, string>): readonly (readonly [string, string])[] =>
  Object.entries(files).filter(([path]) => !path.includes('/cache/'));

const clear = (): void => rmSync(join(folder, 'out'), { recursive: true });

describe('convertFolder to several targets', () => {
  it.each(['tide-docs', 'mesh-docs', 'broken'])('leaves what a run for each leaves: %s', async (name) => {
    cpSync(join(SAMPLES, name), site, { recursive: true });
    const joint = await together();
    const left = everything();
    clear();
    const single = await apart();
    expect(everything()).toEqual(left);
    expect(joint).toEqual(single);
  });

  it('leaves the same whatever the number of threads', async () => {
    cpSync(join(SAMPLES, 'tide-docs'), site, { recursive: true });
    const one = await together();
    const left = everything();
    clear();
    const two = await together({ more: { jobs: 2 } });
    expect(two).toEqual(one);
    expect(output(everything())).toEqual(output(left));
  });

  it('goes on where runs for each have left off, and they go on from it', async () => {
    cpSync(join(SAMPLES, 'tide-docs'), site, { recursive: true });
    const scopes = (results: readonly { readonly scope: string }[]): string => results.map(({ scope }) => scope).join();
    expect(scopes(await apart())).toBe('everything,everything,everything,everything');
    expect(scopes(await together())).toBe('nothing,nothing,nothing,nothing');
    const page = join(site, 'content/en/docs/_index.md');
    writeFileSync(page, `${readFileSync(page, 'utf8')}\nOne line more.\n`);
    // One is ahead of the others, and one has nothing left.
    await convertInFolder({ site, out: outOf('html'), target: 'html' });
    rmSync(outOf('mdx'), { recursive: true });
    expect(scopes(await together())).toBe('everything,nothing,changed,changed');
    expect(scopes(await apart())).toBe('nothing,nothing,nothing,nothing');
    const left = everything();
    clear();
    await apart();
    expect(Object.keys(left)).toEqual(Object.keys(everything()));
    expect(output(everything())).toEqual(output(left));
  });

  it('says once what is found for all, and for whom what is not', async () => {
    putFile(join(site, 'hugo.yaml'), 'baseURL: https://example.org/\n');
    putFile(
      join(site, 'content/one.md'),
      '---\ntitle: One\n---\n\n{{< open >}}\n\n{{< a >}}x{{< /a >}}\n\n<a href="javascript:x">x</a>\n\n[b](https://b.example "B")\n',
    );
    const reports = (await together({}, ['mdx', 'html', 'contentful'])).map(({ report }) => report);
    const { diagnostics } = joinReports(reports);
    const said = diagnostics.map(({ code, targets }) => [code, ...(targets ?? [])].join(' '));
    expect(said).toMatchInlineSnapshot(`
      [
        "mapping-unmapped-component",
        "mapping-unmapped-component",
        "html-omitted",
        "contentful-link-title-dropped contentful",
      ]
    `);
  });

  it('stops all of them at the same page', async () => {
    cpSync(join(SAMPLES, 'tide-docs'), site, { recursive: true });
    const stop = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 4) stop.abort();
    };
    const results = await together({ more: { signal: stop.signal, onProgress } });
    expect(results.map(({ report }) => [report.interrupted, report.pages.converted])).toEqual(
      TARGETS.map(() => [true, 5]),
    );
    await together();
    const left = everything();
    clear();
    await apart();
    expect(output(left)).toEqual(output(everything()));
  });

  it('gives each target modules of its own', async () => {
    putFile(join(site, 'hugo.yaml'), 'baseURL: https://example.org/\n');
    putFile(
      join(site, 'decant.yaml'),
      'version: 1\nmapping:\n  plugin: ./rules.mjs\n  shortcodes:\n    a: { as: function, name: count }\n',
    );
    putFile(
      join(site, 'rules.mjs'),
      "let count = 0;\nexport const countA = undefined;\nexport const count2 = () => ({ type: 'text', value: String(++count) });\nexport { count2 as count };\n",
    );
    putFile(join(site, 'content/one.md'), '{{< a >}}\n');
    await together({}, ['mdx', 'docusaurus']);
    expect(readFileSync(join(outOf('mdx'), 'one.mdx'), 'utf8')).toContain('1');
    expect(readFileSync(join(outOf('docusaurus'), 'docs/one.mdx'), 'utf8')).toContain('1');
  });
});
