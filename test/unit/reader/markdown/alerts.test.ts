import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  ['a type', '> [!NOTE]\n> a\n', 'blockquote.alert={"kind":"note"}(paragraph("[!NOTE]\\na"))'],
  [
    'a sign and a title',
    '> [!tip]+ My *title*\n> a\n',
    'blockquote.alert={"kind":"tip","sign":"+","title":[{"type":"text","value":"My "},{"type":"emphasis","children":[{"type":"text","value":"title","place":{"line":1,"column":15,"offset":14,"length":5}}],"place":{"line":1,"column":14,"offset":13,"length":7}}]}(paragraph("[!tip]+ My " emphasis("title") "\\na"))',
  ],
  [
    'a title alone',
    '> [!note] a b\n',
    'blockquote.alert={"kind":"note","title":[{"type":"text","value":"a b"}]}(paragraph("[!note] a b"))',
  ],
  ['letters only', '> [!x-y]\n> a\n', 'blockquote(paragraph("[!x-y]\\na"))'],
  ['only first in the quote', '> a\n> [!NOTE]\n', 'blockquote(paragraph("a\\n[!NOTE]"))'],
];

describe('alerts', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
