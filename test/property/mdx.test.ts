import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Markup } from '../../src/model/markup.ts';
import type { MdxDialect } from '../../src/writers/mdx/dialect.ts';
import type { WriterInput } from '../../src/writers/writer.ts';
import { defaultMarkup } from '../../src/model/markup.ts';
import { satteriEngine } from '../../src/reader/markdown/satteri.ts';
import { readPage } from '../../src/reader/read-page.ts';
import { pageFromText } from '../../src/reader/site/page-from-text.ts';
import { writeHtml } from '../../src/writers/html/write.ts';
import { plainMdx } from '../../src/writers/mdx/plain-mdx.ts';
import { loadMdxParser } from '../../src/writers/mdx/parser.ts';
import { writeMdx } from '../../src/writers/mdx/write.ts';
import { renderMdx } from '../support/render-mdx.ts';

const parser = await loadMdxParser();

function read(source: string, markup: Partial<Markup>): WriterInput {
  const { meta, bodyStart } = pageFromText(source, { file: 'page.md' });
  const all: Markup = { ...defaultMarkup, unsafe: true, typographer: null, ...markup };
  const { page } = readPage({ meta, source, bodyStart, markup: all, shortcodes: new Map(), engine: satteriEngine });
  return { page, source, markup: all };
}

const htmlOf = (input: WriterInput): string => writeHtml(input, { form: 'fragment', unmapped: 'keep' }).text;

/** One text as MDX and as the HTML that Hugo makes of it. */
function write(source: string, markup: Partial<Markup> = {}): { readonly mdx: string; readonly html: string } {
  const input = read(source, markup);
  return { mdx: writeMdx(input, { parser }).text, html: htmlOf(input) };
}

const markdownDialect: MdxDialect = { ...plainMdx, syntax: 'markdown', headingId: 'attribute' };

/** Everything else that Goldmark can be told to read or not to read. */
const OTHER_MARKUP: Partial<Markup> = {
  linkify: false,
  table: false,
  strikethrough: false,
  extras: { insert: true, mark: true, subscript: true, superscript: true, delete: false },
  emoji: true,
};

interface HtmlNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly HtmlNode[];
}

/** The text that a reader sees, white space aside. Footnotes are numbered by the renderer, each in its own way. */
function visibleText(html: string): string {
  const textOf = (node: HtmlNode): string => {
    if (node.nodeName === '#text') return node.value ?? '';
    if (node.attrs?.some(({ name, value }) => name.startsWith('data-footnote') || value.startsWith('footnote')))
      return '';
    return (node.childNodes ?? []).map(textOf).join('');
  };
  return textOf(parseFragment(html)).replace(/\s+/g, '');
}

const word = fc.constantFrom(
  'word',
  'a',
  '*em*',
  '**strong**',
  '_u_',
  '`c {d}`',
  '{x}',
  '{{ .X }}',
  '<',
  '< 5',
  '<5',
  '>',
  'import',
  'export',
  '{',
  '}',
  '<br>',
  '<b>bold</b>',
  '<span class="c">s</span>',
  '<!-- c -->',
  '<!-- */ -->',
  '<kbd>{k}</kbd>',
  '[link {x}](u)',
  '![alt {q}](i.png)',
  'https://e.org/a',
  'www.e.org',
  'a@b.co',
  '<https://e.org>',
  'http://localhost:1',
  '=https://q.org',
  '\\{',
  '\\<',
  '&lt;',
  '&#123;',
  '&amp;amp;',
  'é',
  '日本',
  '~~del~~',
  '{{< s >}}',
  '{{< s a="1" >}}',
  '{{% p %}}',
  '{{</* s */>}}',
  '$a_{b}$',
  ':smile:',
  '1.',
  '#',
  '-',
  '+',
  '2)',
  '"q"',
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => `Text ${lines.join('\nmore ')}`);

const indent = (block: string, first: string, rest: string): string =>
  block
    .split('\n')
    .map((part, index) => (part === '' ? '' : (index === 0 ? first : rest) + part))
    .join('\n');

const indentAll = (block: string, first: string, rest: string): string =>
  block
    .split('\n')
    .map((part, index) => (index === 0 ? first : rest) + part)
    .join('\n');

