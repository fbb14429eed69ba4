import { describe, expect, it } from 'vitest';
import { show, type Case, type Options } from './read-text.ts';

const DEFAULTS: Options = {
  markup: {
    passthrough: {
      block: [
        ['\\[', '\\]'],
        ['$$', '$$'],
      ],
      inline: [['\\(', '\\)']],
    },
  },
};

const CASES: readonly Case[] = [
  ['inline', 'a \\(x_1 * y_2*\\) b\n', 'paragraph("a " mathInline.value=x_1 * y_2*.delimiters=["\\\\(","\\\\)"] " b")'],
  ['a block', '\\[\na_b*c\n\\]\n', 'mathBlock.value=\na_b*c\n.delimiters=["\\\\[","\\\\]"]'],
  [
    'a block in a paragraph splits it',
    'a $$b$$ c\n',
    'paragraph("a ") mathBlock.value=b.delimiters=["$$","$$"] paragraph(" c")',
  ],
  [
    'in a list item without paragraphs it does not',
    '- a $$b$$ c\n',
    'list(listItem(paragraph("a " mathInline.value=b.delimiters=["$$","$$"] " c")))',
  ],
  ['in a heading', '# a \\(b\\)\n', 'heading.depth=1.id=a("a " mathInline.value=b.delimiters=["\\\\(","\\\\)"])'],
  ['two backslashes are no delimiter', 'a \\\\(b\\)\n', 'paragraph("a \\\\(b)")'],
  ['without an end it is text', 'a \\(b *c*\n', 'paragraph("a (b " emphasis("c"))'],
  ['empty it is text', '\\(\\) a\n', 'paragraph("() a")'],
  ['not in code', '`\\(a\\)`\n', 'paragraph(inlineCode.value=\\(a\\))'],
  ['code in it is none', '\\(`a\\) b`\n', 'paragraph(mathInline.value=`a.delimiters=["\\\\(","\\\\)"] " b`")'],
  ['with a call in it', '\\(a {{< x >}}\\)\n', 'paragraph(mathInline.value=a {{< x >}}.delimiters=["\\\\(","\\\\)"])'],
  ['none where it is off', '\\(a\\)\n', 'paragraph("(a)")', { markup: { passthrough: null } }],
];

describe('passthrough', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options ?? DEFAULTS)).toBe(expected);
  });
});
