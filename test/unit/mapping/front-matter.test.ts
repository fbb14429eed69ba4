import { expect, it } from 'vitest';
import { mapPage } from '../../support/map-page.ts';

const RULES = `frontMatter:
  Weight: { as: order }
  toc: { as: tableOfContents, invert: true }
  hide: { as: hidden, invert: true }
  old: drop
  author: { rename: Writer }
  kind: { value: [a, { B: 1.5 }, null, true] }
  extra: { default: 7 }
  Added: { default: x }
  kept: keep
`;

it('gives fields their meanings and leaves the rest', () => {
  const source =
    '---\nTitle: a\nWEIGHT: 3\nTOC: false\nhide: maybe\nold: 1\nauthor: me\nkind: z\nkept: 1\nextra: 8\n---\nx';
  const { page, read, account, codes } = mapPage(source, RULES);
  const [title, weight, toc, hide, author, kind, kept, extra, added] = page.frontMatter.fields;
  const before = (name: string) => read.frontMatter.fields.find((field) => field.name === name);
  expect(title).toBe(before('title'));
  expect(weight).toEqual({ ...before('weight'), meaning: 'order', rule: 'm.yaml#frontMatter.Weight' });
  expect(toc).toEqual({
    // Under the author's key the opposite would be said of what it stands for.
    key: 'tableOfContents',
    name: 'tableofcontents',
    value: { type: 'boolean', value: true, source: 'true' },
    meaning: 'tableOfContents',
    rule: 'm.yaml#frontMatter.toc',
  });
  expect(hide).toEqual({ ...before('hide'), meaning: 'hidden', rule: 'm.yaml#frontMatter.hide' });
  expect(author).toEqual({
    key: 'Writer',
    name: 'writer',
    value: before('author')?.value,
    rule: 'm.yaml#frontMatter.author',
  });
  expect(kind?.value).toMatchObject({
    type: 'list',
    items: [
      { type: 'text', value: 'a' },
      { type: 'map', fields: [{ key: 'B', name: 'b', value: { type: 'float', value: 1.5, source: '1.5' } }] },
      { type: 'null' },
      { type: 'boolean', value: true },
    ],
  });
  expect(kept).toBe(before('kept'));
  expect(extra).toBe(before('extra'));
  expect(added).toEqual({
    key: 'Added',
    name: 'added',
    value: { type: 'text', value: 'x', source: 'x' },
    rule: 'm.yaml#frontMatter.Added',
  });
  expect(codes).toEqual([]);
  expect(account).toEqual([
    'field Title kept unmapped:keep',
    'field WEIGHT mapped m.yaml#frontMatter.Weight',
    'field TOC mapped m.yaml#frontMatter.toc',
    'field hide mapped m.yaml#frontMatter.hide',
    'field old dropped m.yaml#frontMatter.old',
    'field author mapped m.yaml#frontMatter.author',
    'field kind mapped m.yaml#frontMatter.kind',
    'field kept kept m.yaml#frontMatter.kept',
    'field extra kept m.yaml#frontMatter.extra',
  ]);
});

it('leaves a body alone that needs nothing', () => {
  const { page, read } = mapPage('---\nweight: 1\n---\nx', RULES);
  expect(page).not.toBe(read);
  expect(page.body).toBe(read.body);
});
