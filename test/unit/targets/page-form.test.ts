import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../support/convert-files.ts';

const SITE = {
  'hugo.yaml': 'baseURL: https://example.org/\nlanguages:\n  en: { weight: 1 }\n  de: { weight: 2 }\n',
  'content/docs/_index.md': '---\ntitle: Docs\n---\nText.\n',
  'content/docs/_index.de.md': '---\ntitle: Doku\n---\nText.\n',
  'content/docs/both.md': '---\ntitle: Both\n---\nText with {braces}.\n',
  'content/docs/both.de.md': '---\ntitle: Beide\n---\nText mit {Klammern}.\n',
  'content/docs/mixed.md': '---\ntitle: Mixed\n---\nText.\n',
  'content/docs/mixed.de.md': '---\ntitle: Gemischt\n---\n{{< box />}}\n',
  'content/docs/keyed.md': '---\ntitle: Keyed\ntranslationKey: k\n---\n{{< box />}}\n',
  'content/docs/schluessel.de.md': '---\ntitle: Schlüssel\ntranslationKey: k\n---\nText.\n',
  'content/docs/alone.de.md': '---\ntitle: Allein\n---\nText.\n',
};

const pagesOf = (files: ReadonlyMap<string, string>): string[] =>
  [...files.keys()].filter((path) => (path.endsWith('.md') && path !== 'setup.md') || path.endsWith('.mdx')).toSorted();

describe('pages as Markdown or MDX', () => {
  it('have one extension in all languages', async () => {
    const { files } = await convertFiles(SITE, 'starlight', { extension: 'auto' });
    expect(pagesOf(files)).toEqual([
      'src/content/docs/de/docs/alone.md',
      'src/content/docs/de/docs/both.md',
      'src/content/docs/de/docs/index.md',
      'src/content/docs/de/docs/mixed.mdx',
      'src/content/docs/de/docs/schluessel.mdx',
      'src/content/docs/docs/both.md',
      'src/content/docs/docs/index.md',
      'src/content/docs/docs/keyed.mdx',
      'src/content/docs/docs/mixed.mdx',
    ]);
    expect(files.get('src/content/docs/docs/both.md')).toContain('Text with {braces}.');
  });

  it('stand in for a missing original with the same extension', async () => {
    const { files } = await convertFiles(SITE, 'docusaurus', { extension: 'auto' });
    expect(pagesOf(files)).toEqual([
      'docs/alone.md',
      'docs/both.md',
      'docs/index.md',
      'docs/keyed.mdx',
      'docs/mixed.mdx',
      'i18n/de/docusaurus-plugin-content-docs/current/alone.md',
      'i18n/de/docusaurus-plugin-content-docs/current/both.md',
      'i18n/de/docusaurus-plugin-content-docs/current/index.md',
      'i18n/de/docusaurus-plugin-content-docs/current/keyed.mdx',
      'i18n/de/docusaurus-plugin-content-docs/current/mixed.mdx',
    ]);
  });

  it('are named where they are MDX against the wish of the user', async () => {
    const { diagnostics } = await convertFiles(SITE, 'mdx', { extension: 'md' });
    const needed = diagnostics.filter(({ code }) => code === 'mdx-needed').map(({ file, facts }) => [file, facts]);
    expect(Object.fromEntries(needed)).toEqual({
      'content/docs/mixed.md': { need: '<Box>', translation: 'content/docs/mixed.de.md' },
      'content/docs/mixed.de.md': { need: '<Box>' },
      'content/docs/keyed.md': { need: '<Box>' },
      'content/docs/schluessel.de.md': { need: '<Box>', translation: 'content/docs/keyed.md' },
    });
  });

  it('are read by a new Docusaurus site for what they are', async () => {
    const site = { 'hugo.yaml': SITE['hugo.yaml'], 'content/docs/a.md': 'Text.\n' };
    const configOf = async (extension: 'mdx' | 'auto') =>
      (await convertFiles(site, 'docusaurus', { scaffold: true, extension })).files.get('docusaurus.config.ts');
    expect(await configOf('auto')).toContain('format: "detect"');
    expect(await configOf('mdx')).not.toContain('format:');
  });
});
