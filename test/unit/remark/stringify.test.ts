import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { describe, expect, it } from 'vitest';
import type { ShortcodeText } from '../../../src/remark/index.ts';
import { parse, stringify } from './pipeline.ts';

const inText = (call: Partial<ShortcodeText>): Root => ({
  type: 'root',
  children: [
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'a ' },
        { type: 'shortcodeText', name: 'x', notation: 'standard', body: 'none', arguments: [], children: [], ...call },
      ],
    },
  ],
});

const printed = (call: Partial<ShortcodeText>): string => stringify(inText(call)).slice(2, -1);

describe('an argument', () => {
  it.each([
    ['word', 'word'],
    ['a.b-c', 'a.b-c'],
    ['two words', '"two words"'],
    ['', '""'],
    ['.5x', '".5x"'],
    ['7', '"7"'],
    ['true', '"true"'],
    [7, '7'],
    [-2.5, '-2.5'],
    [1e-7, '0.0000001'],
    [1.5e21, '1500000000000000000000.0'],
    [true, 'true'],
    ['say "hi"', '"say \\"hi\\""'],
    ['C:\\docs', '"C:\\docs"'],
    ['a\\', '`a\\`'],
    ['"\\', '`"\\`'],
    ['two\nlines', '`two\nlines`'],
    ['12345678901234567890', '12345678901234567890'],
  ])('%j is written as %s', (value, expected) => {
    const source = printed({ arguments: [{ value }] });
    expect(source).toBe(`{{< x ${expected} >}}`);
    const [paragraph] = parse(`a ${source}`).tree.children;
    expect(paragraph).toMatchObject({ children: [{}, { arguments: [{ value }] }] });
  });

  it('may have a name', () => {
    expect(printed({ arguments: [{ name: 'a', value: 'b c' }] })).toBe('{{< x a="b c" >}}');
    expect(printed({ arguments: [{ name: 'a', value: 'b`\\"c' }] })).toBe('{{< x a=b`\\"c >}}');
  });

  it('is not changed in silence', () => {
    expect(() => printed({ arguments: [{ value: '`\n' }] })).toThrow('Hugo has no quotes for it');
    expect(() => printed({ arguments: [{ name: 'a b', value: 1 }] })).toThrow('"a b"');
    expect(() => printed({ name: 'a b' })).toThrow('"a b"');
  });
});

describe('a call', () => {
  it('is written in its notation', () => {
    expect(printed({ notation: 'markdown' })).toBe('{{% x %}}');
    expect(printed({ body: 'selfClosed' })).toBe('{{< x />}}');
    expect(printed({ body: 'paired', children: [{ type: 'text', value: '*' }] })).toBe('{{< x >}}\\*{{< /x >}}');
    expect(printed({ name: 'now.inline', value: '{{ now }}' })).toBe('{{< now.inline >}}{{ now }}{{< /now.inline >}}');
  });

  it('is written by itself where only a part of a document is', () => {
    const [paragraph] = inText({}).children;
    // unified prints any node that it is given.
    expect(stringify(paragraph as unknown as Root)).toBe('a {{< x >}}\n');
  });
});

describe('text that is only shown', () => {
  const text = (value: string): string =>
    stringify({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] });

  it('gets the comment marks', () => {
    expect(text('a {{< b >}}')).toBe('a {{</* b */>}}\n');
    expect(text('a {{</* b */>}}')).toBe('a {{</*/* b */*/>}}\n');
  });

  it('begins no tag', () => {
    expect(text('a {{< b')).toBe('a {\\{< b\n');
  });
});

describe('a document', () => {
  const same = [
    '{{% note %}}\n\n<div>\n\n* a\n\n</div>\n\n{{% /note %}}\n',
    '* {{< note "a b" >}}\n  text\n  {{< /note >}}\n* {{< x `a\nb` >}}\n',
    '[a]({{< ref "b c" >}} "t {{% d %}}") `{{</* e */>}}` ![{{< f >}}](g)\n',
    '1. Step\n   {{< note >}}\ntext\n{{< /note >}}\n',
    "a {{< fig 'x' >}} b\n",
  ];
  it.each(same)('stays %j', (source) => {
    expect(stringify(parse(source).tree)).toBe(source);
  });

  it('stays as it is with tables and with MDX', () => {
    const table = '| a               |\n| --------------- |\n| {{< i "\\|" >}} |\n'.replace('\\|', '|');
    const gfm = { plugins: [remarkGfm] };
    const cell = (source: string): string => source.split('\n')[2] ?? '';
    expect(cell(stringify(parse(table, gfm).tree, gfm))).toContain('{{< i "|" >}}');
    const mdx = { plugins: [remarkMdx] };
    const source = '<Tab title="{{< t "a" >}}">\n  {{< x >}}\n</Tab>\n';
    expect(stringify(parse(source, mdx).tree, mdx)).toBe(source);
  });
});
