import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../../../src/model/field.ts';
import { endOf } from '../../../../src/model/place.ts';
import { readFrontMatter } from '../../../../src/reader/front-matter/read.ts';
import { readHead, readYamlHead } from './support.ts';

describe('a plain YAML scalar', () => {
  it.each([
    // Words
    ['true', 'boolean', true],
    ['True', 'boolean', true],
    ['FALSE', 'boolean', false],
    ['tRUE', 'text', 'tRUE'],
    ['yes', 'text', 'yes'],
    ['no', 'text', 'no'],
    ['on', 'text', 'on'],
    ['y', 'text', 'y'],
    // Whole numbers
    ['7', 'integer', 7],
    ['-7', 'integer', -7],
    ['+7', 'integer', 7],
    ['-0', 'integer', 0],
    ['007', 'integer', 7],
    ['010', 'integer', 8],
    ['-010', 'integer', -8],
    ['08', 'text', '08'],
    ['0o17', 'integer', 15],
    ['0x1F', 'integer', 31],
    ['0X1F', 'text', '0X1F'],
    ['0b101', 'integer', 5],
    ['0b2', 'text', '0b2'],
    ['1_000', 'integer', 1000],
    ['_1', 'text', '_1'],
    ['1,000', 'text', '1,000'],
    ['18446744073709551615', 'integer', 2 ** 64],
    ['18446744073709551616', 'text', '18446744073709551616'],
    ['-9223372036854775809', 'text', '-9223372036854775809'],
    // Fractions
    ['1.10', 'float', 1.1],
    ['.5', 'float', 0.5],
    ['5.', 'float', 5],
    ['-.5', 'float', -0.5],
    ['010.5', 'float', 10.5],
    ['1_000.5', 'float', 1000.5],
    ['1.0e3', 'float', 1000],
    ['1.5E-3', 'float', 0.0015],
    ['1e3', 'text', '1e3'],
    ['1.0e400', 'text', '1.0e400'],
    ['1.2.3', 'text', '1.2.3'],
    ['.', 'text', '.'],
    ['.inf', 'text', '.inf'],
    // Dates are as the author wrote them
    ['2024-01-02', 'date', '2024-01-02'],
    ['2024-01-02T03:04:05Z', 'date', '2024-01-02T03:04:05Z'],
    ['2024-01-02 03:04:05 +02:00', 'date', '2024-01-02 03:04:05 +02:00'],
    ['Jan 2, 2024', 'text', 'Jan 2, 2024'],
    ['12:30', 'text', '12:30'],
  ])('%s is %s', (source, type, value) => {
    const { fields, findings } = readYamlHead(`key: ${source}`);
    expect(fields[0]?.value).toMatchObject({ type, value, source });
    expect(findings).toEqual([]);
  });

  it.each(['', '~', 'null', 'Null', 'NULL'])('is null: “%s”', (source) => {
    expect(readYamlHead(`key: ${source}`).fields[0]?.value).toMatchObject({ type: 'null', source });
  });

  it.each([
    ['!!str 5', { type: 'text', value: '5', source: '5' }],
    ['!!int "5"', { type: 'integer', value: 5, source: '"5"' }],
    ['!!int five', { type: 'integer', value: 0, source: 'five' }],
    ['!!float 5', { type: 'float', value: 5 }],
    ['!!bool "yes"', { type: 'boolean', value: true }],
    ['!!null x', { type: 'null', source: 'x' }],
    ['!!timestamp 2024-01-02', { type: 'date', value: '2024-01-02' }],
    ['!!binary aGk=', { type: 'text', value: 'aGk=' }],
    ['!mine x', { type: 'text', value: 'x' }],
  ])('has the type of its tag: %s', (source, value) => {
    expect(readYamlHead(`key: ${source}`).fields[0]?.value).toMatchObject(value);
  });
});

