import { describe, expect, it } from 'vitest';
import type { FlowContent, Inline, ListItem } from '../../../../src/model/nodes.ts';
import { codes, outlines, p, richText, text } from './hand-built.ts';

const image = (alt = 'Logo'): Inline => ({ type: 'image', url: '/logo.png', alt });
const item = (...children: FlowContent[]): ListItem => ({ type: 'listItem', children });
const list = (...children: ListItem[]): FlowContent => ({ type: 'list', ordered: false, spread: false, children });
const code = (value: string): FlowContent => ({ type: 'code', notation: 'fenced', lang: 'sh', value });
const quote = (...children: FlowContent[]): FlowContent => ({ type: 'blockquote', children });
const cell = (...children: Inline[]) => ({ type: 'tableCell' as const, children });
const table = (...cells: ReturnType<typeof cell>[]): FlowContent => ({
  type: 'table',
  align: cells.map(() => null),
  children: [{ type: 'tableRow', children: cells }],
});
const link = (url: string, ...children: Inline[]): Inline => ({ type: 'link', notation: 'inline', url, children });
const element = (tagName: string, children: FlowContent[], attributes: Record<string, string> = {}): FlowContent => ({
  type: 'elementBlock',
  tagName,
  attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
  children,
});

/** Outline of the body, and of the rich text of the entry of that type. */
function write(...body: FlowContent[]) {
  const output = richText(body);
  const bodyOf = (type: string) =>
    output.entries.filter((entry) => 'known' in entry.type && entry.type.known === type).map(({ fields }) => fields);
  return { lines: outlines(output), bodyOf, found: codes(output.diagnostics), output };
}

describe('quotes hold paragraphs only', () => {
  it('keeps a quote of paragraphs', () => {
    expect(write(quote(p('a'), p('b'))).lines).toEqual(['blockquote(paragraph("a") paragraph("b"))']);
  });
  it.each([
    ['a list', list(item(p('a'))), 'unordered-list'],
    ['a heading', { type: 'heading', depth: 2, idSource: 'none', children: [text('a')] } as FlowContent, 'heading-2'],
    ['a quote', quote(p('a')), 'blockquote'],
    ['code', code('a'), 'embedded-entry-block'],
    ['a table', table(cell(text('a'))), 'table'],
    ['a rule', { type: 'thematicBreak' } as FlowContent, 'hr'],
  ])('makes an entry of one with %s', (_, block, nodeType) => {
    const { lines, bodyOf } = write(quote(p('before'), block));
    expect(lines).toEqual(['embedded-entry-block:quote.docs.page']);
    expect(JSON.stringify(bodyOf('quote')[0]?.['body'])).toContain(`"nodeType":"${nodeType}"`);
  });
  it('makes an entry of one with an image of its own', () => {
    expect(write(quote(p(image()))).lines).toEqual(['embedded-entry-block:quote.docs.page']);
  });
});

describe('list items hold everything but tables', () => {
  it('keeps paragraphs, lists, code and quotes', () => {
    const { lines } = write(list(item(p('a'), list(item(p('b'))), code('c'), quote(p('d')))));
    expect(lines).toEqual([
      'unordered-list(list-item(paragraph("a") unordered-list(list-item(paragraph("b"))) embedded-entry-block:codeBlock.docs.page blockquote(paragraph("d"))))',
    ]);
  });
  it('puts a table into an entry', () => {
    const { lines, bodyOf } = write(list(item(p('a'), table(cell(text('b'))))));
    expect(lines).toEqual(['unordered-list(list-item(paragraph("a") embedded-entry-block:table.docs.page))']);
    expect(bodyOf('table')).toHaveLength(1);
  });
  it('gives an empty item a paragraph', () => {
    expect(write(list(item())).lines).toEqual(['unordered-list(list-item(paragraph("")))']);
  });
  it('marks tasks by a character', () => {
    const task = (checked: boolean): ListItem => ({ type: 'listItem', checked, children: [p('a')] });
    expect(write(list(task(true), task(false))).lines).toEqual([
      'unordered-list(list-item(paragraph("☑ a")) list-item(paragraph("☐ a")))',
    ]);
  });
  it('reports a start that it cannot keep', () => {
    const { found } = write({ type: 'list', ordered: true, start: 3, spread: false, children: [item(p('a'))] });
    expect(found).toEqual(['contentful-list-start-dropped']);
  });
});

