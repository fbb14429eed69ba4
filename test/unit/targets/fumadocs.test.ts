import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../support/convert-files.ts';

const page = (fields: Readonly<Record<string, unknown>> = {}, body = 'Text.\n'): string =>
  `---\n${JSON.stringify({ title: 'Page', ...fields })}\n---\n\n${body}`;

const CARD =
  '{{< cards >}}\n{{< card title="Late" link="/docs/late" />}}\n{{< /cards >}}\n\n<a href="/docs/late">late</a>\n';

describe('a new Fumadocs site', () => {
  const site = {
    'hugo.yaml':
      'baseURL: https://example.org/sub/\ntitle: Site\nmarkup: { goldmark: { renderer: { unsafe: true } } }\n' +
      'languages:\n  en: { weight: 1, label: English }\n  pt-br: { weight: 2, label: Português }\n',
    'content/docs/_index.md': page({ title: 'The manual', weight: 2 }),
    'content/docs/_index.pt-br.md': page({ title: 'Manual de uso' }),
    'content/docs/late.md': page({ title: 'Late', weight: 9 }),
    'content/docs/soon.md': page({ title: 'Soon', weight: 1, aliases: ['/old/'] }, CARD),
    'content/docs/quiet.md': page({ title: 'Quiet', weight: 3, toc_hide: true }),
    'content/docs/picture.md': page({ title: 'Picture' }, '![a](/a.png)\n\n```mermaid\ngraph TD; A-->B\n```\n'),
    'static/a.png': 'x',
    'decant.yaml':
      'version: 1\nmapping:\n  frontMatter: { toc_hide: { as: hidden } }\n  shortcodes:\n' +
      '    cards: { as: cards }\n    card: { as: card, title: $title, link: $link }\n',
  };

  it('has pages in Hugo’s order, each language in the folder of its addresses', async () => {
    const { files } = await convertFiles(site, 'fumadocs', { scaffold: true });
    expect(JSON.parse(files.get('content/docs/docs/meta.json') ?? '')).toEqual({
      title: 'The manual',
      pages: ['soon', 'late', 'picture'],
    });
    expect([...files.keys()].filter((path) => path.includes('pt-br')).toSorted()).toEqual([
      'content/docs/pt-br/docs/index.mdx',
      'content/docs/pt-br/index.mdx',
      'content/docs/pt-br/meta.json',
    ]);
    expect(JSON.parse(files.get('site/site.json') ?? '')).toMatchObject({
      isPrefixed: false,
      languages: [
        { locale: 'en', home: '/' },
        { locale: 'pt-br', lang: 'pt-BR', home: '/pt-br/' },
      ],
    });
    expect(files.has('app/[lang]/[[...slug]]/page.tsx')).toBe(true);
    expect(files.has('proxy.ts')).toBe(true);
  });

  it('puts the site’s path before addresses that Next does not complete, and before no other', async () => {
    const { files } = await convertFiles(site, 'fumadocs', { scaffold: true });
    const soon = files.get('content/docs/docs/soon.mdx') ?? '';
    expect(soon).toContain('<Card title="Late" href="/docs/late" />');
    expect(soon).toContain('<a href="/sub/docs/late/">late</a>');
    expect(files.get('content/docs/docs/picture.mdx')).toContain('![a](/sub/a.png)');
    expect(files.get('next.config.mjs')).toContain('basePath: "/sub"');
    expect(JSON.parse(files.get('redirects.json') ?? '')).toEqual([
      { source: '/old/', destination: '/docs/soon/', permanent: true },
    ]);
  });

  it('draws diagrams where there are any', async () => {
    const { files } = await convertFiles(site, 'fumadocs', { scaffold: true });
    expect(files.get('site/plugins.ts')).toContain('[remarkMdxMermaid]');
    expect(files.get('mdx-components.tsx')).toContain('import Mermaid from "@/components/Mermaid";');
    expect(JSON.parse(files.get('package.json') ?? '').dependencies).toHaveProperty('mermaid');
  });

  it('has no route for languages where there is one', async () => {
    const { files } = await convertFiles(
      { 'hugo.yaml': 'baseURL: https://example.org/\n', 'content/a.md': page() },
      'fumadocs',
      { scaffold: true },
    );
    expect(files.has('app/[[...slug]]/page.tsx')).toBe(true);
    expect(files.has('proxy.ts')).toBe(false);
  });

  it('leaves the root of an existing site alone, and says what it needs', async () => {
    const { files } = await convertFiles(site, 'fumadocs');
    expect(files.has('content/docs/meta.json')).toBe(false);
    expect(files.has('content/docs/docs/meta.json')).toBe(true);
    expect(files.get('setup.md')).toContain('parser "dir"');
  });

  it('hides tables of contents, and leads to pages that the side leaves out', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml':
          'baseURL: https://example.org/\nmenus:\n  main:\n    - { name: Quiet, pageRef: /quiet }\n    - { name: Plain, pageRef: /plain }\n  footer:\n    - { name: Terms, pageRef: /plain }\n',
        'content/plain.md': page({ title: 'Plain', toc: false }),
        'content/quiet.md': page({ title: 'Quiet', toc_hide: true }),
        'decant.yaml':
          'version: 1\nmapping:\n  frontMatter: { toc_hide: { as: hidden }, toc: { as: tableOfContents } }\n',
      },
      'fumadocs',
      { scaffold: true },
    );
    expect(files.get('content/docs/plain.mdx')).toContain('tableOfContents: false');
    expect(JSON.parse(files.get('site/site.json') ?? '').languages[0].links).toEqual([
      { text: 'Quiet', url: '/quiet/' },
      { text: 'Terms', url: '/plain/' },
    ]);
  });

  it('has versions of the docs under their names, for a reader to choose between', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml': 'baseURL: https://example.org/\n',
        'content/docs/_index.md': page({ title: 'Manual' }),
        'content/docs/v1/_index.md': page({ title: 'Manual, again' }),
        'content/docs/v1/a.md': page({ title: 'A' }),
      },
      'fumadocs',
      { scaffold: true, versions: [{ name: '1.0', folder: 'docs/v1' }] },
    );
    expect(JSON.parse(files.get('content/docs/docs/v1/meta.json') ?? '')).toEqual({
      title: '1.0',
      root: true,
      pages: ['a'],
    });
  });

  it('says to an existing site how diagrams are drawn', async () => {
    const setup = (await convertFiles(site, 'fumadocs')).files.get('setup.md');
    expect(setup).toContain('## components/Mermaid.tsx');
    expect(setup).toContain('import Mermaid from "@/components/Mermaid";');
  });
});
