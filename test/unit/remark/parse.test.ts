import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { remarkShortcodes } from '../../../src/remark/index.ts';
import { bare, outline, parse, parsePlain } from './pipeline.ts';

const read = (source: string, options = {}): string => outline(parse(source, { options }).tree);

describe('a call among blocks', () => {
  it.each([
    ['around a paragraph', '{{< note >}}\nText\n{{< /note >}}', 'shortcode note(paragraph(text "Text"))'],
    [
      'right behind a paragraph',
      'A\n{{% n %}}\nB\n{{% /n %}}',
      'paragraph(text "A"), shortcode n(paragraph(text "B"))',
    ],
    ['around a list', '{{< n >}}\n- a\n{{< /n >}}', 'shortcode n(list(listItem(paragraph(text "a"))))'],
    ['before a line of hyphens', '{{< n >}}\n---\n{{< /n >}}', 'shortcode n(thematicBreak)'],
    ['around raw HTML', '{{< n >}}\n<p>\n{{< /n >}}', 'shortcode n(html "<p>")'],
    ['in a quote', '> {{< n >}}\n> a\n> {{< /n >}}', 'blockquote(shortcode n(paragraph(text "a")))'],
    ['in another', '{{< a >}}{{< b >}}\nx\n{{< /b >}}{{< /a >}}', 'shortcode a(shortcode b(paragraph(text "x")))'],
    ['alone in its paragraph', '{{< ref "a" >}}', 'shortcode ref'],
    ['empty', '{{< n >}}{{< /n >}}', 'shortcode n'],
  ])('%s', (_, source, expected) => {
    expect(read(source)).toBe(`root(${expected})`);
  });
});

describe('a call in a line', () => {
  it.each([
    ['alone', 'a {{< icon >}} b', 'text "a ", shortcodeText icon, text " b"'],
    ['paired', 'a {{< b >}}*c*{{< /b >}}', 'text "a ", shortcodeText b(emphasis(text "c"))'],
    ['on a line of its paragraph', 'a\n{{< icon >}}\nb', 'text "a\\n", shortcodeText icon, text "\\nb"'],
    ['that is all of the paragraph', '{{< b >}}c{{< /b >}}', 'shortcodeText b(text "c")'],
    ['across emphasis', '*a {{< b >}}c* d{{< /b >}}', 'text "*a ", shortcodeText b "c* d"'],
  ])('%s', (_, source, expected) => {
    expect(read(source)).toBe(`root(paragraph(${expected}))`);
  });

  it('keeps the paragraph that the box of a task stands in', () => {
    const { tree } = parse('- [ ] {{< x >}}', { plugins: [remarkGfm] });
    expect(outline(tree)).toBe('root(list(listItem(paragraph(shortcodeText x))))');
  });
});

describe('the author’s text', () => {
  it('stays in addresses, titles and alternative text', () => {
    const { tree } = parse('[a]({{< ref "b c" >}} "{{< t >}}") ![{{< alt >}}](i.png)');
    const [paragraph] = tree.children;
    expect(paragraph).toMatchObject({
      children: [
        { type: 'link', url: '{{< ref "b c" >}}', title: '{{< t >}}' },
        { type: 'text', value: ' ' },
        { type: 'image', alt: '{{< alt >}}' },
      ],
    });
  });

  it('stays in code and HTML', () => {
    expect(read('`{{< a >}}` <b title="{{< c >}}">')).toBe(
      'root(paragraph(inlineCode "{{< a >}}", text " ", html "<b title=\\"{{< c >}}\\">"))',
    );
    expect(read('~~~\n{{< n >}}\nx\n{{< /n >}}\n~~~')).toBe('root(code "{{< n >}}\\nx\\n{{< /n >}}")');
    expect(read('<!--\n{{< n >}}\nx\n{{< /n >}}\n-->')).toBe('root(html "<!--\\n{{< n >}}\\nx\\n{{< /n >}}\\n-->")');
  });

  it('stays in verbatim calls and inline shortcodes', () => {
    expect(read('{{< highlight >}}\n*x*\n{{< /highlight >}}')).toBe('root(shortcode highlight "\\n*x*\\n")');
    expect(read('{{< MATH >}}*x*{{< /MATH >}}', { verbatim: ['Math'] })).toBe('root(shortcode MATH "*x*")');
    expect(read('{{< now.inline >}}{{ now }}{{< /now.inline >}}')).toBe('root(shortcode now.inline "{{ now }}")');
  });

  it('loses the comment marks where it is shown', () => {
    expect(read('a {{</* b */>}}')).toBe('root(paragraph(text "a {{< b >}}"))');
  });

  it('is not looked at in front matter', () => {
    const source = '---\ntitle: "{{< x >}}"\n---\n';
    expect(bare(parse(source).tree)).toEqual(bare(parsePlain(source)));
  });
});

