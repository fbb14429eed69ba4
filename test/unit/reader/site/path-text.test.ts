import { describe, expect, it } from 'vitest';
import { joinPath, pathBelow } from '../../../../src/reader/site/site-files.ts';
import {
  escapePath,
  lowerCase,
  sanitizePath,
  unescapeQuery,
  urlize,
} from '../../../../src/reader/site/url/path-text.ts';

const RULES = { keepCase: false, removeAccents: false };

describe('path text', () => {
  it.each([
    ['Hello World & Co', 'hello-world-co'],
    ['a-&-b', 'a--b'],
    ['a - b', 'a-b'],
    ['  trimmed \t', 'trimmed'],
    ['tab\tx', 'tab-x'],
    ['100% é', '100-é'],
    ['50%20off', '50%20off'],
    ['C++', 'c++'],
    ['(!)', ''],
    ['a\\b/c', 'a\\b/c'],
    ['\ud800x', 'x'],
  ])('sanitizes %j', (text, expected) => {
    expect(sanitizePath(text, RULES)).toBe(expected);
  });

  it.each([
    ['/a/b', '/a/b'],
    ['/a b', '/a%20b'],
    ['/a%20b', '/a%20b'],
    ['/a%20b c', '/a%20b%20c'],
    ['/a%b', '/a%25b'],
    ["/it's(1)", "/it's(1)"],
    ["/it's (1)", '/it%27s%20%281%29'],
    ['/ü', '/%C3%BC'],
    ['/a?b#c', '/a%3Fb%23c'],
    ['/\ud800', '/%EF%BF%BD'],
  ])('escapes %j as Go does', (path, expected) => {
    expect(escapePath(path)).toBe(expected);
  });

  it('resolves escapes as in a query', () => {
    expect(unescapeQuery('a+b%20c%2Fd%zz%')).toBe('a b c/d%zz%');
    expect(unescapeQuery('%E6%97%A5%ff')).toBe('日\ufffd');
    expect(urlize('Ä/ö', RULES)).toBe('%C3%A4/%C3%B6');
  });

  it('lowers letters one by one', () => {
    expect(lowerCase('ΟΔΟΣ İstanbul ÀB')).toBe('οδοσ istanbul àb');
  });

  it('joins paths inside the site', () => {
    expect(joinPath('themes/docs', '../../shared/./x')).toBe('shared/x');
    expect(joinPath('a', '../..')).toBeUndefined();
    expect(joinPath('a', '/etc')).toBeUndefined();
    expect(joinPath('')).toBe('');
    expect(pathBelow('a/b', 'a')).toBe('b');
    expect(pathBelow('ab', 'a')).toBeUndefined();
  });
});
