import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../support/convert-files.ts';

const page = (fields: Readonly<Record<string, unknown>> = {}, body = 'Text.\n'): string =>
  `---\n${JSON.stringify({ title: 'Page', ...fields })}\n---\n\n${body}`;

const docsOf = (files: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> =>
  JSON.parse(files.get('docs.json') ?? '{}');

const HIDING = 'version: 1\nmapping:\n  frontMatter: { toc_hide: { as: hidden }, toc: { as: tableOfContents } }\n';

describe('a new Mintlify site', () => {
  const site = {
    'hugo.yaml':
      'baseURL: https://example.org/sub/\ntitle: Site\nmarkup: { goldmark: { renderer: { unsafe: true } } }\n' +
      'languages:\n  en: { weight: 1, label: English }\n  pt-br: { weight: 2, label: Português }\n  eo: { weight: 3 }\n',
    'content/_index.md': page({ title: 'Start' }),
    'content/docs/_index.md': page({ title: 'The manual', weight: 2 }),
    'content/docs/_index.pt-br.md': page({ title: 'Manual de uso' }),
    'content/docs/_index.eo.md': page({ title: 'Manlibro' }),
    'content/docs/late.md': page({ title: 'Late', weight: 9, toc: false }),
    'content/docs/soon.md': page(
      { title: 'Soon', weight: 1, aliases: ['/old/', '/a:b/'] },
      '[late](../late/#x)\n\n![a](/a.png)\n',
    ),
    'content/docs/quiet.md': page({ title: 'Quiet', weight: 3, toc_hide: true }),
    'static/a.png': 'x',
    'static/theme.js': 'x',
    'decant.yaml': HIDING,
  };

  it('lists its pages in Hugo’s order, a section under its own page', async () => {
    const { files } = await convertFiles(site, 'mintlify', { scaffold: true });
    const { languages } = docsOf(files)['navigation'] as { languages: unknown[] };
    expect(languages[0]).toEqual({
      language: 'en',
      default: true,
      groups: [
        { group: 'Start', pages: ['index'] },
        { group: 'The manual', root: 'docs', pages: ['docs/soon', 'docs/late'] },
      ],
    });
    expect(languages[1]).toMatchObject({ language: 'pt-BR', groups: [{ pages: ['pt-br/index', 'pt-br/docs'] }] });
  });

  it('lets search engines find the pages that no menu shows', async () => {
    const { files } = await convertFiles(site, 'mintlify', { scaffold: true });
    expect(docsOf(files)['seo']).toEqual({ indexing: 'all' });
  });

  it('writes addresses from the root, without the site’s path and a slash at the end', async () => {
    const { files } = await convertFiles(site, 'mintlify', { scaffold: true });
    const soon = files.get('docs/soon.mdx') ?? '';
    expect(soon).toContain('[late](/docs/late#x)');
    expect(soon).toContain('![a](/a.png)');
    expect(docsOf(files)['redirects']).toEqual([
      { source: '/a\\:b', destination: '/docs/soon' },
      { source: '/old', destination: '/docs/soon' },
    ]);
  });

  it('hides the table of contents by a wide page', async () => {
    const { files } = await convertFiles(site, 'mintlify', { scaffold: true });
    expect(files.get('docs/late.mdx')).toContain('mode: wide');
  });

  it('says what Mintlify does not take', async () => {
    const { files, diagnostics } = await convertFiles(site, 'mintlify', { scaffold: true });
    expect(files.has('theme.js')).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['mintlify-language', 'mintlify-file']));
  });

  it('keeps pages out of the folders that are Mintlify’s own, and redirects to them', async () => {
    const { files, diagnostics } = await convertFiles(
      { 'hugo.yaml': 'baseURL: https://example.org/\n', 'content/api/_index.md': page(), 'content/api/get.md': page() },
      'mintlify',
      { scaffold: true },
    );
    expect(files.has('api-reference/get.mdx')).toBe(true);
    expect(docsOf(files)['redirects']).toContainEqual({ source: '/api/get', destination: '/api-reference/get' });
    expect(diagnostics.map(({ code }) => code)).toContain('mintlify-folder');
  });

  it('has tabs for the sections of the menu, and links for its other lines', async () => {
    const { files, diagnostics } = await convertFiles(
      {
        'hugo.yaml':
          'baseURL: https://example.org/\ntitle: Site\nmenus:\n  main:\n    - { name: Read, pageRef: /docs, weight: 1 }\n    - { name: News, pageRef: /blog, weight: 2 }\n' +
          '    - { name: Code, url: "https://example.com/", weight: 3 }\n' +
          '  footer:\n    - { name: Old, url: "http://example.com/" }\n    - { name: New, url: "https://example.com/" }\n',
        'content/docs/_index.md': page({ title: 'Manual' }),
        'content/docs/a.md': page({ title: 'A' }),
        'content/blog/_index.md': page({ title: 'Blog' }),
        'content/blog/b.md': page({ title: 'B' }),
        'content/about.md': page({ title: 'About' }),
      },
      'mintlify',
      { scaffold: true },
    );
    expect(docsOf(files)).toMatchObject({
      navbar: { links: [{ label: 'Code', href: 'https://example.com/' }] },
      footer: { links: [{ items: [{ label: 'New', href: 'https://example.com/' }] }] },
      navigation: {
        tabs: [
          { tab: 'Site', groups: [{ group: 'Site', pages: ['index', 'about'] }] },
          { tab: 'Read', groups: [{ group: 'Manual', pages: ['docs', 'docs/a'] }] },
          { tab: 'News', groups: [{ group: 'Blog', pages: ['blog', 'blog/b'] }] },
        ],
      },
    });
    expect(diagnostics.map(({ code }) => code)).toContain('mintlify-footer-link');
  });

  it('has versions of the docs apart from the rest', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml': 'baseURL: https://example.org/\ntitle: Site\n',
        'content/docs/_index.md': page({ title: 'Manual' }),
        'content/docs/a.md': page({ title: 'A' }),
        'content/docs/v1/_index.md': page({ title: 'Manual 1' }),
        'content/docs/v1/a.md': page({ title: 'A' }),
      },
      'mintlify',
      { scaffold: true, versions: [{ name: '1', folder: 'docs/v1' }] },
    );
    expect(docsOf(files)['navigation']).toEqual({
      versions: [
        {
          version: 'Latest',
          groups: [
            { group: 'Site', pages: ['index'] },
            { group: 'Manual', root: 'docs', pages: ['docs/a'] },
          ],
        },
        { version: '1', groups: [{ group: 'Manual 1', pages: ['docs/v1', 'docs/v1/a'] }] },
      ],
    });
  });

  it('writes components as constants that import nothing', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml': 'baseURL: https://example.org/\n',
        'content/a.md': page({}, '{{< note title="Hi" link="/b/" >}}Text{{< /note >}}\n\nTerm\n: Meaning\n'),
        'decant.yaml':
          'version: 1\nmapping:\n  shortcodes:\n    note: { as: component, name: Note2, props: { title: $title, link: $link } }\n',
      },
      'mintlify',
      { scaffold: true },
    );
    expect(files.get('a.mdx')).toContain('import { Note2 } from "/snippets/Note2.jsx";');
    expect(files.get('snippets/Note2.jsx')).toMatch(/^export const Note2 = \(\{ link, title, children \}\) => </);
    expect(files.get('snippets/html.jsx')).toContain('export const HtmlDl = (props) => <dl {...props} />;');
  });

  it('leaves the configuration of an existing site alone, and says what it needs', async () => {
    const { files } = await convertFiles(site, 'mintlify');
    expect(files.has('docs.json')).toBe(false);
    expect(files.get('setup.md')).toContain('"$ref": "./navigation.json"');
    expect(JSON.parse(files.get('navigation.json') ?? '')).toHaveProperty('languages');
    expect(files.has('redirects.json')).toBe(true);
  });
});
