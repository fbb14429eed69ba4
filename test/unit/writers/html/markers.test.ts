import { describe, expect, it } from 'vitest';
import { openText } from '../../../../src/pipeline/open-text.ts';
import { convertPage } from '../../../../src/pipeline/convert-one.ts';
import { readMapping } from '../../../../src/pipeline/read-mapping.ts';
import { loadTarget } from '../../../../src/targets/load-target.ts';

async function convert(source: string, inner: 'raw' | 'markdown'): Promise<string> {
  const mapping = readMapping({ files: [], builtins: 'unmapped' });
  const { opened, meta } = openText(Buffer.from(source), { file: 'page.md', mappingFacts: mapping.facts });
  const target = await loadTarget('html');
  return (await convertPage(opened, meta, { target, mapping, unmapped: 'marker', inner, html: 'fragment' })).text;
}

const SOURCE = `A call:

{{< tabs >}}
{{% tab %}}
Don't & *b*: \`x > 1\`, [c](d?e&f "g").{{< br >}}
{{% /tab %}}
{{< /tabs >}}
`;

// As a real Hugo answers to `{{ .Inner | htmlEscape }}` in the template, tags of markers aside.
describe('markers', () => {
  it('show as text what Hugo has rendered inside a text', async () => {
    const html = await convert(SOURCE, 'raw');
    expect(html.slice(html.indexOf('data-delim="%">') + 15, html.indexOf('<x-shortcode data-path="0.0.0"'))).toBe(
      '&lt;p>Don&amp;rsquo;t &amp;amp; &lt;em>b&lt;/em>: &lt;code>x &amp;gt; 1&lt;/code>, ' +
        '&lt;a href="d?e&amp;amp;f" title="g">c&lt;/a>.',
    );
  });

  it('stand among elements where the text is read as Markdown', async () => {
    expect(await convert(SOURCE, 'markdown')).toContain('<p>Don’t &amp; <em>b</em>: <code>x > 1</code>,');
  });

  it('take the place of Hugo’s own shortcodes', async () => {
    expect(await convert('A {{< figure src="a.png" >}}', 'raw')).toContain('data-name="figure"');
    expect(await convert('> [!NOTE]\n> Text', 'raw')).toMatch(/^<blockquote/);
  });

  it('stand around what has gone through Markdown once for each call around it', async () => {
    const source = '{{< steps >}}\n{{< step >}}\n```\na\n\n    b\n```\n{{< /step >}}\n{{< /steps >}}\n';
    const html = await convert(source, 'markdown');
    // As a real Hugo: the blank line ends the raw HTML, and what is indented behind it is code of its own.
    expect(html).toContain('<pre><code>b\n</code></pre>');
    expect(html).toContain('<x-shortcode data-path="0.0" data-name="step" data-delim="<">\n<pre><code>a');
    expect(html).not.toContain('sc:0.0');
  });

  it('make calls of tags with comment marks in inner text', async () => {
    expect(await convert('{{< a >}}\nSee {{</* br */>}}.\n{{< /a >}}\n', 'markdown')).toContain('data-name="br"');
    expect(await convert('{{< a >}}\nSee {{</* br */>}}.\n{{< /a >}}\n', 'raw')).not.toContain('data-name="br"');
  });
});
