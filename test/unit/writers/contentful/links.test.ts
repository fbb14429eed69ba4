import { describe, expect, it } from 'vitest';
import type { FlowContent, TemplatedString } from '../../../../src/model/nodes.ts';
import type { Page } from '../../../../src/model/page.ts';
import type { Site } from '../../../../src/model/site.ts';
import { buildContentful } from '../../../../src/writers/contentful/build.ts';
import { exportFile } from '../../../../src/writers/contentful/serialize.ts';
import { isDangerous } from '../../../../src/writers/contentful/links.ts';
import {
  codes,
  exported,
  linking,
  nowhere,
  outline,
  outlines,
  p,
  page,
  planOf,
  richText,
  site,
  text,
  writePages,
} from './hand-built.ts';

const link = (url: TemplatedString): FlowContent => p({ type: 'link', notation: 'inline', url, children: [text('a')] });
const target = (url: TemplatedString) => outlines(richText([link(url)]))[0]?.slice('paragraph('.length, -1);

describe('an address in a page', () => {
  it.each([
    ['/docs/other/', 'entry-hyperlink:page.docs.other("a")'],
    ['/docs/other', 'entry-hyperlink:page.docs.other("a")'],
    ['/docs/other/index.html', 'entry-hyperlink:page.docs.other("a")'],
    ['https://docs.example.org/docs/other/', 'entry-hyperlink:page.docs.other("a")'],
    ['//docs.example.org/docs/other/', 'entry-hyperlink:page.docs.other("a")'],
    ['../other/', 'entry-hyperlink:page.docs.other("a")'],
    ['other.md', 'entry-hyperlink:page.docs.other("a")'],
    ['./other.md', 'entry-hyperlink:page.docs.other("a")'],
    ['/docs/other.md', 'entry-hyperlink:page.docs.other("a")'],
    ['/docs/%6Fther/', 'entry-hyperlink:page.docs.other("a")'],
    ['/docs/other/#part', 'hyperlink:/docs/other/#part("a")'],
    ['other.md?x=1', 'hyperlink:/docs/other/?x=1("a")'],
    ['#part', 'hyperlink:#part("a")'],
    ['https://elsewhere.org/docs/other/', 'hyperlink:https://elsewhere.org/docs/other/("a")'],
    ['mailto:a@example.org', 'hyperlink:mailto:a@example.org("a")'],
    ['/guide.pdf', `asset-hyperlink:asset.static.guide-pdf-${'x'.repeat(8)}("a")`],
    ['/nowhere/', 'hyperlink:/nowhere/("a")'],
    ['../nowhere/?x#y', 'hyperlink:../nowhere/?x#y("a")'],
    ['https://docs.example.org/nowhere/', 'hyperlink:https://docs.example.org/nowhere/("a")'],
  ])('%s', (url, expected) => {
    expect(target(url)?.replace(/-[0-9a-f]{8}(?=\()/, `-${'x'.repeat(8)}`)).toBe(expected);
  });

  it('is reported where it leads nowhere on this site', () => {
    expect(codes(richText([link('/nowhere/')]).diagnostics)).toEqual(['link-broken']);
    expect(codes(richText([link('https://elsewhere.org/')]).diagnostics)).toEqual([]);
  });

  it('that still holds a call stays as it is written', () => {
    const call = (name: string) => [
      {
        type: 'shortcodeInline' as const,
        call: {
          name,
          notation: 'standard' as const,
          body: 'none' as const,
          definition: 'template' as const,
          arguments: { kind: 'positional' as const, items: [] },
          path: '0',
          place: { ...nowhere, length: 9 },
          openTag: { ...nowhere, length: 9 },
        },
        innerReading: 'none' as const,
        children: [],
      },
      '#part',
    ];
    const output = richText([link(call('x'))], '{{< x >}}');
    expect(outlines(output)).toEqual(['paragraph(hyperlink:{{< x >}}#part("a"))']);
    expect(codes(output.diagnostics)).toEqual(['contentful-shortcode-in-text']);
  });

  const resolve = (pages: readonly Page[], parts: Partial<Site>, url: string) => {
    const on = site(['en', 'de'], { pages, ...parts });
    const [from] = pages;
    return from && linking(planOf(pages, on), on)(from).links.resolve(url, from);
  };

  it('leads to the translation of its own language', () => {
    const pages = [page({ path: '/docs/other' }), page({ path: '/docs/page', language: 'de' })];
    expect(resolve(pages, {}, '/de/docs/page/')).toMatchObject({ kind: 'entry', id: 'page.docs.page' });
    expect(resolve(pages.toReversed(), {}, '/docs/other/')).toMatchObject({ kind: 'entry', id: 'page.docs.other' });
  });

  it('finds what an alias moved, and the page that stands there now first', () => {
    const moved = page({ path: '/docs/new', meta: { aliases: ['/docs/old/', '/docs/other/'] } });
    const pages = [moved, page({ path: '/docs/other' })];
    expect(resolve(pages, {}, '/docs/old/')).toMatchObject({ id: 'page.docs.new' });
    expect(resolve(pages, {}, '/docs/other/')).toMatchObject({ id: 'page.docs.other' });
  });

  it('of a list that Hugo makes of a term leads to the term', () => {
    const list = { kind: 'term' as const, path: '/tags/go', language: 'en', permalink: '/tags/go/', title: 'Go' };
    const pages = [page({ frontMatter: { tags: ['Go'] }, body: [link('/tags/go/')] })];
    const { json, ids } = exported(pages, site(['en'], { pages, generated: [{ ...list, pages: [] }] }));
    expect(ids.entries).toContain('term.tags.go');
    const own = json.entries.find(({ sys }: { sys: { id: string } }) => sys.id === 'page.docs.page');
    expect(outline(own.fields.body.en)).toBe('document(paragraph(entry-hyperlink:term.tags.go("a")))');
  });

  it('is an address where the page is on the site and not in the export', () => {
    const [from, other] = [page(), page({ path: '/docs/other' })];
    const on = site(['en'], { pages: [from, other] });
    const { links } = linking(planOf([from], on), on)(from);
    expect(links.resolve('other.md#x', from)).toEqual({ kind: 'address', url: '/docs/other/#x' });
  });

  it('loses a base path', () => {
    const pages = [page(), page({ path: '/docs/other' })];
    const found = resolve(pages, { baseUrl: 'https://example.org/base/' }, '/base/docs/other/');
    expect(found).toMatchObject({ id: 'page.docs.other' });
  });
});

describe('an address that would run code', () => {
  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:x',
    '\u0001javascript:x',
    'vbscript:x',
    'data:text/html,x',
  ])('%j is dangerous', (url) => expect(isDangerous(url)).toBe(true));
  it.each(['/javascript:', 'https://x.org/javascript:', 'data:image/png;base64,AAAA', 'javascript', ''])(
    '%j is not',
    (url) => expect(isDangerous(url)).toBe(false),
  );
  it('leaves its text', () => {
    const output = richText([link('javascript:alert(1)')]);
    expect(outlines(output)).toEqual(['paragraph("a")']);
    expect(codes(output.diagnostics)).toEqual(['contentful-url-blocked']);
  });
  it('is no address of an image', () => {
    const output = richText([p({ type: 'image', url: 'javascript:alert(1)', alt: 'a' })]);
    expect(JSON.stringify(output.entries)).not.toContain('javascript');
    expect(codes(output.diagnostics)).toEqual(['contentful-url-blocked']);
  });
});

