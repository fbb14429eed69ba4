import { describe, expect, it } from 'vitest';
import type { FlowContent } from '../../../../src/model/nodes.ts';
import { buildContentful } from '../../../../src/writers/contentful/build.ts';
import { exportFile } from '../../../../src/writers/contentful/serialize.ts';
import { codes, exported, fields, p, page, planOf, site, text, value, writePages } from './hand-built.ts';

interface Json {
  sys: { id: string; publishedVersion?: number; contentType?: { sys: { id: string } } };
  fields: Record<string, Record<string, unknown>>;
}
const entry = ({ json }: ReturnType<typeof exported>, id: string): Json =>
  json.entries.find(({ sys }: Json) => sys.id === id);
const type = ({ json }: ReturnType<typeof exported>, id: string) =>
  json.contentTypes.find(({ sys }: Json) => sys.id === id);
const field = (output: ReturnType<typeof exported>, id: string, name: string) =>
  type(output, id)?.fields.find((candidate: { id: string }) => candidate.id === name);

describe('content types', () => {
  it('are one for each type, and one for all sections', () => {
    const section = page({ path: '/docs', meta: { kind: 'section' } });
    const output = exported([section, page(), page({ path: '/blog/a' })]);
    expect(output.ids.contentTypes).toEqual(['blog', 'docs', 'section', 'siteSettings']);
  });
  it('have the fields of all pages in all languages', () => {
    const output = exported(
      [
        page({ frontMatter: { weight: 1, doc_type: 'x' } }),
        page({ language: 'de', frontMatter: { weight: 1.5, Draft: false, cover: '/logo.png' } }),
      ],
      site(['en', 'de']),
    );
    expect(field(output, 'docs', 'weight')).toMatchObject({ type: 'Number', localized: true });
    expect(field(output, 'docs', 'docType')).toMatchObject({ type: 'Symbol', name: 'Doc type' });
    expect(field(output, 'docs', 'cover')).toMatchObject({ type: 'Link', linkType: 'Asset' });
    expect(field(output, 'docs', 'draft')).toBeUndefined();
  });
  it('do not take the ids of the entries inside pages', () => {
    const output = exported([page({ path: '/image/a' }), page({ path: '/section/b' })]);
    expect(output.ids.contentTypes).toEqual(['imagePage', 'sectionPage', 'siteSettings']);
  });
  it('report fields that would share an id and conflicts of types', () => {
    const output = exported([
      page({ frontMatter: { 'doc-type': 'a', weight: 1 } }),
      page({ path: '/docs/b', frontMatter: { doc_type: 'b', weight: 'last', body: 'c' } }),
    ]);
    expect(codes(output.diagnostics)).toEqual([
      'contentful-field-collision',
      'contentful-field-collision',
      'contentful-type-conflict',
      'contentful-title-missing',
      'contentful-title-missing',
    ]);
    const ids = type(output, 'docs').fields.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(entry(output, 'page.docs.b').fields['weight']).toEqual({ en: 'last' });
    expect(entry(output, 'page.docs.page').fields['weight']).toEqual({ en: '1' });
  });
  it('keep the rarest of too many fields in one', () => {
    const common = Object.fromEntries(Array.from({ length: 42 }, (_, at) => [`field${at}`, at]));
    const output = exported([
      page({ frontMatter: common }),
      page({ path: '/docs/b', frontMatter: { ...common, rare_one: 'x', weight: 3 } }),
    ]);
    expect(type(output, 'docs').fields.length).toBeLessThanOrEqual(50);
    expect(entry(output, 'page.docs.b').fields['params']).toEqual({ en: { rareOne: 'x', weight: 3 } });
    expect(codes(output.diagnostics)).toContain('contentful-fields-overflow');
  });
  it('require only what every entry has, and uniqueness only where it is', () => {
    const german = page({ path: '/docs/only', language: 'de' });
    expect(field(exported([page()]), 'docs', 'title')).toMatchObject({ required: true });
    expect(field(exported([page(), german], site(['en', 'de'])), 'docs', 'title')).toMatchObject({ required: false });
    expect(field(exported([page()]), 'docs', 'slug')).toMatchObject({ validations: [{ unique: true }] });
    const twins = [page(), page({ path: '/docs/twin', meta: { permalink: '/docs/page/' } })];
    expect(field(exported(twins), 'docs', 'slug')).toMatchObject({ validations: [] });
  });
  it('of components have the props of all uses', () => {
    const card = (props: Record<string, string | number>, body: FlowContent[] = []): FlowContent => ({
      type: 'componentBlock',
      name: 'Price',
      props: Object.entries(props).map(([name, content]) => ({ name, value: content })),
      children: body,
    });
    const output = exported([
      page({ body: [card({ size: 1, 'data-id': 'a' })] }),
      page({ path: '/docs/b', body: [card({ size: 'big', body: 'x' }, [p('inner')])] }),
    ]);
    const card1 = type(output, 'price');
    expect(
      card1.fields.map(({ id, type: kind }: { id: string; type: string }) => [id.replace(/[0-9a-f]{4}$/, ''), kind]),
    ).toEqual([
      ['internalName', 'Symbol'],
      ['body', 'Symbol'],
      ['dataId', 'Symbol'],
      ['size', 'Symbol'],
      ['body', 'RichText'],
    ]);
    const cards = output.json.entries.filter(({ sys }: Json) => sys.contentType?.sys.id === 'price');
    expect(cards.map((made: Json) => made.fields['size'])).toEqual([{ en: '1' }, { en: 'big' }]);
  });
});

