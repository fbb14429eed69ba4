import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../support/convert-files.ts';

const page = (fields: Readonly<Record<string, unknown>> = {}, body = 'Text.\n'): string =>
  `---\n${JSON.stringify({ title: 'Page', ...fields })}\n---\n\n${body}`;

const HUGO = 'baseURL: https://example.org/\ntitle: Site\n';
const LANGUAGES = `${HUGO}languages:\n  en: { weight: 1, label: English }\n  pt-br: { weight: 2, label: Português }\n`;
const MAPPING = 'version: 1\nmapping:\n  frontMatter:\n    toc_hide: { as: hidden }\n';

const pagesIn = (files: ReadonlyMap<string, string>): string[] =>
  [...files.keys()].filter((path) => path.endsWith('.mdx')).toSorted();

describe('where pages go', () => {
  it('is the path of the address, for the path is all that Nextra reads', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml': HUGO,
        'content/_index.md': page(),
        'content/docs/_index.md': page(),
        'content/docs/v1.2.md': page(),
        'content/docs/CheatSheet.md': page(),
        'content/docs/part.md': page({ build: { render: 'never' } }),
        'content/docs/deep.md': page(),
        'content/docs/deep/below.md': page(),
        'content/about.md': page({ url: '/who/we are.html' }),
      },
      'nextra',
      { scaffold: true },
    );
    expect(pagesIn(files)).toEqual([
      'content/docs/cheatsheet.mdx',
      'content/docs/deep/below.mdx',
      'content/docs/deep/index.mdx',
      'content/docs/index.mdx',
      'content/docs/v1.2.mdx',
      'content/index.mdx',
      'content/who/we are.mdx',
      'partials/docs/part.mdx',
    ]);
    expect(JSON.parse(files.get('redirects.json') ?? '')).toContainEqual({
      source: '/who/we%20are.html',
      destination: '/who/we%20are/',
      permanent: true,
    });
  });

  it('is a folder for each other language', async () => {
    const site = { 'hugo.yaml': LANGUAGES, 'content/a.md': page(), 'content/a.pt-br.md': page({ slug: 'ola' }) };
    const { files } = await convertFiles(site, 'nextra');
    expect(pagesIn(files)).toEqual(['content/a.mdx', 'content/pt-br/ola.mdx']);
  });
});

describe('a new Nextra site', () => {
  const site = {
    'hugo.yaml': `${LANGUAGES}menus:\n  main:\n    - { name: Manual, pageRef: /docs, weight: 1 }\n    - { name: Code, url: "https://code.example/", weight: 2 }\n`,
    'content/docs/_index.md': page({ title: 'The manual', weight: 2 }),
    'content/docs/_index.pt-br.md': page({ title: 'Manual de uso' }),
    'content/docs/late.md': page({ title: 'Late', weight: 9 }),
    'content/docs/soon.md': page({ title: 'Soon', weight: 1, aliases: ['/old(1)/'] }),
    'content/docs/quiet.md': page({ title: 'Quiet', weight: 3, toc_hide: true }),
    'content/blog/first.md': page({ title: 'First', date: '2024-01-01' }),
    'content/blog/second.md': page({ title: 'Second', date: '2025-01-01' }),
    'decant.yaml': MAPPING,
  };

  it('has pages in Hugo’s order, posts by date, and the menu at the top', async () => {
    const { files } = await convertFiles(site, 'nextra', { scaffold: true });
    expect(files.get('content/docs/_meta.ts')).toBe(
      'export default {\n  soon: "Soon",\n  quiet: { title: "Quiet", display: "hidden" },\n  late: "Late"\n};\n',
    );
    expect(files.get('content/blog/_meta.ts')).toBe('export default { second: "Second", first: "First" };\n');
    expect(files.get('content/_meta.ts')).toBe(
      'export default {\n  index: { title: "Site", type: "page", display: "hidden" },\n  docs: { title: "Manual", type: "page" },\n  "to-code": { title: "Code", type: "page", href: "https://code.example/" },\n  blog: "Blog"\n};\n',
    );
  });

  it('leads old addresses to new ones, and knows the translations', async () => {
    const { files } = await convertFiles(site, 'nextra', { scaffold: true });
    expect(JSON.parse(files.get('redirects.json') ?? '')).toEqual([
      { source: '/old\\(1\\)/', destination: '/docs/soon/', permanent: true },
    ]);
    expect(JSON.parse(files.get('site/translations.json') ?? '')).toEqual({
      '/docs/': { 'pt-BR': '/pt-br/docs/' },
      '/pt-br/docs/': { en: '/docs/' },
    });
    expect(files.get('app/pt-br/layout.tsx')).toContain('layoutFor("pt-br")');
    expect(files.has('app/(en)/[[...mdxPath]]/page.tsx')).toBe(true);
  });

  it('leaves the root of an existing site alone, and says what it needs', async () => {
    const { files } = await convertFiles(site, 'nextra');
    expect([...files.keys()].filter((path) => path === 'content/_meta.ts' || path === 'package.json')).toEqual([]);
    expect(files.has('content/docs/_meta.ts')).toBe(true);
    expect(files.get('setup.md')).toContain('## content/\\_meta.ts');
  });
});

describe('what a menu says of a page', () => {
  it('is that it has no table of contents, and the name of a version', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml': HUGO,
        'content/docs/_index.md': page(),
        'content/docs/plain.md': page({ title: 'Plain', toc: false }),
        'content/docs/v1/_index.md': page({ title: 'Manual, again' }),
        'content/docs/v1/a.md': page({ title: 'A' }),
        'decant.yaml': 'version: 1\nmapping:\n  frontMatter: { toc: { as: tableOfContents } }\n',
      },
      'nextra',
      { scaffold: true, versions: [{ name: '1.0', folder: 'docs/v1' }] },
    );
    const meta = files.get('content/docs/_meta.ts') ?? '';
    expect(meta).toMatch(/plain: \{\s*title: "Plain",\s*theme: \{ toc: false \}\s*\}/);
    expect(meta).toContain('v1: "1.0"');
  });
});
