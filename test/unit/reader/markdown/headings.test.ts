import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  ['take attributes at their end', '# A {#b .c k="v" n=1}\n', 'heading.depth=1.id=b{class="c" k="v" n=1}("A")'],
  ['take an id alone', '## {#a}\n', 'heading.depth=2.id=a'],
  ['take only the last attributes', '# A {#x}{#y}\n', 'heading.depth=1.id=y("A {#x}")'],
  ['take attributes before they look at the text', '# `{#a}`\n', 'heading.depth=1.id=a(inlineCode.value={#a})'],
  ['keep braces that are no attributes', '# A {b}\n', 'heading.depth=1.id=a-b("A {b}")'],
  ['keep escaped braces', '# A \\{#b}\n', 'heading.depth=1.id=a-b("A {#b}")'],
  ['keep attributes before closing signs', '# A {#b} #\n', 'heading.depth=1.id=a-b("A {#b}")'],
  ['lose closing signs before attributes', '# A # {#b}\n', 'heading.depth=1.id=b("A")'],
  [
    'underlined ones take them too',
    'A {#b}\n===\n\nC\nd {#e}\n---\n',
    'heading.depth=1.id=b("A") heading.depth=2.id=e("C\\nd")',
  ],
  ['an empty one has no id', '#\n', 'heading.depth=1'],
  [
    'keep braces where Hugo has attributes off',
    '# A {#b}\n',
    'heading.depth=1.id=a-b("A {#b}")',
    { markup: { attributes: { title: false, block: false } } },
  ],
  [
    'have no ids where Hugo makes none',
    '# A\n\n# B {#c}\n',
    'heading.depth=1("A") heading.depth=1.id=c("B")',
    { markup: { autoHeadingId: false } },
  ],
  ['emphasis over the braces is read without them', '# *a {#b_c_d}\n', 'heading.depth=1.id=b_c_d("*a")'],
];

describe('headings', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
