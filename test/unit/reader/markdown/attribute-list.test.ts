import { describe, expect, it } from 'vitest';
import { attributesOf, readAttributeList } from '../../../../src/reader/markdown/attribute-list.ts';

const entries = (text: string) => readAttributeList(text, 0)?.entries.map(({ name, value }) => [name, value]);

describe('attribute lists', () => {
  it.each([
    [
      'an id and classes',
      '{#a .b .c}',
      [
        ['id', 'a'],
        ['class', 'b c'],
      ],
    ],
    ['signs in ids', '{#a.b:c_d-e}', [['id', 'a.b:c_d-e']]],
    ['other scripts in ids', '{#ünï}', [['id', 'ünï']]],
    ['an empty id', '{#}', [['id', '']]],
    ['nothing', '{}', []],
    [
      'commas',
      '{ .a , k=v,l=w }',
      [
        ['class', 'a'],
        ['k', 'v'],
        ['l', 'w'],
      ],
    ],
    ['spaces around the sign', '{k = v}', [['k', 'v']]],
    ['text in quotes', String.raw`{k="a \"b\" \n \q }"}`, [['k', 'a "b" \n \\q }']]],
    [
      'numbers',
      '{a=1 b=-2 c=+3 d=1.5e3 e=5.}',
      [
        ['a', 1],
        ['b', -2],
        ['c', 3],
        ['d', 1500],
        ['e', 5],
      ],
    ],
    [
      'words with a meaning',
      '{a=true b=false c=null}',
      [
        ['a', true],
        ['b', false],
        ['c', null],
      ],
    ],
    ['lists', '{a=[1, "2-3" ,x]}', [['a', [1, '2-3', 'x']]]],
    ['lines', '{.a\n.b}', [['class', 'a b']]],
  ])('hold %s', (_name, text, expected) => {
    expect(entries(text)).toEqual(expected);
  });

  it.each([
    '{a}',
    '{#a!}',
    '{a=}',
    "{a='b'}",
    '{a="b}',
    '{a=[1,]}',
    '{a=1e}',
    '{.a',
    'a',
    '{1=2}',
    `${'{a='.repeat(50)}1${'}'.repeat(50)}`,
    '{a="b\nc"}',
  ])('are none: %s', (text) => {
    expect(entries(text)).toBeUndefined();
  });

  it('say where they end', () => {
    expect(readAttributeList('a {.b} c', 2)?.end).toBe(6);
  });

  it('become attributes: the last of equal names counts, and what HTML cannot show is empty', () => {
    expect(attributesOf(readAttributeList('{#a #b c=true d=2 e=[1] f=null}', 0)?.entries ?? [])).toEqual([
      { name: 'id', value: 'b' },
      { name: 'c', value: 'true' },
      { name: 'd', value: 2 },
      { name: 'e', value: '' },
      { name: 'f', value: '' },
    ]);
  });
});
