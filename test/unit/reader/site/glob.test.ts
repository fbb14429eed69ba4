import { describe, expect, it } from 'vitest';
import { compileGlob } from '../../../../src/reader/site/glob.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

describe('a glob', () => {
  it.each([
    ['/a/*', '/a/b', true],
    ['/a/*', '/a/b/c', false],
    ['/a/**', '/a/b/c', true],
    ['/a/**', '/a', false],
    ['**', '', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['a[b-d]e', 'ace', true],
    ['a[!b-d]e', 'ace', false],
    ['a[!b-d]e', 'aze', true],
    ['a[-]b', 'a-b', true],
    ['{a,b{c,d}}e', 'bde', true],
    ['{a,b{c,d}}e', 'be', false],
    ['{/s,/q}', '/q', true],
    ['{}', '', true],
    ['{a', '{a', true],
    ['\\*\\{a', '*{a', true],
    ['a\\', 'a\\', true],
    ['[a', '[a', true],
    ['*日?', 'x日本', true],
    ['?', '😀', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(compileGlob(pattern)(text)).toBe(expected);
  });

  it('takes no longer for a nasty pattern', () => {
    const nasty = compileGlob(`${'*a'.repeat(200)}b`);
    const started = cpuTime();
    expect(nasty('a'.repeat(4000))).toBe(false);
    expect(cpuTime() - started).toBeLessThan(2000);
  });

  it('matches nothing if it has too many alternatives or is endless', () => {
    expect(compileGlob('{a,b}'.repeat(20))('a'.repeat(20))).toBe(false);
    expect(compileGlob('{'.repeat(5000))('{')).toBe(false);
    expect(compileGlob(`${'{'.repeat(900)}a${'}'.repeat(900)}`)('a')).toBe(true);
  });
});
