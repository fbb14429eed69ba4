import { describe, expect, it } from 'vitest';
import { createAsciidocConverter } from '../../../../src/reader/formats/asciidoc.ts';
import { walk } from '../../../../src/model/walk.ts';
import { htmlOf, read, spelt } from './read.ts';
import { sketch } from '../../../support/map-page.ts';

const convert = createAsciidocConverter();

/** Classes that only ask for highlighting are left to the target. */
const withoutHighlighting = (html: string): string =>
  html.replaceAll('<pre class="highlight">', '<pre>').replaceAll(/ data-lang="\w+"/g, '');

const SAMPLES: readonly (readonly [name: string, source: string])[] = [
  ['headings', '= Guide\n\nIntro.\n\n== First\n\ntext\n\n=== Second\n\ntext'],
  ['lists', '* a\n** b\n* c\n\n. one\n. two\n\nterm:: text'],
  ['a loose list item', '* a\n+\nmore\n* b'],
  ['inline markup', 'A *b* _c_ `d` #e# H~2~O x^2^ "`q`" it\'s'],
  ['links', 'https://example.org[Site] and <<part>> and xref:other.adoc[Other]'],
  ['pictures', 'image::cat.png[A cat,title="Cat"]\n\nA image:dog.png[] in text'],
  ['tables', '|===\n|Name |Value\n\n|a |1\n|b |2\n|==='],
  ['admonitions', 'NOTE: Mind the gap.\n\n[WARNING]\n====\nTwo\n\nparagraphs\n===='],
  ['quotes and rules', "[quote,Someone]\nWords.\n\n'''\n\ntext"],
  ['footnotes', 'Text.footnote:[The note.]'],
  ['literal text', ' indented\n\n----\nlisting <b>\n----'],
  ['raw HTML', 'Text.\n\n++++\n<details><summary>S</summary>body</details>\n++++'],
];

describe('a page in AsciiDoc', () => {
  it.each(SAMPLES)('has the HTML of Asciidoctor: %s', async (_, source) => {
    const result = await read('page.adoc', source);
    expect(htmlOf(result)).toBe(withoutHighlighting(spelt(convert(source))));
    expect(result.diagnostics).toEqual([]);
  });

  it('has Markdown’s nodes where they say the same', async () => {
    const { page } = await read('page.adoc', '== Setup\n\n[source,go]\n----\nfunc main() {}\n----');
    const body = JSON.stringify(page.body.map(sketch));
    expect(body).toContain('["heading",{"depth":2,"id":"_setup"},"Setup"]');
    expect(body).toContain('["code",{"lang":"go","value":"func main() {}"}]');
  });

  it('puts calls where their words landed', async () => {
    const source = 'A {{< one >}} b.\n\n{{< two >}}\n\n----\n{{< three >}}\n----\n\nlink:{{< four >}}[x]';
    const result = await read('page.adoc', source);
    expect(htmlOf(result).match(/<x-shortcode[^>]*name="\w+"/g)).toHaveLength(3);
    expect(result.page.calls.map(({ place }) => place.offset)).toEqual([2, 18, 36, 61]);
    expect(JSON.stringify(result.page.body)).not.toMatch(/dcq\d/);
  });

  it('reads the inner text of a call as AsciiDoc', async () => {
    const result = await read('page.adoc', '{{% box %}}\n* a\n* b\n{{% /box %}}\n\nIn {{% b %}}a *b*{{% /b %}}.');
    const [box, line] = result.page.body.map(sketch);
    expect(JSON.stringify(box)).toMatch(/"shortcodeBlock".*"list"/);
    expect(JSON.stringify(line)).toContain('["shortcodeInline",{"call":"b"},"a ",["strong","b"]]');
  });

  it('reads the inner text that a template renders as Markdown', async () => {
    const fact = { takesInner: true, inner: 'markdown', learnedFrom: 'template' } as const;
    const result = await read('page.adoc', '{{< box >}}**b**{{< /box >}}', { shortcodes: new Map([['box', fact]]) });
    expect(JSON.stringify(result.page.body.map(sketch))).toContain('["strong","b"]');
  });

  it('has places for calls alone', async () => {
    const { page } = await read('page.adoc', '== A *b*\n\n* c {{< d >}}\n\n<!--more-->\n\n|===\n|a\n|===');
    const placed: string[] = [];
    walk(page.body, (node) => {
      if (node.place || 'openTag' in node) placed.push(node.type);
    });
    expect(placed).toEqual(['shortcodeInline']);
  });

  it('keeps the summary divider', async () => {
    const { page } = await read('page.adoc', 'Summary.\n\n<!--more-->\n\nRest.');
    expect(page.body.map(({ type }) => type)).toEqual(['elementBlock', 'summaryDivider', 'elementBlock']);
  });

  it('includes no files and says so', async () => {
    const { diagnostics } = await read('page.adoc', 'include::/etc/passwd[]');
    expect(diagnostics.map(({ code }) => code)).toEqual(['format-include']);
  });

  it('makes ids without calls', async () => {
    const { page, diagnostics } = await read('page.adoc', '== Version {{< v >}}');
    expect(JSON.stringify(page.body)).toContain('"_version"');
    expect(diagnostics.map(({ code }) => code)).toEqual(['heading-id-unknown']);
  });
});
