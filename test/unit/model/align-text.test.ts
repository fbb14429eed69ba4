import { describe, expect, it } from 'vitest';
import { alignText } from '../../../src/model/align-text.ts';

/** What stands in the text for each character of the value. */
const parts = (value: string, text: string, quotes = 0) => {
  const offsets = alignText(value, text, [0, text.length], quotes);
  return offsets && [...value].map((_, at) => text.slice(offsets[at], offsets[at + 1]));
};

describe('text and its source', () => {
  it.each([
    ['itself', 'ab', 'ab', ['a', 'b']],
    ['escapes', 'a*', String.raw`a\*`, ['a', String.raw`\*`]],
    ['a backslash that escapes nothing', String.raw`\a`, String.raw`\a`, ['\\', 'a']],
    ['named references', '&é', '&amp;&eacute;', ['&amp;', '&eacute;']],
    ['numbers', '’A', '&#8217;&#x41;', ['&#8217;', '&#x41;']],
    ['no reference', '&x;', '&x;', ['&', 'x', ';']],
    ['indentation', 'a\nb', 'a \n   b', ['a ', '\n   ', 'b']],
    ['quotes', 'a\nb', 'a\n > > b', ['a', '\n > > ', 'b'], 2],
    ['a sign that is no quote', 'a\n> b', 'a\n> > b', ['a', '\n> ', '>', ' ', 'b'], 1],
  ])('%s', (_name, value, text, expected, quotes = 0) => {
    expect(parts(value, text, quotes)).toEqual(expected);
  });

  it('do not fit together', () => {
    expect(parts('ab', 'ac')).toBeUndefined();
    expect(parts('abc', 'ab')).toBeUndefined();
  });
});
