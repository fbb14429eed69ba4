import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseShallow } from '../../../../src/reader/markdown/deep-lines.ts';
import { satteriEngine } from '../../../../src/reader/markdown/satteri.ts';
import { convertText } from '../../../support/convert-text.ts';

const DEEP = 3000;

/** What the parser was given, one text for each time that it was asked. */
function textsParsed(text: string): readonly string[] {
  const texts: string[] = [];
  parseShallow(text, (given) => {
    texts.push(given);
    return satteriEngine.parse(given, { gfm: true, footnotes: true });
  });
  return texts;
}

describe('lines on which thousands of quotes and lists open', () => {
  it.each([
    ['quotes', '> '.repeat(DEEP)],
    ['quotes without spaces', '>'.repeat(DEEP)],
    ['lists', '+ '.repeat(DEEP)],
    ['numbers', '1. '.repeat(DEEP)],
    ['quotes and lists', '> - '.repeat(DEEP)],
    ['quotes after a paragraph', `text\n\n${'> '.repeat(DEEP)}`],
  ])('are parsed up to a limit: %s', (_, marks) => {
    const [first = '', ...more] = textsParsed(`${marks}deep\n\nmore\n`);
    expect(first).toHaveLength(marks.length + 'deep\n\nmore\n'.length);
    expect(first).toMatch(/x{1000,}deep\n\nmore\n$/);
    expect(more).toEqual([]);
  });

  it.each([
    ['fewer marks', `${'> '.repeat(1000)}deep\n`],
    ['a thematic break', `${'- '.repeat(DEEP)}\n`],
    ['a thematic break in a quote', `> ${'* '.repeat(DEEP)}\r\nmore\r\n`],
    ['a long line of text', `- ${'> word '.repeat(DEEP)}\n`],
  ])('are not these: %s', (_, text) => {
    expect(textsParsed(text)).toEqual([text]);
  });

  it.each([
    ['fenced code', `\`\`\`\n${'> '.repeat(DEEP)}deep\n\`\`\`\n`],
    ['indented code', `    ${'> '.repeat(DEEP)}deep\n`],
    ['HTML', `<pre>\n${'- '.repeat(DEEP)}deep\n</pre>\n`],
  ])('are only text in %s', (_, text) => {
    expect(textsParsed(text).at(-1)).toBe(text);
  });

  it('are told apart where there are several', () => {
    const marks = '> '.repeat(DEEP);
    const last = textsParsed(`${marks}deep\n\n\`\`\`\n${marks}code\n\`\`\`\n`).at(-1) ?? '';
    expect(last).toMatch(/x{1000,}deep/);
    expect(last).toContain(`${marks}code`);
  });

  it('lose nothing of what stands behind the marks', async () => {
    const { text, diagnostics } = await convertText(`${'> '.repeat(DEEP)}deep *end*\n\nmore\n`, 'html');
    expect(diagnostics.map(({ code }) => code)).toEqual(['markdown-too-deep']);
    expect(text).toContain('> '.repeat(DEEP - 200));
    expect(text).toContain('deep *end*');
    expect(text).toContain('<p>more</p>');
  });

  it('have the offsets of the text they stand in', () => {
    const text = `${'> '.repeat(DEEP)}deep\n\nmore\n`;
    const tree: Root = satteriEngine.parse(text, { gfm: true, footnotes: true });
    expect(tree.children.map(({ position }) => position?.start.offset)).toEqual([0, text.indexOf('more')]);
  });
});
