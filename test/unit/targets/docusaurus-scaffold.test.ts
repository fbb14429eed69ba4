import { describe, expect, it } from 'vitest';
import { componentFiles } from '../../../src/targets/docusaurus/components.ts';
import { additionalLanguages } from '../../../src/targets/docusaurus/prism.ts';
import { convertFiles } from '../../support/convert-files.ts';

const SITE = {
  'hugo.yaml':
    'baseURL: //docs.example.org/manual/\ntitle: The Site\ncopyright: © Us\n' +
    'languages:\n  en: { weight: 1, label: English }\n  fa: { weight: 2, label: فارسی }\n',
  'content/docs/_index.md': '---\ntitle: Docs\naliases: [/start/]\n---\n',
  'content/docs/a.md': '---\ntitle: A\naliases: [/docs/a.html]\n---\n\n```toml\na = 1\n```\n\n{{< box >}}\n',
  'content/docs/a.fa.md': '---\ntitle: A\naliases: [old]\n---\n\n```mermaid\ngraph TD\n```\n',
  'content/blog/_index.md': '---\ntitle: News\ndescription: What is new.\n---\n',
  'content/blog/b.md': '---\ntitle: B\ndate: 2024-01-01\n---\n\nText.\n',
  'static/favicon.ico': 'x',
  'decant.yaml':
    'version: 1\ncomponents:\n  Box: { import: "@site/src/components/Box" }\nshortcodes:\n  box: { as: component, name: Box }\n',
};

const scaffold = async (): Promise<ReadonlyMap<string, string>> =>
  (await convertFiles(SITE, 'docusaurus', { scaffold: true })).files;