describe('a node', () => {
  it('has the facts of its call and their places', () => {
    const { tree } = parse('Text\n\n{{% tab name="A b"  n=7 %}}\n\nx\n\n{{% /tab %}}\n');
    const [, tab] = tree.children;
    expect(tab).toMatchObject({
      type: 'shortcode',
      name: 'tab',
      notation: 'markdown',
      body: 'paired',
      padded: true,
      arguments: [
        { name: 'name', value: 'A b', position: { start: { line: 3, column: 14 } } },
        { name: 'n', value: 7 },
      ],
      position: { start: { line: 3, column: 1, offset: 6 }, end: { line: 7, column: 13, offset: 50 } },
    });
  });

  it('has its place behind longer and shorter tags', () => {
    const source = '\ufeff{{< x `a\nb` >}} é {{< y >}} *z*';
    const [paragraph] = parse(source).tree.children;
    const last = paragraph?.type === 'paragraph' ? paragraph.children.at(-1) : undefined;
    expect(last?.position?.start).toEqual({ line: 2, column: 20, offset: 28 });
    // Offsets count from behind the byte order mark, as the parser's own do.
    expect(source.slice(1).slice(28)).toBe('*z*');
  });
});

describe('takesInner', () => {
  const source = '{{< a >}}\n\n{{< b >}}x{{< /b >}}';

  it('is what the document closes', () => {
    expect(read(source)).toBe('root(shortcode a, paragraph(shortcodeText b(text "x")))');
  });

  it('is what the option says', () => {
    const { messages } = parse(source, { options: { takesInner: (name) => name === 'a' } });
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['shortcode-closed-by-other']);
    expect(parse(source, { options: { takesInner: ['A'] } }).messages).toHaveLength(1);
  });
});

describe('a message', () => {
  it('says what Hugo refuses, and the text stays', () => {
    const { tree, messages } = parse("a {{< fig 'x' >}} *b*");
    expect(outline(tree)).toBe('root(paragraph(text "a ", text "{{< fig \'x\' >}}", text " ", emphasis(text "b")))');
    expect(messages).toMatchObject([
      {
        ruleId: 'shortcode-character',
        source: 'decant',
        fatal: false,
        note: expect.stringContaining('"'),
        place: { start: { line: 1, column: 11, offset: 10 }, end: { line: 1, column: 12, offset: 11 } },
      },
    ]);
  });

  it('keeps a call that is never closed', () => {
    const { tree, messages } = parse('{{< a >}}\n\nx', { options: { takesInner: ['a'] } });
    expect(outline(tree)).toBe('root(shortcode a, paragraph(text "x"))');
    expect(messages).toHaveLength(1);
  });
});

describe('in a pipeline', () => {
  it('stands beside remark-mdx', () => {
    const source = '<Tab title="{{< t "a" >}}">\n{{< note >}}\n{1 + 1} {{< x >}}\n{{< /note >}}\n</Tab>';
    expect(outline(parse(source, { plugins: [remarkMdx] }).tree)).toBe(
      'root(mdxJsxFlowElement Tab(shortcode note(paragraph(mdxTextExpression "1 + 1", text " ", shortcodeText x))))',
    );
  });

  it('gives the parser’s errors the author’s place', () => {
    expect(() => parse('{{< x `a\nb` >}} {', { plugins: [remarkMdx] })).toThrow(
      expect.objectContaining({ line: 2, column: 9 }),
    );
  });

  it('needs a parser', () => {
    expect(() => unified().use(remarkShortcodes).freeze()).toThrow('.use(remarkParse)');
  });
});