describe('table cells hold paragraphs only', () => {
  const td = (...children: FlowContent[]) => element('td', children);
  const htmlTable = (...cells: FlowContent[]) => element('table', [element('tbody', [element('tr', cells)])]);

  it('has a header row and fills short rows', () => {
    const { lines } = write({
      type: 'table',
      align: [null, null],
      children: [
        { type: 'tableRow', children: [cell(text('a')), cell(text('b'))] },
        { type: 'tableRow', children: [cell(text('c'))] },
      ],
    });
    expect(lines).toEqual([
      'table(table-row(table-header-cell(paragraph("a")) table-header-cell(paragraph("b"))) table-row(table-cell(paragraph("c")) table-cell(paragraph(""))))',
    ]);
  });
  it('makes lines of a list', () => {
    const nested = list(item(p('a')), item(p('b'), list(item(p('c')))));
    const { lines, found } = write(htmlTable(td(nested)));
    expect(lines).toEqual(['table(table-row(table-cell(paragraph("• a") paragraph("• b") paragraph("\u2003• c"))))']);
    expect(found).toEqual(['contentful-flattened']);
  });
  it('makes a bold line of a heading', () => {
    expect(write(htmlTable(td(element('h3', [text('a')])))).lines).toEqual([
      'table(table-row(table-cell(paragraph(bold"a"))))',
    ]);
  });
  it('embeds code and images in the line', () => {
    expect(write(htmlTable(td(code('a')), td(element('p', [image()])))).lines).toEqual([
      'table(table-row(table-cell(paragraph(embedded-entry-inline:codeBlock.docs.page)) table-cell(paragraph(embedded-entry-inline:image.docs.page))))',
    ]);
  });
  it('puts a table in a cell into an entry', () => {
    expect(write(htmlTable(td(htmlTable(td(text('a')))))).lines).toEqual([
      'table(table-row(table-cell(paragraph(embedded-entry-inline:table.docs.page))))',
    ]);
  });
  it('keeps spans and drops other attributes with a finding', () => {
    const wide = element('th', [text('a')], { colspan: '2', rowspan: '1', class: 'x' });
    const { lines, found } = write(htmlTable(wide));
    expect(lines).toEqual(['table(table-row(table-header-cell:x2(paragraph("a"))))']);
    expect(found).toEqual(['contentful-attributes-dropped']);
  });
  it('has no table without cells', () => {
    expect(write(htmlTable()).lines).toEqual(['paragraph("")']);
  });
});

describe('links hold text only', () => {
  it('keeps marks inside', () => {
    const { lines } = write(p(link('https://x.org', { type: 'strong', children: [text('a')] }, text(' b'))));
    expect(lines).toEqual(['paragraph(hyperlink:https://x.org(bold"a" " b"))']);
  });
  it('puts the address of a linked image into its entry', () => {
    const { lines, bodyOf, found } = write(p('see ', link('https://x.org', image())));
    expect(lines).toEqual(['paragraph("see " embedded-entry-inline:image.docs.page)']);
    expect(bodyOf('image')[0]).toMatchObject({ link: 'https://x.org', alt: 'Logo' });
    expect(found).toEqual([]);
  });
  it('goes on behind an embedded entry, and says so', () => {
    const component: Inline = { type: 'componentInline', name: 'Badge', props: [], children: [] };
    const { lines, found } = write(p(link('https://x.org', text('a '), component, text(' b'))));
    expect(lines).toEqual([
      'paragraph(hyperlink:https://x.org("a ") embedded-entry-inline:Badge.docs.page hyperlink:https://x.org(" b"))',
    ]);
    expect(found).toEqual(['contentful-link-split']);
  });
  it('shows its address where it has no text', () => {
    const { lines, found } = write(p(link('https://x.org')));
    expect(lines).toEqual(['paragraph(hyperlink:https://x.org("https://x.org"))']);
    expect(found).toEqual(['contentful-link-empty']);
  });
  it('goes into the paragraphs of a link around blocks', () => {
    expect(write(element('a', [p('a'), p('b')], { href: '/docs/other/' })).lines).toEqual([
      'paragraph(entry-hyperlink:page.docs.other("a"))',
      'paragraph(entry-hyperlink:page.docs.other("b"))',
    ]);
  });
  it('loses its title with a finding', () => {
    const { found } = write(
      p({ type: 'link', notation: 'inline', url: 'https://x.org', title: 't', children: [text('a')] }),
    );
    expect(found).toEqual(['contentful-link-title-dropped']);
  });
});

