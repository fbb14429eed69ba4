import { describe, expect, it } from 'vitest';
import type { Field, FieldValue } from '../../../src/model/page.ts';
import { fieldOf, plainFields, plainValue } from '../../../src/model/field.ts';

const text = (value: string): FieldValue => ({ type: 'text', value, source: value });
const field = (key: string, value: FieldValue): Field => ({ key, name: key.toLowerCase(), value });

const MAP: FieldValue = {
  type: 'map',
  fields: [
    field('Title', text('Setup')),
    field('weight', { type: 'integer', value: 7, source: '007' }),
    field('date', { type: 'date', value: '2024-01-02', source: '2024-01-02' }),
    field('tags', { type: 'list', items: [text('a'), { type: 'null', source: '~' }] }),
    field('__proto__', text('x')),
  ],
};

describe('plainValue', () => {
  it('is the value as JSON has it, with lower-cased names', () => {
    expect(JSON.stringify(plainValue(MAP))).toBe(
      '{"title":"Setup","weight":7,"date":"2024-01-02","tags":["a",null],"__proto__":"x"}',
    );
  });

  it('has no prototype to stumble over', () => {
    expect(plainFields([])['constructor']).toBeUndefined();
    expect(Object.getPrototypeOf(plainFields([field('__proto__', MAP)]))).toBeNull();
  });
});

describe('fieldOf', () => {
  it('finds a field whatever the case, in a list or in what has fields', () => {
    expect(fieldOf(MAP.fields, 'title')?.key).toBe('Title');
    expect(fieldOf(MAP, 'TITLE')?.key).toBe('Title');
    expect(fieldOf(MAP, '__proto__')?.value).toEqual(text('x'));
    expect(fieldOf(MAP, 'toString')).toBeUndefined();
  });

  it('takes the last of two, as Hugo does', () => {
    expect(fieldOf([field('a', text('1')), field('A', text('2'))], 'a')?.value).toEqual(text('2'));
  });
});