describe('a new Docusaurus site', () => {
  it('is configured as the old one', async () => {
    const config = (await scaffold()).get('docusaurus.config.ts') ?? '';
    for (const line of [
      'title: "The Site"',
      'favicon: "favicon.ico"',
      'url: "https://docs.example.org"',
      'baseUrl: "/manual/"',
      'locales: ["en", "fa"]',
      'direction: "rtl"',
      'blogTitle: "News"',
      'additionalLanguages: ["toml"]',
      'themes: ["@docusaurus/theme-mermaid"]',
      'footer: { copyright: "© Us" }',
    ]) {
      expect(config).toContain(line);
    }
  });

  it('has the icon of the old one, wherever it lies, or else one with a letter', async () => {
    const build = async (files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> =>
      (await convertFiles({ 'content/docs/a.md': 'A\n', ...files }, 'docusaurus', { scaffold: true })).files;
    const old = await build({ 'static/icons/favicon-32x32.png': 'x', 'static/icons/favicon.png': 'x' });
    expect(old.get('docusaurus.config.ts')).toContain('favicon: "icons/favicon.png"');
    expect(old.has('static/favicon.svg')).toBe(false);
    const bare = await build({ 'hugo.yaml': 'title: «école»\n' });
    expect(bare.get('docusaurus.config.ts')).toContain('favicon: "favicon.svg"');
    expect(bare.get('static/favicon.svg')).toContain('>É</text>');
  });

  it('has the main menu of the old one, in all languages', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml': `baseURL: https://docs.example.org/
languages:
  en:
    weight: 1
    title: Site
    menus:
      main:
        - { name: More, identifier: more, weight: 3 }
        - { name: Code, url: "https://git.example.org/", parent: more }
        - { name: Prices, url: files/prices.pdf, parent: more }
        - { name: Start, url: /old/, weight: 1 }
        - { pre: <b>!</b>, url: "https://shop.example.org/", weight: 4 }
  de: { weight: 2, title: Seite, menus: { main: [{ name: Loslegen, pageRef: /docs/start }] } }
`,
        'content/docs/start.md': '---\ntitle: Start here\naliases: [/old/]\n---\n',
        'content/docs/start.de.md': '---\ntitle: Hier anfangen\n---\n',
        'content/about.md': '---\ntitle: About us\nmenus: { main: { weight: 2 } }\n---\n',
        'content/about.de.md': '---\ntitle: Über uns\n---\n',
        'content/blog/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\n',
        'static/files/prices.pdf': 'x',
      },
      'docusaurus',
      { scaffold: true },
    );
    const config = files.get('docusaurus.config.ts') ?? '';
    const navbar = config.slice(config.indexOf('items: ['));
    expect(navbar.replaceAll(/\s+/g, ' ')).toContain(
      'items: [ { to: "/blog/", label: "Blog", position: "left" }, ' +
        '{ to: "/docs/start/", label: "Start", position: "left" }, ' +
        '{ to: "/about/", label: "About us", position: "left" }, ' +
        '{ type: "dropdown", label: "More", items: [ { href: "https://git.example.org/", label: "Code" }, ' +
        '{ href: "pathname:///files/prices.pdf", label: "Prices" } ], position: "left" }, ' +
        '{ type: "localeDropdown", position: "right" } ]',
    );
    expect(JSON.parse(files.get('i18n/de/docusaurus-theme-classic/navbar.json') ?? '')).toEqual({
      title: { message: 'Seite' },
      'item.label.Start': { message: 'Loslegen' },
      'item.label.About us': { message: 'Über uns' },
    });
  });

  it('takes the packages that it has a use for, each in one version', async () => {
    const { dependencies } = JSON.parse((await scaffold()).get('package.json') ?? '') as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    expect(Object.keys(dependencies)).toContain('@docusaurus/theme-mermaid');
    expect(Object.keys(dependencies)).not.toContain('katex');
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('leads old addresses of all languages to new ones', async () => {
    expect(JSON.parse((await scaffold()).get('redirects.json') ?? '')).toEqual([
      { from: '/docs/a.html', to: '/docs/a' },
      { from: '/docs/old', to: '/docs/a' },
      { from: '/start', to: '/docs' },
    ]);
  });

  it('has a component for each that pages name, known to all pages', async () => {
    const files = await scaffold();
    expect(files.get('src/theme/MDXComponents.tsx')).toContain('export default { ...MDXComponents, Box };');
    expect(files.get('src/components/Box.tsx')).toContain('<div className="box" />');
  });

  it('has a page at its root where the old one had none', async () => {
    expect((await scaffold()).get('src/pages/index.tsx')).toContain('useBaseUrl("/docs/")');
  });
});

describe('a component', () => {
  const use = { inline: false, children: true } as const;

  it('shows what its props say', () => {
    const [file] = componentFiles([
      {
        ...use,
        name: 'FeatureBlock',
        props: { header: ['text'], image: ['text'], columns: ['number'], data: ['list'] },
      },
    ]);
    expect(file && 'text' in file ? file.text : '').toMatchInlineSnapshot(`
      "import type { ReactNode } from "react";
      import { useBaseUrlUtils } from "@docusaurus/useBaseUrl";

      interface FeatureBlockProps {
        columns?: number;
        data?: unknown[];
        header?: string;
        image?: string;
        children?: ReactNode
      }

      export default function FeatureBlock(
        { columns, data, header, image, children }: FeatureBlockProps
      ): ReactNode {
        const { withBaseUrl } = useBaseUrlUtils();

        return <div className="feature-block" data-columns={columns} data-data={JSON.stringify(data)}>{image && <img src={withBaseUrl(image)} alt="" />}{header && <h3>{header}</h3>}{children}</div>;
      }
      "
    `);
  });

  it('is a link where it has an address and stands in a line', () => {
    const [file] = componentFiles([{ ...use, name: 'Button', props: { href: ['text'] }, inline: true }]);
    expect(file && 'text' in file ? file.text : '').toContain(
      '<Link to={href} className="button button--primary">{children}</Link>',
    );
  });

  it('shows what explains a word to who points at it', () => {
    const props = { word: ['text'], meaning: ['text'], tag: ['text'] } as const;
    const [file] = componentFiles([{ ...use, name: 'Term', props, inline: true, children: false }]);
    expect(file && 'text' in file ? file.text : '').toContain(
      '<span className="term" title={meaning}>{word && <strong>{word}</strong>}{" "}{tag && <span>{tag}</span>}</span>',
    );
  });

  it('keeps the words of a line that it was given by position', () => {
    const props = { args: ['list'] } as const;
    const [file] = componentFiles([{ ...use, name: 'Key', props, inline: true, children: false }]);
    expect(file && 'text' in file ? file.text : '').toContain('<span className="key">{args && args.join(" ")}</span>');
  });

  it('takes a source for a picture where something says that it is one', () => {
    const codeOf = (name: string, props: Record<string, ['text']>): string => {
      const [file] = componentFiles([{ ...use, name, props }]);
      return file && 'text' in file ? file.text : '';
    };
    expect(codeOf('GoExample', { src: ['text'] })).toContain('data-src={src}');
    expect(codeOf('WideImage', { src: ['text'] })).toContain('<img');
    expect(codeOf('Shot', { src: ['text'], alt: ['text'] })).toContain('<img');
  });

  it('stands with its parts in one file', () => {
    const files = componentFiles([{ ...use, name: 'Tree.Leaf', props: {} }]);
    expect(files.map(({ path }) => path)).toEqual(['src/components/Tree.tsx', 'src/theme/MDXComponents.tsx']);
    expect(files[0] && 'text' in files[0] ? files[0].text : '').toContain('Object.assign(Tree, { Leaf: TreeLeaf })');
  });

  it('takes names that JavaScript keeps for itself', () => {
    const [file] = componentFiles([{ ...use, name: 'Box', props: { class: ['text'], 'data-x': ['flag'] } }]);
    expect(file && 'text' in file ? file.text : '').toContain('{ class: classValue, "data-x": dataX, children }');
  });
});

describe('languages of code', () => {
  it('come with what they need, under Prism’s own names', () => {
    expect(additionalLanguages(['sh', 'PHP', 'js', 'nonsense', 'shell'])).toEqual(['markup-templating', 'php', 'bash']);
  });
});
