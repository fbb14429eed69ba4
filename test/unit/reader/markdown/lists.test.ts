import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  [
    'tight and loose',
    '- a\n- b\n\n1. a\n\n2. b\n',
    'list(listItem(paragraph("a")) listItem(paragraph("b"))) list.ordered.start=1.spread(listItem(paragraph("a")) listItem(paragraph("b")))',
  ],
  [
    'a blank line in an item makes the list loose',
    '- a\n\n  b\n- c\n',
    'list.spread(listItem(paragraph("a") paragraph("b")) listItem(paragraph("c")))',
  ],
  [
    'a blank line in a list in it does not',
    '- a\n  - b\n\n    c\n- d\n',
    'list(listItem(paragraph("a") list.spread(listItem(paragraph("b") paragraph("c")))) listItem(paragraph("d")))',
  ],
  [
    'one in code does not',
    '- a\n  ```\n\n  ```\n- b\n',
    'list(listItem(paragraph("a") code.notation=fenced.value=) listItem(paragraph("b")))',
  ],
  [
    'one behind a quote in it does',
    '- > a\n  >\n- b\n',
    'list(listItem(blockquote(paragraph("a"))) listItem(paragraph("b")))',
  ],
  ['in a quote', '> - a\n>\n> - b\n', 'blockquote(list.spread(listItem(paragraph("a")) listItem(paragraph("b"))))'],
  ['where it starts', '7. a\n8. b\n', 'list.ordered.start=7(listItem(paragraph("a")) listItem(paragraph("b")))'],
  [
    'one that does not begin with 1 may follow code',
    '    a\n\n2. b\n',
    'code.notation=indented.value=a list.ordered.start=2(listItem(paragraph("b")))',
  ],
  [
    'or stand in a quote below a paragraph',
    'a\n> 2. b\n',
    'paragraph("a") blockquote(list.ordered.start=2(listItem(paragraph("b"))))',
  ],
];

describe('lists', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
