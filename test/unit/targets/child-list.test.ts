import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../support/convert-files.ts';

const page = (front: string, body = ''): string => `---\n${front}\n---\n${body}`;

const SITE = {
  'hugo.yaml': 'baseURL: https://example.org/base/\ntitle: Site\n',
  'content/docs/_index.md': page('title: Docs'),
  'content/docs/b.md': page('title: Second\nweight: 2\ndescription: About [b].', 'Text.\n'),
  'content/docs/a.md': page('title: First\nlinkTitle: One\nweight: 1', 'Text.\n'),
  'content/docs/deep/_index.md': page('title: Deep\nweight: 3', 'Has a text.\n'),
  'content/docs/deep/folder/page.md': page('title: In a folder', 'Text.\n'),
  'content/team/ann.md': page('title: Ann', 'Text, and [all](/team/).\n'),
};

const bodyOf = (text: string | undefined): string => text?.slice(text.indexOf('\n---\n') + 5).trim() ?? '';

describe('a section that Hugo fills by itself', () => {
  it('links to its pages in Hugo’s order', async () => {
    const { files, diagnostics } = await convertFiles(SITE, 'mdx');
    expect(bodyOf(files.get('docs/index.mdx'))).toBe(
      '- [One](/docs/a/)\n- [Second](/docs/b/): About \\[b].\n- [Deep](/docs/deep/)',
    );
    expect(bodyOf(files.get('docs/deep/index.mdx'))).toBe('Has a text.');
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
  });

  it('has a page where it has no file', async () => {
    const { files } = await convertFiles(SITE, 'mdx');
    expect(files.get('team/index.mdx')).toBe('---\ntitle: Team\n---\n\n- [Ann](/team/ann/)\n');
    expect(files.get('urls.json')).toContain('{"from":"/team/","to":"/team/","status":"same","kind":"section"}');
    expect(files.has('index.mdx')).toBe(false);
  });

  it('shows cards in Starlight, at addresses below the site’s path', async () => {
    const { files } = await convertFiles(SITE, 'starlight', { scaffold: true });
    expect(bodyOf(files.get('src/content/docs/docs/index.mdx'))).toBe(
      [
        'import { LinkCard } from "@astrojs/starlight/components";',
        '',
        '<LinkCard title="One" href="/base/docs/a/" />',
        '',
        '<LinkCard title="Second" href="/base/docs/b/" description="About [b]." />',
        '',
        '<LinkCard title="Deep" href="/base/docs/deep/" />',
      ].join('\n'),
    );
    expect(bodyOf(files.get('src/content/docs/index.mdx'))).toContain('<LinkCard title="Docs" href="/base/docs/" />');
  });

  it('shows what Docusaurus knows of it in the docs, and links elsewhere', async () => {
    const { files } = await convertFiles(SITE, 'docusaurus');
    expect(bodyOf(files.get('docs/index.mdx'))).toContain('<DocCardList />');
    expect(bodyOf(files.get('src/pages/team/index.mdx'))).toBe('# Team\n\n- [Ann](/team/ann/)');
  });

  it('is read in Docusaurus in each language that the original is in', async () => {
    const languages = 'baseURL: https://example.org/\nlanguages:\n  en: { weight: 1 }\n  de: { weight: 2 }\n';
    const { files } = await convertFiles(
      {
        'hugo.yaml': languages,
        'content/docs/a.md': page('title: A'),
        'content/team/ann.md': page('title: Ann'),
        'content/team/ann.de.md': page('title: Anna'),
        'content/nur/da.de.md': page('title: Da'),
      },
      'docusaurus',
    );
    const lists = [...files.keys()].filter((path) => path.includes('pages/') && path.endsWith('/index.mdx'));
    expect(lists.toSorted()).toEqual([
      'i18n/de/docusaurus-plugin-content-pages/team/index.mdx',
      'src/pages/team/index.mdx',
    ]);
  });
});