describe('links once all pages are known', () => {
  it('become addresses where the page was not written', () => {
    const first = page({ body: [link('/docs/other/')], frontMatter: { related: '/docs/other/' } });
    const pages = [first, page({ path: '/docs/other' })];
    const plan = planOf(pages);
    const written = writePages(plan, [first], site(['en'], { pages })).map((one) => one.written);
    const json = exportFile('', buildContentful({ plan, pages: written, anchors: [], inspect: () => undefined })).text;
    const { fields } = JSON.parse(json).entries[0];
    expect(outline(fields.body.en)).toBe('document(paragraph(hyperlink:/docs/other/("a")))');
    expect(fields.related).toBeUndefined();
  });
  it('give a page the ids of headings that others link to', () => {
    const heading: FlowContent = {
      type: 'heading',
      depth: 2,
      id: 'part',
      idSource: 'automatic',
      children: [text('Part')],
    };
    const other = { ...heading, id: 'unused' };
    const pages = [page({ body: [link('/docs/other/#part')] }), page({ path: '/docs/other', body: [heading, other] })];
    const entry = exported(pages).json.entries.find(({ sys }: { sys: { id: string } }) => sys.id === 'page.docs.other');
    expect(entry.fields.headingIds).toEqual({ en: [{ id: 'part', depth: 2, text: 'Part' }] });
    expect(outline(entry.fields.body.en)).toBe('document(heading-2("Part") heading-2("Part"))');
  });
});
