import { describe, expect, it } from 'vitest';
import { fieldOf, plainFields, plainValue } from '../../../../src/model/field.ts';
import { findings, open, page, pageOf } from './memory-site.ts';
import type { SiteReading } from '../../../../src/reader/site/read-site.ts';

const fields = (reading: SiteReading, file: string, language?: string): object => {
  const { cascade: _, title: __, ...rest } = plainFields(pageOf(reading, file, language).frontMatter.fields);
  return rest;
};

describe('a cascade', () => {
  it('goes to the page itself and those below; own fields win, then the nearest', () => {
    const reading = open({
      'hugo.yaml': 'cascade: {params: {fromsite: 1}}',
      'content/_index.md': page('title: Home\ncascade: {a: home, b: home}'),
      'content/s/_index.md': page(
        'title: S\ncascade:\n  - {b: sec, params: {c: sec}, _target: {kind: page}}\n  - {d: all}',
      ),
      'content/s/p.md': page('title: P\nb: own'),
      'content/s/sub/_index.md': page('title: Sub'),
      'content/s/sub/r.md': page('title: R'),
    });
    expect(fields(reading, 'content/_index.md')).toEqual({ params: { fromsite: 1 }, a: 'home', b: 'home' });
    expect(fields(reading, 'content/s/_index.md')).toEqual({ params: { fromsite: 1 }, d: 'all', a: 'home', b: 'home' });
    expect(fields(reading, 'content/s/p.md')).toEqual({
      b: 'own',
      params: { c: 'sec', fromsite: 1 },
      d: 'all',
      a: 'home',
    });
    expect(fields(reading, 'content/s/sub/_index.md')).toEqual({
      params: { fromsite: 1 },
      d: 'all',
      a: 'home',
      b: 'home',
    });
    expect(fields(reading, 'content/s/sub/r.md')).toEqual({
      b: 'sec',
      params: { c: 'sec', fromsite: 1 },
      d: 'all',
      a: 'home',
    });
  });

  it('marks what it brings with the file that it is from', () => {
    const reading = open({
      'hugo.yaml': 'cascade: {b: 2}',
      'content/s/_index.md': page('title: S\ncascade: {a: 1, params: {p: 1}}'),
      'content/s/p.md': page('own: 0\nparams: {q: 2}'),
    });
    const found = pageOf(reading, 'content/s/p.md').frontMatter.fields;
    expect(found.map(({ key, cascadedFrom, place }) => [key, cascadedFrom, place?.line])).toEqual([
      ['own', undefined, 2],
      ['params', undefined, 3],
      ['a', 'content/s/_index.md', undefined],
      ['b', 'hugo.yaml', undefined],
    ]);
    const params = fieldOf(found, 'params')?.value;
    expect(params?.type === 'map' && params.fields.map(({ key, cascadedFrom }) => [key, cascadedFrom])).toEqual([
      ['q', undefined],
      ['p', 'content/s/_index.md'],
    ]);
  });

  it('brings no places: they would be of another file', () => {
    const reading = open({
      'content/s/_index.md': page('cascade: {a: [1, {b: 2}], params: {p: x}}'),
      'content/s/p.md': '',
    });
    expect(JSON.stringify(pageOf(reading, 'content/s/p.md').frontMatter.fields)).not.toContain('"place"');
  });

  it('gives no parameter that the page has, below params or not', () => {
    const reading = open({
      'content/s/_index.md': page('cascade: {params: {b: c, c: c, title: x}, d: c}'),
      'content/s/p.md': page('title: P\nb: own\nparams: {d: own}'),
    });
    expect(fields(reading, 'content/s/p.md')).toEqual({ b: 'own', params: { d: 'own', c: 'c' }, d: 'c' });
  });

  it('also sets what Hugo itself reads', () => {
    const reading = open({
      'content/s/_index.md': page(
        'cascade: {type: docs, draft: true, build: {render: link}, aliases: [/x], date: 2099-01-01}',
      ),
      'content/s/p.md': page('draft: false'),
      'content/s/leaf/index.md': page(),
      'content/s/leaf/in.md': page(),
    });
    expect(pageOf(reading, 'content/s/p.md')).toMatchObject({
      contentType: 'docs',
      aliases: ['/x/'],
      hidden: ['future', 'notRendered'],
    });
    expect(pageOf(reading, 'content/s/leaf/in.md')).toMatchObject({
      contentType: 'docs',
      hidden: ['draft', 'future', 'headless', 'notRendered'],
    });
  });

  it.each([
    ['path: /s/**', ['s/p1', 's/t/p']],
    ['path: /s/*', ['s/p1']],
    ['path: "{/s,/q}"', ['q', 's']],
    ['path: "/S/P*"', ['s/p1']],
    ['path: "/s/p?"', ['s/p1']],
    ['path: "/s/[a-p][!2]"', ['s/p1']],
    ['path: "**"', ['_index', 'q', 's', 's/p1', 's/t/p']],
    ['path: s/**', []],
    ['kind: "{section,home}"', ['_index', 's']],
    ['kind: page, path: /s/**', ['s/p1', 's/t/p']],
    ['environment: production', ['_index', 'q', 's', 's/p1', 's/t/p']],
    ['environment: dev*', []],
  ])('with the target {%s} goes to %j', (target, expected) => {
    const reading = open({
      'content/_index.md': page(`cascade: [{target: {${target}}, x: 1}]`),
      'content/q.md': page(),
      'content/s/_index.md': page(),
      'content/s/p1.md': page(),
      'content/s/t/p.md': page(),
    });
    const reached = reading.site.pages.filter(({ frontMatter }) => fieldOf(frontMatter.fields, 'x'));
    expect(reached.map(({ file }) => file.slice(8, -3).replace('/_index', ''))).toEqual(expected);
  });

  it('is for its own language unless the target names others', () => {
    const reading = open({
      'hugo.yaml': 'languages: {en: {weight: 1}, fr: {weight: 2, cascade: {onlyfr: 1}}}\ncascade: {all: 1}',
      'content/_index.md': page(
        [
          'cascade:',
          '  - {plain: 1}',
          '  - {target: {sites: {matrix: {languages: [f*]}}}, fr: 1}',
          '  - {target: {lang: xx}, none: 1}',
        ].join('\n'),
      ),
      'content/a.md': page(),
      'content/a.fr.md': page(),
    });
    // Globs that match no language are as good as none.
    expect(fields(reading, 'content/a.md')).toEqual({ plain: 1, none: 1, all: 1 });
    expect(fields(reading, 'content/a.fr.md')).toEqual({ fr: 1, none: 1, onlyfr: 1, all: 1 });
  });

  it('cannot set what makes the tree of pages, and needs targets that Hugo knows', () => {
    const reading = open({
      'content/s/_index.md': page('cascade:\n  kind: page\n  a: 1'),
      'content/t/_index.md': page('cascade:\n  target:\n    kind: nope\n    path: [/a]\n  a: 1'),
      'content/s/p.md': page(),
    });
    expect(findings(reading)).toEqual([
      'cascade-key content/s/_index.md 3',
      'config-value content/t/_index.md 4',
      'config-value content/t/_index.md 5',
    ]);
    expect(fields(reading, 'content/s/p.md')).toEqual({ a: 1 });
  });

  it('of a leaf bundle goes to the files in it', () => {
    const reading = open({ 'content/leaf/index.md': page('cascade: {a: 1}'), 'content/leaf/x.md': page() });
    expect(fields(reading, 'content/leaf/x.md')).toEqual({ a: 1 });
  });

  it('leaves the front matter of a page that nothing reaches as it is', () => {
    const reading = open({ 'content/a.md': page('a: 1') });
    expect(plainValue({ type: 'map', fields: pageOf(reading, 'content/a.md').frontMatter.fields })).toEqual({ a: 1 });
  });
});
