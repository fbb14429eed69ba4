import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../../src/model/page.ts';
import { field, textValue, writeParts } from './page.ts';

const list = (...items: FieldValue[]): FieldValue => ({ type: 'list', items });

const fields = [
  field('title', textValue('A & B')),
  field('Description', textValue('About "it"')),
  field('tags', list(textValue('x'), textValue('y'))),
  field('weight', { type: 'integer', value: 7, source: '007' }),
  field('params', { type: 'map', fields: [field('deep', list({ type: 'boolean', value: true, source: 'true' }))] }),
  field('empty', { type: 'null', source: '~' }),
];

describe('a whole page', () => {
  const { text, outcomes } = writeParts(
    { fields, body: [{ type: 'paragraph', children: [{ type: 'text', value: 'Hi' }] }] },
    { form: 'page' },
  );

  it('has every field in its head', () => {
    expect(text).toBe(
      [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        '<title>A &amp; B</title>',
        '<meta name="description" content="About &quot;it&quot;">',
        '<meta name="decant:tags" content="x, y">',
        '<meta name="decant:weight" content="7">',
        '<meta name="decant:params" content="{&quot;deep&quot;:[true]}">',
        '<meta name="decant:empty" content="null">',
        '</head>',
        '<body>',
        '<p>Hi</p>',
        '</body>',
        '</html>',
        '',
      ].join('\n'),
    );
  });

  it('says of each field that it was kept', () => {
    expect(outcomes.map(({ kind, id, result }) => `${kind} ${id} ${result}`)).toEqual(
      fields.map(({ key }) => `field ${key} kept`),
    );
  });

  it('has one title, by meaning before name', () => {
    const renamed = { ...field('name', textValue('By meaning')), meaning: 'title' } as const;
    const head = writeParts({ fields: [renamed, field('title', textValue('By name'))] }, { form: 'page' }).text;
    expect(head).toContain('<title>By meaning</title>');
    expect(head).toContain('<meta name="decant:title" content="By name">');
  });
});

describe('a fragment', () => {
  it('drops the fields and says so', () => {
    const { text, outcomes } = writeParts({ fields });
    expect(text).toBe('');
    expect(outcomes[0]).toEqual({ kind: 'field', id: 'title', result: 'dropped', by: 'fragment' });
    expect(outcomes).toHaveLength(fields.length);
  });
});

describe('raw HTML', () => {
  const place = { line: 1, column: 1, offset: 4, length: 9 };

  it('is accounted for where the author wrote it', () => {
    const { outcomes } = writeParts({
      body: [
        {
          type: 'elementBlock',
          tagName: 'table',
          attributes: [],
          place,
          openTag: place,
          children: [{ type: 'elementBlock', tagName: 'tbody', attributes: [], children: [] }],
        },
      ],
    });
    expect(outcomes).toEqual([{ kind: 'element', id: 'table@4', result: 'kept', by: 'html' }]);
  });

  it.each([
    [[{ name: 'disabled', value: '' }], '<input disabled>'],
    [[{ name: 'disabled', value: true }], '<input disabled>'],
    [[{ name: 'value', value: '' }], '<input value="">'],
    [[{ name: 'logo"', value: true }], '<input logo">'],
    [
      [
        { name: '__proto__', value: 'x' },
        { name: 'constructor', value: 'y' },
        { name: 'id', value: 'z' },
      ],
      '<input id="z">',
    ],
    [
      [
        { name: 'class', value: 'a' },
        { name: 'class', value: 'b' },
      ],
      '<input class="a">',
    ],
    [[{ name: 'data-x', value: 'a<b>"c"&d' }], '<input data-x="a<b>&quot;c&quot;&amp;d">'],
  ])('has its attributes: %j', (attributes, html) => {
    const body = [{ type: 'elementBlock', tagName: 'input', attributes, children: [] } as const];
    expect(writeParts({ body }).text.trim()).toBe(html);
  });

  it('keeps white space in preformatted text, with the line break that a browser drops', () => {
    const code = {
      type: 'elementInline',
      tagName: 'code',
      attributes: [],
      children: [{ type: 'text', value: ' a' }],
    } as const;
    const body = [
      {
        type: 'elementBlock',
        tagName: 'pre',
        attributes: [],
        children: [{ type: 'text', value: '\n' }, code],
      } as const,
    ];
    expect(writeParts({ body }).text).toBe('<pre>\n\n<code> a</code></pre>\n');
  });
});
