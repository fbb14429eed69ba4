import { describe, expect, it } from 'vitest';
import type { MenuEntry } from '../../../../src/model/site.ts';
import { open, page } from './memory-site.ts';

// What Hugo 0.169 makes of the same site.
const { site } = open({
  'hugo.yaml': `
languages:
  en: {weight: 1}
  de:
    weight: 2
    menus:
      main:
        - {name: Start, url: /de/, weight: 1}
menus:
  main:
    - {name: Blog, url: /blog/, weight: 20}
    - {name: Docs, pageRef: /docs, weight: 10, identifier: d}
    - {name: Elsewhere, url: 'https://example.com/'}
    - {name: Setup, pageRef: docs/setup, parent: d, weight: 2}
    - {identifier: noname, pageRef: /docs/faq, weight: 5}
  footer:
    - {name: Imprint, url: imprint.html, params: {a: 1}}
`,
  'content/docs/_index.md': page('title: Docs'),
  'content/docs/setup.md': page('title: Setup'),
  'content/docs/faq.md': page('title: FAQ\nlinkTitle: Questions'),
  'content/blog/a.md': page('title: A\nmenus: main\nweight: 7'),
  'content/blog/b.md': page('title: B\nmenu: [footer, main]'),
  'content/blog/c.md': page(
    'title: C\nmenus:\n  main:\n    parent: d\n    weight: 1\n    name: See\n  footer:\n    identifier: foot',
  ),
  'content/about.de.md': page('title: Über\nmenus: main'),
  'content/old.md': page('title: Old\nmenus: main\ndraft: true'),
});

const lines = (entries: readonly MenuEntry[], indent = ''): string[] =>
  entries.flatMap(({ name, url, weight, identifier, children }) => [
    `${indent}${name}|${url}|${weight}|${identifier}`,
    ...lines(children, `${indent}  `),
  ]);

describe('menus', () => {
  it('come from the configuration and from front matter', () => {
    expect(site.menus.map(({ language, name, entries }) => [language, name, ...lines(entries)])).toEqual([
      ['en', 'footer', 'B|/blog/b/|0|', 'C|/blog/c/|0|foot', 'Imprint|imprint.html|0|'],
      [
        'en',
        'main',
        'Questions|/docs/faq/|5|noname',
        'A|/blog/a/|7|',
        'Docs|/docs/|10|d',
        '  See|/blog/c/|1|',
        '  Setup|/docs/setup/|2|',
        'Blog|/blog/|20|',
        'B|/blog/b/|0|',
        'Elsewhere|https://example.com/|0|',
      ],
      ['de', 'main', 'Start|/de/|1|', 'Über|/de/about/|0|'],
    ]);
  });

  it('take in the sections of the root where the site says so', () => {
    // What Hugo 0.169 makes of the same site.
    const { site: sections } = open({
      'hugo.yaml':
        'sectionPagesMenu: main\nmenus:\n  main:\n    - {name: Elsewhere, url: "https://example.com/", weight: 5}\n' +
        '    - {name: Blog, identifier: blog, url: "/blog/#x", weight: 9}\n',
      'content/docs/_index.md': page('title: Docs\nweight: 3'),
      'content/docs/deep/_index.md': page('title: Deep'),
      'content/docs/a.md': page('title: A\nmenus: {main: {weight: 4}}'),
      'content/blog/b.md': page('title: B'),
    });
    expect(sections.menus.map(({ name, entries }) => [name, ...lines(entries)])).toEqual([
      ['main', 'Docs|/docs/|3|docs', 'A|/docs/a/|4|', 'Elsewhere|https://example.com/|5|', 'Blog|/blog/#x|9|blog'],
    ]);
  });

  it('survive entries that are each other’s parents', () => {
    const { site: looped } = open({
      'hugo.yaml': 'menus: {main: [{name: A, parent: B}, {name: B, parent: A}, {name: C, parent: nobody}]}',
      'content/a.md': page(),
    });
    expect(looped.menus).toEqual([{ name: 'main', language: 'en', entries: [] }]);
  });
});
