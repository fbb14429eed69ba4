import { parse } from 'acorn';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../support/convert-files.ts';

const SITE = {
  'hugo.yaml': 'baseURL: https://example.org/\nlanguages:\n  en: { weight: 1 }\n  de: { weight: 2 }\n',
  'content/docs/a.md': '---\ntitle: A\naliases: [/old/]\n---\n{{< box title="Box" />}}\n\n```bash\nls\n```\n',
  'content/docs/b.de.md': '---\ntitle: B\n---\nText.\n',
};

/** What is to be pasted, by the heading above it. */
function snippetsIn(markdown: string): Record<string, string> {
  const found: Record<string, string> = {};
  let title = '';
  for (const node of fromMarkdown(markdown).children) {
    if (node.type === 'heading' && node.children[0]?.type === 'text') title = node.children[0].value;
    if (node.type === 'code') found[title] = node.value;
  }
  return found;
}

describe('setup.md for an existing site', () => {
  it('has what Docusaurus must be told', async () => {
    const { files } = await convertFiles(SITE, 'docusaurus', { extension: 'auto' });
    const snippets = snippetsIn(files.get('setup.md') ?? '');
    expect(Object.keys(snippets)).toEqual(['Packages', 'docusaurus.config', 'src/theme/MDXComponents.tsx']);
    const config = snippets['docusaurus.config'] ?? '';
    parse(config, { ecmaVersion: 'latest', sourceType: 'module' });
    for (const part of ['trailingSlash: true', 'format: "detect"', 'locales: ["en", "de"]', 'redirects', '"bash"'])
      expect(config).toContain(part);
    expect(snippets['src/theme/MDXComponents.tsx']).toContain('import Box from "@site/src/components/Box"');
    expect(files.has('redirects.json')).toBe(true);
    expect(files.has('docusaurus.config.ts')).toBe(false);
  });

  it('leaves out what the content has no use for', async () => {
    const site = { 'hugo.yaml': 'baseURL: https://example.org/\n', 'content/docs/a.md': 'Text.\n' };
    const { files } = await convertFiles(site, 'docusaurus');
    expect(files.get('setup.md')).toMatch(/^# .*\n\n## docusaurus\.config\n/);
    for (const word of ['i18n', 'blog']) expect(files.get('setup.md')).not.toContain(word);
    expect(files.has('redirects.json')).toBe(false);
  });

  it('has what Starlight must be told', async () => {
    const { files } = await convertFiles(SITE, 'starlight');
    const snippets = snippetsIn(files.get('setup.md') ?? '');
    expect(Object.keys(snippets)).toEqual(['Packages', 'astro.config.mjs', 'src/content.config.ts', 'Components']);
    expect(snippets['Packages']).toMatch(/^npm install @astrojs\/markdown-satteri@/);
    parse(snippets['src/content.config.ts'] ?? '', { ecmaVersion: 'latest', sourceType: 'module' });
    expect(snippets['astro.config.mjs']).toContain('headingAttributes: true');
    expect(snippets['Components']).toBe('src/components/Box.astro');
    expect(files.has('sidebar.json')).toBe(true);
  });

  it('is not there for a new site, nor for a target without a configuration', async () => {
    expect((await convertFiles(SITE, 'docusaurus', { scaffold: true })).files.has('setup.md')).toBe(false);
    expect((await convertFiles(SITE, 'mdx')).files.has('setup.md')).toBe(false);
  });
});