describe('entries', () => {
  it('hold the translations of a page', () => {
    const pages = [
      page({ frontMatter: { title: 'Page', weight: 3, description: 'd' }, body: [p('Hello')] }),
      page({ language: 'de', frontMatter: { title: 'Seite', weight: 3, description: 'd' }, body: [p('Hallo')] }),
    ];
    const output = exported(pages, site(['en', 'de']));
    const { fields: localized } = entry(output, 'page.docs.page');
    expect(localized).toMatchObject({
      title: { en: 'Page', de: 'Seite' },
      slug: { en: 'docs/page', de: 'docs/page' },
      weight: { en: 3 },
      description: { en: 'd', de: 'd' },
    });
    expect(Object.keys(localized['body'] ?? {})).toEqual(['de', 'en']);
    expect(
      output.json.locales.map(({ code, default: first }: { code: string; default: boolean }) => [code, first]),
    ).toEqual([
      ['en', true],
      ['de', false],
    ]);
  });
  it('match translations by translationKey', () => {
    const pages = [
      page({ path: '/docs/about', frontMatter: { translationKey: 'about' } }),
      page({ path: '/docs/ueber', language: 'de', frontMatter: { translationkey: 'about' } }),
    ];
    const output = exported(pages, site(['en', 'de']));
    expect(entry(output, 'page.docs.about').fields['slug']).toEqual({ en: 'docs/about', de: 'docs/ueber' });
  });
  it('are drafts where the page is one', () => {
    const output = exported([
      page({ meta: { hidden: ['draft'] } }),
      page({ path: '/docs/b', meta: { hidden: ['headless'] } }),
    ]);
    expect(entry(output, 'page.docs.page').sys.publishedVersion).toBeUndefined();
    expect(entry(output, 'page.docs.b').sys.publishedVersion).toBe(1);
  });
  it('leave out a translation that is not published while others are', () => {
    const pages = [
      page({ frontMatter: { title: 'a' } }),
      page({ language: 'de', frontMatter: { title: 'b' }, meta: { hidden: ['draft'] } }),
    ];
    const output = exported(pages, site(['en', 'de']));
    expect(entry(output, 'page.docs.page').fields['title']).toEqual({ en: 'a' });
    expect(codes(output.diagnostics)).toEqual(['contentful-translation-held-back']);
    expect(output.written[1]?.outcomes).toEqual([
      { kind: 'field', id: 'title', result: 'dropped', by: 'contentful:translation-held-back' },
    ]);
  });
  it('of pages with one path are two', () => {
    const output = exported([page(), page({ meta: { file: 'content/en/docs/page/index.md' } })]);
    expect(output.ids.entries).toHaveLength(3);
    expect(codes(output.diagnostics)).toContain('contentful-id-collision');
  });
  it('have the title in full where it is too long', () => {
    const title = 'x'.repeat(300);
    const { fields: localized } = entry(exported([page({ frontMatter: { title } })]), 'page.docs.page');
    expect(localized['title']).toEqual({ en: 'x'.repeat(256) });
    expect(localized['fullTitle']).toEqual({ en: title });
  });
  it('are called by their path without a title', () => {
    const output = exported([page({ path: '/docs/get-started' })]);
    expect(entry(output, 'page.docs.get-started').fields['title']).toEqual({ en: 'Get started' });
    expect(codes(output.diagnostics)).toEqual(['contentful-title-missing']);
  });
  it('have dates as ISO 8601, and text where one is none', () => {
    const title = 'a';
    const dated = exported([page({ frontMatter: { title, date: '2024-01-02 10:00:00' } })]);
    expect(entry(dated, 'page.docs.page').fields['date']).toEqual({ en: '2024-01-02T10:00:00' });
    const mixed = exported([
      page({ frontMatter: { title, date: '2024-01-02' } }),
      page({ path: '/docs/b', frontMatter: { title, date: 'soon' } }),
    ]);
    expect(entry(mixed, 'page.docs.page').fields['date']).toEqual({ en: '2024-01-02' });
    expect(mixed.diagnostics).toMatchObject([
      { code: 'contentful-date-unreadable', file: 'content/en/docs/b.md', facts: { value: 'soon' } },
    ]);
  });
  it('link to the terms of taxonomies', () => {
    const term = page({ path: '/tags/cli-tools', frontMatter: { title: 'CLI' }, meta: { kind: 'term' } });
    const output = exported([page({ frontMatter: { title: 'a', tags: ['CLI Tools', 'Beta'] } }), term]);
    const tags = entry(output, 'page.docs.page').fields['tags']?.['en'] as Json[];
    expect(tags.map(({ sys }) => sys.id)).toEqual(['page.tags.cli-tools', 'term.tags.beta']);
    expect(entry(output, 'term.tags.beta')).toMatchObject({
      fields: { title: { en: 'Beta' }, slug: { en: 'tags/beta' } },
    });
    expect(field(output, 'docs', 'tags').items.validations).toEqual([{ linkContentType: ['tag'] }]);
  });
  it('have words where the site has no term pages', () => {
    const on = site(['en'], { config: value({ disableKinds: ['term'] }) });
    const lowered = { ...on, config: { type: 'map' as const, fields: fields({ disablekinds: ['term'] }) } };
    const output = exported([page({ frontMatter: { tags: ['a'] } })], lowered);
    expect(field(output, 'docs', 'tags')).toMatchObject({ type: 'Array', items: { type: 'Symbol' } });
  });
  it('have the keys of params among their own', () => {
    const output = exported([page({ frontMatter: { colour: 'red', params: { colour: 'blue', size: 2 } } })]);
    expect(entry(output, 'page.docs.page').fields).toMatchObject({ colour: { en: 'blue' }, size: { en: 2 } });
  });
  it('say what became of each field', () => {
    const { written } = exported([page({ frontMatter: { title: 'a', draft: false, empty: '', weight: 1 } })]);
    expect(written[0]?.outcomes.map(({ id, result, by }) => `${id} ${result} ${by}`)).toEqual([
      'title kept contentful:title',
      'draft kept contentful:publishedVersion',
      'empty dropped contentful:empty',
      'weight kept contentful:field weight',
    ]);
  });
  it('are cut into chapters where they are too long', () => {
    const body = Array.from({ length: 700 }, (_, at) => p(`${at} ${'x'.repeat(1000)}`));
    const output = exported([page({ body })]);
    const chapters = output.json.entries.filter(({ sys }: Json) => sys.contentType?.sys.id === 'chapter');
    expect(chapters.length).toBeGreaterThan(2);
    expect(codes(output.diagnostics)).toContain('contentful-page-split');
    expect(output.text).toContain('699 xxx');
  });
  it('have the text ahead of the summary divider as their excerpt', () => {
    const output = exported([page({ body: [p('Before'), { type: 'summaryDivider' }, p('after')] })]);
    expect(entry(output, 'page.docs.page').fields['excerpt']).toEqual({ en: 'Before' });
  });
});

