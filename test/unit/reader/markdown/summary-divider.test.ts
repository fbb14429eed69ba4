import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  ['between paragraphs', 'a\n\n<!--more-->\n\nb\n', 'paragraph("a") summaryDivider paragraph("b")'],
  ['in a paragraph it splits it', 'a <!--more--> b\n', 'paragraph("a") summaryDivider paragraph("b")'],
  [
    'in a list it splits it',
    '- a\n\n  <!--more-->\n\n- b\n',
    'list(listItem(paragraph("a"))) summaryDivider list(listItem(paragraph("b")))',
  ],
  ['in code it is cut out', '```\na\n<!--more-->\nb\n```\n', 'code.notation=fenced.value=a\n\n\n\n\nb'],
  [
    'in inner text it is cut out',
    '{{< x >}}\na\n\n<!--more-->\n\nb\n{{< /x >}}\n',
    'shortcodeBlock:x(paragraph("a") paragraph("b"))',
  ],
  ['a second one is a comment', '<!--more-->\n\n<!--more-->\n', 'summaryDivider commentBlock.value=more'],
  ['with spaces it is a comment', '<!-- more -->\n', 'commentBlock.value= more '],
];

describe('summary divider', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
