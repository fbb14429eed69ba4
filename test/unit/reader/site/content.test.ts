import { describe, expect, it } from 'vitest';
import { findings, open, page, pageOf } from './memory-site.ts';

describe('which files are pages', () => {
  it('those with an extension that Hugo reads', () => {
    const names = [
      'a.md',
      'b.markdown',
      'c.mdown',
      'd.html',
      'e.htm',
      'f.org',
      'g.adoc',
      'h.rst',
      'i.pandoc',
      'j.pdc',
      'K.MD',
    ];
    const others = ['l.mdx', 'm.txt', 'n.md.bak', 'o', 'p.xhtml'];
    const { site } = open(Object.fromEntries([...names, ...others].map((name) => [`content/${name}`, 'x'])));
    expect(site.pages.map(({ file, format }) => `${file.slice(8)} ${format}`)).toEqual([
      'K.MD markdown',
      'a.md markdown',
      'b.markdown markdown',
      'c.mdown markdown',
      'd.html html',
      'e.htm html',
      'f.org org',
      'g.adoc asciidoc',
      'h.rst rst',
      'i.pandoc pandoc',
      'j.pdc pandoc',
    ]);
    expect(site.staticFiles.map(({ url }) => url)).toEqual(['/l.mdx', '/m.txt', '/n.md.bak', '/o', '/p.xhtml']);
  });

  it('not those with hidden names, in hidden folders or to be ignored', () => {
    const { site, diagnostics } = open({
      'hugo.yaml': 'ignoreFiles: ["draft-\\\\d", "(?i)SECRET", "["]',
      'content/.a.md': page(),
      'content/b.md~': page(),
      'content/#c.md': page(),
      'content/.d/e.md': page(),
      'content/f~/g.md': page(),
      'content/draft-1.md': page(),
      'content/x/secret.md': page(),
      'content/_h.md': page(),
    });
    expect(site.pages.map(({ file }) => file)).toEqual(['content/_h.md']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['config-value']);
  });

  it('only some formats, where contentTypes says so', () => {
    const { site } = open({
      'hugo.yaml': 'contentTypes: {text/markdown: {}}',
      'content/a.md': 'x',
      'content/b.html': 'x',
    });
    expect(site.pages.map(({ file }) => file)).toEqual(['content/a.md']);
  });

  it('whose format front matter may change', () => {
    const reading = open({
      'content/a.md': page('markup: HTML'),
      'content/b.md': page('markup: text/org'),
      'content/c.md': page('markup: goldmark'),
      'content/d.md': page('title: T\nmarkup: mmark'),
    });
    expect(reading.site.pages.map(({ format }) => format)).toEqual(['html', 'org', 'markdown', 'markdown']);
    expect(findings(reading)).toEqual(['markup-unknown content/d.md 3']);
  });

  it('not those that a content adapter makes', () => {
    expect(findings(open({ 'content/books/_content.gotmpl': '{{ }}', 'content/a.md': page() }))).toEqual([
      'content-adapter content/books/_content.gotmpl',
    ]);
  });
});

