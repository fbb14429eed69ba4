import { describe, expect, it } from 'vitest';
import { plainValue } from '../../../../src/model/field.ts';
import { findings, open, page, pageOf, permalinks } from './memory-site.ts';

const TWO = 'defaultContentLanguage: en\nlanguages: {en: {weight: 1}, fr: {weight: 2}}\n';

describe('languages', () => {
  it('come by weight, then code, those without weight last', () => {
    const { site } = open({
      'hugo.yaml': 'languages: {en: {weight: 5}, zz: , aa: , fr: {weight: 1}, ab: {weight: 5}}',
    });
    expect(site.languages.map(({ code }) => code)).toEqual(['fr', 'ab', 'en', 'aa', 'zz']);
  });

  it('have a name, a title and settings of their own', () => {
    const { site } = open({
      'hugo.yaml': [
        'title: Docs',
        'params: {a: 1, nested: {x: 1}}',
        'markup: {goldmark: {renderer: {unsafe: true}}}',
        'languages:',
        '  en: {weight: 1, languageName: English}',
        '  fr: {weight: 2, label: Français, title: Doc, params: {nested: {y: 2}}, markup: {goldmark: {renderer: {hardWraps: true}}}}',
      ].join('\n'),
    });
    const [en, fr] = site.languages;
    expect(en).toMatchObject({ name: 'English', title: 'Docs', markup: { unsafe: true, hardWraps: false } });
    // Params merge, any other section of the language stands in for the site's as a whole.
    expect(fr).toMatchObject({ name: 'Français', title: 'Doc', markup: { unsafe: false, hardWraps: true } });
    expect(plainValue(fr?.params ?? site.config)).toEqual({ a: 1, nested: { x: 1, y: 2 } });
  });

  it('put all but the default language below their code', () => {
    const files = { 'content/a.md': page(), 'content/a.fr.md': page() };
    expect(permalinks(open({ 'hugo.yaml': TWO, ...files }))).toEqual({ 'a.md': '/a/', 'a.fr.md': '/fr/a/' });
    const inFolder = open({ 'hugo.yaml': `${TWO}defaultContentLanguageInSubdir: true\n`, ...files });
    expect(permalinks(inFolder)).toEqual({ 'a.md': '/en/a/', 'a.fr.md': '/fr/a/' });
    expect(inFolder.site.languages.map(({ urlPrefix }) => urlPrefix)).toEqual(['en', 'fr']);
  });

  it('have no folder where each has an address of its own', () => {
    const { site } = open({
      'hugo.yaml': 'languages: {en: {baseURL: "https://en.org"}, fr: {baseURL: "https://fr.org"}}',
    });
    expect(site.languages.map(({ urlPrefix }) => urlPrefix)).toEqual(['', '']);
  });

  it('are taken from file names, where only configured codes count', () => {
    const { site } = open({
      'hugo.yaml': 'defaultContentLanguage: en\nlanguages: {en: {weight: 1}, fr: {weight: 2}, pt-br: {weight: 3}}',
      'content/a.md': page(),
      'content/a.fr.md': page(),
      'content/a.PT-BR.md': page(),
      'content/a.de.md': page(),
      'content/b.fr.c.md': page(),
      'content/d.v1.fr.md': page(),
    });
    expect(site.pages.map(({ language, path }) => `${language} ${path}`)).toEqual([
      'en /a.de',
      'en /a',
      'fr /a',
      'fr /b',
      'fr /d.v1',
      'pt-br /a',
    ]);
  });

  it('are taken from content folders and mounts, and file names go before these', () => {
    const { site } = open({
      'hugo.yaml': [
        'defaultContentLanguage: en',
        'languages: {en: {weight: 1}, fr: {weight: 2, contentDir: inhalt}}',
      ].join('\n'),
      'content/a.md': page(),
      'inhalt/a.md': page(),
      'inhalt/b.en.md': page(),
    });
    expect(site.mounts.filter(({ target }) => target === 'content')).toEqual([
      { source: 'content', target: 'content' },
      { source: 'inhalt', target: 'content', language: 'fr' },
    ]);
    expect(site.pages.map(({ language, file }) => `${language} ${file}`)).toEqual([
      'en content/a.md',
      'en inhalt/b.en.md',
      'fr inhalt/a.md',
    ]);
  });

  it('can be named by the page itself', () => {
    const reading = open({
      'hugo.yaml': 'languages: {en: {weight: 1}, fr: {weight: 2}, de: {weight: 3}}',
      'content/a.md': page('sites: {matrix: {languages: [fr, d*]}}'),
      'content/b.md': page('sites: {matrix: {languages: ["! fr", "**"]}}'),
    });
    expect(reading.site.pages.map(({ language, file }) => `${language} ${file}`)).toEqual([
      'en content/b.md',
      'fr content/a.md',
      'de content/a.md',
      'de content/b.md',
    ]);
    expect(pageOf(reading, 'content/a.md', 'de').permalink).toBe('/de/a/');
  });

  it('that are disabled are left out with a word, or read if asked to', () => {
    const entries = {
      'hugo.yaml': `${TWO}disableLanguages: [fr]\n`,
      'content/a.md': page(),
      'content/a.fr.md': page(),
      'content/a.fr.png': 'x',
    };
    const skipped = open(entries);
    expect(skipped.site.pages.map(({ file }) => file)).toEqual(['content/a.md']);
    expect(skipped.site.languages.map(({ code }) => code)).toEqual(['en']);
    expect(skipped.diagnostics).toMatchObject([{ code: 'language-disabled', facts: { language: 'fr', pages: 1 } }]);
    const read = open(entries, { disabledLanguages: 'read' });
    expect(read.site.pages.map(({ file }) => file)).toEqual(['content/a.md', 'content/a.fr.md']);
    expect(read.site.languages.map(({ disabled }) => disabled)).toEqual([false, true]);
  });

  it('have a default: the one that is stated, else English, else the first', () => {
    const entries = (yaml: string) => ({ 'hugo.yaml': yaml, 'content/a.md': page() });
    expect(open(entries('languages: {fr: {weight: 1}, de: {weight: 2}}')).site.defaultLanguage).toBe('fr');
    expect(open(entries('languages: {fr: {weight: 1}, en: {weight: 2}}')).site.defaultLanguage).toBe('en');
    expect(open(entries('defaultContentLanguage: DE')).site.defaultLanguage).toBe('de');
    const unknown = open(entries('languages: {fr: {weight: 1}}\ndefaultContentLanguage: xx'));
    expect(unknown.site.defaultLanguage).toBe('fr');
    expect(findings(unknown)).toEqual(['config-default-language hugo.yaml 2']);
    const disabled = open(entries('languages: {fr: {disabled: true}, de: }\ndefaultContentLanguage: fr'));
    expect(disabled.site.defaultLanguage).toBe('de');
    expect(disabled.diagnostics[0]).toMatchObject({ facts: { problem: 'disabled' } });
  });

  it('refuse a code that would leave the site', () => {
    const reading = open({ 'hugo.yaml': 'languages: {en: , "../x": }', 'content/a.md': page() });
    expect(reading.site.languages.map(({ code }) => code)).toEqual(['en']);
    expect(findings(reading)[0]).toContain('config-value');
  });
});