const leaf = fc.oneof(
  text,
  line.map((content) => `## Heading ${content}`),
  line.map((content) => `## Heading ${content} {#own .c}`),
  line.map((content) => `Heading ${content}\n===`),
  line.map((content) => `| a | b |\n|---|---|\n| cell ${content} | ${content} |`),
  text.map((content) => `\`\`\`js {hl_lines=[1]}\n${content}\n\`\`\``),
  text.map((content) => indent(content, '    ', '    ')),
  text.map((content) => `<div class="x">\n\n${content}\n\n</div>`),
  line.map((content) => `<p>${content.replaceAll(/[<>{}&\\`\]]/g, '')}</p>`),
  text.map((content) => `<details>\n<summary>S</summary>\n\n${content}\n\n</details>`),
  line.map((content) => `Term ${content}\n: Description ${content}`),
  fc.constant('<!-- a\n\nb -->'),
  fc.constant('---'),
);
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('block').map((inner) => indent(inner, '- ', '  ')),
    tie('block').map((inner) => indent(inner, '1. ', '   ')),
    tie('block').map((inner) => indent(inner, '> ', '> ')),
    fc.tuple(tie('block'), tie('block')).map(([first, second]) => indent(`${first}\n\n${second}`, '- ', '  ')),
  ),
}));
const page = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => `${blocks.join('\n\n')}\n`);

describe('MDX', () => {
  it.each([
    ['as Hugo is set up', {}],
    ['with other markup', OTHER_MARKUP],
  ] as const)('shows the text that Hugo shows, %s', async (_, markup) => {
    await fc.assert(
      fc.asyncProperty(page, async (source) => {
        const { mdx, html } = write(source, markup);
        expect(visibleText((await renderMdx(mdx)).html), mdx).toBe(visibleText(html));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['as Hugo is set up', {}],
    ['with other markup', OTHER_MARKUP],
  ] as const)('is Markdown that shows the same where a page needs no more, %s', (_, markup) => {
    let count = 0;
    fc.assert(
      fc.property(page, (source) => {
        const input = read(source, markup);
        const { text: markdown, needs } = writeMdx(input, { dialect: markdownDialect });
        if (needs.length > 0) return;
        count++;
        // Calls that stay are text, which Hugo would read as calls again.
        const again = read(markdown.replaceAll('{{', '{ {'), { definitionList: false });
        expect(visibleText(htmlOf(again)).replaceAll('{ {', '{{'), markdown).toBe(visibleText(htmlOf(input)));
      }),
      { numRuns: 400 },
    );
    expect(count).toBeGreaterThan(100);
  });

  it('leaves plain paragraphs as they are', () => {
    const plain = fc
      .array(
        fc.constantFrom(
          'word',
          'two  words',
          'a, b',
          '*em*',
          '`c`',
          '[l](u)',
          'é',
          '1.5',
          '(x)',
          'a\nb',
          'ends  \nhard',
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((words) => `A ${words.join(' ')}`);
    fc.assert(
      fc.property(
        fc.array(plain, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n\n', '\n\n\n'),
        (paragraphs, gap) => {
          const source = `${paragraphs.join(gap)}\n`;
          expect(write(source).mdx).toBe(source);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps code byte for byte', async () => {
    const code = fc
      .array(
        fc.constantFrom(
          'a',
          ' ',
          '\n',
          '\n    ',
          '```',
          '~~~',
          '{',
          '<b>',
          '\\',
          '\t',
          '{{< x >}}',
          'import a',
          '&lt;',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(code, fc.constantFrom('', '- ', '> ', '1. - '), async (value, marks) => {
        const fence = '~'.repeat(40);
        const fenced = `${fence}go {linenos=true}\n${value}\n${fence}`;
        const { mdx } = write(`${indentAll(fenced, marks, marks.replaceAll(/[^> ]/g, ' '))}\n`);
        const { html } = await renderMdx(mdx);
        const [found] = /<code[^>]*>([^]*)<\/code>/.exec(html)?.slice(1) ?? [''];
        expect(textIn(found ?? ''), mdx).toBe(value === '' ? '' : `${value}\n`);
      }),
      { numRuns: 200 },
    );
  });
});

const textIn = (html: string): string => {
  const textOf = (node: HtmlNode): string => node.value ?? (node.childNodes ?? []).map(textOf).join('');
  return textOf(parseFragment(html));
};
