import { describe, expect, it } from 'vitest';
import { plainValue } from '../../../../src/model/field.ts';
import { findings, memoryFiles, open, page } from './memory-site.ts';

const params = (entries: Record<string, string>, options = {}): unknown => {
  const { site } = open({ 'content/_index.md': page(), ...entries }, options);
  return plainValue(site.languages[0]?.params ?? { type: 'null', source: '' });
};

describe('the configuration', () => {
  it.each([
    ['hugo.toml', 'title = "Docs"\nbaseURL = "https://example.org/"'],
    ['hugo.yaml', 'title: Docs\nbaseURL: https://example.org/'],
    ['hugo.yml', 'title: Docs\nbaseURL: https://example.org/'],
    ['hugo.json', '{"title": "Docs", "baseURL": "https://example.org/"}'],
    ['config.toml', 'TITLE = "Docs"\nBaseUrl = "https://example.org/"'],
    ['config/_default/hugo.toml', 'title = "Docs"\nbaseURL = "https://example.org/"'],
    ['config/_default/config.yaml', 'title: Docs\nbaseURL: https://example.org/'],
  ])('is read from %s', (file, text) => {
    const { site, diagnostics } = open({ [file]: text, 'content/a.md': page() });
    expect(site).toMatchObject({ title: 'Docs', baseUrl: 'https://example.org/' });
    expect(diagnostics).toEqual([]);
  });

  it('takes one root file: hugo before config, TOML before YAML before JSON', () => {
    const title = (entries: Record<string, string>): string => open({ ...entries, 'content/a.md': page() }).site.title;
    expect(title({ 'hugo.toml': 'title = "a"', 'hugo.yaml': 'title: b', 'config.toml': 'title = "c"' })).toBe('a');
    expect(title({ 'hugo.yml': 'title: a', 'hugo.json': '{"title": "b"}' })).toBe('a');
  });

  it('lets config/_default go over the root file and the environment over both', () => {
    const entries = {
      'hugo.toml': '[params]\na = "root"\nb = "root"\nlist = [1, 2]\n[params.nested]\nx = "root"\ny = "root"',
      'config/_default/params.yaml': 'A: dir\nlist: [3]\nnested: {X: dir}',
      'config/production/params.toml': 'b = "production"',
      'config/staging/params.toml': 'b = "staging"',
    };
    expect(params(entries)).toEqual({ a: 'dir', b: 'production', list: [3], nested: { x: 'dir', y: 'root' } });
    expect(params(entries, { environment: 'staging' })).toMatchObject({ b: 'staging' });
  });

  it('reads the key and the language from the names of files in config', () => {
    const { site } = open({
      'config/_default/hugo.toml': 'defaultContentLanguage = "fr"',
      'config/_default/languages.fr.toml': 'title = "Titre"\nweight = 1',
      'config/_default/params.fr.yaml': 'lang: fr',
      'config/_default/menus.fr.toml': '[[main]]\nname = "a"',
      'config/_default/deeper/params.toml': 'all = true',
      'content/a.md': page(),
    });
    expect(site.languages).toMatchObject([{ code: 'fr', title: 'Titre' }]);
    expect(plainValue(site.languages[0]?.params ?? site.config)).toEqual({ lang: 'fr', all: true });
    expect(plainValue(site.config)).toMatchObject({ languages: { fr: { menus: { main: [{ name: 'a' }] } } } });
  });

  it('replaces a plain value by a map and a map by a plain value', () => {
    const entries = { 'hugo.toml': '[params]\nm = 1\nn = {a = 1}', 'config/_default/params.toml': 'n = 1\n[m]\nb = 1' };
    expect(params(entries)).toEqual({ m: { b: 1 }, n: 1 });
  });

  it('takes settings from variables, in the kind of what they replace', () => {
    const entries = { 'hugo.toml': 'disableKinds = ["rss"]\n[params]\ncount = 1\non = false\nname = "a"' };
    const variables = {
      HUGO_PARAMS_COUNT: '7',
      HUGO_PARAMS_ON: 'true',
      HUGO_PARAMS_NAME: '5',
      HUGOxPARAMSxMY_KEY: 'x',
      HUGO_DISABLEKINDS: 'term taxonomy',
      PATH: '/bin',
    };
    expect(params(entries, { variables })).toEqual({ count: 7, on: true, name: '5', my_key: 'x' });
    const { site } = open({ ...entries, 'content/a.md': page() }, { variables });
    expect(plainValue(site.config)).toMatchObject({ disablekinds: ['term', 'taxonomy'] });
  });

  it('reports what cannot be read at its place, and goes on', () => {
    expect(findings(open({ 'hugo.toml': 'title = "a"\nbad =\n', 'content/a.md': page() }))).toEqual([
      'data-invalid hugo.toml 2',
    ]);
    expect(findings(open({ 'hugo.yaml': 'a: 1\ntitle: a: b\n', 'content/a.md': page() }))).toEqual([
      'data-invalid hugo.yaml 2',
    ]);
    expect(findings(open({ 'config/_default/cascade.yaml': '- a: 1\n', 'content/a.md': page() }))).toEqual([
      'config-not-a-map config/_default/cascade.yaml 1',
    ]);
  });

  it('reports a value of the wrong kind where it stands, also in a merged file', () => {
    const reading = open({
      'hugo.toml': 'title = "a"',
      'config/_default/markup.yaml': 'goldmark:\n  renderer:\n    unsafe: perhaps\n',
      'content/a.md': page(),
    });
    expect(findings(reading)).toEqual(['config-value config/_default/markup.yaml 3']);
  });

  it('does without a configuration if there is content, and reports if there is neither', () => {
    expect(findings(open({ 'content/a.md': page() }))).toEqual([]);
    expect(findings(open({ 'docs/a.md': page() }))).toEqual(['site-not-found']);
    expect(findings(open({}))).toEqual(['site-not-found']);
  });

  it('keeps keys such as __proto__ as keys', () => {
    const reading = open({ 'hugo.yaml': 'params:\n  __proto__: {a: 1}\n  constructor: x\n', 'content/a.md': page() });
    const plain = plainValue(reading.site.languages[0]?.params ?? reading.site.config);
    expect(Object.entries(plain ?? {})).toEqual([
      ['__proto__', expect.objectContaining({ a: 1 })],
      ['constructor', 'x'],
    ]);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  it('gives the same site whatever the order of the files', () => {
    const entries = {
      'hugo.toml': 'title = "a"',
      'content/b.md': page(),
      'content/a.md': page(),
      'content/c/d.md': page(),
    };
    const backwards = Object.fromEntries(Object.entries(entries).toReversed());
    expect(open(backwards)).toEqual(open(entries));
    expect(memoryFiles(backwards).below('')).toEqual(memoryFiles(entries).below(''));
  });
});

describe('themes and modules', () => {
  it('fill in params at any depth and menus, never over the site', () => {
    const entries = {
      'hugo.toml': 'theme = ["t", "u"]\n[params]\na = "site"\n[params.nested]\nx = "site"',
      'themes/t/hugo.toml': '[params]\na = "t"\nb = "t"\n[params.nested]\nx = "t"\ny = "t"',
      'themes/u/config.yaml': 'params: {a: u, b: u, c: u}\n',
      'themes/u/config/_default/params.toml': 'd = "u"',
    };
    expect(params(entries)).toEqual({ a: 'site', nested: { x: 'site', y: 't' }, b: 't', c: 'u', d: 'u' });
  });

  it('bring no markup and no permalinks, unless the site says _merge', () => {
    const theme = '[markup.goldmark.renderer]\nhardWraps = true\n[permalinks]\ns = "/th/:slug/"';
    const entries = { 'themes/t/hugo.toml': theme, 'content/s/a.md': page('title: A') };
    const plain = open({ ...entries, 'hugo.toml': 'theme = "t"' });
    expect(plain.site.languages[0]?.markup.hardWraps).toBe(false);
    expect(plain.site.pages[0]?.permalink).toBe('/s/a/');
    const merge = 'theme = "t"\n[markup]\n_merge = "deep"\n[permalinks]\n_merge = "deep"';
    const merged = open({ ...entries, 'hugo.toml': merge });
    expect(merged.site.languages[0]?.markup.hardWraps).toBe(true);
    expect(merged.site.pages[0]?.permalink).toBe('/th/a/');
    expect(plainValue(merged.site.config)).not.toHaveProperty('markup._merge');
  });

  it('bring themes of their own', () => {
    const entries = {
      'hugo.toml': 'theme = "t"',
      'themes/t/hugo.toml': 'theme = "u"\n[params]\na = 1',
      'themes/u/hugo.toml': '[params]\na = 2\nb = 2',
    };
    expect(params(entries)).toEqual({ a: 1, b: 2 });
  });

  it('are found below _vendor', () => {
    const { site } = open({
      'hugo.yaml': 'module: {imports: [{path: github.com/acme/docs}]}',
      '_vendor/modules.txt': '# github.com/acme/docs v1.2.0\n',
      '_vendor/github.com/acme/docs/content/v.md': page(),
    });
    expect(site.pages.map(({ file }) => file)).toEqual(['_vendor/github.com/acme/docs/content/v.md']);
  });

  it('are reported where they are missing or outside', () => {
    expect(findings(open({ 'hugo.toml': 'title = "a"\ntheme = "t"', 'content/a.md': page() }))).toEqual([
      'module-missing hugo.toml 2',
    ]);
    expect(findings(open({ 'hugo.toml': 'theme = "../../t"', 'content/a.md': page() }))).toEqual([
      'module-outside-site hugo.toml 1',
    ]);
  });
});
