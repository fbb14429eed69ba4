import { describe, expect, it } from 'vitest';
import { findings, open, page, pageOf, permalinks } from './memory-site.ts';

describe('permalinks', () => {
  it('are made of the file’s path as Hugo makes them', () => {
    const names: Record<string, string> = {
      'A & B': '/s/a--b/',
      'café É': '/s/caf%C3%A9-%C3%A9/',
      'p%20q': '/s/p%20q/',
      'h#i': '/s/h%23i/',
      'q?r': '/s/qr/',
      'e(f)': '/s/ef/',
      'x+y': '/s/x+y/',
      'v@w': '/s/v@w/',
      'a~b': '/s/a~b/',
      't:u': '/s/tu/',
      'v1.2': '/s/v1.2/',
      '-lead': '/s/-lead/',
      'dot.': '/s/dot./',
      UPPER: '/s/upper/',
      日本: '/s/%E6%97%A5%E6%9C%AC/',
      'emoji😀x': '/s/emojix/',
      'e\u0301x': '/s/e%CC%81x/',
    };
    const reading = open(Object.fromEntries(Object.keys(names).map((name) => [`content/s/${name}.md`, page()])));
    expect(permalinks(reading)).toEqual(
      Object.fromEntries(Object.entries(names).map(([name, url]) => [`s/${name}.md`, url])),
    );
  });

  it('keep capitals or lose accents where the site says so', () => {
    const files = {
      'content/Café/Ünd So.md': page('slug: Über Uns'),
      'content/B c.md': page(),
      'content/Café/x y.png': 'x',
    };
    const kept = open({ 'hugo.yaml': 'disablePathToLower: true', ...files });
    expect(permalinks(kept)).toEqual({ 'Café/Ünd So.md': '/Caf%C3%A9/%C3%9Cber-Uns/', 'B c.md': '/B-c/' });
    expect(kept.site.staticFiles[0]?.url).toBe('/Caf%C3%A9/x%20y.png');
    expect(pageOf(kept, 'content/Café/Ünd So.md')).toMatchObject({ path: '/café/ünd-so', section: 'café' });
    const plain = open({ 'hugo.yaml': 'removePathAccents: true', ...files });
    expect(permalinks(plain)).toEqual({ 'Café/Ünd So.md': '/cafe/uber-uns/', 'B c.md': '/b-c/' });
  });

  it.each([
    ['My Slug', '/s/my-slug/'],
    ['-lead-', '/s/lead/'],
    ['a/b', '/s/a/b/'],
    ['x#y', '/s/x%23y/'],
    ['A.B', '/s/a.b/'],
    ['', '/s/f/'],
    ['a?b', '/s/ab/'],
    [' sp ', '/s/sp/'],
    ['x%20y', '/s/x%20y/'],
    ['index', '/s/'],
    ['/abs', '/s/abs/'],
    ['123', '/s/123/'],
  ])('end in the slug %j', (slug, url) => {
    expect(permalinks(open({ 'content/s/f.md': page(`slug: ${JSON.stringify(slug)}`) }))).toEqual({ 's/f.md': url });
  });

  it.each([
    ['/a/b', '/a/b/'],
    ['/a/b/', '/a/b/'],
    ['rel', '/rel/'],
    ['rel.html', '/rel.html'],
    ['/x.y/z', '/x.y/z'],
    ['a/../b', '/b/'],
    ['/A B/C', '/A%20B/C/'],
    ['é', '/%C3%A9/'],
    ['/', '/'],
    ['/index.html', '/'],
    ['/a/index.html', '/a/'],
    ['//dd//e', '/dd/e/'],
    ['/q?x=1', '/q?x=1/'],
    ['/a#b', '/a%23b/'],
    ['/Foo.HTML', '/Foo.HTML'],
  ])('are what url says: %s', (url, expected) => {
    expect(permalinks(open({ 'content/s/f.md': page(`url: ${JSON.stringify(url)}`) }))).toEqual({ 's/f.md': expected });
  });

  it('use the slugs of sections for what is in them, but not their url', () => {
    const reading = open({
      'content/_index.md': page('url: /home/\nslug: h'),
      'content/a/_index.md': page('slug: A1'),
      'content/a/b/_index.md': page('slug: B 1\nurl: /else/where'),
      'content/a/b/p.md': page(),
      'content/a/b/leaf/index.md': page(),
      'content/a/b/leaf/r.txt': 'x',
      'content/a/b/r.txt': 'x',
      'content/a/c/d/p.md': page(),
    });
    expect(permalinks(reading)).toEqual({
      '_index.md': '/',
      'a/_index.md': '/a1/',
      'a/b/_index.md': '/else/where/',
      'a/b/p.md': '/a1/b-1/p/',
      'a/b/leaf/index.md': '/a1/b-1/leaf/',
      'a/c/d/p.md': '/a1/c/d/p/',
    });
    expect(reading.site.staticFiles.map(({ url }) => url)).toEqual(['/a1/b-1/leaf/r.txt', '/else/where/r.txt']);
  });

  it('put the files of a bundle below its address', () => {
    const urls = (fields: string): string[] =>
      open({ 'content/l/index.md': page(fields), 'content/l/r.png': 'x' }).site.staticFiles.map(({ url }) => url);
    expect(urls('slug: new')).toEqual(['/new/r.png']);
    expect(urls('url: /other/place/')).toEqual(['/other/place/r.png']);
    expect(urls('url: /other/f.html')).toEqual(['/other/f/r.png']);
  });

  it('end in .html where URLs are ugly', () => {
    const files = {
      'content/_index.md': page(),
      'content/a.md': page(),
      'content/s/_index.md': page(),
      'content/s/v1.md': page(),
      'content/l/index.md': page(),
      'content/u.md': page('url: /x/y'),
    };
    expect(permalinks(open({ 'hugo.yaml': 'uglyURLs: true', ...files }))).toEqual({
      '_index.md': '/index.html',
      'a.md': '/a.html',
      's/_index.md': '/s/index.html',
      's/v1.md': '/s/v1.html',
      'l/index.md': '/l.html',
      'u.md': '/x/y/',
    });
    expect(permalinks(open({ 'hugo.yaml': 'uglyURLs: {s: true}', ...files }))).toMatchObject({
      'a.md': '/a/',
      's/v1.md': '/s/v1.html',
    });
  });

  it('take the language’s part unless url begins with a slash', () => {
    const reading = open({
      'hugo.yaml': 'languages: {en: {weight: 1}, fr: {weight: 2}}',
      'content/a.fr.md': page('slug: s b'),
      'content/b.fr.md': page('url: /abs/x'),
      'content/c.fr.md': page('url: rel/x'),
    });
    expect(permalinks(reading)).toEqual({ 'a.fr.md': '/fr/s-b/', 'b.fr.md': '/abs/x/', 'c.fr.md': '/fr/rel/x/' });
  });
});

