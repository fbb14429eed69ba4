import { describe, expect, it } from 'vitest';
import { languageAliases } from '../../../src/targets/scaffold/code-names.ts';
import { convertFiles } from '../../support/convert-files.ts';

const page = (fields: Readonly<Record<string, unknown>> = {}, body = 'Text.\n'): string =>
  `---\n${JSON.stringify({ title: 'Page', ...fields })}\n---\n\n${body}`;

const HUGO = 'baseURL: https://example.org/\ntitle: Site\n';
const LANGUAGES = `${HUGO}languages:\n  en: { weight: 1, label: English }\n  pt-br: { weight: 2, label: Português }\n`;

const slugIn = (text: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.startsWith('slug: '))
    ?.slice(6);

async function placesOf(site: Readonly<Record<string, string>>): Promise<Record<string, string | undefined>> {
  const { files } = await convertFiles({ 'hugo.yaml': HUGO, ...site }, 'starlight');
  return Object.fromEntries(
    [...files].filter(([path]) => path.endsWith('.mdx')).map(([path, text]) => [path, slugIn(text)]),
  );
}

describe('where pages go', () => {
  it('is the tree of the content folder, with the address where Starlight would give another one', async () => {
    expect(
      await placesOf({
        'content/_index.md': page(),
        'content/docs/_index.md': page(),
        'content/docs/v1.2.md': page(),
        'content/docs/CheatSheet.md': page(),
        'content/docs/_part.md': page({ build: { render: 'never' } }),
        'content/about.md': page({ url: '/who/we-are/' }),
      }),
    ).toEqual({
      'src/content/docs/index.mdx': undefined,
      'src/content/docs/docs/index.mdx': undefined,
      'src/content/docs/docs/v1.2.mdx': 'docs/v1.2',
      'src/content/docs/docs/CheatSheet.mdx': undefined,
      'src/content/docs/docs/_part.mdx': undefined,
      'src/content/docs/about.mdx': 'who/we-are',
    });
  });

  it('is a folder for each other language', async () => {
    expect(
      await placesOf({ 'hugo.yaml': LANGUAGES, 'content/a.md': page(), 'content/a.pt-br.md': page({ slug: 'ola' }) }),
    ).toEqual({ 'src/content/docs/a.mdx': undefined, 'src/content/docs/pt-br/a.mdx': 'pt-br/ola' });
  });
});

describe('a new Starlight site', () => {
  const site = {
    'hugo.yaml': LANGUAGES,
    'content/docs/_index.md': page({ title: 'Manual', weight: 2 }),
    'content/docs/_index.pt-br.md': page({ title: 'Manual de uso' }),
    'content/docs/late.md': page({ weight: 9 }),
    'content/docs/soon.md': page({ weight: 1, aliases: ['/old/', '/docs/late/'] }, '{{< box title="x" >}}\n'),
    'content/blog/first.md': page({ date: '2024-01-01' }),
    'content/blog/second.md': page({ date: '2025-01-01' }),
    'decant.yaml': 'version: 1\nshortcodes:\n  box: { as: component, name: Box }\n',
  };

  it('has the whole sidebar in Hugo’s order, posts by date', async () => {
    const { files } = await convertFiles(site, 'starlight', { scaffold: true });
    expect(JSON.parse(files.get('sidebar.json') ?? '')).toEqual([
      {
        label: 'Manual',
        translations: { 'pt-BR': 'Manual de uso' },
        items: [{ slug: 'docs' }, { slug: 'docs/soon' }, { slug: 'docs/late' }],
      },
      { label: 'Blog', items: [{ slug: 'blog/second' }, { slug: 'blog/first' }] },
    ]);
  });

  it('leads old addresses to new ones, where no page stands today', async () => {
    const { files } = await convertFiles(site, 'starlight', { scaffold: true });
    expect(JSON.parse(files.get('redirects.json') ?? '')).toEqual({ '/old/': '/docs/soon/' });
  });

  it('knows its languages, packages and components', async () => {
    const { files } = await convertFiles(site, 'starlight', { scaffold: true });
    expect(files.get('astro.config.mjs')).toContain('"pt-br": { label: "Português", lang: "pt-BR" }');
    expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({ engines: { node: '>=22.12' } });
    expect(files.get('src/components/Box.astro')).toBe(
      '---\ninterface Props { title?: string }\n\nconst { title } = Astro.props;\n---\n\n' +
        '<div class="box">{title && <h3>{title}</h3>}</div>\n',
    );
    expect(files.get('src/content/docs/docs/soon.mdx')).toContain('import Box from "../../../components/Box.astro";\n');
  });

  it('styles components whose names say how they look', async () => {
    const columns = page({ weight: 9 }, '{{< columns >}}Text{{< /columns >}}\n');
    const { files } = await convertFiles({ ...site, 'content/docs/late.md': columns }, 'starlight', { scaffold: true });
    expect(files.get('src/styles/components.css')).toContain('.columns {\n  display: grid;');
    expect(files.get('astro.config.mjs')).toContain('customCss: ["./src/styles/components.css"]');
    const { files: plain } = await convertFiles(site, 'starlight', { scaffold: true });
    expect(plain.has('src/styles/components.css')).toBe(false);
    expect(plain.get('astro.config.mjs')).not.toContain('customCss');
  });

  it('highlights code under the names that Hugo takes for languages', () => {
    expect(languageAliases(['bash', 'golang', 'Python', 'Raw', 'yaml'])).toEqual({
      golang: 'go',
      Python: 'python',
      Raw: 'txt',
    });
  });

  it('is made only where it is asked for', async () => {
    const { files } = await convertFiles(site, 'starlight');
    expect(files.has('package.json')).toBe(false);
    expect(files.has('astro.config.mjs')).toBe(false);
  });
});
