import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../support/convert-files.ts';

const page = (fields: Readonly<Record<string, unknown>> = {}, body = 'Text.\n'): string =>
  `---\n${JSON.stringify(fields)}\n---\n\n${body}`;

const HUGO = 'baseURL: https://example.org/\ntitle: Site\n';
const LANGUAGES = `${HUGO}languages:\n  en: { weight: 1 }\n  de: { weight: 2 }\n`;

/** Paths of the MDX files, with the `slug` that each has. */
async function placesOf(site: Readonly<Record<string, string>>): Promise<Record<string, string | undefined>> {
  const { files } = await convertFiles({ 'hugo.yaml': HUGO, ...site }, 'docusaurus');
  const pages = [...files].filter(([path]) => path.endsWith('.mdx'));
  return Object.fromEntries(pages.map(([path, text]) => [path, fieldIn(text, 'slug')]));
}

const fieldIn = (text: string, key: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${key}: `))
    ?.slice(key.length + 2);

describe('where pages go', () => {
  it('puts docs, posts and other pages into the folders of their plugins', async () => {
    expect(
      await placesOf({
        'content/_index.md': page({ title: 'Home' }),
        'content/about.md': page(),
        'content/docs/_index.md': page(),
        'content/docs/setup/index.md': page(),
        'content/docs/faq.md': page(),
        'content/blog/_index.md': page(),
        'content/blog/first.md': page({ date: '2026-01-02' }),
      }),
    ).toEqual({
      'src/pages/index.mdx': undefined,
      'src/pages/about.mdx': undefined,
      'docs/index.mdx': undefined,
      'docs/setup/index.mdx': undefined,
      'docs/faq.mdx': undefined,
      'blog/_index.mdx': undefined,
      'blog/first.mdx': undefined,
    });
  });

  it('takes every page for docs where no section is called so', async () => {
    expect(
      await placesOf({ 'content/_index.md': page(), 'content/guide/_index.md': page(), 'content/guide/a.md': page() }),
    ).toEqual({ 'docs/index.mdx': undefined, 'docs/guide/index.mdx': undefined, 'docs/guide/a.mdx': undefined });
  });

  it('says the address where Docusaurus would give another one', async () => {
    expect(
      await placesOf({
        'content/docs/01-intro.md': page(),
        'content/docs/CheatSheet.md': page(),
        'content/docs/helm/helm.md': page(),
        'content/docs/helm/_index.md': page(),
        'content/docs/README.md': page(),
        'content/docs/moved.md': page({ url: '/docs/elsewhere/' }),
        'content/docs/out.md': page({ url: '/out/' }),
        'content/docs/_hidden/x.md': page(),
        'content/blog/2024-01-02-news.md': page({ title: 'News' }),
      }),
    ).toEqual({
      'docs/01-intro.mdx': '/01-intro',
      'docs/CheatSheet.mdx': '/cheatsheet',
      'docs/helm/helm-page.mdx': '/helm/helm',
      'docs/helm/index.mdx': undefined,
      'docs/README-page.mdx': '/readme',
      'docs/moved.mdx': '/elsewhere',
      'src/pages/docs/out.mdx': '/out',
      'docs/hidden/x.mdx': '/_hidden/x',
      'blog/2024-01-02-news.mdx': '/2024-01-02-news',
    });
  });

  it('makes a partial of a page that Hugo gives no address', async () => {
    expect(
      await placesOf({ 'content/docs/a.md': page(), 'content/docs/part.md': page({ build: { render: 'never' } }) }),
    ).toEqual({ 'docs/a.mdx': undefined, 'docs/_part.mdx': undefined });
  });
});

describe('translations', () => {
  it('stand at the path of the page that they translate', async () => {
    const places = await placesOf({
      'hugo.yaml': LANGUAGES,
      'content/docs/install.md': page({ translationKey: 'install' }),
      'content/docs/einrichten.de.md': page({ translationKey: 'install' }),
      'content/docs/faq.md': page(),
      'content/docs/faq.de.md': page(),
      'content/about.md': page(),
      'content/about.de.md': page(),
    });
    expect(places).toEqual({
      'docs/install.mdx': undefined,
      'docs/faq.mdx': undefined,
      'src/pages/about.mdx': undefined,
      'i18n/de/docusaurus-plugin-content-docs/current/install.mdx': '/einrichten',
      'i18n/de/docusaurus-plugin-content-docs/current/faq.mdx': undefined,
      'i18n/de/docusaurus-plugin-content-pages/about.mdx': undefined,
    });
  });

  it('of nothing stand in the default language too, where no menu shows them', async () => {
    const { files, diagnostics } = await convertFiles(
      { 'hugo.yaml': LANGUAGES, 'content/docs/a.md': page(), 'content/docs/nur.de.md': page({ title: 'Nur' }) },
      'docusaurus',
    );
    expect(files.get('docs/nur.mdx')).toContain('unlisted: true\n');
    expect(files.get('i18n/de/docusaurus-plugin-content-docs/current/nur.mdx')).not.toContain('unlisted');
    expect(diagnostics.map(({ code }) => code)).toEqual(['docusaurus-translation-only']);
  });
});

describe('links', () => {
  it('are addresses within a language, which Docusaurus completes, and whole ones to another', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml': `${LANGUAGES}markup: { goldmark: { renderer: { unsafe: true } } }\n`,
        'content/docs/a.md': page({}, '[B](../b/) <a href="/docs/b/">B</a>\n'),
        'content/docs/b.md': page(),
        'content/docs/a.de.md': page(
          {},
          '[B](/de/docs/b/) [B](https://example.org/docs/b/) <a href="/de/docs/b/">B</a>\n',
        ),
        'content/docs/b.de.md': page(),
        'content/blog/post.md': page({}, '[A](../../docs/a/)\n'),
      },
      'docusaurus',
    );
    expect(files.get('docs/a.mdx')).toContain('[B](../b/) <a href="/docs/b/">B</a>');
    expect(files.get('i18n/de/docusaurus-plugin-content-docs/current/a.mdx')).toContain(
      '[B](/docs/b/) [B](https://example.org/docs/b/) <a href="/de/docs/b/">B</a>',
    );
    // A post is shown in lists too, where a relative address would lead elsewhere.
    expect(files.get('blog/post.mdx')).toContain('[A](/docs/a/)');
  });

  it('have a linked file once, at its address, and a picture beside the page too', async () => {
    for (const [target, folder] of [
      ['docusaurus', 'docs/setup'],
      ['starlight', 'src/content/docs/docs/setup'],
    ] as const) {
      const { files } = await convertFiles(
        {
          'hugo.yaml': HUGO,
          'content/docs/setup/index.md': page(
            {},
            '[Plan](plan.pdf) [Large](plan.png) ![Both](both.txt) [Both](both.txt)\n',
          ),
          'content/docs/setup/plan.pdf': 'pdf',
          'content/docs/setup/plan.png': 'png',
          'content/docs/setup/both.txt': 'txt',
          'content/docs/setup/other.zip': 'zip',
        },
        target,
      );
      const copies = [...files].filter(([, text]) => text.startsWith('copy of '));
      const statics = target === 'docusaurus' ? 'static' : 'public';
      expect(copies.map(([path]) => path).toSorted()).toEqual(
        [
          `${folder}/both.txt`,
          `${folder}/other.zip`,
          `${folder}/plan.png`,
          `${statics}/docs/setup/both.txt`,
          `${statics}/docs/setup/plan.pdf`,
          `${statics}/docs/setup/plan.png`,
        ].toSorted(),
      );
    }
  });

  it('lead to files by `pathname:`, without which Docusaurus puts a slash behind them, and to pictures by path', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml': HUGO.replace('org/', 'org/manual/'),
        'content/docs/setup/index.md': page({}, '[Plan](plan.txt) ![Plan](plan.png)\n\n[plan]: plan.txt?raw=1\n'),
        'content/docs/setup/plan.txt': 'x',
        'content/docs/setup/plan.png': 'x',
        'content/docs/tasks/a.md': page({}, '![Plan](../../setup/plan.png) [Values](/manual/values.yaml)\n'),
        'static/values.yaml': 'x',
      },
      'docusaurus',
    );
    expect(files.get('docs/setup/index.mdx')).toContain(
      '[Plan](pathname:///docs/setup/plan.txt) ![Plan](plan.png)\n\n[plan]: pathname:///docs/setup/plan.txt?raw=1',
    );
    expect(files.has('static/docs/setup/plan.txt')).toBe(true);
    // From /docs/tasks/a/ the author's path leads to the picture, from docs/tasks/a.mdx out of the docs.
    expect(files.get('docs/tasks/a.mdx')).toContain('![Plan](../setup/plan.png) [Values](pathname:///values.yaml)');
  });
});

describe('the sidebar', () => {
  const positionsOf = async (site: Readonly<Record<string, string>>): Promise<(string | undefined)[]> => {
    const { files } = await convertFiles(
      { 'hugo.yaml': HUGO, 'content/docs/_index.md': page(), ...site },
      'docusaurus',
    );
    return [...files]
      .filter(([path]) => path.startsWith('docs/'))
      .map(([path, text]) => `${path} ${fieldIn(text, 'sidebar_position')}`);
  };

  it('keeps the author’s weights where they alone decide', async () => {
    expect(
      await positionsOf({
        'content/docs/a.md': page({ weight: 20 }),
        'content/docs/b.md': page({ weight: 10 }),
        'content/docs/c.md': page(),
      }),
    ).toEqual(['docs/index.mdx -1', 'docs/a.mdx 20', 'docs/b.mdx 10', 'docs/c.mdx undefined']);
  });

  it('counts where Hugo goes by date or title', async () => {
    expect(
      await positionsOf({
        'content/docs/a.md': page({ title: 'Zebra', weight: 5 }),
        'content/docs/b.md': page({ title: 'Ant', weight: 5 }),
        'content/docs/c.md': page({ title: 'Old', date: '2020-01-01' }),
        'content/docs/d.md': page({ title: 'New', date: '2024-01-01' }),
      }),
    ).toEqual(['docs/index.mdx 1', 'docs/a.mdx 3', 'docs/b.mdx 2', 'docs/c.mdx 5', 'docs/d.mdx 4']);
  });

  it('has a label for a folder without a page', async () => {
    const { files } = await convertFiles(
      { 'hugo.yaml': HUGO, 'content/docs/_index.md': page(), 'content/docs/getting-started/a.md': page() },
      'docusaurus',
    );
    expect(JSON.parse(files.get('docs/getting-started/_category_.json') ?? '')).toEqual({ label: 'Getting started' });
  });

  it('leaves out what a mapping says is hidden', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml': HUGO,
        'decant.yaml': 'version: 1\nmapping:\n  frontMatter:\n    toc_hide: { as: hidden }\n',
        'content/docs/a.md': page({ toc_hide: true }),
      },
      'docusaurus',
    );
    expect(files.get('docs/a.mdx')).toContain('sidebar_class_name: hidden\n');
  });
});

describe('a post', () => {
  it('names its authors by their keys', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml': HUGO,
        'content/blog/a.md': page({ author: 'Ada Moe' }),
        'content/blog/b.md': page({ authors: ['Bo Lund', { name: 'Ada Moe', link: 'https://example.org/ada' }] }),
      },
      'docusaurus',
    );
    expect(files.get('blog/b.mdx')).toContain('authors:\n  - bo-lund\n  - ada-moe\n');
    expect(files.get('blog/authors.yml')).toBe(
      'ada-moe:\n  name: Ada Moe\n  url: https://example.org/ada\nbo-lund:\n  name: Bo Lund\n',
    );
  });
});