describe('there is no inline asset', () => {
  it('shows an image alone as its asset', () => {
    const { lines, output } = write(p(image()));
    expect(lines).toEqual(['embedded-asset-block:asset.static.logo-png-' + lines[0]?.slice(-8)]);
    expect([...output.plainImages.values()]).toEqual(['Logo']);
  });
  it('has an entry for an image in a line of text', () => {
    expect(write(p('a ', image(), ' b')).lines).toEqual(['paragraph("a " embedded-entry-inline:image.docs.page " b")']);
  });
  it('has an entry for an image in a heading', () => {
    expect(write({ type: 'heading', depth: 1, idSource: 'none', children: [image()] }).lines).toEqual([
      'heading-1(embedded-entry-inline:image.docs.page)',
    ]);
  });
  it('has an entry for the second description of one image', () => {
    const { lines } = write(p(image('a')), p(image('b')), p(image('a')));
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'embedded-asset-block',
      'embedded-entry-block',
      'embedded-asset-block',
    ]);
  });
  it('has an entry for a figure with caption and size', () => {
    const { lines, bodyOf } = write({
      type: 'figure',
      src: '/logo.png',
      alt: 'a',
      caption: [text('c')],
      link: '/docs/other/',
      width: '50%',
    });
    expect(lines).toEqual(['embedded-entry-block:image.docs.page']);
    expect(bodyOf('image')[0]).toMatchObject({ alt: 'a', link: '/docs/other/', width: '50%' });
  });
  it('keeps the address of an image of another site and reports one that is missing', () => {
    const { bodyOf, found } = write(
      p({ type: 'image', url: 'https://x.org/a.png', alt: '' }),
      p({ type: 'image', url: '/nowhere.png', alt: '' }),
    );
    expect(bodyOf('image').map(({ url }) => url)).toEqual(['https://x.org/a.png', '/nowhere.png']);
    expect(found).toEqual(['link-broken']);
  });
});

describe('line breaks', () => {
  it('makes a space of a soft break and a line feed of a hard one', () => {
    expect(write(p('a \n b', { type: 'break' }, 'c')).lines).toEqual(['paragraph("a b\\nc")']);
  });
  it('collapses white space across marks and trims the line', () => {
    expect(write(p(' a ', { type: 'emphasis', children: [text(' b ')] }, ' c ')).lines).toEqual([
      'paragraph("a " italic"b " "c")',
    ]);
  });
  it('leaves code alone', () => {
    expect(write(p({ type: 'inlineCode', value: ' a  b ' })).lines).toEqual(['paragraph(code" a  b ")']);
  });
  it('keeps no-break spaces', () => {
    expect(write(p('\u00A0')).lines).toEqual(['paragraph("\u00A0")']);
  });
});

describe('what rich text has no node for', () => {
  it('cuts long code at line ends into parts', () => {
    const long = `${'x'.repeat(30_000)}\n${'y'.repeat(30_000)}`;
    const { lines, bodyOf } = write(code(long));
    expect(lines).toHaveLength(2);
    const parts = bodyOf('codeBlock');
    expect(parts.map(({ part, parts: all }) => [part, all])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(parts.map(({ code: part }) => part).join('')).toBe(long);
  });
  it('numbers footnotes and lists them at the end', () => {
    const { lines } = write(
      p('a', { type: 'footnoteReference', identifier: 'x', label: 'x' }, ' b', {
        type: 'footnoteReference',
        identifier: 'y',
        label: 'y',
      }),
      { type: 'footnoteDefinition', identifier: 'x', label: 'x', children: [p('note')] },
    );
    expect(lines).toEqual([
      'paragraph("a" superscript"1" " b[^y]")',
      'hr',
      'ordered-list(list-item(paragraph("note")))',
    ]);
  });
  it('writes terms in bold above their descriptions', () => {
    const { lines } = write({
      type: 'definitionList',
      children: [
        { type: 'definitionTerm', children: [text('t')] },
        { type: 'definitionDescription', spread: false, children: [text('d')] },
      ],
    });
    expect(lines).toEqual(['paragraph(bold"t")', 'paragraph("d")']);
  });
  it('makes entries of formulas', () => {
    const math = { value: 'x^2', delimiters: ['$', '$'] } as const;
    expect(write({ type: 'mathBlock', ...math }, p('a ', { type: 'mathInline', ...math })).lines).toEqual([
      'embedded-entry-block:math.docs.page',
      'paragraph("a " embedded-entry-inline:math.docs.page)',
    ]);
  });
  it('has marks for the extras, and bold for a highlight', () => {
    const extra = (type: 'insert' | 'mark' | 'subscript' | 'superscript'): Inline => ({ type, children: [text('a')] });
    const { lines, found } = write(p(extra('insert'), extra('mark'), extra('subscript'), extra('superscript')));
    expect(lines).toEqual(['paragraph(underline"a" bold"a" subscript"a" superscript"a")']);
    expect(found).toEqual(['contentful-mark-approximated']);
  });
  it('resolves references, the nearest definition first', () => {
    const definition = (url: string): FlowContent => ({ type: 'definition', identifier: 'a', label: 'a', url });
    const reference = p({
      type: 'linkReference',
      identifier: 'a',
      label: 'a',
      referenceType: 'shortcut',
      children: [text('a')],
    });
    const { lines, bodyOf } = write(reference, definition('https://outer.org'), {
      type: 'admonition',
      kind: 'note',
      collapsible: 'none',
      children: [reference, definition('https://inner.org')],
    });
    expect(lines[0]).toBe('paragraph(hyperlink:https://outer.org("a"))');
    expect(JSON.stringify(bodyOf('admonition')[0])).toContain('https://inner.org');
  });
});
