import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unusedRules } from '../../../src/mapping/unused-rules.ts';
import { loadPlugins } from '../../../src/pipeline/plugins.ts';
import { readMapping } from '../../../src/pipeline/read-mapping.ts';
import { mapPage } from '../../support/map-page.ts';
import { printDiagnostics } from '../../support/print-diagnostics.ts';

const DIR = mkdtempSync(join(tmpdir(), 'decant-plugins-'));
afterAll(() => rmSync(DIR, { recursive: true, force: true }));

/** Writes files into a folder of their own and reads its mapping. */
function mappingIn(name: string, files: Readonly<Record<string, string>>) {
  for (const [file, text] of Object.entries(files)) {
    const path = join(DIR, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const file = join(DIR, name, 'mapping.yaml');
  const read = readMapping({ files: [file] });
  return { file, ...read, findings: printDiagnostics(read.diagnostics, file) };
}

describe('plugins', () => {
  it('are modules beside the mapping, or packages; of one name the later function counts', async () => {
    const { mapping } = mappingIn('both', {
      'mapping.yaml':
        'version: 1\nplugin: [acme-rules, ./rules.mjs]\nshortcodes: { a: { as: function, name: a }, b: { as: function, name: b } }\n',
      'rules.mjs': "export const a = () => ({ type: 'text', value: 'own' });\nexport default 1;\n",
      'node_modules/acme-rules/package.json': '{ "name": "acme-rules", "main": "index.cjs" }',
      'node_modules/acme-rules/index.cjs':
        "exports.a = () => ({ type: 'text', value: 'theirs' });\nexports.b = () => [];\n",
    });
    const { run, diagnostics, modules } = await loadPlugins(mapping);
    expect(diagnostics).toEqual([]);
    expect(modules.map((path) => path.slice(DIR.length))).toEqual([
      '/both/node_modules/acme-rules/index.cjs',
      '/both/rules.mjs',
    ]);
    const { page } = mapPage('{{< a >}} {{< b >}}', mapping, { hooks: { run } });
    expect(page.body).toMatchObject([{ type: 'paragraph', children: [{ value: 'own' }] }]);
  });

  it('that cannot be loaded, and functions that nobody exports, are found in the mapping', async () => {
    const missing = mappingIn('missing', {
      'mapping.yaml': 'version: 1\nplugin:\n  - ./rulez.mjs\n  - ./broken.mjs\n',
      'broken.mjs': "throw new Error('not today');\n",
    });
    const { diagnostics } = await loadPlugins(missing.mapping);
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ['mapping-plugin-failed', 3],
      ['mapping-plugin-failed', 4],
    ]);
    const unknown = mappingIn('unknown', {
      'mapping.yaml':
        'version: 1\nplugin: ./rules.mjs\nshortcodes:\n  a: { as: function, name: pirce }\n  b: { as: details, children: { as: function, name: other } }\n',
      'rules.mjs': 'export const price = () => [];\n',
    });
    const found = await loadPlugins(unknown.mapping);
    expect(printDiagnostics(found.diagnostics, unknown.file)).toContain('did you mean “price”?');
    expect(found.diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ['mapping-function-unknown', 4],
      ['mapping-function-unknown', 5],
    ]);
  });

  it('are asked for where nobody has loaded them', () => {
    const { codes } = mapPage('{{< a >}}', 'shortcodes: { a: { as: function, name: a } }');
    expect(codes).toContain('mapping-function-missing');
  });
});

describe('a mapping that extends a package', () => {
  it('finds it in the folders above, its own file or the one that is named', () => {
    const { mapping, findings } = mappingIn('extends', {
      'mapping.yaml': "version: 1\nextends: ['@acme/docs', '@acme/docs/blog.yaml', 'plain']\n",
      'node_modules/@acme/docs/mapping.yaml': 'version: 1\nshortcodes: { tip: { as: unwrap } }\n',
      'node_modules/@acme/docs/blog.yaml': 'version: 1\nshortcodes: { post: { as: unwrap } }\n',
      'node_modules/plain/mapping.yaml': 'version: 1\nshortcodes: { note: { as: unwrap } }\n',
    });
    expect(findings).toBe('');
    expect(mapping.layers.flatMap(({ rules }) => rules.shortcodes.map(({ name }) => name))).toEqual(
      expect.arrayContaining(['tip', 'post', 'note']),
    );
  });
});

describe('rules that took nothing', () => {
  it('are found in the files of the user', () => {
    const { mapping, file } = mappingIn('unused', {
      'mapping.yaml':
        'version: 1\nshortcodes:\n  tip: { as: unwrap }\n  tpi: { as: unwrap }\nelements:\n  - { match: b.x, as: unwrap }\ncode:\n  x: { as: diagram }\n',
    });
    const id = mapping.layers.at(-1)?.rules.shortcodes[0]?.rules[0];
    const used = new Set(typeof id === 'object' ? [id.id] : []);
    const unused = unusedRules(mapping, 'mdx', used, (name) => name.endsWith('unused/mapping.yaml'));
    expect(printDiagnostics(unused, file)).toContain('nothing on the site is taken by this rule for tpi (shortcodes)');
    expect(unused.map(({ code, place }) => [code, place?.line])).toEqual([
      ['mapping-unused-rule', 4],
      ['mapping-unused-rule', 8],
      ['mapping-unused-rule', 6],
    ]);
  });
});
