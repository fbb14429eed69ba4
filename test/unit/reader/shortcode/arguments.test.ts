import { describe, expect, it } from 'vitest';
import { argumentsIn, scan } from './support.ts';

describe('an argument without quotes', () => {
  it.each([
    ['true', true],
    ['false', false],
    ['TRUE', 'TRUE'],
    ['7', 7],
    ['007', 7],
    ['00', 0],
    ['-3', -3],
    ['-0', 0],
    ['-0.5', -0.5],
    ['1.10', 1.1],
    ['5.', '5.'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
    ['1.2.3', '1.2.3'],
    ['9007199254740991', 9007199254740991],
    ['1234567890123456789', '1234567890123456789'],
    ['-', '-'],
    ['a-b', 'a-b'],
    ['v1.2', 'v1.2'],
    ['ü-1', 'ü-1'],
    ['名前', '名前'],
  ])('is typed: %s', (source, value) => {
    const { calls, findings } = scan(`{{< ref ${source} >}}`);
    expect(calls[0]?.arguments.items).toMatchObject([{ value, source }]);
    expect(findings).toEqual([]);
  });

  it.each([
    ['+7', 7],
    ['.5', 0.5],
    ['x/y', 'x/y'],
    ["'x'", "'x'"],
    ['b"c"', 'b"c"'],
    ['="b"', '="b"'],
    ['http://a.b/c?d=e', 'http://a.b/c?d=e'],
    ['b\u00a0c', 'b\u00a0c'],
  ])('runs to the next white space behind a name: a=%s', (source, value) => {
    expect(argumentsIn(`{{< ref a=${source} >}}`)).toEqual({ a: value });
  });
});

describe('an argument in quotes', () => {
  it.each([
    ['"x y"', 'x y'],
    ['"7"', '7'],
    ['"true"', 'true'],
    ['""', ''],
    ['`x "y"`', 'x "y"'],
    ['`7`', '7'],
    ['`one\n  two`', 'one\n  two'],
    ['``', ''],
    ['"{{< x >}} and %}}"', '{{< x >}} and %}}'],
    [String.raw`"a\nb"`, String.raw`a\nb`],
    [String.raw`"a\\b"`, String.raw`a\\b`],
    [String.raw`"a\"b"`, 'a"b'],
    [String.raw`"1\2\"3"`, '12"3'],
    [String.raw`\"a b\"`, 'a b'],
    [String.raw`\"a b"`, 'a b'],
  ])('is text: %s', (source, value) => {
    const { calls, findings } = scan(`{{< ref ${source} >}}`);
    expect(calls[0]?.arguments.items).toMatchObject([{ value, source }]);
    expect(argumentsIn(`{{< ref a=${source} >}}`)).toEqual({ a: value });
    expect(findings).toEqual([]);
  });
});

describe('the arguments of a tag', () => {
  it.each([
    ['positional ones', '{{< ref 1 "b" `c` d >}}', [1, 'b', 'c', 'd']],
    ['named ones', '{{< ref a=1 b="c d" e=`f` >}}', { a: 1, b: 'c d', e: 'f' }],
    ['none', '{{< ref >}}', []],
    ['no space between them', '{{<ref"a""b">}}', ['a', 'b']],
    ['no space between named ones', '{{< ref a="1"b="2" >}}', { a: '1', b: '2' }],
    ['space around the equals sign', '{{< ref a = "x" b =\n`y` >}}', { a: 'x', b: 'y' }],
    ['a name in quotes', '{{< ref "a b"="x" >}}', { 'a b': 'x' }],
    ['odd names', '{{< ref data-x="1" _y=2 a.b=3 4=5 é=ü >}}', { 'data-x': '1', _y: 2, 'a.b': 3, 4: 5, é: 'ü' }],
    ['names in two cases', '{{< ref Aa=1 AA=2 >}}', { Aa: 1, AA: 2 }],
    ['lines', '{{< ref\n  a="1"\r\n  b="2"\n>}}', { a: '1', b: '2' }],
    ['a value that holds the end mark', '{{< ref a=b>}}c >}}', { a: 'b>}}c' }],
  ])('are %s', (_, source, values) => {
    expect(argumentsIn(source)).toEqual(values);
    expect(scan(source)).toMatchObject({ ok: true, findings: [] });
  });

  it('have the source and the place of their values', () => {
    const source = '{{< ref a=007 b= "x y" >}}';
    const { calls } = scan(source);
    expect(calls[0]?.arguments).toMatchObject({
      kind: 'named',
      items: [
        { name: 'a', value: 7, source: '007', place: { line: 1, column: 11, length: 3 } },
        { name: 'b', value: 'x y', source: '"x y"', place: { line: 1, column: 18, length: 5 } },
      ],
    });
  });

  it.each([
    ['a name twice', '{{< ref a=1 a=2 >}}', 'shortcode-argument-repeated 1:13', { a: 2 }],
    ['a value without a name', '{{< ref ="x" c >}}', 'shortcode-value-without-name 1:10', ['c']],
    ['a second value', '{{< ref a=1 =2 >}}', 'shortcode-value-without-name 1:14', { a: 1 }],
    ['a backslash that Hugo passes over', '{{< ref C\\docs >}}', 'shortcode-backslash 1:10', ['C', 'docs']],
  ])('are kept in view where Hugo drops one: %s', (_, source, finding, values) => {
    expect(argumentsIn(source)).toEqual(values);
    expect(scan(source)).toMatchObject({ ok: true, findings: [finding] });
  });
});
