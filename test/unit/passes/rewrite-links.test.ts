import { describe, expect, it } from 'vitest';
import type { LinkForm, LinkLayout } from '../../../src/passes/links/address-book.ts';
import type { PageMeta } from '../../../src/model/page.ts';
import type { PageLinks } from '../../../src/passes/links/rewrite-links.ts';
import { checkAnchors, collectIds } from '../../../src/passes/links/anchors.ts';
import { createAddressBook } from '../../../src/passes/links/address-book.ts';
import { createLinkResolver } from '../../../src/passes/links/resolve.ts';
import { rewriteLinks } from '../../../src/passes/links/rewrite-links.ts';
import { micromarkEngine } from '../../../src/reader/markdown/micromark.ts';
import { readPage } from '../../../src/reader/read-page.ts';
import { defaultMarkup } from '../../../src/model/markup.ts';
import { walk } from '../../../src/model/walk.ts';
import { open, page, pageOf } from '../reader/site/memory-site.ts';

const reading = open({
  'hugo.yaml': 'baseURL: https://docs.example.org/\nlanguages: {en: {weight: 1}, de: {weight: 2}}',
  'content/docs/setup.md': page('title: Setup\ntags: [Go]'),
  'content/docs/setup.de.md': page(),
  'content/docs/faq.md': page('title: FAQ\naliases: [/help/]'),
  'content/docs/plan.md': page('title: Plan\ndraft: true'),
  'content/docs/guide/index.md': page(),
  'content/docs/guide/map.png': 'P',
  'content/blog/news.md': page(),
  'static/logo.png': 'P',
});

const { site } = reading;

const everywhere = (form: LinkForm['files']['link']): LinkForm['files'] => ({
  link: form,
  image: form,
  figure: form,
  href: form,
  src: form,
  prop: form,
});

/** A layout as frameworks have it that take file paths: documents and posts apart, a tree for each language. */
const layout: LinkLayout = {
  fileOf: ({ path }) => `${path.slice(1)}.mdx`,
  urlOf: ({ permalink }) => permalink,
  urlOfList: () => undefined,
  besideOf: (file, owner) => `${owner.path.slice(1)}/${file.slice(file.lastIndexOf('/') + 1)}`,
  rootOf: ({ section, language }) => `${section} ${language}`,
};

function rewrite(
  address: string,
  form: Partial<LinkForm> = {},
  from: PageMeta = pageOf(reading, 'content/docs/setup.md'),
) {
  const source = `![a](${address})\n\n[a](${address})\n`;
  const read = readPage({
    meta: from,
    source,
    bodyStart: 0,
    markup: defaultMarkup,
    shortcodes: new Map(),
    engine: micromarkEngine,
  });
  const linked = rewriteLinks(read.page, {
    resolver: createLinkResolver({ site }),
    book: createAddressBook(layout, { pages: 'file', files: everywhere('asWritten'), ...form }),
  });
  const urls: string[] = [];
  walk(linked.page.body, (node) => {
    if ((node.type === 'link' || node.type === 'image') && typeof node.url === 'string') urls.push(node.url);
  });
  return { ...linked, image: urls[0], link: urls[1], codes: linked.diagnostics.map(({ code }) => code) };
}

const german = pageOf(reading, 'content/docs/setup.de.md');

describe('rewriteLinks', () => {
  it('writes pages as files of the content root', () => {
    expect(rewrite('../faq/').link).toBe('/docs/faq.mdx');
    expect(rewrite('/help/#ports').link).toBe('/docs/faq.mdx#ports');
    expect(rewrite('https://docs.example.org/docs/faq/?q=1').link).toBe('/docs/faq.mdx?q=1');
    expect(rewrite('faq.md', { pages: 'relativeFile' }).link).toBe('./faq.mdx');
    expect(rewrite('#top').link).toBe('#top');
  });

  it('keeps a path that leads there in the target too', () => {
    expect(rewrite('faq.mdx').link).toBe('faq.mdx');
    expect(rewrite('../faq/', { pages: 'url' }).link).toBe('../faq/');
    expect(rewrite('faq.md', { pages: 'url' }).link).toBe('/docs/faq/');
  });

  it('writes addresses from one content root to another', () => {
    expect(rewrite('/blog/news/').link).toBe('/blog/news/');
    expect(rewrite('/docs/faq/', { toOtherRoot: (url) => `https://example.org${url}` }, german).link).toBe(
      'https://example.org/docs/faq/',
    );
  });

  it('notes which places of a page are linked', () => {
    expect(rewrite('../faq/#%C3%BC').links.anchors.at(-1)).toMatchObject({ file: 'content/docs/faq.md', id: 'ü' });
  });

  it('addresses files beside their page, or publishes them', () => {
    expect(rewrite('../guide/map.png').image).toBe('./guide/map.png');
    expect(rewrite('/docs/guide/map.png')).toMatchObject({
      image: '/docs/guide/map.png',
      links: { published: [{ file: 'content/docs/guide/map.png', url: '/docs/guide/map.png' }] },
    });
    expect(rewrite('/docs/guide/map.png', { files: everywhere('beside') }).image).toBe('./guide/map.png');
    expect(rewrite('../guide/map.png', { files: everywhere('url') }).image).toBe('../guide/map.png');
    expect(rewrite('/logo.png', { files: everywhere('beside') }).links.published).toEqual([]);
  });

  it('reports what the output does not have', () => {
    expect(rewrite('/docs/plan/').codes).toEqual(['link-to-left-out', 'link-to-left-out']);
    expect(rewrite('/tags/go/').codes).toEqual(['link-without-target', 'link-without-target']);
    expect(rewrite('/nothing/').codes).toEqual(['link-broken', 'link-broken']);
  });
});

describe('checkAnchors', () => {
  const links = (file: string, ids: readonly string[], to: readonly (readonly [string, string])[] = []): PageLinks => ({
    file,
    ids,
    anchors: to.map(([target, id]) => ({ file: target, id, url: `/${target}#${id}` })),
    published: [],
  });

  it('reports places that a page does not have, with the id that may have been meant', () => {
    const found = checkAnchors([
      links(
        'a.md',
        ['start'],
        [
          ['b.md', 'the-ports'],
          ['b.md', 'The_Ports'],
          ['b.md', 'nothing'],
          ['b.md', 'top'],
          ['c.md', 'x'],
        ],
      ),
      links('b.md', ['the-ports']),
    ]);
    expect(found.map(({ code, facts }) => [code, facts])).toEqual([
      ['link-anchor', { url: '/b.md#The_Ports', id: 'The_Ports', page: 'b.md', near: 'the-ports' }],
      ['link-anchor', { url: '/b.md#nothing', id: 'nothing', page: 'b.md' }],
    ]);
  });

  it('knows headings, elements and footnotes', () => {
    const source = '# One\n\nText[^a] and[^a] <a name="here"></a>\n\n<div id="box">\n\nx\n\n</div>\n\n[^a]: Note\n';
    const meta = pageOf(reading, 'content/docs/setup.md');
    const markup = { ...defaultMarkup, unsafe: true };
    const read = readPage({ meta, source, bodyStart: 0, markup, shortcodes: new Map(), engine: micromarkEngine });
    expect(collectIds(read.page)).toEqual(['one', 'here', 'box', 'fn:1', 'fnref:1', 'fnref1:1']);
  });
});
