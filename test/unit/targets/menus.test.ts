import { beforeAll, describe, expect, it } from 'vitest';
import { type ConvertedFiles, convertFiles } from '../../support/convert-files.ts';

const SITE = {
  'hugo.yaml': `
baseURL: https://docs.example.org/manual/
title: The Site
languages:
  en: { weight: 1, label: English }
  de:
    weight: 2
    label: Deutsch
    title: Die Seite
    menus:
      main:
        - { name: Doku, pageRef: /docs, weight: 1 }
        - { name: Projekt, identifier: project, weight: 2 }
        - { name: Quelltext, url: 'https://github.com/acme/site', parent: project, weight: 1 }
        - { name: Forum, url: 'https://forum.example.org/', parent: project, weight: 2 }
      footer:
        - { name: Impressum, url: /imprint.pdf }
menus:
  main:
    - { name: Documentation, pageRef: /docs, weight: 1 }
    - { name: Project, identifier: project, weight: 2 }
    - { name: Source, url: 'https://github.com/acme/site', parent: project, weight: 1 }
    - { name: Talk, identifier: talk, url: 'https://forum.example.org/', parent: project, weight: 2 }
    - { name: Rules, url: '/docs/rules/#all', parent: talk }
    - { name: Gone, url: /nowhere/, weight: 3 }
  footer:
    - { name: Imprint, url: /imprint.pdf }
  shortcuts:
    - { name: Docs, pageRef: /docs }
`,
  'content/docs/_index.md': '---\ntitle: Docs\n---\n',
  'content/docs/_index.de.md': '---\ntitle: Doku\n---\n',
  'content/docs/rules.md': '---\ntitle: Rules\n---\n\n## All\n',
  'content/blog/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\n\nText.\n',
  'static/imprint.pdf': 'x',
};

const left = ({ diagnostics }: ConvertedFiles): unknown =>
  diagnostics.filter(({ code }) => code.startsWith('menu-')).map(({ code, facts }) => [code, facts]);

describe('menus of Hugo', () => {
  let docusaurus: ConvertedFiles;
  let starlight: ConvertedFiles;
  beforeAll(async () => {
    docusaurus = await convertFiles(SITE, 'docusaurus', { scaffold: true });
    starlight = await convertFiles(SITE, 'starlight', { scaffold: true });
  });

  it('are navbar and footer in Docusaurus, with what no menu leads to', () => {
    const config = (docusaurus.files.get('docusaurus.config.ts') ?? '').replaceAll(/\s+/g, ' ');
    expect(config).toContain(
      'items: [ { to: "/blog/", label: "Blog", position: "left" }, ' +
        '{ to: "/docs/", label: "Documentation", position: "left" }, ' +
        '{ type: "dropdown", label: "Project", items: [ ' +
        '{ href: "https://github.com/acme/site", label: "Source" }, ' +
        '{ href: "https://forum.example.org/", label: "Talk" }, ' +
        '{ to: "/docs/rules/#all", label: "Rules" } ], position: "left" }, { type: "localeDropdown", position: "right" } ]',
    );
    expect(config).toContain('links: [{ href: "pathname:///manual/imprint.pdf", label: "Imprint" }]');
  });

  it('have the words of each language', () => {
    const words = (file: string): unknown =>
      JSON.parse(docusaurus.files.get(`i18n/de/docusaurus-theme-classic/${file}.json`) ?? 'null');
    expect(words('navbar')).toEqual({
      title: { message: 'Die Seite' },
      'item.label.Documentation': { message: 'Doku' },
      'item.label.Project': { message: 'Projekt' },
      'item.label.Source': { message: 'Quelltext' },
      'item.label.Talk': { message: 'Forum' },
    });
    expect(words('footer')).toEqual({ 'link.item.label.Imprint': { message: 'Impressum' } });
  });

  it('are icons and links of the sidebar in Starlight, where they lead to no page', () => {
    expect(starlight.files.get('astro.config.mjs')).toContain('href: "https://github.com/acme/site"');
    expect(starlight.files.get('astro.config.mjs')).toContain('icon: "github"');
    const sidebar = JSON.parse(starlight.files.get('sidebar.json') ?? '') as readonly unknown[];
    expect(sidebar.slice(-2)).toEqual([
      {
        label: 'Project',
        translations: { de: 'Projekt' },
        collapsed: true,
        items: [{ label: 'Talk', translations: { de: 'Forum' }, link: 'https://forum.example.org/' }],
      },
      {
        label: 'Imprint',
        translations: { de: 'Impressum' },
        link: 'https://docs.example.org/manual/imprint.pdf',
      },
    ]);
  });

  it('say what of them is left out', () => {
    const expected = [
      ['menu-entry-broken', { menu: 'main', entry: 'Gone', url: '/nowhere/' }],
      ['menu-left-out', { menu: 'shortcuts' }],
    ];
    expect(left(docusaurus)).toEqual(expected);
    expect(left(starlight)).toEqual(expected);
  });

  it('are a snippet for a site that exists', async () => {
    const { files } = await convertFiles(SITE, 'docusaurus');
    expect(files.get('setup.md')).toContain('label: "Documentation"');
    expect(files.get('i18n/de/docusaurus-theme-classic/navbar.json')).toBeUndefined();
  });

  it('are columns of the footer where they have lines below others', async () => {
    const { files } = await convertFiles(
      {
        'hugo.yaml':
          'menus:\n  footer:\n    - { name: Docs, pageRef: /docs, identifier: d }\n' +
          '    - { name: A, pageRef: /docs/a, parent: d }\n    - { name: Mail, url: "mailto:a@example.org" }\n',
        'content/docs/_index.md': '---\ntitle: Docs\n---\n',
        'content/docs/a.md': '---\ntitle: A\n---\n',
      },
      'docusaurus',
      { scaffold: true },
    );
    const config = (files.get('docusaurus.config.ts') ?? '').replaceAll(/\s+/g, ' ');
    expect(config).toContain(
      'links: [ { title: "Docs", items: [ { to: "/docs/", label: "Docs" }, { to: "/docs/a/", label: "A" } ] }, ' +
        '{ title: null, items: [{ href: "mailto:a@example.org", label: "Mail" }] } ]',
    );
  });
});
