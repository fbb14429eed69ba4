import { describe, expect, it } from 'vitest';
import { learnShortcodes } from '../../../src/template/shortcode-facts.ts';

const learn = (text: string, others: Record<string, string> = {}): string => {
  const { table, undecided } = learnShortcodes(
    [{ name: 'x', file: 'layouts/shortcodes/x.html', text }],
    (path) => others[path],
  );
  const fact = table.get('x');
  return fact?.takesInner ? `${fact.inner}${undecided.has('x') ? '?' : ''}` : 'none';
};

describe('whether a shortcode takes inner content', () => {
  // Each checked against Hugo 0.169: a closing tag is an error where the answer is none.
  it.each([
    ['{{ .Inner }}', true],
    ['{{ .InnerDeindent }}', true],
    ['{{ $.Inner }}', true],
    ['{{ .Parent.Inner }}', true],
    ['{{ with .Inner }}{{ . }}{{ end }}', true],
    ['{{ if (eq (len .Inner) 0) }}{{ end }}', true],
    ['{{ block "x" . }}{{ .Inner }}{{ end }}', true],
    ['{{ define "x" }}{{ .Inner }}{{ end }}{{ template "x" . }}', true],
    ['{{ define "x" }}{{ .Inner }}{{ end }}z', false],
    ['{{ (index (slice .) 0).Inner }}', false],
    ['{{ ".Inner" }}{{/* .Inner */}}', false],
    ['.Inner', false],
    ['{{ .InnerText }}{{ site.Inner }}', false],
    ['{{ partial "inner.html" . }}', false],
  ])('%s: %s', (template, takes) => {
    expect(learn(template) !== 'none').toBe(takes);
  });

  it('may be code in some calls', () => {
    const isAtTimes = (text: string): boolean =>
      learnShortcodes([{ name: 'x', file: 'x.html', text }], () => undefined).table.get('x')?.isCodeAtTimes === true;
    expect(
      isAtTimes('{{ if .Get "lang" }}{{ highlight .Inner (.Get "lang") "" }}{{ else }}{{ .Inner }}{{ end }}'),
    ).toBe(true);
    expect(isAtTimes('{{ with .Inner }}{{ highlight . "go" "" }}{{ end }}')).toBe(false);
    expect(isAtTimes('{{ .Inner }}')).toBe(false);
  });

  it('is also read in the templates that it calls', () => {
    expect(learn('{{ template "partials/a.html" . }}', { 'partials/a.html': '{{ .Inner }}' })).toBe('html');
    expect(
      learn('{{ template "a" . }}', { a: '{{ template "b" . }}{{ define "b" }}{{ .Inner | markdownify }}{{ end }}' }),
    ).toBe('markdown');
    expect(learn('{{ template "x" . }}', { x: '{{ template "x" . }}' })).toBe('none');
  });
});

describe('what becomes of inner content', () => {
  it.each([
    ['{{ .Inner | markdownify }}', 'markdown'],
    ['{{ markdownify .Inner }}', 'markdown'],
    ['{{ .Inner | .Page.RenderString }}', 'markdown'],
    ['{{ .Page.RenderString (dict "display" "block") .Inner }}', 'markdown'],
    ['{{ transform.Markdownify .Inner }}', 'markdown'],
    ['{{ $inner := trim .Inner "\\n" }}{{ $.Page.RenderString $inner }}', 'markdown'],
    ['{{ with .Inner }}{{ . | markdownify }}{{ end }}', 'markdown'],
    ['{{ with .Inner }}{{ if true }}{{ . | markdownify }}{{ end }}{{ end }}', 'markdown'],
    ['{{ if .Get "md" }}{{ .Inner | markdownify }}{{ else }}{{ .Inner }}{{ end }}', 'markdown'],
    ['{{ $_hugo_config := `{ "version": 1 }` }}{{ .Inner }}', 'markdown'],
    ['{{ highlight (trim .Inner "\\n") "go" "" }}', 'code'],
    ['{{ transform.Highlight .Inner "go" }}', 'code'],
    ['<div>{{ .Inner }}</div>', 'html'],
    ['{{ .Inner | safeHTML }}', 'html'],
    ['{{ $x := .Inner }}{{ $x }}', 'html'],
    ['{{ with .Get 0 }}{{ . | markdownify }}{{ end }}<p>{{ .Inner }}</p>', 'html'],
    ['<pre>{{ .Inner }}</pre>', 'raw'],
    ['<pre><code>{{ .Inner }}</code></pre>', 'raw'],
    ['<PRE class="mermaid">\n{{ .Inner }}', 'raw'],
    ['<script>var a;</script><div>{{ .Inner }}</div>', 'html'],
    ['{{ .Inner | htmlEscape }}', 'raw'],
    ['{{ partial "box.html" (dict "text" .Inner) }}', 'markdown?'],
    ['{{ .Scratch.Set "text" .Inner }}', 'markdown?'],
    ['{{ if .Inner }}x{{ end }}', 'markdown?'],
    ['{{ if gt (len .Inner) 1 }}x{{ end }}<div>{{ .Inner }}</div>', 'html'],
    ['{{ with .Inner }}a{{ else }}{{ . }}{{ end }}', 'markdown?'],
  ])('%s: %s', (template, reading) => {
    expect(learn(template)).toBe(reading);
  });
});

describe('a template with a fault', () => {
  it('is reported at its first one, and read all the same', () => {
    const file = 'layouts/shortcodes/x.html';
    const text = '<b>\n{{ with .Get 0 }}{{ .Inner | markdownify }}{{ "open }}';
    const { table, diagnostics } = learnShortcodes([{ name: 'x', file, text }], () => undefined);
    expect(table.get('x')).toEqual({ takesInner: true, inner: 'markdown', learnedFrom: 'template' });
    expect(diagnostics).toMatchObject([
      { code: 'template-syntax', severity: 'warning', file, place: { line: 2, column: 1 }, facts: { name: 'x' } },
    ]);
  });
});
