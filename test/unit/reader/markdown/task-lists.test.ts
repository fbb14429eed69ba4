import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  [
    'open and done',
    '- [ ] a\n- [x] b\n- [X] c\n',
    'list(listItem.checked=false(paragraph("a")) listItem.checked(paragraph("b")) listItem.checked(paragraph("c")))',
  ],
  ['no space has to follow', '- [x]a\n', 'list(listItem.checked(paragraph("a")))'],
  ['nothing has to follow', '- [ ]\n', 'list(listItem.checked=false(paragraph))'],
  ['a box before parentheses is no link', '- [x](b)\n', 'list(listItem.checked(paragraph("(b)")))'],
  ['an escaped bracket is no box', '- \\[x] a\n', 'list(listItem(paragraph("[x] a")))'],
  ['only at the start', '- a [x]\n', 'list(listItem(paragraph("a [x]")))'],
  ['only in lists', '[x] a\n', 'paragraph("[x] a")'],
  ['in an ordered list', '1. [ ] a\n', 'list.ordered.start=1(listItem.checked=false(paragraph("a")))'],
  [
    'text where they are turned off',
    '- [ ] a\n- [x]\n',
    'list(listItem(paragraph("[ ] a")) listItem(paragraph("[x]")))',
    { markup: { taskList: false } },
  ],
];

describe('task lists', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
