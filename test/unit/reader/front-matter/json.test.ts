import { describe, expect, it } from 'vitest';
import { readHead } from './support.ts';

describe('JSON front matter', () => {
  it.each([
    ['1', { type: 'integer', value: 1, source: '1' }],
    ['-0.50', { type: 'float', value: -0.5, source: '-0.50' }],
    ['1e3', { type: 'float', value: 1000, source: '1e3' }],
    ['1e999', { type: 'text', value: '1e999' }],
    ['true', { type: 'boolean', value: true, source: 'true' }],
    ['null', { type: 'null', source: 'null' }],
    ['"2024-01-02"', { type: 'text', value: '2024-01-02', source: '"2024-01-02"' }],
    [String.raw`"é \ud83d\ude00 \/ \" \n"`, { type: 'text', value: 'é 😀 / " \n' }],
    ['[ ]', { type: 'list', items: [] }],
    ['{ }', { type: 'map', fields: [] }],
  ])('types %s', (source, value) => {
    const head = readHead(`{ "key": ${source} }\n`);
    expect(head.fields[0]?.value).toMatchObject(value);
    expect(head.findings).toEqual([]);
  });

  it('is read at every depth, with places', () => {
    const source = '\n{"Title": "A",\r\n\t"a": {"B": [1, {"c": "007"}, []], "__proto__": 2}}\nText';
    const { values, fields, body } = readHead(source);
    expect(JSON.stringify(values)).toBe('{"title":"A","a":{"b":[1,{"c":"007"},[]],"__proto__":2}}');
    expect(body).toBe('Text');
    expect(fields.map(({ place }) => place && source.slice(place.offset, place.offset + place.length))).toEqual([
      '"Title": "A"',
      '"a": {"B": [1, {"c": "007"}, []], "__proto__": 2}',
    ]);
    expect(fields[1]?.keyPlace).toMatchObject({ line: 3, column: 2, length: 3 });
  });

  it.each([
    ['a comma before the end', '{"a": 1,}', '1:9', { a: 1 }],
    ['a comma before a bracket', '{"a": [1,]}', '1:10', { a: [1] }],
    ['a comment', '{"a": 1 /* one */}', '1:9', { a: 1 }],
    ['a key without quotes', '{"a": 1, b: 2}', '1:10', { a: 1 }],
    ['no comma', '{"a": 1 "b": 2}', '1:9', { a: 1 }],
    ['no colon', '{"a" 1}', '1:6', {}],
    ['a word', '{"a": yes}', '1:7', {}],
    ['a tab in text', '{"a": "x\ty"}', '1:9', {}],
    ['an unknown escape', '{"a": "\\x"}', '1:8', {}],
    ['half a character', '{"a": "\\u12"}', '1:8', {}],
    ['a leading zero', '{"a": 01}', '1:8', { a: 0 }],
  ])('with %s keeps what stands before it', (_, source, place, values) => {
    const head = readHead(`${source}\nText`);
    expect(head).toMatchObject({ format: 'json', body: 'Text', findings: [`data-invalid ${place}`] });
    expect(JSON.parse(JSON.stringify(head.values))).toEqual(values);
  });

  it.each([
    ['{"a": 1, "a": 2}', { a: 2 }],
    ['{"A": 1, "a": 2}', { a: 2 }],
  ])('takes the last of two keys that are the same: %s', (source, values) => {
    const head = readHead(source);
    expect({ ...head.values }).toEqual(values);
    expect(head.findings).toEqual(['data-key-shadowed 1:2']);
  });

  it('stops at a limit', () => {
    const { findings } = readHead(`{"a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`);
    expect(findings).toEqual(['data-limit 1:206']);
  });
});
