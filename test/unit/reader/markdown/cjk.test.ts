import { describe, expect, it } from 'vitest';
import { show, type Case, type Options } from './read-text.ts';

const DEFAULTS: Options = {
  markup: { cjk: { enable: true, eastAsianLineBreaks: true, eastAsianLineBreaksStyle: 'simple', escapedSpace: true } },
};

const CASES: readonly Case[] = [
  ['a break between two wide characters is none', '日本\n語\n', 'paragraph("日本語")'],
  ['a break beside a narrow one is one', '日本\nabc\n', 'paragraph("日本\\nabc")'],
  ['Hangul is wide', '한국\n어\n', 'paragraph("한국어")'],
  ['an escaped space is none', '太郎は\\ **「こ」**\\ と\n', 'paragraph("太郎は" strong("「こ」") "と")'],
  ['before an inline the break is lost', '日本\n*語*\n', 'paragraph("日本" emphasis("語"))'],
  [
    'the CSS style: beside a narrow one too',
    '日本\nabc\n',
    'paragraph("日本abc")',
    {
      markup: {
        cjk: { enable: true, eastAsianLineBreaks: true, eastAsianLineBreaksStyle: 'css3draft', escapedSpace: false },
      },
    },
  ],
  [
    'the CSS style: Hangul keeps its spaces',
    '한국\n어\n',
    'paragraph("한국\\n어")',
    {
      markup: {
        cjk: { enable: true, eastAsianLineBreaks: true, eastAsianLineBreaksStyle: 'css3draft', escapedSpace: false },
      },
    },
  ],
  [
    'nothing of it where it is off',
    '日本\n語\n',
    'paragraph("日本\\n語")',
    {
      markup: {
        cjk: { enable: false, eastAsianLineBreaks: true, eastAsianLineBreaksStyle: 'simple', escapedSpace: true },
      },
    },
  ],
];

describe('Chinese and Japanese', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options ?? DEFAULTS)).toBe(expected);
  });
});
