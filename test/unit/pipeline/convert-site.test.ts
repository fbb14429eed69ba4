import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ConvertSiteOptions, ConvertSiteResult } from '../../../src/pipeline/convert-site.ts';
import type { PageOutput, Target } from '../../../src/targets/target.ts';
import { convertSite } from '../../../src/pipeline/convert-site.ts';
import { openSite } from '../../../src/pipeline/open-site.ts';
import { readMapping } from '../../../src/pipeline/read-mapping.ts';
import { loadTarget } from '../../../src/targets/load-target.ts';

let folder: string;
let out: string;

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const get = (path: string): string => readFileSync(join(out, path), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decant-convert-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  out = join(folder, 'out');
  put('site/hugo.yaml', 'baseURL: https://example.org/\n');
  put('site/content/one.md', '---\ntitle: One\n---\n\nOne {a}.\n');
  put('site/content/two.md', '---\ntitle: Two\n---\n\nTwo.\n');
});

async function run(options: Partial<ConvertSiteOptions> = {}): Promise<ConvertSiteResult> {
  const site = join(folder, 'site');
  const mapping = readMapping({ site, files: [] });
  const opened = await openSite(site, { mappingFacts: mapping.facts });
  return convertSite(opened, { target: await loadTarget('mdx'), mapping, out, ...options });
}

const actions = ({ report }: ConvertSiteResult): string[] =>
  report.files.map(({ path, action }) => `${action} ${path}`).toSorted();
const codes = ({ report }: ConvertSiteResult): string[] =>
  report.diagnostics.map(({ code, file }) => `${code} ${file}`);

