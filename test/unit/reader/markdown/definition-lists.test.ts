import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  [
    'a colon below a line describes it',
    'Term\n: One\n: *Two*\n',
    'definitionList(definitionTerm("Term") definitionDescription(paragraph("One")) definitionDescription(paragraph(emphasis("Two"))))',
  ],
  [
    'each line above is a term',
    'A\nB\n: d\n',
    'definitionList(definitionTerm("A") definitionTerm("B") definitionDescription(paragraph("d")))',
  ],
  [
    'a blank line before the colon makes the description loose',
    'T\n\n: d\n',
    'definitionList(definitionTerm("T") definitionDescription.spread(paragraph("d")))',
  ],
  [
    'any number of blank lines may stand between',
    'T\n\n\n: d\n',
    'definitionList(definitionTerm("T") definitionDescription.spread(paragraph("d")))',
  ],
  [
    'a description goes on as far as it is indented',
    'T\n: a\n\n  b\n\nc\n',
    'definitionList(definitionTerm("T") definitionDescription(paragraph("a") paragraph("b"))) paragraph("c")',
  ],
  [
    'a description holds blocks',
    'T\n: - a\n  - b\n',
    'definitionList(definitionTerm("T") definitionDescription(list(listItem(paragraph("a")) listItem(paragraph("b")))))',
  ],
  [
    'a further term goes on with the list',
    'T\n: a\n\nU\n: b\n',
    'definitionList(definitionTerm("T") definitionDescription(paragraph("a")) definitionTerm("U") definitionDescription(paragraph("b")))',
  ],
  [
    'a lazy line is part of the description',
    'T\n: a\nlazy\n: b\n',
    'definitionList(definitionTerm("T") definitionDescription(paragraph("a\\nlazy")) definitionDescription(paragraph("b")))',
  ],
  [
    'up to seven spaces follow the colon',
    'T\n:      a\n',
    'definitionList(definitionTerm("T") definitionDescription(paragraph("a")))',
  ],
  [
    'from nine spaces on there is code',
    'T\n:         a\n',
    'definitionList(definitionTerm("T") definitionDescription(code.notation=indented.value=a))',
  ],
  ['nothing needs to follow the space', 'T\n: \n', 'definitionList(definitionTerm("T") definitionDescription)'],
  [
    'in a list item',
    '- a\n  T\n  : d\n',
    'list(listItem(definitionList(definitionTerm("a") definitionTerm("T") definitionDescription(paragraph("d")))))',
  ],
  [
    'in a quote',
    '> T\n> : d\n',
    'blockquote(definitionList(definitionTerm("T") definitionDescription(paragraph("d"))))',
  ],
  ['a colon without a space describes nothing', 'T\n:d\n', 'paragraph("T\\n:d")'],
  ['an indented colon describes nothing', 'T\n : d\n', 'paragraph("T\\n: d")'],
  ['a colon below a heading describes nothing', '# T\n: d\n', 'heading.depth=1.id=t("T") paragraph(": d")'],
  ['a colon below a list item describes nothing', '- a\n: d\n', 'list(listItem(paragraph("a\\n: d")))'],
  ['a colon in code describes nothing', '```\nT\n: d\n```\n', 'code.notation=fenced.value=T\n: d'],
  [
    'terms get ids where Hugo is told so',
    'My Term\n: d\n\nMy Term\n: e\n',
    'definitionList(definitionTerm.id=my-term("My Term") definitionDescription(paragraph("d")) definitionTerm.id=my-term-1("My Term") definitionDescription(paragraph("e")))',
    { markup: { autoDefinitionTermId: true } },
  ],
  ['not where they are turned off', 'T\n: d\n', 'paragraph("T\\n: d")', { markup: { definitionList: false } }],
];

describe('definition lists', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
