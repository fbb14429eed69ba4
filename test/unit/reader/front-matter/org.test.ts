import { describe, expect, it } from 'vitest';
import { readHead } from './support.ts';

describe('Org front matter', () => {
  it.each([
    ['text', '#+TITLE: Mesh setup  ', { title: 'Mesh setup' }],
    ['a number, which stays text', '#+weight: 5', { weight: '5' }],
    ['nothing', '#+empty:', { empty: '' }],
    ['words', '#+TAGS[]: mesh  setup', { tags: ['mesh', 'setup'] }],
    ['no words', '#+TAGS[]:', { tags: [] }],
    ['words on several lines', '#+L[]: a b\n#+L[]: c', { l: ['a', 'b', 'c'] }],
    ['a key on several lines', '#+A: x y\n#+a: z', { a: ['x y', 'z'] }],
    ['file tags', '#+filetags: :a:b:', { filetags: ['a', 'b'] }],
    ['a date', '#+DATE: <2024-01-02 Tue>', { date: '2024-01-02' }],
    ['an inactive date', '#+lastmod: [2024-01-02 Tue 10:00]', { lastmod: '2024-01-02' }],
    ['a date that is none to Hugo', '#+date: 2 January', { date: '2 January' }],
    ['a key with a space', '#+my key: x', { 'my key': 'x' }],
    ['line ends of Windows', '#+A: x\r\n#+B: y\r', { a: 'x', b: 'y' }],
  ])('has %s', (_, source, values) => {
    const head = readHead(`${source}\nText`);
    expect({ ...head.values }).toEqual(values);
    expect(head).toMatchObject({ format: 'org', body: 'Text', findings: [] });
  });

  it('has places', () => {
    const source = '#+TITLE: A\n#+tags[]: b cd\n';
    const { fields } = readHead(source);
    const slice = (place?: { offset: number; length: number }) =>
      place && source.slice(place.offset, place.offset + place.length);
    expect(fields.map(({ place }) => slice(place))).toEqual(['TITLE: A', 'tags[]: b cd']);
    expect(fields.map(({ keyPlace }) => slice(keyPlace))).toEqual(['TITLE', 'tags']);
    const tags = fields[1]?.value;
    expect(tags?.type === 'list' && tags.items.map(({ place }) => slice(place))).toEqual(['b', 'cd']);
  });

  it('ends with the first line that is none', () => {
    expect(readHead('#+TITLE: A\n# comment\n#+B: c')).toMatchObject({ body: '# comment\n#+B: c' });
  });

  it.each(['#+BEGIN_QUOTE', '#+a:b', '#+: x'])('names a line that sets nothing: %s', (line) => {
    expect(readHead(`#+TITLE: A\n${line}\nText`)).toMatchObject({
      body: 'Text',
      findings: ['front-matter-org-line 2:1'],
    });
  });
});
