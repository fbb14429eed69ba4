import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../../support/convert-files.ts';

const page = (title: string, body = 'Text.\n', more = ''): string => `---\ntitle: ${title}\n${more}---\n${body}`;

const SITE = {
  'hugo.yaml':
    'baseURL: https://example.org/\nmarkup: { goldmark: { renderer: { unsafe: true } } }\ndefaultContentLanguage: en\nlanguages:\n  en: { weight: 1, contentDir: content/en }\n  de: { weight: 2, contentDir: content/de }\nmenus:\n  main: [{ name: CLI, pageRef: /docs/reference/cli }]\n',
  'content/en/docs/_index.md': page('Docs', ''),
  'content/en/docs/setup.md': page(
    'Setup',
    '[a](reference/cli.md) [b](/docs/reference/cli/#flags) [c]({{< relref "cli" >}}) <a href="../reference/">d</a>\n',
  ),
  'content/en/docs/reference/_index.md': page('Reference', '', 'aliases: [/ref/]\n'),
  'content/en/docs/reference/cli.md': page('CLI', '## Flags\n\n[setup](../../setup/) [disk](../disk/)\n'),
  'content/en/docs/reference/disk/index.md': page('Disk', '![A disk](disk.png) <img src="disk.png">\n'),
  'content/en/docs/reference/disk/disk.png': 'png',
  'content/en/docs/reference/disk/note.md': page('Note'),
  'content/de/docs/reference/cli.md': page('CLI', '[Disk](/docs/reference/disk/)\n'),
};

const PATHS = [{ from: 'docs/reference/**', to: 'docs/api/**' }];

describe('a tree that moves', () => {
  it('takes its files and its addresses along, in all languages', async () => {
    const { files } = await convertFiles(SITE, 'mdx', { paths: PATHS });
    expect([...files.keys()].filter((path) => path.includes('api')).toSorted()).toEqual([
      'de/docs/api/cli.mdx',
      'docs/api/cli.mdx',
      'docs/api/disk/disk.png',
      'docs/api/disk/index.mdx',
      'docs/api/disk/note.mdx',
      'docs/api/index.mdx',
    ]);
    const urls = JSON.parse(files.get('urls.json') ?? '') as { from: string; to?: string; status: string }[];
    expect(urls.filter(({ to }) => to?.includes('/api/')).map(({ from, to, status }) => [from, to, status])).toEqual([
      ['/de/docs/reference/cli/', '/de/docs/api/cli/', 'redirect'],
      ['/docs/reference/', '/docs/api/', 'redirect'],
      ['/docs/reference/cli/', '/docs/api/cli/', 'redirect'],
      ['/docs/reference/disk/', '/docs/api/disk/', 'redirect'],
      ['/ref/', '/docs/api/', 'redirect'],
    ]);
  });

  it('is followed by links of every kind, and those inside it stay as they are', async () => {
    const { files, diagnostics } = await convertFiles(SITE, 'mdx', { paths: PATHS });
    expect(files.get('docs/setup.mdx')).toContain(
      '[a](/docs/api/cli/) [b](/docs/api/cli/#flags) [c](/docs/api/cli/) <a href="/docs/api/">d</a>',
    );
    expect(files.get('docs/api/cli.mdx')).toContain('[setup](../../setup/) [disk](../disk/)');
    expect(files.get('docs/api/disk/index.mdx')).toContain('![A disk](disk.png)');
    expect(files.get('docs/index.mdx')).toContain('[Reference](/docs/api/)');
    expect(diagnostics.filter(({ code }) => code.startsWith('link-'))).toEqual([]);
  });

  it.each([
    ['docusaurus', 'docs/api/cli.mdx', 'redirects.json', '{ "from": "/docs/reference/cli", "to": "/docs/api/cli" }'],
    ['starlight', 'src/content/docs/docs/api/cli.mdx', 'redirects.json', '"/docs/reference/cli/": "/docs/api/cli/"'],
    ['html', 'docs/api/cli/index.html', 'urls.json', '"from":"/docs/reference/cli/","to":"/docs/api/cli/"'],
  ] as const)('is followed in %s', async (target, file, redirects, redirect) => {
    const { files } = await convertFiles(SITE, target, { paths: PATHS, scaffold: true });
    expect([...files.keys()]).toContain(file);
    expect(files.get(file)).not.toContain('slug:');
    expect(files.get(redirects)?.replaceAll(/\s+/g, ' ')).toContain(redirect.replaceAll(/\s+/g, ' '));
    const config = files.get('docusaurus.config.ts') ?? files.get('sidebar.json') ?? '/docs/api/cli/';
    expect(config).toMatch(/\/?docs\/api\/cli/);
  });

  it('is followed by the entries of Contentful', async () => {
    const { files } = await convertFiles(SITE, 'contentful', { paths: PATHS });
    expect(files.get('contentful.json')).toContain('"slug":{"de":"docs/api/cli","en":"docs/api/cli"}');
    expect(files.get('contentful.json')).toContain('"uri":"/docs/api/cli/#flags"');
    // Old addresses are among those that lead to the page.
    expect(files.get('contentful.json')).toContain('"aliases":{"en":["/ref/","/docs/reference/"]}');
    expect(files.get('contentful.json')).toContain('"/docs/reference/disk/"');
  });
});

describe('a page that moves', () => {
  it('takes the rule that matches first, with the names that its author has written', async () => {
    const site = { ...SITE, 'content/en/docs/reference/Exit Codes.md': page('Exit codes') };
    const paths = [{ from: 'docs/reference/exit codes', to: 'Codes/All Codes' }, ...PATHS];
    const { files } = await convertFiles(site, 'mdx', { paths });
    expect([...files.keys()]).toContain('Codes/All Codes.mdx');
    expect(files.get('urls.json')).toContain('"from":"/docs/reference/exit-codes/","to":"/codes/all-codes/"');
  });

  it('goes to the section that its new path says', async () => {
    const site = { ...SITE, 'content/en/news/first.md': page('First', 'Text.\n', 'date: 2026-01-02\n') };
    const { files } = await convertFiles(site, 'docusaurus', { paths: [{ from: 'news/**', to: 'blog/**' }] });
    expect([...files.keys()]).toContain('blog/first.mdx');
  });
});