describe('YAML front matter', () => {
  it.each([
    ['double quotes', String.raw`a: "tab\tA\u00e9\x41"`, 'tab\tAéA', String.raw`"tab\tA\u00e9\x41"`],
    ['single quotes', "a: 'it''s'", "it's", "'it''s'"],
    ['quotes around a number', 'a: "5"', '5', '"5"'],
    ['a text on several lines', 'a: one\n  two\n\n  three', 'one two\nthree', 'one\n  two\n\n  three'],
    ['a literal block', 'a: |\n  one\n  two\n', 'one\ntwo\n', '|\n  one\n  two\n'],
    ['a folded block', 'a: >-\n  one\n  two\n', 'one two', '>-\n  one\n  two\n'],
    ['a comment behind it', 'a: one # two', 'one', 'one'],
    ['a comma at its start', 'a: , one', ', one', ', one'],
  ])('has text in %s', (_, yaml, value, source) => {
    expect(readYamlHead(yaml).fields[0]?.value).toMatchObject({ type: 'text', value, source });
  });

  it('keeps the order and the spelling of keys, and looks them up in lower case', () => {
    const { fields } = readYamlHead('Title: A\nlinkTitle: B\nparams: { Sub Key: 1 }');
    expect(fields.map(({ key, name }) => [key, name])).toEqual([
      ['Title', 'title'],
      ['linkTitle', 'linktitle'],
      ['params', 'params'],
    ]);
    expect(fieldOf(fields, 'LINKTITLE')?.value).toMatchObject({ value: 'B' });
  });

  it.each([
    ['lists', 'a:\n  - 1\n  -\n  - - x', { a: [1, null, ['x']] }],
    ['lists at the margin', 'a:\n- 1\nb: 2', { a: [1], b: 2 }],
    ['flow lists', 'tags: [a, "b", 3,]', { tags: ['a', 'b', 3] }],
    ['flow lists with a bracket at the margin', 'tags: [\n  a\n]\nb: 1', { tags: ['a'], b: 1 }],
    ['flow lists with items at the margin', 'tags: [\na,\n"b\nc",\nd e\n]\nb: 1', { tags: ['a', 'b c', 'd e'], b: 1 }],
    ['quoted text that goes on at the margin', 'a: "one\ntwo\n\nthree"\nb: 1', { a: 'one two\nthree', b: 1 }],
    ['maps', 'a:\n  b: 1\n  c: {d: x, e: [1]}', { a: { b: 1, c: { d: 'x', e: [1] } } }],
    ['pairs in flow lists', 'a: [b: 1, c]', { a: [{ b: 1 }, 'c'] }],
    ['flow maps without a space', 'a: {b:1, c:http://x.y, "d":2}', { a: { b: 1, c: 'http://x.y', d: 2 } }],
    [
      'keys that are no text in a nested map',
      'a: {1: x, true: y, ~: z, 0x10: h}',
      { a: { 1: 'x', true: 'y', null: 'z', 16: 'h' } },
    ],
    ['a value with a colon', 'a: http://x.y:80/?z=1', { a: 'http://x.y:80/?z=1' }],
    ['tabs around values', 'a:\tb\t', { a: 'b' }],
    ['an explicit key', '? a\n: b', { a: 'b' }],
    ['a very long key', `${'k'.repeat(1100)}: 1`, { [`${'k'.repeat(1100)}`]: 1 }],
    ['aliases', 'a: &x {b: 1}\nc: *x\nd: &y 5\ne: *y', { a: { b: 1 }, c: { b: 1 }, d: 5, e: 5 }],
    ['an anchor that is set again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x', { a: 1, b: 1, c: 2, d: 2 }],
    ['a merge', 'a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3', { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
    ['a merge of several', 'a: &a {x: 1}\nb: &b {x: 2}\nc:\n  <<: [*a, *b]', { a: { x: 1 }, b: { x: 2 }, c: { x: 2 } }],
    ['a set', 'a: !!set {b, c}', { a: { b: null, c: null } }],
    ['an ordered map', 'a: !!omap [b: 1]', { a: [{ b: 1 }] }],
    ['a quoted merge key', 'a:\n  "<<": 1', { a: { '<<': 1 } }],
  ])('has %s', (_, yaml, values) => {
    const head = readYamlHead(yaml);
    expect(JSON.parse(JSON.stringify(head.values))).toEqual(values);
    expect(head.findings).toEqual([]);
  });

  it('has a place for every key and value, in the lines of the file', () => {
    const source = '\n---\ntitle: "A"\ntags:\n  - x\nmore: &m {k: 007}\nagain: *m\n---\n';
    const { fields } = readHead(source);
    const slice = (place?: { offset: number; length: number }) =>
      place && source.slice(place.offset, place.offset + place.length);
    expect(fields.map(({ place }) => slice(place))).toEqual([
      'title: "A"',
      'tags:\n  - x',
      'more: &m {k: 007}',
      'again: *m',
    ]);
    expect(fields.map(({ keyPlace }) => keyPlace?.line)).toEqual([3, 4, 6, 7]);
    expect(slice(fields[1]?.value.place)).toBe('- x');
    const again = fields[3]?.value;
    // An alias stands for the value where that was written.
    expect(again).toBe(fields[2]?.value);
    expect(slice(again?.place)).toBe('{k: 007}');
    expect(again?.place && endOf(again.place)).toBe(source.indexOf('}') + 1);
  });

  it('keeps keys that objects have of their own as keys', () => {
    const { values } = readYamlHead('__proto__: 1\nconstructor: 2\na: { __proto__: { b: 3 } }');
    expect(Object.keys(values)).toEqual(['__proto__', 'constructor', 'a']);
    expect(({} as Record<string, unknown>)['b']).toBeUndefined();
  });
});

describe('YAML front matter with a fault', () => {
  it.each([
    ['a colon in a value', 'title: A: B', 'data-invalid 2:8', 'colon'],
    ['a value that ends in a colon', 'title: A:', 'data-invalid 2:8', 'colon'],
    ['text behind a quoted value', 'title: "A" B', 'data-invalid 2:12', 'rest'],
    ['a reserved character', 'title: @acme', 'data-invalid 2:8', 'character'],
    ['a tab as indentation', 'a:\n\tb: 1', 'data-invalid 3:1', 'tab'],
    ['an unknown escape', String.raw`path: "C:\docs"`, 'data-invalid 2:10', 'escape'],
    ['a quote that is never closed', 'a: 1\nb: "x\nc: 2', 'data-invalid 3:4', 'quote'],
    ['a bracket that is never closed', 'a: 1\nb: [x, y\nc: 2', 'data-invalid 3:4', 'bracket'],
    ['a line without a colon', 'a: 1\nb\nc: 2', 'data-invalid 3:1', 'key'],
    ['a line without a space behind the colon', 'a: 1\nb:2\nc: 3', 'data-invalid 3:1', 'key'],
    ['a second column', 'a:\n    b: 1\n  c: 2', 'data-invalid 4:1', 'indentation'],
    ['two commas', 'a: [b,,c]', 'data-invalid 2:7', 'other'],
  ])('is told apart: %s', (_, yaml, finding, problem) => {
    const collected = readYamlHead(yaml);
    expect(collected.findings).toEqual([finding]);
    expect(problemOf(`---\n${yaml}\n---\n`)).toBe(problem);
  });

  it('keeps what stands before it, and the body', () => {
    expect(readHead('---\ntitle: A\nweight: B: C\n---\nText')).toMatchObject({ values: { title: 'A' }, body: 'Text' });
  });

  it.each([
    ['a key twice', 'a: 1\nb: 2\na: 3', 'data-key-repeated 4:1', { a: 3, b: 2 }],
    ['a key twice in a nested map', 'a: {b: 1, b: 2}', 'data-key-repeated 2:11', { a: { b: 2 } }],
    ['a merge twice', 'a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a', 'data-key-repeated 5:3', { a: { x: 1 }, b: { x: 1 } }],
    ['a key in two cases', 'Title: A\ntitle: B', 'data-key-shadowed 2:1', { title: 'B' }],
    [
      'a key that a merge replaces',
      'a: &a {x: 1}\nb:\n  x: 2\n  <<: *a',
      'data-key-shadowed 4:3',
      { a: { x: 1 }, b: { x: 1 } },
    ],
    ['a number for a key', '2024: a', 'data-key-not-text 2:1', { 2024: 'a' }],
    ['a map for a key', 'title: {{ x }}', 'data-key-not-text 2:9', { title: {} }],
    ['a merge of text', 'a:\n  <<: b', 'data-merge-not-a-map 3:7', { a: {} }],
    ['an alias of nothing', 'a: *b', 'data-alias-unknown 2:4', { a: null }],
    ['an alias of what comes later', 'a: *b\nc: &b 1', 'data-alias-unknown 2:4', { a: null, c: 1 }],
    ['an alias of what it stands in', 'a: &a [*a]', 'data-alias-unknown 2:8', { a: [null] }],
    ['a second document', 'a: 1\n...\nb: 2', 'data-second-document 4:1', { a: 1 }],
  ])('goes on behind %s', (_, yaml, finding, values) => {
    const head = readYamlHead(yaml);
    expect(head.findings).toEqual([finding]);
    expect(JSON.parse(JSON.stringify(head.values))).toEqual(values);
  });

  it.each([
    ['brackets in each other', `a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['lists in each other', `a:\n ${'- '.repeat(50_000)}x`],
    ['keys in each other', `${'? '.repeat(50_000)}x`],
    ['aliases of aliases', aliasBomb(30)],
  ])('stops at a limit: %s', (_, yaml) => {
    expect(readYamlHead(yaml).findings[0]).toMatch(/^data-limit /);
  });
});

function problemOf(source: string): unknown {
  const facts: unknown[] = [];
  readFrontMatter(source, { adopt: () => {}, report: (_, found) => facts.push(found), diagnostics: [] });
  const [first] = facts;
  return first && typeof first === 'object' && 'problem' in first ? first.problem : undefined;
}

function aliasBomb(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < levels; level++) {
    const alias = `*a${level - 1}`;
    lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => alias).join(', ')}]`);
  }
  return lines.join('\n');
}