describe('permalink patterns', () => {
  const files = {
    'content/posts/_index.md': page('title: Po Sts'),
    'content/posts/My First.md': page('title: Hello World & Co\ndate: 2024-03-05T10:00:00Z'),
    'content/posts/sub/_index.md': page('title: Sub Sec'),
    'content/posts/sub/two.md': page('title: T\nslug: sl ug\ndate: 2024-03-05'),
    'content/posts/leaf/index.md': page('title: L'),
    'content/top.md': page(),
  };
  const urls = (pattern: string): string[] => {
    const reading = open({ 'hugo.yaml': `permalinks: {posts: ${JSON.stringify(pattern)}}`, ...files });
    return ['posts/My First.md', 'posts/sub/two.md', 'posts/leaf/index.md'].map(
      (file) => permalinks(reading)[file] ?? '',
    );
  };

  it.each([
    ['/:year/:month/:day/:title/', ['/2024/03/05/hello-world-co/', '/2024/03/05/t/', '/1/01/01/l/']],
    [
      '/:monthname/:weekday/:weekdayname/:yearday/:slug',
      ['/march/2/tuesday/65/hello-world-co/', '/march/2/tuesday/65/sl-ug/', '/january/1/monday/1/l/'],
    ],
    ['/:section/:slugorfilename', ['/posts/my-first/', '/posts/sl-ug/', '/posts/leaf/']],
    ['/x/:sections/:filename/', ['/x/posts/my-first/', '/x/posts/sub/two/', '/x/posts/leaf/']],
    ['/:sections[1]/:contentbasename', ['/my-first/', '/sub/two/', '/leaf/']],
    ['/:sections[last]/:slugorcontentbasename/', ['/posts/my-first/', '/sub/sl-ug/', '/posts/leaf/']],
    ['/:sections[1:]/:slug', ['/hello-world-co/', '/sub/sl-ug/', '/l/']],
    ['/:sections[:1]/:slug', ['/posts/hello-world-co/', '/posts/sl-ug/', '/posts/l/']],
    [
      '/:sectionslug/:sectionslugs/:filename',
      ['/po-sts/po-sts/my-first/', '/po-sts/po-sts/sub-sec/two/', '/po-sts/po-sts/leaf/'],
    ],
    ['/:2006-01/:slug/', ['/2024-01/hello-world-co/', '/2024-01/sl-ug/', '/0001-01/l/']],
    ['/f/:filename.html', ['/f/my-first.html/', '/f/two.html/', '/f/leaf.html/']],
    ['\\:esc/:slug', ['/esc/hello-world-co/', '/esc/sl-ug/', '/esc/l/']],
  ])('%s', (pattern, expected) => {
    expect(urls(pattern)).toEqual(expected);
  });

  it('with unknown names are passed over and reported', () => {
    const reading = open({ 'hugo.yaml': 'permalinks:\n  posts: /:Year/:slug/\n', ...files });
    expect(findings(reading)).toEqual(['permalink-pattern hugo.yaml 2']);
    expect(permalinks(reading)['posts/My First.md']).toBe('/posts/my-first/');
    const own = open({ 'content/a.md': page('title: T\nurl: /:section/:nope/') });
    expect(findings(own)).toEqual(['permalink-pattern content/a.md 3']);
  });

  it('may stand in url', () => {
    const reading = open({ 'content/s/a.md': page('title: T\ndate: 2024-03-05\nurl: /:section/:year/:slug/') });
    expect(permalinks(reading)).toEqual({ 's/a.md': '/s/2024/t/' });
  });

  it('turn a slash in a title into a hyphen, but not one in a slug', () => {
    const reading = open({
      'hugo.yaml': 'permalinks: {s: "/x/:slug"}',
      'content/s/a.md': page('title: "A/B #1 - c"'),
      'content/s/b.md': page('title: B\nslug: "m/n #2"'),
      'content/s/c.md': page('title: C++ & D'),
    });
    expect(permalinks(reading)).toEqual({ 's/a.md': '/x/a-b-%231-c/', 's/b.md': '/x/m/n-%232/', 's/c.md': '/x/c-d/' });
  });

  it('are by section, the deeper first; `/` is the root', () => {
    const yaml = 'permalinks: {posts: "/flat/:slug/", posts/sub: "/deep/:slug/", "/": "/root/:contentbasename/"}';
    expect(permalinks(open({ 'hugo.yaml': yaml, ...files }))).toMatchObject({
      'posts/_index.md': '/posts/',
      'posts/My First.md': '/flat/hello-world-co/',
      'posts/sub/two.md': '/deep/sl-ug/',
      'top.md': '/root/top/',
    });
  });

  it('are by kind', () => {
    const yaml = 'permalinks: {page: {posts: "/pp/:slug/"}, section: {posts: "/ss/:slug/"}, home: {posts: x}}';
    expect(permalinks(open({ 'hugo.yaml': yaml, ...files }))).toMatchObject({
      'posts/_index.md': '/ss/po-sts/',
      'posts/sub/_index.md': '/ss/sub-sec/',
      'posts/My First.md': '/pp/hello-world-co/',
      'top.md': '/top/',
    });
  });

  it('are a list of targets, of which the first that matches holds', () => {
    const yaml = [
      'permalinks:',
      '  - {target: {kind: page, path: /posts/**}, pattern: "/sl/:contentbasename/"}',
      '  - {target: {kind: "{page,section}"}, pattern: "/all/:slug/"}',
    ].join('\n');
    expect(permalinks(open({ 'hugo.yaml': yaml, ...files }))).toMatchObject({
      'posts/My First.md': '/sl/my-first/',
      'posts/_index.md': '/all/po-sts/',
      'top.md': '/all/t/',
    });
  });

  it('of a language take the place of the site’s', () => {
    const yaml =
      'permalinks: {a: "/ra/:slug/", b: "/rb/:slug/"}\nlanguages: {en: {weight: 1}, fr: {weight: 2, permalinks: {a: "/fa/:slug/"}}}';
    const reading = open({
      'hugo.yaml': yaml,
      'content/a/p.md': page(),
      'content/a/p.fr.md': page(),
      'content/b/p.fr.md': page(),
    });
    expect(permalinks(reading)).toEqual({ 'a/p.md': '/ra/t/', 'a/p.fr.md': '/fr/fa/t/', 'b/p.fr.md': '/fr/b/p/' });
  });
});