describe('convertSite', () => {
  it('writes a file for every page, and the account of the run', async () => {
    const result = await run();
    expect(actions(result)).toEqual(['write ledger.json', 'write one.mdx', 'write two.mdx', 'write urls.json']);
    expect(get('one.mdx')).toBe('---\ntitle: One\n---\n\nOne \\{a}.\n');
    expect(JSON.parse(get('ledger.json'))).toEqual(result.ledger);
    expect(result.report.pages).toEqual({ selected: 2, converted: 2 });
    expect(result.report.totals.field).toEqual({ source: 2, mapped: 2, kept: 0, dropped: 0 });
    expect(readdirSync(out).toSorted()).toEqual(['.decant', 'ledger.json', 'one.mdx', 'two.mdx', 'urls.json']);
  });

  it('leaves alone what has not changed', async () => {
    await run();
    expect(actions(await run())).toEqual([
      'unchanged ledger.json',
      'unchanged one.mdx',
      'unchanged two.mdx',
      'unchanged urls.json',
    ]);
    put('site/content/two.md', '---\ntitle: Two\n---\n\nTwo again.\n');
    expect(actions(await run())).toEqual([
      'unchanged ledger.json',
      'unchanged one.mdx',
      'unchanged urls.json',
      'write two.mdx',
    ]);
    expect(get('two.mdx')).toContain('Two again.');
  });

  it('writes nothing in a dry run', async () => {
    const result = await run({ dryRun: true });
    expect(actions(result)).toEqual(['write ledger.json', 'write one.mdx', 'write two.mdx', 'write urls.json']);
    expect(existsSync(out)).toBe(false);
  });

  it('does not overwrite a file that it did not write: output-foreign-file', async () => {
    put('out/one.mdx', 'by hand');
    const result = await run();
    expect(codes(result)).toEqual(['output-foreign-file content/one.md']);
    expect(get('one.mdx')).toBe('by hand');
    expect(codes(await run({ edits: 'overwrite' }))).toEqual([]);
    expect(get('one.mdx')).toContain('One');
  });

  it('does not overwrite a file that was edited since: output-edited-file', async () => {
    await run();
    put('out/one.mdx', `${get('one.mdx')}By hand.\n`);
    put('site/content/one.md', 'Changed.\n');
    expect(codes(await run())).toEqual(['output-edited-file content/one.md']);
    expect(get('one.mdx')).toContain('By hand.');
    // The refusal does not make the file a stranger: the next run says the same.
    expect(codes(await run())).toEqual(['output-edited-file content/one.md']);
  });

  it('names files of pages that are gone, and keeps them', async () => {
    await run();
    rmSync(join(folder, 'site/content/two.md'));
    const { report } = await run();
    expect(report.stale).toEqual(['two.mdx']);
    expect(get('two.mdx')).toContain('Two.');
    expect((await run()).report.stale).toEqual(['two.mdx']);
  });

  it('writes the first of two pages that have one output: output-collision', async () => {
    // Names that differ in case only are one file on macOS and Windows.
    const path = (file: string): string => (file === 'content/one.md' ? 'Same.txt' : 'same.txt');
    const target = await targetThat((file) => ({
      files: [{ path: path(file), text: file }],
      diagnostics: [],
      outcomes: [],
    }));
    const { report } = await run({ target });
    const collisions = report.diagnostics.filter(({ code }) => code === 'output-collision');
    expect(collisions).toMatchObject([
      { file: 'content/two.md', facts: { output: 'same.txt', other: 'content/one.md' } },
    ]);
    expect(get('Same.txt')).toBe('content/one.md');
  });

  it('goes on behind a page that decant fails on: internal-error', async () => {
    const target = await targetThat((page) => {
      if (page === 'content/one.md') throw new Error('a fault');
      return { files: [{ path: 'two.txt', text: 'two' }], diagnostics: [], outcomes: [] };
    });
    const result = await run({ target });
    expect(codes(result)).toContain('internal-error content/one.md');
    expect(get('two.txt')).toBe('two');
    expect(result.report.pages).toEqual({ selected: 2, converted: 1 });
  });

  it('finds what a target has not accounted for: ledger-imbalance', async () => {
    put('site/content/one.md', '---\ntitle: One\n---\n\n{{< ref "two" >}} {{< box x=1 >}}\n');
    const target = await targetThat(() => ({
      files: [],
      diagnostics: [],
      outcomes: [{ kind: 'element', id: 'div@9', result: 'kept', by: 'test' }],
    }));
    const { report } = await run({ target, include: ['content/two.md'] });
    expect(report.diagnostics.map(({ code, facts }) => [code, facts])).toContainEqual([
      'ledger-imbalance',
      { kind: 'element', name: 'div@9' },
    ]);
  });

  it.each([
    ['above the folder', '../one.txt'],
    ['in the folder of its own', '.decant/manifest.json'],
  ])('never writes %s', async (_, path) => {
    const target = await targetThat(() => ({ files: [{ path, text: 'x' }], diagnostics: [], outcomes: [] }));
    await expect(run({ target })).rejects.toThrow(/is not below|keeps for itself/);
    expect(existsSync(join(folder, 'one.txt'))).toBe(false);
  });

  it('names the rules that took nothing, of whatever table: mapping-unused-rule', async () => {
    put(
      'site/content/one.md',
      '---\ntitle: One\n---\n\n```dot\na\n```\n\n> [!NOTE]\n> n\n\n[a](https://a.example/x) <b class="x">b</b> {{< part >}}\n',
    );
    put('site/hugo.yaml', 'baseURL: https://example.org/\nmarkup: { goldmark: { renderer: { unsafe: true } } }\n');
    put('site/content/parts/_index.md', '---\nbuild: { render: never }\n---\n{{< used >}}\n');
    const rules = (used: string, other: string, value: string): string =>
      `    ${used}: ${value}\n    ${other}: ${value}\n`;
    put(
      'site/decant.yaml',
      `version: 1\nmapping:\n  shortcodes:\n    part: { as: include, path: content/parts/_index.md }\n${rules('used', 'other', '{ as: drop }')}` +
        `  code:\n${rules('dot', 'plantuml', '{ as: diagram }')}  alerts:\n${rules('note', 'tip', '{ as: keep }')}` +
        '  links:\n    - { match: "https://a.example/**", rewrite: "https://b.example/$1" }\n    - { match: "https://c.example/**", rewrite: x }\n' +
        '  elements:\n    - { match: b.x, as: keep }\n    - { match: b.y, as: keep }\n',
    );
    const { report } = await run();
    const unused = report.diagnostics.filter(({ code }) => code === 'mapping-unused-rule');
    expect(
      unused.map(({ facts }) => ('table' in facts && 'name' in facts ? `${facts.table} ${facts.name}` : '')),
    ).toEqual(['shortcodes other', 'code plantuml', 'alerts tip', 'links https://c.example/**', 'elements b.y']);
  });

  it('puts the variables that pages follow into a module: mdx-variable-differs', async () => {
    put(
      'site/decant.yaml',
      'version: 1\nmapping: { shortcodes: { v: { as: variable, name: "v-${0}", from: "page.params.v${0}" } } }\n',
    );
    put('site/content/one.md', '---\ntitle: One\nv1: a\nv2: b\n---\n\n{{< v 1 >}} [x](/{{< v 2 >}}/)\n');
    put('site/content/sub/two.md', '---\ntitle: Two\nv1: c\n---\n\n{{< v 1 >}}\n');
    const { report } = await run();
    expect(get('variables.js')).toBe('export default { "v-1": "a", "v-2": "b" };\n');
    expect(get('sub/two.mdx')).toBe(
      '---\ntitle: Two\nv1: c\n---\n\nimport variables from "../variables.js";\n\n{variables["v-1"]}\n',
    );
    expect(codes({ report } as ConvertSiteResult)).toEqual(['mdx-variable-differs undefined']);
  });

  it('leaves a shortcode of the site to the site, whatever Hugo has of that name', async () => {
    put('site/layouts/shortcodes/x.html', '<span class="cross">x</span>');
    put('site/layouts/shortcodes/figure.html', '<figure><img src="{{ .Get "src" }}"></figure>');
    put('site/content/one.md', '---\ntitle: One\n---\n\n{{< x >}}\n\n{{< figure src="a.png" >}}\n\n{{< vimeo >}}\n');
    const { ledger } = await run();
    const calls = ledger.pages['content/one.md']?.filter(({ kind }) => kind === 'call');
    expect(calls?.map(({ name, by }) => `${name} ${by}`)).toEqual([
      'x unmapped:component',
      'figure mappings/sources/hugo.yaml#shortcodes.figure',
      'vimeo unmapped:component', // Hugo's own cannot do without an id
    ]);
  });

  it('never writes through a link that leads out of the folder', async () => {
    put('elsewhere/keep.txt', 'x');
    mkdirSync(out);
    symlinkSync(join(folder, 'elsewhere'), join(out, 'sub'));
    put('site/content/sub/three.md', 'Three.\n');
    await expect(run()).rejects.toThrow('is not below');
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['keep.txt']);
  });
});

/** A target that writes for each page what `page` says of its file. */
async function targetThat(page: (file: string) => PageOutput): Promise<Target> {
  const session = {
    page: (input: { page: { file: string } }) => page(input.page.file),
    finish: () => ({ files: [], diagnostics: [] }),
  };
  return { name: 'mdx', open: async () => session };
}
