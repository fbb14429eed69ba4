import { describe, expect, it } from 'vitest';
import { findHardText } from '../../../../src/reader/markdown/hard-text.ts';
import { PATHOLOGICAL_TEXTS } from '../../../support/pathological-texts.ts';

describe('texts that are too hard for micromark', () => {
  it.each([
    ['signs of one paragraph', 'text\n\n', '*a '.repeat(2001)],
    ['lines of one paragraph', 'text\n', 'a\n'.repeat(1000).trimEnd()],
    ['lists on one line', 'text\n', '- '.repeat(201)],
    ['quotes on one line', 'text\n', '>'.repeat(201)],
    ['numbers on one line', 'text\n', '1. '.repeat(201)],
    ['lists by their columns', 'text\n', `${' '.repeat(402)}- a`],
  ])('are found by %s', (_, before, hard) => {
    const found = findHardText(`${before}${hard}\n\nmore\n`);
    expect(found?.end).toBe(before.length + hard.length);
    expect(findHardText(`${before}${hard.slice(0, hard.length / 3)}\n\nmore\n`)).toBeUndefined();
  });

  it.each([
    ['items', '- a\n'.repeat(5001)],
    ['rows', '|a|\n'.repeat(5001)],
    ['definitions', '[a]: b\n\n'.repeat(1001)],
  ])('are found by their %s', (_, text) => {
    expect(findHardText(text)).toBeDefined();
    expect(findHardText(text.slice(0, text.length / 2))).toBeUndefined();
  });

  it('are none that HTML or many blocks make long', () => {
    expect(
      findHardText('<table>\n'.concat('<tr><td>*a* - b</td></tr>\n- a\n'.repeat(5000), '</table>\n')),
    ).toBeUndefined();
    expect(findHardText('*a* `b` [c](d)\n\n'.repeat(10_000))).toBeUndefined();
  });

  it('are some of those that are made to hurt', () => {
    const hard = Object.entries(PATHOLOGICAL_TEXTS).filter(([, make]) => findHardText(make(50_000)));
    expect(hard.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'quotes in quotes',
        'lists in lists',
        'indented lists',
        'emphasis in emphasis',
        'half a comment',
      ]),
    );
  });
});
