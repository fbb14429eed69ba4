import { describe, expect, it } from 'vitest';
import type { Attribute, FlowContent, Inline } from '../../../../src/model/nodes.ts';
import { codes, nowhere, outlines, p, richText, text } from './hand-built.ts';

let offset = 0;
const where = () => ({ ...nowhere, offset: ++offset });
const named = (attributes: Record<string, string | true>): Attribute[] =>
  Object.entries(attributes).map(([name, value]) => ({ name, value }));
const block = (
  tagName: string,
  attributes: Record<string, string | true> = {},
  ...children: (string | FlowContent)[]
): FlowContent => ({
  type: 'elementBlock',
  tagName,
  attributes: named(attributes),
  openTag: nowhere,
  place: where(),
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
const inline = (
  tagName: string,
  attributes: Record<string, string | true> = {},
  ...children: (string | Inline)[]
): Inline => ({
  type: 'elementInline',
  tagName,
  attributes: named(attributes),
  openTag: nowhere,
  place: where(),
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});

function write(...body: FlowContent[]) {
  const output = richText(body);
  const [entry] = output.entries;
  return {
    lines: outlines(output),
    fields: entry?.fields ?? {},
    found: codes(output.diagnostics),
    decided: output.outcomes.map(
      ({ id, result, by }) => `${id.split('@')[0]} ${result} ${by.slice('contentful:'.length)}`,
    ),
  };
}

describe('HTML in a line', () => {
  it.each([
    ['b', 'bold'],
    ['strong', 'bold'],
    ['i', 'italic'],
    ['em', 'italic'],
    ['cite', 'italic'],
    ['u', 'underline'],
    ['ins', 'underline'],
    ['s', 'strikethrough'],
    ['del', 'strikethrough'],
    ['code', 'code'],
    ['kbd', 'code'],
    ['sub', 'subscript'],
    ['sup', 'superscript'],
    ['mark', 'bold'],
  ])('<%s> is %s', (tagName, mark) => {
    const { lines, decided } = write(p(inline(tagName, {}, 'a')));
    expect(lines).toEqual([`paragraph(${mark}"a")`]);
    expect(decided).toEqual([`${tagName} kept ${tagName}`]);
  });
  it('<br> is a line feed, <wbr> nothing', () => {
    expect(write(p('a', inline('br'), 'b', inline('wbr'), 'c')).lines).toEqual(['paragraph("a\\nbc")']);
  });
  it('<q> has quotation marks', () => expect(write(p(inline('q', {}, 'a'))).lines).toEqual(['paragraph("“a”")']));
  it('<a> is a link, without an address its text', () => {
    expect(write(p(inline('a', { href: '/docs/other/' }, 'a'))).lines).toEqual([
      'paragraph(entry-hyperlink:page.docs.other("a"))',
    ]);
    expect(write(p(inline('a', {}, 'a'))).lines).toEqual(['paragraph("a")']);
  });
  it('<img> has its size in an entry', () => {
    const { lines, fields } = write(p(inline('img', { src: '/logo.png', alt: 'Logo', width: '20', class: 'x' })));
    expect(lines).toEqual(['embedded-entry-block:image.docs.page']);
    expect(fields).toMatchObject({ alt: 'Logo', width: '20', attributes: { class: 'x' } });
  });
  it('<span> leaves its text and says what it lost', () => {
    const { lines, found, decided } = write(p(inline('span', { class: 'badge' }, 'a')));
    expect([lines, found, decided]).toEqual([
      ['paragraph("a")'],
      ['contentful-attributes-dropped'],
      ['span dropped content-only'],
    ]);
  });
  it('an icon or anchor without content stays HTML', () => {
    const { lines, fields, decided } = write(p('a ', inline('i', { class: 'fa fa-star' })));
    expect(lines).toEqual(['paragraph("a " embedded-entry-inline:html.docs.page)']);
    expect(fields['html']).toBe('<i class="fa fa-star"></i>');
    expect(decided).toEqual(['i kept html']);
  });
  it('what holds nothing and says nothing goes', () => {
    expect(write(p('a', inline('b'))).decided).toEqual(['b dropped empty']);
  });
});

describe('HTML among blocks', () => {
  it('a box goes, its content stays', () => {
    expect(write(block('div', {}, '\n', p('a'), block('section', {}, 'b'))).lines).toEqual([
      'paragraph("a")',
      'paragraph("b")',
    ]);
  });
  it('headings keep their level and give their id to the page', () => {
    const output = richText([block('h2', { id: 'part' }, 'Part')]);
    expect(outlines(output)).toEqual(['heading-2("Part")']);
    expect(output.headings).toEqual([{ id: 'part', explicit: true, depth: 2, text: 'Part' }]);
  });
  it('lists are lists', () => {
    const { lines, found } = write(block('ol', { start: '4' }, '\n', block('li', {}, 'a'), p('b')));
    expect(lines).toEqual(['ordered-list(list-item(paragraph("a")) list-item(paragraph("b")))']);
    expect(found).toEqual(['contentful-list-start-dropped']);
  });
  it('<pre> is a block of code', () => {
    const { lines, fields } = write(
      block('pre', {}, block('code', { class: 'x language-go' }, 'a\n', inline('span', {}, 'b'))),
    );
    expect(lines).toEqual(['embedded-entry-block:codeBlock.docs.page']);
    expect(fields).toMatchObject({ code: 'a\nb', language: 'go' });
  });
  it('<pre> with other markup stays HTML', () => {
    expect(write(block('pre', {}, 'a ', inline('b', {}, 'c'))).fields).toMatchObject({ html: '<pre>a <b>c</b></pre>' });
  });
  it('<details> is an entry with its summary', () => {
    const { fields, decided } = write(block('details', { open: true }, '\n', block('summary', {}, 'More'), p('a')));
    expect(fields).toMatchObject({ summary: 'More', open: true });
    expect(fields['richSummary']).toBeUndefined();
    expect(decided).toEqual(['details kept details', 'summary kept summary']);
  });
  it('<figure> around an image is that image with a caption', () => {
    const { fields } = write(
      block('figure', {}, p(inline('img', { src: '/logo.png', alt: 'a' })), block('figcaption', {}, 'Caption')),
    );
    expect(JSON.stringify(fields['caption'])).toContain('Caption');
  });
  it('<figure> around anything else is its content', () => {
    expect(write(block('figure', {}, p('a'), block('figcaption', {}, 'b'))).lines).toEqual([
      'paragraph("a")',
      'paragraph("b")',
    ]);
  });
  it('<table> has its caption in front', () => {
    const row = block('tr', {}, block('th', {}, 'a'), block('td', {}, 'b'));
    expect(write(block('table', {}, block('caption', {}, 'c'), block('thead', {}, row))).lines).toEqual([
      'paragraph("c")',
      'table(table-row(table-header-cell(paragraph("a")) table-cell(paragraph("b"))))',
    ]);
  });
  it('<table> with rows that a shortcode makes is a box', () => {
    const rows: FlowContent = { type: 'componentBlock', name: 'Rows', props: [], children: [] };
    expect(write(block('table', {}, block('tbody', {}, rows))).lines).toEqual([
      'embedded-entry-block:container.docs.page',
    ]);
  });
  it('other elements stay HTML', () => {
    const { fields, lines } = write(block('video', { src: 'a.mp4', controls: true }, block('track', { src: '"<&' })));
    expect(lines).toEqual(['embedded-entry-block:html.docs.page']);
    expect(fields['html']).toBe('<video src="a.mp4" controls><track src="&#x22;<&#x26;"></video>');
  });
  it('other elements around Markdown are boxes', () => {
    const { fields } = write(block('button', { class: 'x' }, p('a')));
    expect(fields).toMatchObject({ tagName: 'button', attributes: { class: 'x' } });
  });
  it('an attribute that the serializer would trip over makes a box too', () => {
    expect(write(block('video', { constructor: 'x' })).fields).toMatchObject({ tagName: 'video' });
  });
  it('HTML beyond 50,000 characters goes on in a list', () => {
    const { fields } = write(block('svg', {}, 'x'.repeat(60_000)));
    expect(fields['html']).toHaveLength(50_000);
    expect(fields['continued']).toHaveLength(1);
  });
  it('many equal attributes are one finding', () => {
    const cells = Array.from({ length: 50 }, () => block('td', { class: 'x' }, 'a'));
    const output = richText([block('table', {}, block('tr', {}, ...cells))]);
    expect(output.diagnostics).toMatchObject([{ code: 'contentful-attributes-dropped', facts: { count: 50 } }]);
  });
  it('a comment is left out with a finding', () => {
    expect(write({ type: 'commentBlock', value: ' note ' }, p('a')).found).toEqual(['contentful-comment-dropped']);
  });
  it('in a footnote that nobody refers to is not shown', () => {
    const { found, decided } = write({
      type: 'footnoteDefinition',
      identifier: 'a',
      label: 'a',
      children: [p(inline('b', {}, 'a'))],
    });
    expect([found, decided]).toEqual([['contentful-element-dropped'], ['b dropped not-shown']]);
  });
});
