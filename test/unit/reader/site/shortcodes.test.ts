import { describe, expect, it } from 'vitest';
import type { ShortcodeFact } from '../../../../src/model/shortcode-table.ts';
import { open, page } from './memory-site.ts';

const facts = (entries: Record<string, string>, options = {}): Record<string, string> => {
  const { site } = open({ 'content/_index.md': page(), ...entries }, options);
  return Object.fromEntries(
    [...site.shortcodes]
      .filter(([, { learnedFrom }]) => learnedFrom !== 'hugo')
      .map(([name, { takesInner, inner, learnedFrom }]) => [name, `${takesInner ? inner : 'single'} (${learnedFrom})`]),
  );
};
const call = (text: string): string => `---\ntitle: T\n---\n${text}\n`;

describe('what is known of shortcodes', () => {
  it('is learnt from templates, of themes too, in folders old and new', () => {
    expect(
      facts({
        'hugo.toml': 'theme = "t"',
        'layouts/shortcodes/Note.html': '{{ .Inner | markdownify }}',
        'layouts/shortcodes/nested/deep.html': 'x',
        'layouts/_shortcodes/icon.html': '<i></i>',
        'layouts/docs/_shortcodes/tip.html': '<pre>{{ .Inner }}</pre>',
        'layouts/shortcodes/only.xml': '{{ .Inner }}',
        'layouts/partials/shortcodes/no.html': '{{ .Inner }}',
        'themes/t/layouts/shortcodes/note.html': 'x',
        'themes/t/layouts/shortcodes/box.html': '<div>{{ .Inner }}</div>',
      }),
    ).toEqual({
      note: 'markdown (template)',
      'nested/deep': 'single (template)',
      icon: 'single (template)',
      tip: 'raw (template)',
      only: 'html (template)',
      box: 'html (template)',
    });
  });

  it('takes one template of a name that uses inner content as enough, HTML before other formats', () => {
    expect(facts({ 'layouts/shortcodes/d.html': 'none', 'layouts/shortcodes/d.en.html': '{{ .Inner }}' })).toEqual({
      d: 'html (template)',
    });
    expect(facts({ 'layouts/shortcodes/d.html': 'none', 'layouts/shortcodes/d.xml': '{{ .Inner }}' })).toEqual({
      d: 'single (template)',
    });
  });

  it('follows the templates that a template calls', () => {
    expect(
      facts({
        'layouts/shortcodes/a.html': '{{ template "partials/box.html" . }}',
        'layouts/partials/box.html': '{{ .Inner | .Page.RenderString }}',
        'layouts/shortcodes/b.html': '{{ template "shared" . }}',
        'layouts/shortcodes/c.html': '{{ define "shared" }}{{ highlight .Inner "go" "" }}{{ end }}',
        'layouts/shortcodes/d.html': '{{ partial "box.html" . }}',
        'layouts/shortcodes/e.html': '{{ template "e" . }}{{ define "e" }}{{ template "e" . }}{{ end }}',
      }),
    ).toEqual({
      a: 'markdown (template)',
      b: 'code (template)',
      c: 'single (template)',
      d: 'single (template)',
      e: 'single (template)',
    });
  });

  it('is Hugo’s own for Hugo’s own', () => {
    const { site } = open({ 'content/_index.md': page() });
    const taking = [...site.shortcodes].filter(([, { takesInner }]) => takesInner);
    expect(taking.map(([name, { inner }]) => `${name} ${inner}`)).toEqual([
      'comment raw',
      'details markdown',
      'highlight code',
      'qr raw',
    ]);
    expect(site.shortcodes.get('figure')).toEqual({ takesInner: false, inner: 'none', learnedFrom: 'hugo' });
  });

  it('comes from the pages where there is no template: closed once is closed always', () => {
    const entries = {
      'content/a.md': call(
        '{{< tabs >}}{{% Tab %}}x{{% /Tab %}}{{< /tabs >}} {{< icon >}} {{< box />}} {{</* no */>}}',
      ),
      'content/b.md': call('{{< tabs >}}'),
      'content/leaf/index.md': page(),
      'content/leaf/in.md': call('{{< only-here >}}{{< /only-here >}}'),
    };
    expect(facts(entries)).toEqual({
      tabs: 'markdown (content)',
      tab: 'markdown (content)',
      icon: 'single (content)',
      box: 'markdown (content)',
      'only-here': 'markdown (content)',
    });
  });

  it('comes from mappings before the pages, after the templates', () => {
    const fact = (inner: ShortcodeFact['inner']): ShortcodeFact => ({
      takesInner: inner !== 'none',
      inner,
      learnedFrom: 'mapping',
    });
    const mappingFacts = new Map([
      ['text', fact('raw')],
      ['note', fact('raw')],
      ['card', fact('html')],
      ['lost', fact('none')],
    ]);
    const entries = {
      'content/a.md': call('{{< text >}}x{{< /text >}}{{< note >}}x{{< /note >}}'),
      'layouts/shortcodes/note.html': '{{ .Inner | markdownify }}',
      // Where the inner content goes on to a partial, the mapping knows better how it is read.
      'layouts/shortcodes/card.html': '{{ partial "card.html" (dict "text" .Inner) }}',
      'layouts/shortcodes/lost.html': '{{ partial "lost.html" .Inner }}',
    };
    expect(facts(entries, { mappingFacts })).toEqual({
      text: 'raw (mapping)',
      note: 'markdown (template)',
      card: 'html (template)',
      lost: 'markdown (template)',
    });
  });

  it('believes the pages where they close what a mapping takes for single', () => {
    const mappingFacts = new Map<string, ShortcodeFact>([
      ['card', { takesInner: false, inner: 'none', learnedFrom: 'mapping' }],
      ['badge', { takesInner: false, inner: 'none', learnedFrom: 'mapping' }],
    ]);
    const entries = { 'content/a.md': call('{{< card >}}x{{< /card >}} {{< badge >}}') };
    expect(facts(entries, { mappingFacts })).toEqual({ card: 'markdown (content)', badge: 'single (mapping)' });
  });

  it('believes the pages where they close one of Hugo’s own that takes nothing', () => {
    expect(facts({ 'content/a.md': call('{{< figure >}}x{{< /figure >}} {{< gist 1 >}}') })).toEqual({
      figure: 'markdown (content)',
    });
  });
});
