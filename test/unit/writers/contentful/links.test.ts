import { describe, expect, it } from 'vitest';
import type { FlowContent, TemplatedString } from '../../../../src/model/nodes.ts';
import { buildContentful } from '../../../../src/writers/contentful/build.ts';
import { exportFile } from '../../../../src/writers/contentful/serialize.ts';
import { isDangerous } from '../../../../src/writers/contentful/links.ts';
import { writePage } from '../../../../src/writers/contentful/write-page.ts';
import {
  codes,
  exported,
  input,
  nowhere,
  outline,
  outlines,
  p,
  page,
  planOf,
  richText,
  site,
  text,
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
    ['../nowhere/?x#y', 'hyperlink:/docs/nowhere/?x#y("a")'],
    ['https://docs.example.org/nowhere/', 'hyperlink:https://docs.example.org/nowhere/("a")'],
  ])('%s', (url, expected) => {
    expect(target(url)?.replace(/-[0-9a-f]{8}(?=\()/, `-${'x'.repeat(8)}`)).toBe(expected);
  });

  it('is reported where it leads nowhere on this site', () => {
    expect(codes(richText([link('/nowhere/')]).diagnostics)).toEqual(['contentful-link-missing']);
    expect(codes(richText([link('https://elsewhere.org/')]).diagnostics)).toEqual([]);
  });

  it('resolves ref and relref, a fragment behind them too', () => {
    const call = (name: string, argument: string, rest = '') => [
      {
        type: 'shortcodeInline' as const,
        call: {
          name,
          notation: 'standard' as const,
          body: 'none' as const,
          definition: 'template' as const,
          arguments: { kind: 'positional' as const, items: [{ value: argument, source: argument, place: nowhere }] },
          path: '0',
          place: nowhere,
          openTag: nowhere,
        },
        innerReading: 'none' as const,
        children: [],
      },
      rest,
    ];
    expect(target(call('ref', 'other.md'))).toBe('entry-hyperlink:page.docs.other("a")');
    expect(target(call('relref', '/docs/other', '#part'))).toBe('hyperlink:/docs/other/#part("a")');
    expect(target(call('relref', 'other'))).toBe('entry-hyperlink:page.docs.other("a")');
    const missing = richText([link(call('ref', 'gone.md'))]);
    expect(codes(missing.diagnostics)).toEqual(['contentful-link-missing']);
  });

  it('leads to the translation of its own language', () => {
    const english = page({ path: '/docs/other' });
    const german = page({ path: '/docs/page', language: 'de', body: [] });
    const { links } = planOf([english, german], site(['en', 'de']));
    expect(links.resolve('/docs/other/', german)).toMatchObject({ kind: 'page', id: 'page.docs.other' });
    expect(links.resolve('/de/docs/page/', english)).toMatchObject({ kind: 'page', id: 'page.docs.page' });
  });

  it('finds what an alias moved, and the page that stands there now first', () => {
    const moved = page({ path: '/docs/new', meta: { aliases: ['/docs/old/', '/docs/other/'] } });
    const { links } = planOf([moved, page({ path: '/docs/other' })]);
    expect(links.resolve('/docs/old/', moved)).toMatchObject({ id: 'page.docs.new' });
    expect(links.resolve('/docs/other/', moved)).toMatchObject({ id: 'page.docs.other' });
  });

  it('is an address where the page is on the site and not in the export', () => {
    const pages = [page(), page({ path: '/docs/other' })];
    const { links } = planOf([page()], site(['en'], { pages }));
    expect(links.resolve('other.md#x', page())).toEqual({ kind: 'other', url: '/docs/other/#x' });
  });

  it('loses a base path', () => {
    const pages = [page(), page({ path: '/docs/other' })];
    const { links } = planOf(pages, site(['en'], { baseUrl: 'https://example.org/base/' }));
    expect(links.resolve('/base/docs/other/', page())).toMatchObject({ id: 'page.docs.other' });
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
    const plan = planOf([first, page({ path: '/docs/other' })]);
    const written = [writePage(plan, input(first)).written];
    const json = exportFile(buildContentful({ plan, pages: written, inspect: () => undefined }));
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
