import { describe, expect, it } from 'vitest';
import { mdxOf } from './convert.ts';

describe('what needs no change', () => {
  it.each([
    [
      'a page of every plain block',
      '# A\n\nText *a* __b__ `c{d}` ~~e~~.\n\n* x\n*   y\n\n1) z\n\n> q\n\n***\n\n| a | b |\n|--|:-:|\n| 1 | 2 |\n',
    ],
    ['fences of both kinds', '~~~go\nfunc() {}\n~~~\n\n````\n```\n````\n'],
    ['links in every form', '[a](<b c> "t") [b][C] ![i](j.png) [d]: [e] https://x.org and a@b.co\n\n[C]: /c  "C"\n'],
    ['footnotes and tasks', 'A[^1].\n\n[^1]: B\n\n    C\n\n- [x] d\n- [ ] e\n'],
    ['escapes and character references', '\\{ \\< &lt; &#123; &nbsp; \\* a\\\nb  \nc\n'],
    ['less-than signs with space behind them', 'a < b and c > d\n'],
    ['several blank lines', 'a\n\n\n\nb\n\n\n# c\n'],
    ['a page without a line ending at its end', 'a'],
    ['white space at the end of lines', 'a   \n\nb \t\n'],
    ['setext headings', 'A\nb\n===\n\nC\n---\n'],
  ])('stays byte for byte: %s', (_, source) => {
    expect(mdxOf(source)).toBe(source);
  });
});

describe('text that MDX reads as code', () => {
  it.each([
    ['braces', 'a {b} c', 'a \\{b} c'],
    ['tags that are none', 'if a <5 or <=b', 'if a \\<5 or \\<=b'],
    ['a less-than sign at the end', 'a <', 'a \\<'],
    ['braces in headings', '# a {{ .B }}', '# a \\{\\{ .B }}'],
    ['braces in cells', '| a |\n|---|\n| {b} |', '| a |\n|---|\n| \\{b} |'],
    ['braces in link texts', '[{a}](b{c}d)', '[\\{a}](b{c}d)'],
    ['braces in alternative texts', '![{a} `{b}`](c)', '![\\{a} `{b}`](c)'],
    ['braces in quotes in lists', '- > a {b}\n  > {c}', '- > a \\{b}\n  > \\{c}'],
    ['a paragraph that starts with import', 'import the dashboards', '&#105;mport the dashboards'],
    ['a paragraph that starts with export', 'export A=1', '&#101;xport A=1'],
  ])('%s', (_, source, expected) => {
    expect(mdxOf(source)).toBe(expected);
  });

  it.each(['- import x', '> export x', 'a\nimport x', ' import x', 'imports x', '[import](x) y'])(
    'is not %j',
    (source) => {
      expect(mdxOf(source)).toBe(source);
    },
  );
});

describe('indentation, which makes no code in MDX', () => {
  it.each([
    ['a list mark deep in a paragraph', 'Add:\n        - one', 'Add:\n        \\- one'],
    ['a heading mark deep in an item', '- a\n      # b', '- a\n      \\# b'],
    ['a number deep in a paragraph', 'a\n    1. b', 'a\n    1\\. b'],
    ['a quote mark deep in a quote', '> a\n>      > b', '> a\n>      \\> b'],
    ['indented code', '    a {b}\n\n    c', '```\na {b}\n\nc\n```'],
    ['indented code in an item', '-     a\n\n      b', '- ```\n  a\n\n  b\n  ```'],
    ['a fence in a fence', '```\n    ```\n```', '````\n    ```\n````'],
  ])('%s', (_, source, expected) => {
    expect(mdxOf(source)).toBe(expected);
  });
});

describe('addresses', () => {
  it.each([
    ['<https://x.org/a>', '[https://x.org/a](https://x.org/a)'],
    ['<me@x.org>', '[me@x.org](mailto:me@x.org)'],
    ['www.x.org', '[www.x.org](https://www.x.org)'],
    ['见https://x.org/a。后', '见https\\://x.org/a。后'],
    ['(https://x.org/a)', '(https://x.org/a)'],
    ['=https://x.org', `=https{':'}//x.org`],
    ['http://localhost:80', 'http\\://localhost:80'],
  ])('%s', (source, expected) => {
    expect(mdxOf(source)).toBe(expected);
  });
});

describe('tags in text', () => {
  it.each([
    ['a<br>b', 'a<br />b'],
    ['a <b class="x">c</b>', 'a <b className="x">c</b>'],
    ['a <b id="x">c</b>', 'a <b id="x">c</b>'],
    ['a <i></i> b', 'a <i></i> b'],
    ['a <!-- c */ d --> b', 'a {/* c * / d */} b'],
    ['a\n<br>\nb', 'a\n<br /> b'],
    ['a\nb <br>', 'a\nb <br />'],
    ['a\n<br><br>', 'a <br /><br />'],
    ['<b>a</b> <i>b</i>', '<p><b>a</b> <i>b</i></p>'],
    ['- <b>a</b>', '- <b>a</b>'],
    ['a <img src=x> <img src=y>', 'a <img src="x" /> <img src="y" />'],
    ['<img src=x> <img src=y>', '<p><img src="x" />{" "}<img src="y" /></p>'],
  ])('%j', (source, expected) => {
    expect(mdxOf(source)).toBe(expected);
  });
});

describe('tables with rows that GFM would not take', () => {
  it.each([
    ['rows outside the quote', '> | a |\n> |---|\nb\n', '> | a |\n> | - |\n> | b |\n'],
    ['a header outside the item', '1. a\n| b |\n|---|\n', '1. a\n\n   | b |\n   | - |\n'],
    ['a row that is indented like code', '| a |\n|---|\n    b\n', '| a |\n| - |\n| b |\n'],
  ])('%s', (_, source, expected) => {
    expect(mdxOf(source)).toBe(expected);
  });
});

describe('new text', () => {
  it('stands in its quote once', () => {
    expect(mdxOf('> [a]: /b\n<b>c</b>\n')).toBe('> [a]: /b\n>\n> <p><b>c</b></p>\n');
  });

  it.each([
    ['bullets', '* a\n{{< b >}}c{{< /b >}}\n\n  # d\n- e\n'],
    ['numbers', '1) a\n{{< b >}}c{{< /b >}}\n\n   # d\n2. e\n'],
  ])('keeps the marks of lists that stand beside others: %s', (_, source) => {
    const [first, last] = [source[0] === '*' ? '* a' : '1) a', source.slice(-4)];
    const text = mdxOf(source);
    expect(text.startsWith(first)).toBe(true);
    expect(text.endsWith(last)).toBe(true);
  });
});
