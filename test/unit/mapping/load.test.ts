import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/mapping/load.ts';
import { componentsFor, resolveRules } from '../../../src/mapping/resolve.ts';
import { wordsOf } from '../../../src/diagnostics/diagnostic.ts';

/** Loads the first of some files, the others being what it can extend. */
function load(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const [name = '', text = ''] = Object.entries(files)[0] ?? [];
  const read = (file: string): string | undefined => {
    asked.push(file);
    return files[file];
  };
  const loaded = loadMapping([{ name, text: `version: 1\n${text}` }], {
    read: (file) => (read(file) === undefined ? undefined : `version: 1\n${files[file]}`),
    shipped: { hugo: 'mappings/sources/hugo.yaml', docsy: 'mappings/sources/docsy.yaml' },
  });
  return { ...loaded, asked };
}

/** The ids of the rules for a shortcode, in order. */
const rulesOf = (loaded: ReturnType<typeof load>, name: string, target = 'mdx'): string[] | undefined =>
  resolveRules(loaded.mapping, target)
    .shortcodes.get(name)
    ?.map(({ rule }) => rule.id);

describe('loadMapping', () => {
  it('gives a mapping without rules for no files', () => {
    const { mapping, diagnostics } = loadMapping([], { read: () => undefined, shipped: {} });
    expect(mapping).toEqual({ layers: [], unmapped: 'component', examples: [] });
    expect(diagnostics).toEqual([]);
  });

  it('puts a file over what it extends, and finds files from the file that names them', () => {
    const loaded = load({
      'site/decant.yaml': 'extends: [docsy, ../shared/base.yaml]\nshortcodes: { a: { as: drop } }',
      'shared/base.yaml': 'extends: ./deep/er.yml\nshortcodes: { a: { as: unwrap }, b: { as: unwrap } }',
      'shared/deep/er.yml': 'shortcodes: { b: { as: drop }, c: { as: drop } }',
      'mappings/sources/docsy.yaml': 'shortcodes: { c: { as: unwrap }, d: { as: unwrap } }',
    });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.mapping.layers.map(({ file }) => file)).toEqual([
      'mappings/sources/docsy.yaml',
      'shared/deep/er.yml',
      'shared/base.yaml',
      'site/decant.yaml',
    ]);
    expect(rulesOf(loaded, 'a')).toEqual(['site/decant.yaml#shortcodes.a']);
    expect(rulesOf(loaded, 'b')).toEqual(['shared/base.yaml#shortcodes.b']);
    expect(rulesOf(loaded, 'c')).toEqual(['shared/deep/er.yml#shortcodes.c']);
  });

  it('reads a file once that several extend', () => {
    const loaded = load({
      'm.yaml': 'extends: [./a.yaml, ./b.yaml]',
      'a.yaml': 'extends: [./base.yaml]',
      'b.yaml': 'extends: [./base.yaml]',
      'base.yaml': '',
    });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.asked.filter((file) => file === 'base.yaml')).toHaveLength(1);
  });

  it('goes on with the extended rules at “inherit”', () => {
    const loaded = load({
      'm.yaml':
        'extends: ./base.yaml\nshortcodes:\n  a:\n    - { when: { notation: markdown }, as: drop }\n    - inherit\n    - { as: keep }',
      'base.yaml': 'shortcodes:\n  A:\n    - { when: { args: { x: 1 } }, as: unwrap }',
    });
    expect(rulesOf(loaded, 'a')).toEqual([
      'm.yaml#shortcodes.a[0]',
      'base.yaml#shortcodes.A[0]',
      'm.yaml#shortcodes.a[2]',
    ]);
  });

  it('keeps what one target needs to that target, below the files that extend', () => {
    const loaded = load({
      'm.yaml': 'extends: ./base.yaml\nshortcodes: { b: { as: keep } }',
      'base.yaml':
        'shortcodes: { a: { as: drop }, b: { as: drop } }\nunmapped: keep\n' +
        'perTarget:\n  mdx:\n    unmapped: drop\n    shortcodes:\n      a:\n        - { when: { body: paired }, as: unwrap }\n        - inherit\n      b: { as: unwrap }\n',
    });
    expect(rulesOf(loaded, 'a', 'html')).toEqual(['base.yaml#shortcodes.a']);
    expect(rulesOf(loaded, 'a')).toEqual(['base.yaml#perTarget.mdx.shortcodes.a[0]', 'base.yaml#shortcodes.a']);
    expect(rulesOf(loaded, 'b')).toEqual(['m.yaml#shortcodes.b']);
    expect(resolveRules(loaded.mapping, 'mdx').unmapped('x')).toBe('drop');
    expect(resolveRules(loaded.mapping, 'html').unmapped('x')).toBe('keep');
    expect(loaded.mapping.unmapped).toBe('keep');
  });

  it('lets what is said of mdx count for the frameworks that take MDX, below what is said of them', () => {
    const loaded = load({
      'm.yaml':
        'shortcodes: { a: { as: drop } }\nperTarget:\n  docusaurus:\n    shortcodes: { a: [{ when: { body: paired }, as: keep }, inherit], c: [inherit] }\n' +
        '  mdx:\n    shortcodes: { a: { as: unwrap }, b: { as: unwrap } }\n',
    });
    expect(rulesOf(loaded, 'a', 'docusaurus')).toEqual([
      'm.yaml#perTarget.docusaurus.shortcodes.a[0]',
      'm.yaml#perTarget.mdx.shortcodes.a',
    ]);
    expect(rulesOf(loaded, 'b', 'starlight')).toEqual(['m.yaml#perTarget.mdx.shortcodes.b']);
    expect(rulesOf(loaded, 'a', 'contentful')).toEqual(['m.yaml#shortcodes.a']);
    expect(loaded.diagnostics.map(({ code, place }) => `${code} ${place?.line}`)).toEqual([
      'mapping-nothing-inherited 5',
    ]);
  });

  it('asks the special before the general for what becomes of calls without a rule', () => {
    const loaded = load({ 'm.yaml': 'unmapped: { default: unwrap, shortcodes: { Toc: drop } }' });
    const { unmapped } = resolveRules(loaded.mapping, 'mdx');
    expect([unmapped('toc', 'error'), unmapped('x', 'error'), unmapped('x')]).toEqual(['drop', 'error', 'unwrap']);
  });

  it('lists where components come from, by target', () => {
    const loaded = load({
      'm.yaml':
        'components: { Card: { import: ./card, named: true }, Tip: { import: "@x/tip" } }\n' +
        'perTarget: { mdx: { components: { Tip: { import: ./tip } } } }',
    });
    expect(componentsFor(loaded.mapping, 'mdx')).toEqual({
      Card: { from: './card', kind: 'named' },
      Tip: { from: './tip', kind: 'default' },
    });
    expect(componentsFor(loaded.mapping, 'html')['Tip']).toEqual({ from: '@x/tip', kind: 'default' });
  });

  it('tries the elements of a file before those of what it extends', () => {
    const loaded = load({
      'm.yaml': 'extends: ./base.yaml\nelements: [{ match: p, as: drop }]',
      'base.yaml': 'elements: [{ match: div, as: drop }, { match: a, as: drop }]',
    });
    expect(resolveRules(loaded.mapping, 'mdx').elements.map(({ selector }) => selector)).toEqual(['p', 'div', 'a']);
  });

  it('keeps examples with their file', () => {
    const loaded = load({
      'm.yaml': 'examples:\n  - { source: x, expect: { mdx: y } }\n  - { name: n, source: "", expect: {} }',
    });
    expect(loaded.mapping.examples).toMatchObject([
      { name: 'm.yaml example 1', file: 'm.yaml', place: { line: 3, column: 5 }, source: 'x', expect: [['mdx', 'y']] },
      { name: 'n', source: '', expect: [] },
    ]);
  });

  it('leaves out a file with an error and goes on with the rest', () => {
    const loaded = load({
      'm.yaml': 'extends: ./base.yaml\nshortcodes: { a: { as: drop } }',
      'base.yaml': 'shortcodes: { a: { as: unwarp } }',
    });
    expect(loaded.mapping.layers.map(({ file }) => file)).toEqual(['m.yaml']);
    expect(loaded.diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual(['base.yaml mapping-unknown-value']);
  });

  it.each([
    ['an empty file', '', 'a mapping must be a map, not nothing'],
    ['a byte order mark and CRLF', '\ufeffversion: 1\r\nshortcodes:\r\n  a: { as: drop }\r\n', undefined],
    ['a list', '- a', 'a mapping must be a map, not a list'],
    ['a number', '7', 'a mapping must be a map, not 7'],
    ['two documents', 'version: 1\n---\nversion: 1', 'it holds more than one document'],
    ['a NUL', 'version: 1\nshortcodes: { "a\u0000": { as: drop } }', undefined],
    ['an alias without an anchor', 'version: 1\nshortcodes: *none', 'no anchor is called “none”'],
    ['a tag of its own', 'version: !!js/function "x"', 'Unresolved tag: tag:yaml.org,2002:js/function'],
    ['a list as a key', 'version: 1\n? [a, b]\n: c', 'a key is no text'],
    ['an alias of what is around it', 'version: 1\nshortcodes: &a { x: *a }', 'it is nested too deeply'],
    ['deep nesting', `version: 1\nshortcodes: ${'['.repeat(20_000)}`, 'it is nested too deeply'],
    ['deep maps', `version: 1\nshortcodes: ${'{a: '.repeat(3000)}${'}'.repeat(3000)}`, 'it is nested too deeply'],
  ])('says what is wrong with %s, and never throws', (_, text, message) => {
    const { diagnostics } = loadMapping([{ name: 'm.yaml', text }], { read: () => undefined, shipped: {} });
    expect(diagnostics).toHaveLength(message === undefined ? 0 : 1);
    for (const diagnostic of diagnostics) expect(wordsOf(diagnostic).message).toContain(message);
  });
});
