import { micromarkEngine } from '../../../src/reader/markdown/micromark.ts';
import { satteriEngine } from '../../../src/reader/markdown/satteri.ts';
import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../../src/reader/markdown/load-engine.ts';
import { readText, showAll } from './markdown/read-text.ts';

describe('readPage', () => {
  it('reads HTML pages without Markdown, with calls, and unfiltered', () => {
    const { page } = readText('<p>*a* {{< x >}}</p>\n{{% y %}}<b>c</b>{{% /y %}}\n', {
      meta: { format: 'html' },
      markup: { unsafe: false },
    });
    expect(showAll(page.body)).toBe(
      'elementBlock.tagName=p("*a* " shortcodeInline:x) shortcodeBlock:y(elementInline.tagName=b("c"))',
    );
  });

  it('keeps pages that it cannot read, with their calls, and says so', () => {
    const { page, diagnostics } = readText('= Title\n\n{{< x >}} *a*\n', { meta: { format: 'rst' } });
    expect(showAll(page.body)).toBe('"= Title\\n\\n" shortcodeInline:x " *a*\\n"');
    expect(diagnostics).toMatchObject([{ code: 'page-format', facts: { format: 'rst' }, file: 'content/page.md' }]);
  });

  it('leaves the front matter out', () => {
    const source = '---\ntitle: A\n---\n# B\n';
    const { page } = readText(source, { bodyStart: 17 });
    expect(showAll(page.body)).toBe('heading.depth=1.id=b("B")');
    expect(page.bodyPlace).toEqual({ line: 4, column: 1, offset: 17, length: 4 });
  });

  it('lists every call, wherever it stands', () => {
    const { page } = readText('{{< a >}}{{< b >}}{{< /a >}}\n\n`{{< c >}}` [d]({{< e >}})\n');
    expect(page.calls.map(({ name, path, calls }) => [name, path, calls.map((call) => call.path)])).toEqual([
      ['a', '0', ['0.0']],
      ['c', '1', []],
      ['e', '2', []],
    ]);
  });

  it('reads inner text as it is told, whatever the table says', () => {
    const source = '{{< a >}}*b*{{< /a >}}\n';
    expect(showAll(readText(source, { inner: 'raw' }).page.body)).toBe('shortcodeBlock:a("*b*")');
    expect(showAll(readText(source, { inner: 'markdown' }).page.body)).toBe(
      'shortcodeBlock:a(paragraph(emphasis("b")))',
    );
  });

  it('keeps what is nested too deep as text, and says where', () => {
    const { page, diagnostics } = readText(`a\n\n${'> '.repeat(6)}b\n`, { limits: { nesting: 3 } });
    expect(showAll(page.body)).toBe('paragraph("a") blockquote(blockquote(blockquote("> > > b")))');
    expect(diagnostics).toMatchObject([{ code: 'markdown-too-deep', facts: { limit: 3 }, place: { line: 3 } }]);
  });

  it('keeps a text as it is that the slower engine would not get through, and says where', () => {
    const hard = `# a\n\n{{< b >}}\n\n${'*a _b '.repeat(2000)}\n`;
    const { page, diagnostics } = readText(hard, { engine: micromarkEngine });
    expect(diagnostics).toMatchObject([{ code: 'markdown-too-hard', facts: {}, place: { line: 5 } }]);
    expect(showAll(page.body)).toMatch(/^paragraph\("# a\\n\\n" \w+.*\*a _b \*a _b/);
    expect(readText(hard, { engine: satteriEngine }).diagnostics).toEqual([]);
  });

  it('keeps calls that are nested too deep as text', () => {
    const source = `${'{{< a >}}'.repeat(4)}b${'{{< /a >}}'.repeat(4)}\n`;
    const { page, diagnostics } = readText(source, { limits: { nesting: 2 } });
    expect(JSON.stringify(page.body)).toContain('{{< a >}}b{{< /a >}}');
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['markdown-too-deep']));
  });

  it('reports info strings that stop Hugo', () => {
    expect(readText('```go {title=my file}\n```\n').diagnostics).toMatchObject([
      { code: 'fence-attributes', facts: { info: 'go {title=my file}' } },
    ]);
  });

  it('names no key of a prototype', () => {
    const source = '[__proto__]: u\n\n[__proto__] {{< __proto__ constructor=1 >}}\n\n## constructor {__proto__="x"}\n';
    const { page } = readText(source, { markup: { emoji: true } });
    expect(showAll(page.body)).toContain('heading.depth=2.id=constructor{__proto__="x"}("constructor")');
  });
});

describe('loadEngine', () => {
  it('finds the native engine where there is one', async () => {
    const reasons: unknown[] = [];
    const engine = await loadEngine((cause) => reasons.push(cause));
    expect(engine.name).toBe(reasons.length === 0 ? 'satteri' : 'micromark');
  });
});
