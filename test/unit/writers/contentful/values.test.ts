import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../../src/model/page.ts';
import { isoDate } from '../../../../src/writers/contentful/dates.ts';
import {
  KIND,
  cleanText,
  convert,
  isConflict,
  specFor,
  typeOfField,
  typeOfProp,
} from '../../../../src/writers/contentful/values.ts';
import { value } from './hand-built.ts';

const kindOf = (plain: unknown) => typeOfField(value(plain))?.kind;

describe('the kind of a value', () => {
  it.each([
    [true, 'boolean'],
    [7, 'integer'],
    [1.5, 'number'],
    [2 ** 60, 'symbol'],
    ['word', 'symbol'],
    ['two\nlines', 'text'],
    ['x'.repeat(257), 'text'],
    ['x'.repeat(50_001), 'longText'],
    ['2024-01-02', 'date'],
    [['a', 'b'], 'symbols'],
    [[1, 2], 'object'],
    [['a', ['b']], 'object'],
    [['x'.repeat(257)], 'object'],
    [Array.from({ length: 1001 }, () => 'a'), 'object'],
    [{ a: 1 }, 'object'],
    [null, undefined],
    ['', undefined],
    ['  ', undefined],
    [[], undefined],
    [{}, undefined],
  ])('%j', (plain, kind) => expect(kindOf(plain)).toBe(kind));

  it('keeps a number as it was written beside what Hugo reads', () => {
    const field: FieldValue = { type: 'integer', value: 7, source: '007' };
    const typed = typeOfField(field);
    expect(typed && convert(typed, specFor(KIND.integer | KIND.symbol))).toBe('007');
    expect(typed && convert(typed, specFor(KIND.integer))).toBe(7);
  });
  it('takes numbers that JSON has not as text', () => {
    expect(typeOfProp(Number.NaN)).toMatchObject({ kind: 'symbol', json: 'NaN' });
  });
  it('keeps hostile keys as keys', () => {
    const field: FieldValue = {
      type: 'map',
      fields: [{ key: '__proto__', name: '__proto__', value: value({ a: 1 }) }],
    };
    expect(JSON.stringify(typeOfField(field)?.json)).toBe('{"__proto__":{"a":1}}');
  });
  it('replaces what no API takes', () => expect(cleanText('a\0\uD800b\u{1F600}')).toBe('a\uFFFD\uFFFDb\u{1F600}'));
});

describe('the type of a field', () => {
  it.each([
    [KIND.boolean, { type: 'Boolean' }],
    [KIND.integer, { type: 'Integer' }],
    [KIND.integer | KIND.number, { type: 'Number' }],
    [KIND.date, { type: 'Date' }],
    [KIND.asset, { type: 'Link', linkType: 'Asset' }],
    [KIND.page, { type: 'Link', linkType: 'Entry' }],
    [KIND.asset | KIND.symbol, { type: 'Symbol' }],
    [KIND.integer | KIND.symbol, { type: 'Symbol' }],
    [KIND.date | KIND.symbol, { type: 'Symbol' }],
    [KIND.boolean | KIND.integer, { type: 'Symbol' }],
    [KIND.symbol | KIND.text, { type: 'Text' }],
    [KIND.longText, { type: 'Object' }],
    [KIND.symbols, { type: 'Array', items: 'Symbol' }],
    [KIND.symbols | KIND.symbol, { type: 'Array', items: 'Symbol' }],
    [KIND.symbols | KIND.text, { type: 'Object' }],
    [KIND.symbols | KIND.object, { type: 'Object' }],
    [KIND.object, { type: 'Object' }],
  ])('%d', (kinds, spec) => expect(specFor(kinds)).toEqual(spec));

  it('is a conflict where kinds have nothing in common', () => {
    expect(isConflict(KIND.integer | KIND.symbol)).toBe(true);
    expect(isConflict(KIND.integer | KIND.number)).toBe(false);
    expect(isConflict(KIND.symbol | KIND.text | KIND.asset)).toBe(false);
  });
  it('wraps a scalar where others are objects, and one word where others are lists', () => {
    const word = typeOfField(value('a'));
    expect(word && convert(word, { type: 'Object' })).toEqual({ value: 'a' });
    expect(word && convert(word, { type: 'Array', items: 'Symbol' })).toEqual(['a']);
  });
});

describe('a date', () => {
  it.each([
    ['2024-01-02', '2024-01-02'],
    ['2024-01-02T10:20:30Z', '2024-01-02T10:20:30Z'],
    ['2024-01-02t10:20:30z', '2024-01-02T10:20:30Z'],
    ['2024-01-02 10:20:30', '2024-01-02T10:20:30'],
    ['2024-01-02 10:20', '2024-01-02T10:20:00'],
    ['2024-01-02 10:20:30 +0100', '2024-01-02T10:20:30+01:00'],
    ['2024-01-02 10:20:30.5 +0100 CET', '2024-01-02T10:20:30.5+01:00'],
    ['2024-01-02 10:20:30 UTC', '2024-01-02T10:20:30Z'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['2024-13-01', undefined],
    ['2024-01-02T24:00:00', undefined],
    ['Jan 2, 2024', undefined],
    ['2024', undefined],
    ['10:20:30', undefined],
    [`2024-01-02 ${' '.repeat(100_000)}x`, undefined],
  ])('%j', (text, iso) => expect(isoDate(text)).toBe(iso));
});
