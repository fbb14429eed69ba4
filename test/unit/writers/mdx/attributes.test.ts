import { describe, expect, it } from 'vitest';
import type { Attribute, PropValue } from '../../../../src/model/nodes.ts';
import { htmlAttributes, propAttributes, type AttributeNames } from '../../../../src/writers/mdx/jsx/attributes.ts';
import { printLiteral } from '../../../../src/writers/mdx/jsx/literal.ts';
import { printOpenTag } from '../../../../src/writers/mdx/jsx/print.ts';
import { styleObject } from '../../../../src/writers/mdx/jsx/style.ts';

const print = (
  attributes: readonly Attribute[],
  names: AttributeNames = 'react',
  space: 'html' | 'svg' = 'html',
): string => printOpenTag('x', htmlAttributes(attributes, String, { names, space }).attributes);

const reasons = (...attributes: readonly Attribute[]): string[] =>
  htmlAttributes(attributes, String, { names: 'react', space: 'html' }).dropped.map(
    ({ name, reason }) => `${name} ${reason}`,
  );

describe('attributes of HTML elements', () => {
  it.each<[string, Attribute['value'], string]>([
    ['class', 'a b', 'className="a b"'],
    ['for', 'a', 'htmlFor="a"'],
    ['tabindex', '0', 'tabIndex="0"'],
    ['colspan', '2', 'colSpan="2"'],
    ['data-a-b', 'c', 'data-a-b="c"'],
    ['aria-label', 'c', 'aria-label="c"'],
    ['allowfullscreen', true, 'allowFullScreen'],
    ['disabled', 'false', 'disabled'],
    ['download', '', 'download'],
    ['download', 'a.zip', 'download="a.zip"'],
    ['contenteditable', '', 'contentEditable="true"'],
    ['data-a', true, 'data-a=""'],
    ['align', 'left', 'align="left"'],
    ['style', 'color:red;', 'style={{ color: "red" }}'],
    ['title', 'a "b" &amp; c', 'title="a &quot;b&quot; &amp;amp; c"'],
    ['title', 'a & b', 'title="a & b"'],
    ['title', 'a\nb', 'title={"a\\nb"}'],
    ['href', '{{< a >}}', 'href="{{< a >}}"'],
  ])('%s=%j becomes React’s', (name, value, expected) => {
    expect(print([{ name, value }])).toBe(`<x ${expected}>`);
  });

  it('keeps HTML’s names where the target takes them', () => {
    expect(
      print(
        [
          { name: 'class', value: 'a' },
          { name: 'style', value: 'b: c' },
          { name: 'hidden', value: true },
        ],
        'html',
      ),
    ).toBe('<x class="a" style="b: c" hidden>');
  });

  it('names attributes of SVG as React does', () => {
    expect(
      print(
        [
          { name: 'stroke-width', value: '1' },
          { name: 'xlink:href', value: '#a' },
        ],
        'react',
        'svg',
      ),
    ).toBe('<x strokeWidth="1" xlinkHref="#a">');
  });

  it('leaves out what cannot be said', () => {
    expect(reasons({ name: 'onclick', value: 'a()' })).toEqual(['onclick handler']);
    expect(reasons({ name: '@click', value: 'a' })).toEqual(['@click name']);
    expect(reasons({ name: 'ref', value: 'a' })).toEqual(['ref reserved']);
    expect(reasons({ name: 'style', value: 'color' })).toEqual(['style style']);
    expect(reasons({ name: 'id', value: 'a' }, { name: 'id', value: 'b' })).toEqual(['id duplicate']);
    expect(reasons({ name: 'one', value: 'a' })).toEqual([]);
  });
});

describe('styles', () => {
  it.each([
    ['color: red', { color: 'red' }],
    ['--a-b: 1px; -webkit-x: y; -ms-z: 0', { '--a-b': '1px', WebkitX: 'y', msZ: '0' }],
    ['background: url("a;b"); width: calc(1px + (2px))', { background: 'url("a;b")', width: 'calc(1px + (2px))' }],
    ['/* a; */ color: red', { color: 'red' }],
    ['a: b !important', { a: 'b !important' }],
    ['', {}],
    ['__proto__: a', {}],
  ])('%s', (style, expected) => {
    expect(styleObject(style).style).toEqual(expected);
  });

  it('says which declarations are none', () => {
    expect(styleObject('color: red; width=50%; a: b').ignored).toEqual(['width=50%']);
  });
});

describe('props', () => {
  it.each<[PropValue, string]>([
    ['a', 'a="a"'],
    [1, 'a={1}'],
    [true, 'a'],
    [false, 'a={false}'],
    [null, 'a={null}'],
    [[1, 'b', [true]], 'a={[1, "b", [true]]}'],
    [{ b: 1, 'c-d': 'e' }, 'a={{ b: 1, "c-d": "e" }}'],
    [{}, 'a={{}}'],
    ['a\nb', 'a={"a\\nb"}'],
  ])('%j', (value, expected) => {
    expect(printOpenTag('X', propAttributes([{ name: 'a', value }]))).toBe(`<X ${expected}>`);
  });

  it('spreads names that JSX has not', () => {
    expect(printOpenTag('X', propAttributes([{ name: '0', value: 'a' }]))).toBe('<X {...{ "0": "a" }}>');
  });
});

describe('values', () => {
  it.each<[PropValue, unknown]>([
    ['\u2028|"\\', '\u2028|"\\'],
    [JSON.parse('{"__proto__": 1}') as PropValue, JSON.parse('{"__proto__": 1}')],
    [
      [Infinity, -Infinity, Number.NaN],
      [Infinity, -Infinity, Number.NaN],
    ],
    [
      { ä: 1, $: 2, '2a': 3 },
      { ä: 1, $: 2, '2a': 3 },
    ],
  ])('%j is read back by JavaScript', (value, expected) => {
    const printed = printLiteral(value);
    expect(printed).not.toContain('|');
    expect(new Function(`return ${printed}`)()).toEqual(expected);
  });
});