describe('bundles', () => {
  const reading = open({
    'content/_index.md': page(),
    'content/home.png': 'x',
    'content/leaf/index.md': page(),
    'content/leaf/extra.md': page('title: Extra'),
    'content/leaf/Sub Dir/C.PNG': 'x',
    'content/leaf/deep/index.md': page(),
    'content/leaf/deep/_index.md': page(),
    'content/branch/_index.md': page(),
    'content/branch/page.md': page(),
    'content/branch/a.png': 'x',
    'content/branch/sub/b.png': 'x',
    'content/plain/deep/x.md': page(),
    'content/plain/deep/pic.png': 'x',
    'content/nosec/only.txt': 'x',
  });

  it('are leaf and branch, and the home page is one', () => {
    const own = reading.site.pages.filter(({ owner }) => owner === undefined);
    expect(own.map(({ path, kind, bundle, section }) => `${path} ${kind} ${bundle} ${section}`)).toEqual([
      '/ home branch ',
      '/branch section branch branch',
      '/branch/page page none branch',
      '/leaf page leaf ',
      '/plain/deep/x page none plain',
    ]);
  });

  it('have the files around them, each below the nearest bundle or section', () => {
    const names = (file: string): string[] => pageOf(reading, file).resources.map(({ name }) => name);
    expect(names('content/leaf/index.md')).toEqual(['Sub Dir/C.PNG', 'deep/_index.md', 'deep/index.md', 'extra.md']);
    expect(names('content/branch/_index.md')).toEqual(['a.png', 'sub/b.png']);
    expect(names('content/_index.md')).toEqual(['home.png', 'nosec/only.txt']);
    expect(names('content/plain/deep/x.md')).toEqual([]);
    expect(reading.site.staticFiles.map(({ url }) => url)).toEqual([
      '/branch/a.png',
      '/branch/sub/b.png',
      '/home.png',
      '/leaf/Sub%20Dir/C.PNG',
      '/nosec/only.txt',
      '/plain/deep/pic.png',
    ]);
  });

  it('own the content files in them: these have no address', () => {
    expect(pageOf(reading, 'content/leaf/extra.md')).toMatchObject({
      owner: 'content/leaf/index.md',
      path: '/leaf/extra.md',
      permalink: '',
      bundle: 'none',
      hidden: ['headless'],
    });
  });

  it('share their files between languages, the nearest language’s first', () => {
    const { site } = open({
      'hugo.yaml': 'languages: {en: {weight: 1}, fr: {weight: 2}, de: {weight: 3}, es: {weight: 4}}',
      ...Object.fromEntries(['', '.fr', '.de', '.es'].map((code) => [`content/b/index${code}.md`, page()])),
      'content/b/c.txt': 'x',
      'content/b/c.es.txt': 'x',
      'content/b/page.fr.md': page(),
    });
    const names = site.pages
      .filter(({ bundle }) => bundle === 'leaf')
      .map(({ language, resources }) => [language, resources]);
    const text = (code: string) => ({ file: `content/b/c${code}.txt`, name: `c${code}.txt` });
    expect(names).toEqual([
      ['en', [text('')]],
      ['fr', [text(''), { file: 'content/b/page.fr.md', name: 'page.md' }]],
      ['de', [text('.es')]],
      ['es', [text('.es')]],
    ]);
  });

  it('make their folder one in every language; what Hugo drops then is reported', () => {
    const other = open({
      'hugo.yaml': 'languages: {en: {weight: 1}, fr: {weight: 2}}',
      'content/b/index.fr.md': page(),
      'content/b/page.md': page(),
      'content/b/sub/x.md': page(),
      'content/b/pic.png': 'x',
    });
    expect(other.site.pages.map(({ file }) => file)).toEqual(['content/b/index.fr.md']);
    expect(findings(other)).toEqual([
      'page-in-foreign-bundle content/b/page.md',
      'file-without-page content/b/pic.png',
      'page-in-foreign-bundle content/b/sub/x.md',
    ]);
  });

  it('warn of an index.md at the root', () => {
    const root = open({ 'content/index.md': page(), 'content/a.md': page() });
    expect(pageOf(root, 'content/index.md')).toMatchObject({ kind: 'home', bundle: 'leaf', permalink: '/' });
    expect(pageOf(root, 'content/a.md').owner).toBe('content/index.md');
    expect(findings(root)).toEqual(['home-as-leaf content/index.md']);
  });
});

describe('clashes', () => {
  it('of paths: bundles before files, Markdown before HTML, then by name; the others are reported', () => {
    const reading = open({
      'content/both.md': page(),
      'content/both/index.md': page(),
      'content/mix/index.md': page(),
      'content/mix/_index.md': page(),
      'content/s/a.md': page(),
      'content/s/A.md': page(),
      'content/s/b.html': 'x',
      'content/s/b.md': page(),
      'content/s/c d.md': page(),
      'content/s/c-d.md': page(),
    });
    expect(reading.site.pages.filter(({ owner }) => !owner).map(({ file }) => file)).toEqual([
      'content/both/index.md',
      'content/mix/index.md',
      'content/s/A.md',
      'content/s/b.md',
      'content/s/c d.md',
    ]);
    expect(findings(reading)).toEqual([
      'path-clash content/both.md',
      'path-clash content/s/a.md',
      'path-clash content/s/b.html',
      'path-clash content/s/c-d.md',
    ]);
  });

  it('of addresses', () => {
    const reading = open({
      'content/a.md': page('slug: x'),
      'content/b.md': page('url: /x/'),
      'content/c.md': page('slug: x\ndraft: true'),
    });
    expect(reading.diagnostics).toMatchObject([
      { code: 'permalink-clash', file: 'content/b.md', facts: { url: '/x/', other: 'content/a.md' } },
    ]);
  });
});

