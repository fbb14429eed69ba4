import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config/read-config.ts';
import { configSchema } from '../src/config/schema.ts';
import { checkAgainst } from '../src/mapping/load/check.ts';
import type { YamlValue } from '../src/mapping/load/yaml.ts';
import { loadMapping } from '../src/mapping/load.ts';
import { readMapping, shippedMappings } from '../src/pipeline/read-mapping.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';

const CASES = join(import.meta.dirname, 'config');
const SITES = mkdtempSync(join(tmpdir(), 'decant-config-'));
afterAll(() => rmSync(SITES, { recursive: true, force: true }));

/** A folder with some files in it. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(SITES, 'site-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

describe.each(readdirSync(CASES).toSorted())('a decant.yaml: %s', (name) => {
  it('has its findings at their places', async () => {
    const folder = join(CASES, name);
    const { diagnostics } = readMapping({ site: folder, files: [] });
    const printed = printDiagnostics(diagnostics, '').replaceAll(`${relative('', folder)}/`, '');
    await expect(printed).toMatchFileSnapshot(join(folder, 'diagnostics.txt'));
  });
});

describe('the schema of decant.yaml', () => {
  it('is what is published', async () => {
    const published = `${JSON.stringify(configSchema, null, 1)}\n`;
    await expect(published).toMatchFileSnapshot(join(import.meta.dirname, '../schema/config.json'));
  });

  it('is checked as Ajv checks it', () => {
    const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
    ajv.addKeyword('x-expected');
    const validate = ajv.compile(configSchema);
    const text = fc.constantFrom('docs', '', 'mdx', 'contentful', './a.yaml');
    const value = fc.oneof(
      text,
      fc.array(text, { maxLength: 2 }),
      fc.boolean(),
      fc.constantFrom(1, 2, null),
      fc.dictionary(fc.constantFrom('mdx', 'html', 'shortcodes', 'extends', 'wrong'), text, { maxKeys: 2 }),
    );
    const keys = [...Object.keys(configSchema['properties'] as object), 'shortcodes', 'outptu'];
    const anyConfig = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4 });
    fc.assert(
      fc.property(anyConfig, fc.boolean(), (settings, versioned) => {
        const config: YamlValue = versioned ? { ...settings, version: 1 } : settings;
        return validate(config) === (checkAgainst(configSchema, config).length === 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readConfig', () => {
  it('says nothing where there is no file', () => {
    expect(readConfig({ site: folderWith({}) })).toEqual({ config: {}, diagnostics: [] });
  });

  it('sees paths from its own file', () => {
    const dir = folderWith({
      'move/decant.yaml': 'version: 1\nsite: ../hugo\noutput: { mdx: ./out, html: /srv/www }\ninclude: docs/**\n',
    });
    const { config, diagnostics } = readConfig({ file: join(dir, 'move/decant.yaml') });
    expect(diagnostics).toEqual([]);
    expect(config).toEqual({
      site: join(dir, 'hugo'),
      output: { mdx: join(dir, 'move/out'), html: '/srv/www' },
      include: ['docs/**'],
    });
  });

  it('reports a file of almost the right name', () => {
    const dir = folderWith({ 'decant.yml': 'version: 1\n' });
    expect(readConfig({ site: dir }).diagnostics.map(({ code }) => code)).toEqual(['config-file-name']);
  });

  it('prefers the file that was named', () => {
    const dir = folderWith({ 'decant.yaml': 'version: 1\ntarget: mdx\n', 'other.yaml': 'version: 1\ntarget: html\n' });
    expect(readConfig({ site: dir, file: join(dir, 'other.yaml') }).config.target).toEqual(['html']);
  });

  it('throws with the machine’s reason where the named file cannot be read', () => {
    expect(() => readConfig({ file: join(SITES, 'nowhere.yaml') })).toThrow(/cannot read .*nowhere\.yaml/);
  });
});

describe('the mapping of a decant.yaml', () => {
  const tip = (kind: string): string => `shortcodes: { tip: { as: admonition, kind: ${kind} } }\n`;
  const rulesOf = (dir: string, files: readonly string[] = []): string[] => {
    const { mapping, diagnostics } = readMapping({ site: dir, files });
    expect(diagnostics).toEqual([]);
    return mapping.layers.map(({ file }) => file.replace(`${dir}/`, ''));
  };

  it('stands in place, with its rules at their own lines', () => {
    const dir = folderWith({
      'decant.yaml': `version: 1\nmapping:\n  extends: ./base.yaml\n  ${tip('tip')}`,
      'base.yaml': 'version: 1\n',
    });
    expect(rulesOf(dir)).toEqual(['mappings/sources/hugo.yaml', 'base.yaml', 'decant.yaml']);
    const rule = readMapping({ site: dir, files: [] }).mapping.layers.at(-1)?.rules.shortcodes[0];
    expect(rule?.place).toMatchObject({ line: 4, column: 17 });
  });

  it('is a list of files, of which a later one wins', () => {
    const dir = folderWith({
      'decant.yaml': 'version: 1\nmapping: [./a.yaml, hugo, rules/b.yaml]\n',
      'a.yaml': `version: 1\n${tip('a')}`,
      'rules/b.yaml': `version: 1\n${tip('b')}`,
    });
    const names = rulesOf(dir);
    expect(names).toEqual(['mappings/sources/hugo.yaml', 'a.yaml', 'rules/b.yaml', 'decant.yaml']);
  });

  it('gives way to the files that are named', () => {
    const dir = folderWith({
      'decant.yaml': `version: 1\nmapping:\n  ${tip('a')}`,
      'b.yaml': `version: 1\n${tip('b')}`,
    });
    expect(rulesOf(dir, [join(dir, 'b.yaml')])).toEqual(['mappings/sources/hugo.yaml', 'b.yaml']);
    expect(rulesOf(dir, ['hugo'])).toEqual(['mappings/sources/hugo.yaml']);
  });

  it('has the findings that a file of its own would have', () => {
    const body = 'extends: nowhere\nshortcodes:\n  tip: { as: admonition, kind: tip, title: "${" }\n';
    const dir = folderWith({ 'decant.yaml': `version: 1\nmapping:\n${body.replace(/^/gm, '  ').trimEnd()}\n` });
    const own = loadMapping([{ name: 'm.yaml', text: `version: 1\n${body}` }], {
      read: () => undefined,
      shipped: shippedMappings(),
    });
    const found = readMapping({ site: dir, files: [] }).diagnostics;
    expect(found.map(({ code, facts }) => [code, facts])).toEqual(
      own.diagnostics.map(({ code, facts }) => [code, facts]),
    );
  });
});