describe('aliases', () => {
  const aliases = (fields: string, yaml = 'title: a', file = 'content/d/a.md'): readonly string[] =>
    pageOf(open({ 'hugo.yaml': yaml, [file]: page(fields) }), file).aliases;

  it.each([
    ['/old/', '/old/'],
    ['/old', '/old/'],
    ['older', '/d/older/'],
    ['x.html', '/d/x.html'],
    ['/q.htm', '/q.htm'],
    ['/x.php', '/x.php/'],
    ['/d.HTML', '/d.HTML/'],
    ['../up', '/up/'],
    ['../../../w', '/w/'],
    ['./z', '/d/z/'],
    ['/A B/C', '/A%20B/C/'],
    ['//x//y/', '/x/y/'],
    ['/a/../b', '/b/'],
    ['/é/ü', '/%C3%A9/%C3%BC/'],
    ['/a#b?c', '/a%23b%3Fc/'],
    ['""', '/d/'],
  ])('%s is at %s', (alias, url) => {
    expect(aliases(`aliases: [${alias.startsWith('"') ? alias : JSON.stringify(alias)}]`)).toEqual([url]);
  });

  it('may be one text, split at spaces', () => {
    expect(aliases('aliases: /one two')).toEqual(['/one/', '/d/two/']);
    expect(aliases('aliases: [1, true]')).toEqual(['/d/1/', '/d/true/']);
    expect(aliases('aliases:')).toEqual([]);
  });

  it('begin beside the page: a bundle’s folder, a section’s folder', () => {
    expect(aliases('aliases: [x]', 'title: a', 'content/d/leaf/index.md')).toEqual(['/d/x/']);
    expect(aliases('aliases: [x]', 'title: a', 'content/d/_index.md')).toEqual(['/x/']);
  });

  it('have the language’s part, always', () => {
    const yaml = 'languages: {en: {weight: 1}, fr: {weight: 2}}';
    const found = aliases('aliases: [/old, rel, /fr/old2]', yaml, 'content/a.fr.md');
    expect(found).toEqual(['/fr/old/', '/fr/rel/', '/fr/fr/old2/']);
  });

  it('end in .html where URLs are ugly', () => {
    expect(aliases('aliases: [/old/, x.html]', 'uglyURLs: true')).toEqual(['/old.html', '/d/x.html']);
  });

  it('that Hugo refuses are reported', () => {
    const reading = open({ 'content/a.md': page('title: T\naliases: [/, "https://x.org/y", /ok]') });
    expect(findings(reading)).toEqual(['alias-invalid content/a.md 3', 'alias-invalid content/a.md 3']);
    expect(pageOf(reading, 'content/a.md').aliases).toEqual(['/ok/']);
  });
});
