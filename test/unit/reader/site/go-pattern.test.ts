import { describe, expect, it } from 'vitest';
import { compileGoPattern } from '../../../../src/reader/site/config/go-pattern.ts';

describe('a regular expression as in Go', () => {
  it.each<[string, string, string]>([
    ['abc', 'xabcx', 'ab c'],
    ['a.c', 'abc', 'a\nc'],
    ['^a', 'ab', 'ba'],
    ['b$', 'ab', 'ba'],
    ['\\Aab\\z', 'ab', 'abc'],
    ['\\.foo$', 'a.foo', 'afoo'],
    ['a*b', 'b', 'c'],
    ['^a+b', 'aab', 'b'],
    ['^ab?c', 'ac', 'abbc'],
    ['^a{2}$', 'aa', 'a'],
    ['^a{2,}$', 'aaaa', 'a'],
    ['^a{2,3}$', 'aaa', 'aaaa'],
    ['a{,2}', 'a{,2}', 'aa'],
    ['^a+?b', 'aab', 'b'],
    ['^(a|bc|)d', 'bcd', 'cd'],
    ['^(?:a|b)+$', 'abab', 'abc'],
    ['^(?P<x>a)(?<y>b)$', 'ab', 'a'],
    ['^(a(b(c)?)?)*$', 'aababc', 'aac'],
    ['[a-c_]', 'b', 'd'],
    ['[^a-c]', 'd', 'b'],
    ['[]a]', ']', 'b'],
    ['[a-]', '-', 'b'],
    ['[\\d.]', '5', 'a'],
    ['[^\\s]', 'a', ' '],
    ['\\d\\w\\s\\D\\W\\S', '1a x-y', '1ax-y'],
    ['\\bcat\\b', 'a cat!', 'concat'],
    ['\\Bcat', 'concat', 'cat'],
    ['\\(\\[\\\\', '([\\', '(['],
    ['a\\tb', 'a\tb', 'atb'],
    ['(?i)draft-\\D', 'DRAFT-x', 'draft-1'],
    ['(?i)[a-z]É', 'Xé', '1é'],
    ['日.', 'x日本', '日'],
  ])('%s', (source, yes, no) => {
    expect(compileGoPattern(source)?.(yes)).toBe(true);
    expect(compileGoPattern(source)?.(no)).toBe(false);
  });

  it.each([
    '(',
    ')',
    '[',
    '*',
    'a**b(',
    '(?=a)',
    '(?i:a)',
    '\\',
    '\\p{L}',
    '[\\',
    'a{3,2}',
    'a{2000}',
    '((a{900}){900})',
    'a'.repeat(2000),
  ])('that Go or decant cannot read is none: %s', (source) => {
    expect(compileGoPattern(source)).toBeUndefined();
  });
});
