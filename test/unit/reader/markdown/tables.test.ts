import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  [
    'rows get as many cells as there are columns',
    '|a|b|\n|-|-|\n|1|\n|1|2|3|\n',
    'table.align=[null,null](tableRow(tableCell("a") tableCell("b")) tableRow(tableCell("1") tableCell) tableRow(tableCell("1") tableCell("2")))',
  ],
  [
    'alignment',
    '|a|b|c|\n|:-|:-:|-:|\n',
    'table.align=["left","center","right"](tableRow(tableCell("a") tableCell("b") tableCell("c")))',
  ],
  [
    'a header with too few cells is filled up',
    'a|b\n-|-|-\n1|2|3\n',
    'table.align=[null,null,null](tableRow(tableCell("a") tableCell("b") tableCell) tableRow(tableCell("1") tableCell("2") tableCell("3")))',
  ],
  [
    'a line above the header is a paragraph',
    'p\na|b\n-|-\n',
    'paragraph("p") table.align=[null,null](tableRow(tableCell("a") tableCell("b")))',
  ],
  [
    'a pipe in code needs a backslash too',
    '|a|\n|-|\n|`x\\|y` z\\|w|\n',
    'table.align=[null](tableRow(tableCell("a")) tableRow(tableCell(inlineCode.value=x|y " z|w")))',
  ],
  [
    'bare addresses end at the cell',
    '|a|b|\n|-|-|\n|http://x.org|www.y.org|\n',
    'table.align=[null,null](tableRow(tableCell("a") tableCell("b")) tableRow(tableCell(link.notation=linkify.url=http://x.org("http://x.org")) tableCell(link.notation=linkify.url=https://www.y.org("www.y.org"))))',
  ],
  ['text where they are turned off', '|a|\n|-|\n', 'paragraph("|a|\\n|-|")', { markup: { table: false } }],
  [
    'a list below a line with a pipe is a list',
    'a: b\nc:\n  - |\n    d\n',
    'paragraph("a: b\\nc:") list(listItem(paragraph("|\\nd")))',
  ],
];

describe('tables', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