describe('a field whose pages disagree', () => {
  it('is reported where one of the few writes it otherwise', () => {
    const pages = ['a', 'b', 'c'].map((name, at) =>
      page({ path: `/docs/${name}`, frontMatter: { title: name, weight: at === 1 ? 'last' : at } }),
    );
    const found = exported(pages).diagnostics.find(({ code }) => code === 'contentful-type-conflict');
    expect(found).toMatchObject({ file: 'content/en/docs/b.md', facts: { kinds: ['integer', 'symbol'] } });
  });
});

describe('assets', () => {
  const shown = (alt: string): FlowContent => p({ type: 'image', url: '/logo.png', alt });

  it('have the file in each language that uses them, at the address of the live site', () => {
    const output = exported(
      [page({ body: [shown('Logo')] }), page({ language: 'de', body: [shown('Zeichen')] })],
      site(['en', 'de']),
    );
    expect(output.json.assets).toMatchObject([
      {
        fields: {
          title: { en: 'logo.png', de: 'logo.png' },
          description: { en: 'Logo', de: 'Zeichen' },
          file: { en: { url: '//docs.example.org/logo.png', contentType: 'image/png' } },
        },
      },
    ]);
    expect(output.files).toEqual([{ path: 'assets/docs.example.org/logo.png', copyOf: 'static/logo.png' }]);
  });
  it('give way to an entry where a page describes them otherwise', () => {
    const output = exported([page({ body: [shown('Logo')] }), page({ path: '/docs/b', body: [shown('Other')] })]);
    const images = output.json.entries.filter(({ sys }: Json) => sys.contentType?.sys.id === 'image');
    expect(images.map((image: Json) => image.fields['alt'])).toEqual([{ en: 'Other' }]);
    expect(JSON.stringify(entry(output, 'page.docs.page'))).toContain('embedded-asset-block');
    expect(JSON.stringify(entry(output, 'page.docs.b'))).not.toContain('embedded-asset-block');
  });
  it('are the files of a page bundle, also those that nothing leads to', () => {
    const resources = [{ file: 'content/docs/a/data.csv', name: 'data.csv' }];
    const output = exported([page({ meta: { resources } })]);
    expect(output.ids.assets).toHaveLength(1);
    expect(entry(output, 'page.docs.page').fields['pageResources']?.['en']).toHaveLength(1);
  });
  it('get a path of plain characters', () => {
    const on = site(['en'], { staticFiles: [{ file: 'static/my logo.png', url: '/my%20logo.png' }] });
    const output = exported([page({ body: [p({ type: 'image', url: '/my logo.png', alt: '' })] })], on);
    expect(output.files[0]?.path).toMatch(/^assets\/docs\.example\.org\/[0-9a-f]{8}\/my-logo\.png$/);
    expect(output.json.assets[0].fields.title).toEqual({ en: 'my logo.png' });
  });
});

describe('an export', () => {
  it('is the same whatever the order of pages', () => {
    const pages = [
      page({ body: [p('a')] }),
      page({ path: '/docs/b', body: [p(text('b'))] }),
      page({ path: '/blog/c' }),
    ];
    const plan = planOf(pages);
    const written = writePages(plan, pages, site()).map((one) => one.written);
    const build = (order: typeof written) =>
      exportFile('', buildContentful({ plan, pages: order, anchors: [], inspect: () => undefined })).text;
    expect(build(written.toReversed())).toBe(build(written));
  });
});
