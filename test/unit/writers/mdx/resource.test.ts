import { describe, expect, it } from 'vitest';
import { printDestination, printTitle } from '../../../../src/writers/mdx/escape.ts';
import { readInlineResource, readResource } from '../../../../src/writers/mdx/edit/resource.ts';

describe('a destination and title', () => {
  it.each([
    ['(a)', 'a', undefined],
    ['(<a b> "c")', 'a b', 'c'],
    ["( a(b)c 'd\\'e' )", 'a(b)c', "d'e"],
    ['(a\\)b (t))', 'a)b', 't'],
    ['(a&amp;b)', 'a&b', undefined],
    ['()', '', undefined],
    ['(a\n> "b")', 'a', 'b'],
  ])('%j', (source, url, title) => {
    const resource = readInlineResource(source, 0);
    expect(resource?.destination.value).toBe(url);
    expect(resource?.title?.value).toBe(title);
    expect(resource?.close).toBe(source.length);
  });

  it.each(['a', '(a', '(<a)', '(a b)', '(a "b)'])('is not %j', (source) => {
    expect(readInlineResource(source, 0)).toBeUndefined();
  });

  it('may hold calls, whose tags may hold anything', () => {
    const source = '({{< ref "a b) c" >}}#d "{{% x `"` %}}")';
    const resource = readInlineResource(source, 0);
    expect(resource?.close).toBe(source.length);
    expect(resource?.destination).toEqual({ start: 1, end: 23, value: undefined });
    expect(resource?.title?.value).toBeUndefined();
  });

  it.each([
    'a',
    'a b',
    'a(b',
    'a)b',
    '<a>',
    '',
    'a\\b',
    'a\nb',
    'a&amp;b',
    '{{< ref "a b" >}}',
    'a"b',
    "a'b",
    '\\*',
    'ä€',
  ])('reads back what was printed: %j', (url) => {
    const printed = `${printDestination(url)} ${printTitle(url)}`;
    const resource = readResource(printed, 0);
    expect(resource?.end).toBe(printed.length);
    expect(resource?.title?.value).toBe(url.replace('\n', ' '));
    if (!url.includes('{{<')) expect(resource?.destination.value).toBe(url.replace('\n', '%0A'));
  });
});
