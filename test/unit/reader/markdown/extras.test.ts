import { describe, expect, it } from 'vitest';
import { show, type Case, type Options } from './read-text.ts';

const DEFAULTS: Options = {
  markup: {
    extras: { insert: true, mark: true, subscript: true, superscript: true, delete: true },
    strikethrough: false,
  },
};

const CASES: readonly Case[] = [
  [
    'each of them',
    '~~del~~ ++ins++ ==mark== H~2~O 1^st^\n',
    'paragraph(delete("del") " " insert("ins") " " mark("mark") " H" subscript("2") "O 1" superscript("st"))',
  ],
  ['only runs of the right length', '===a=== =b= +++c+++\n', 'paragraph("===a=== =b= +++c+++")'],
  ['subscript may hold spaces', 'a~b c~d\n', 'paragraph("a" subscript("b c") "d")'],
  ['round emphasis and in it', '==*a*== *==b==*\n', 'paragraph(mark(emphasis("a")) " " emphasis(mark("b")))'],
  ['escaped signs mark nothing', '\\==a== ==a\\==\n', 'paragraph("==a== ==a==")'],
  ['signs in the open mark nothing', 'a == b == c\n', 'paragraph("a == b == c")'],
  ['unpaired signs are text', '==a ^b\n', 'paragraph("==a ^b")'],
  [
    'none where they are turned off',
    '++a++ ==b== c^d^ e~f~\n',
    'paragraph("++a++ ==b== c^d^ e~f~")',
    { markup: { strikethrough: false } },
  ],
];

describe('extras', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options ?? DEFAULTS)).toBe(expected);
  });
});