describe('kinds', () => {
  it('know taxonomies and terms', () => {
    const kinds = (yaml: string): string[] =>
      open({
        'hugo.yaml': yaml,
        'content/tags/_index.md': page(),
        'content/tags/a/b/_index.md': page(),
        'content/tags/p.md': page(),
        'content/labels/_index.md': page(),
      }).site.pages.map(({ path, kind }) => `${path} ${kind}`);
    expect(kinds('title: a')).toEqual(['/labels section', '/tags taxonomy', '/tags/a/b term', '/tags/p page']);
    expect(kinds('taxonomies: {label: Labels}')).toEqual([
      '/labels taxonomy',
      '/tags section',
      '/tags/a/b section',
      '/tags/p page',
    ]);
    expect(kinds('taxonomies: {}')).toContain('/tags section');
    expect(kinds('indexes: {label: labels}')).toContain('/labels taxonomy');
  });

  it('that are disabled are not built', () => {
    const reading = open({
      'hugo.yaml': 'disableKinds: [taxonomyTerm, PAGE]',
      'content/tags/_index.md': page(),
      'content/a/index.md': page(),
      'content/a/x.png': 'x',
      'content/s/_index.md': page(),
    });
    expect(reading.site.pages.map(({ path, permalink, hidden }) => [path, permalink, hidden])).toEqual([
      ['/a', '', ['notRendered']],
      ['/s', '/s/', []],
      ['/tags', '', ['notRendered']],
    ]);
    expect(reading.site.staticFiles).toEqual([]);
  });

  it('give a page its type: its own, else its section, else page', () => {
    const reading = open({
      'content/a.md': page(),
      'content/S/b.md': page(),
      'content/S/c.md': page('type: docs'),
      'content/leaf/index.md': page(),
    });
    expect(reading.site.pages.map(({ section, contentType }) => `${section}:${contentType}`)).toEqual([
      's:s',
      's:docs',
      ':page',
      ':page',
    ]);
  });
});

describe('hidden pages', () => {
  const hidden = (fields: string, options = {}): readonly string[] =>
    pageOf(open({ 'content/a.md': page(fields) }, options), 'content/a.md').hidden;

  it.each([
    ['draft: true', ['draft']],
    ['draft: "true"', ['draft']],
    ['draft: 1', ['draft']],
    ['draft: yes', []],
    ['published: false', ['draft']],
    ['published: true', []],
    ['published: false\ndraft: false', []],
    ['date: 2099-01-01', ['future']],
    ['publishDate: 2026-01-01T00:00:01Z', ['future']],
    ['publishDate: 2026-01-01T00:00:00Z', []],
    ['date: 2099-01-01\npublishDate: 2020-01-01', []],
    ['expiryDate: 2001-01-01', ['expired']],
    ['unpublishdate: "2001-01-01"', ['expired']],
    ['headless: true', ['headless']],
    ['build: {render: never}', ['notRendered']],
    ['_build: {render: false}', ['notRendered']],
    ['build: {render: link}', ['notRendered']],
    ['build: {list: never}', []],
    ['draft: true\nheadless: true\nexpiryDate: 2001-01-01', ['draft', 'expired', 'headless']],
  ])('%s', (fields, reasons) => {
    expect(hidden(fields)).toEqual(reasons);
  });

  it('are built where the configuration says so', () => {
    const fields = 'draft: true\nexpiryDate: 2001-01-01\npublishDate: 2099-01-01';
    const reading = open({
      'hugo.yaml': 'buildDrafts: true\nbuildFuture: true\nbuildExpired: true',
      'content/a.md': page(fields),
    });
    expect(reading.site.pages[0]?.hidden).toEqual([]);
  });

  it('keep an address with render: link alone', () => {
    const reading = open({
      'content/a.md': page('build: {render: link}'),
      'content/b.md': page('build: {render: never}'),
      'content/c.md': page('headless: true'),
      'content/d.md': page('draft: true'),
    });
    expect(reading.site.pages.map(({ permalink }) => permalink)).toEqual(['/a/', '', '', '/d/']);
  });

  it('need a clock to be future or expired', () => {
    const reading = open({ 'content/a.md': page('date: 2099-01-01\nexpiryDate: 2001-01-01') }, { now: Number.NaN });
    expect(reading.site.pages[0]?.hidden).toEqual([]);
  });

  it('can keep their files to themselves', () => {
    const reading = open({
      'content/a/index.md': page('build: {publishResources: false}'),
      'content/a/x.png': 'x',
      'content/b/index.md': page('headless: true'),
      'content/b/x.png': 'x',
    });
    expect(reading.site.staticFiles.map(({ url }) => url)).toEqual(['/b/x.png']);
  });
});

describe('static files', () => {
  it('come from every static folder, the last of the site first, a theme’s last', () => {
    const { site } = open({
      'hugo.yaml': 'theme: t\nstaticDir: [static, generated]',
      'content/a.md': page(),
      'static/a.txt': 'x',
      'static/.well-known/b c%20d.txt': 'x',
      'generated/a.txt': 'y',
      'themes/t/static/a.txt': 'z',
      'themes/t/static/t.txt': 'z',
    });
    expect(site.staticFiles).toEqual([
      { file: 'static/.well-known/b c%20d.txt', url: '/.well-known/b%20c%2520d.txt' },
      { file: 'generated/a.txt', url: '/a.txt' },
      { file: 'themes/t/static/t.txt', url: '/t.txt' },
    ]);
  });
});
