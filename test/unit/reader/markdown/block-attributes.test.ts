import { describe, expect, it } from 'vitest';
import { show, type Case, type Options } from './read-text.ts';

const DEFAULTS: Options = { markup: { attributes: { title: true, block: true } } };

const CASES: readonly Case[] = [
  ['belong to the paragraph above', 'a\n{.b #c k="v"}\n', 'paragraph{class="b" id="c" k="v"}("a")'],
  ['end a paragraph', 'a\n{.b}\nc\n', 'paragraph{class="b"}("a") paragraph("c")'],
  ['what follows on their line is lost', 'a\n{.b} c\nd\n', 'paragraph{class="b"}("a") paragraph("d")'],
  ['may go over several lines', 'a\n{.b\n.c}\n', 'paragraph{class="b c"}("a")'],
  [
    'of a list, and of the list in it by their indentation',
    '- a\n  - b\n  {.inner}\n{.outer}\n',
    'list{class="outer"}(listItem(paragraph("a") list{class="inner"}(listItem(paragraph("b")))))',
  ],
  ['of a quote', '> a\n{.b}\n', 'blockquote{class="b"}(paragraph("a"))'],
  [
    'of a table',
    '|a|\n|-|\n|b|\n{.c}\n',
    'table.align=[null]{class="c"}(tableRow(tableCell("a")) tableRow(tableCell("b")))',
  ],
  ['of a rule', '***\n{.a}\n', 'thematicBreak{class="a"}'],
  [
    'of a definition list',
    'T\n: d\n{.a}\n',
    'definitionList{class="a"}(definitionTerm("T") definitionDescription(paragraph("d")))',
  ],
  ['of a heading, next to its own', '# A {.b}\n{.c #d title="e"}\n', 'heading.depth=1.id=a{class="b" title="e"}("A")'],
  ['of two lines the first wins', 'a\n{.b}\n{.c #d}\n', 'paragraph{class="b" id="d"}("a")'],
  ['mean nothing behind a blank line', 'a\n\n{.b}\n', 'paragraph("a")'],
  ['mean nothing below a fence', '```\na\n```\n{.b}\n\nc\n', 'code.notation=fenced.value=a paragraph("c")'],
  ['mean nothing at the start', '{.a}\nb\n', 'paragraph("b")'],
  ['are text where they cannot be read', 'a\n{b}\n', 'paragraph("a\\n{b}")'],
  ['are text in code', '```\n{.a}\n```\n', 'code.notation=fenced.value={.a}'],
  [
    'of a call alone in its paragraph are attributes of nothing',
    '{{< x >}}\n{.a}\n',
    'paragraph{class="a"}(shortcodeInline:x)',
  ],
  [
    'go to a picture that loses its paragraph',
    '![a](b)\n{.c}\n',
    'paragraph(image.url=b.alt=a{class="c"})',
    { markup: { attributes: { title: true, block: true }, wrapStandAloneImageWithinParagraph: false } },
  ],
  [
    'are text where Hugo has them off',
    'a\n{.b}\n',
    'paragraph("a\\n{.b}")',
    { markup: { attributes: { title: true, block: false } } },
  ],
];

describe('block attributes', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options ?? DEFAULTS)).toBe(expected);
  });
});