describe('mounts', () => {
  it('replace the default folder of their kind, filter, rename and add languages', () => {
    const reading = open({
      'hugo.yaml': [
        'languages: {en: {weight: 1}, fr: {weight: 2}}',
        'module:',
        '  mounts:',
        '    - {source: docs, target: content/docs}',
        '    - {source: texte, target: content, sites: {matrix: {languages: [fr]}}}',
        '    - {source: one.md, target: content/single/uno.md}',
        '    - {source: extra, target: content/x, files: ["! skip/**"]}',
        '    - {source: old, target: content/old, lang: fr, includeFiles: ["*.md"], excludeFiles: draft*}',
        '    - {source: shared, target: content/shared, sites: {matrix: {languages: [en, fr]}}}',
      ].join('\n'),
      'content/not-mounted.md': page(),
      'docs/a.md': page(),
      'texte/p.md': page(),
      'one.md': page(),
      'extra/y.md': page(),
      'extra/skip/z.md': page(),
      'old/keep.md': page(),
      'old/draft-1.md': page(),
      'old/deep/no.md': page(),
      'shared/s.md': page(),
    });
    expect(reading.site.pages.map(({ language, path }) => `${language} ${path}`)).toEqual([
      'en /docs/a',
      'en /x/y',
      'en /single/uno',
      'en /shared/s',
      'fr /old/keep',
      'fr /shared/s',
      'fr /p',
    ]);
    expect(findings(reading)).toEqual([]);
  });

  it('that lie outside or are missing are reported', () => {
    const reading = open({
      'hugo.yaml': [
        'module:',
        '  mounts:',
        '    - {source: ../docs, target: content}',
        '    - {source: /etc, target: static}',
        '    - {source: gone, target: content}',
        '    - {source: node_modules/x, target: assets}',
        '    - {source: content, target: somewhere}',
      ].join('\n'),
      'content/a.md': page(),
    });
    expect(findings(reading)).toEqual([
      'mount-outside-site hugo.yaml 3',
      'mount-outside-site hugo.yaml 4',
      'mount-missing hugo.yaml 5',
      'config-value hugo.yaml 7',
    ]);
    // As in Hugo, the default folder counts where no stated one is there.
    expect(reading.site.pages).toHaveLength(1);
  });

  it('let the first of two files with one path win, and a site over its theme', () => {
    const { site } = open({
      'hugo.yaml': 'theme: t\nmodule: {mounts: [{source: one, target: content}, {source: two, target: content}]}',
      'one/a.md': page(),
      'two/a.md': page(),
      'two/b.md': page(),
      'themes/t/content/b.md': page(),
      'themes/t/content/c.md': page(),
    });
    expect(site.pages.map(({ file }) => file)).toEqual(['one/a.md', 'themes/t/content/c.md', 'two/b.md']);
  });
});
