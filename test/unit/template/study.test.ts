import { describe, expect, it } from 'vitest';
import type { GuessedValue, ShortcodeStudy } from '../../../src/model/shortcode-study.ts';
import { studyTemplates } from '../../../src/template/study/study-template.ts';

function study(text: string, others: Record<string, string> = {}, name = 'x'): ShortcodeStudy {
  const found = studyTemplates([{ name, file: `layouts/shortcodes/${name}.html`, text }], (path) => others[path]).get(
    name,
  );
  if (!found) throw new Error('no study');
  return found;
}

const printValue = (value: GuessedValue): string => {
  switch (value.type) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'argument':
      return [
        value.of === 'parent' ? '^' : '$',
        value.names.join('|'),
        value.default === undefined ? '' : `=${value.default}`,
        value.otherwise === undefined ? '' : ` or ${value.otherwise === 'unknown' ? '?' : printValue(value.otherwise)}`,
        value.read === undefined ? '' : ` (${value.read})`,
        value.base === undefined ? '' : ` from ${value.base}`,
      ].join('');
    case 'template':
      return `“${value.template}”`;
    case 'lookup':
      return value.paths.join(' or ');
    case 'file':
      return `file ${value.path}`;
    case 'inner':
      return value.as;
    case 'ownPosition':
      return 'own position';
  }
};

const isValue = (value: GuessedValue | Readonly<Record<string, GuessedValue>>): value is GuessedValue =>
  typeof value.type === 'string';

/** `details summary=$0: <details>` */
function guessOf({ guess }: ShortcodeStudy): string {
  if (!guess) return 'nothing';
  const settings = Object.entries(guess.settings).map(([key, value]) =>
    isValue(value)
      ? `${key}=${printValue(value)}`
      : `${key}={${Object.entries(value)
          .map(([name, one]) => `${name}=${printValue(one)}`)
          .join(' ')}}`,
  );
  const code = guess.codeLang === undefined ? '' : `, code in $${guess.codeLang}`;
  const instead = guess.instead ? [`or ${printValue(guess.instead)} inside${code}`] : [];
  return `${[guess.as, ...settings, ...instead].join(' ')}: ${guess.evidence.join(', ')}`;
}

describe('what a template prints', () => {
  it.each([
    ['<div class="alert alert-warning">{{ .Inner | markdownify }}</div>', 'admonition kind="warning": class alert'],
    [
      '{{ $type := .Get "type" | default "info" }}<div class="callout callout-{{ $type }}">{{ with .Get "title" }}<h4>{{ . | markdownify }}</h4>{{ end }}{{ .Inner | .Page.RenderString }}</div>',
      'admonition kind=$type=info title=$title (markdown): class callout',
    ],
    [
      '{{ $kind := .Get 0 }}{{ if .IsNamedParams }}{{ $kind = .Get "kind" }}{{ end }}<aside class="box {{ $kind }}">{{ .Inner }}</aside>',
      'admonition kind=$kind|0=note: <aside>',
    ],
    ['<div role="alert">{{ .Inner }}</div>', 'admonition kind="note": role=alert'],
    [
      '<div role="alert">{{ .Get "icon" }} {{ with .Get "text" }}<p>{{ . }}</p>{{ else }}{{ .Inner }}{{ end }}</div>',
      'admonition kind="note" or $text inside: role=alert',
    ],
    [
      '<div role="alert">{{ if .Inner }}{{ .Inner }}{{ else }}<i>{{ .Get 0 | markdownify }}</i>{{ end }}</div>',
      'admonition kind="note" or $0 (markdown) inside: role=alert',
    ],
    [
      '<details {{ if .Get "open" }}open{{ end }}><summary>{{ .Get "title" | default "More" }}</summary>{{ .Inner | markdownify }}</details>',
      'details summary=$title=More open=$open: <details>',
    ],
    ['<ul class="nav nav-tabs"></ul><div>{{ .Inner }}</div>', 'tabs: class nav-tabs'],
    [
      '<div role="tabpanel" data-name="{{ .Get "name" }}">{{ .Inner | markdownify }}</div>',
      'tab label=$name: role=tabpanel',
    ],
    [
      '{{ .Parent.Scratch.Add "tabs" (slice (dict "title" (.Get 0) "content" .Inner)) }}',
      'tab label=$0: hands its content to the shortcode around it',
    ],
    [
      '<figure><img src="{{ .Get "src" | relURL }}" alt="{{ .Get "alt" }}">{{ with .Get "caption" }}<figcaption>{{ . | markdownify }}</figcaption>{{ end }}</figure>',
      'figure src=$src from / alt=$alt caption=$caption: <figure>, <img>',
    ],
    [
      '{{ with .Page.Resources.GetMatch (.Get 0) }}{{ $small := .Resize "300x" }}<img src="{{ $small.RelPermalink }}">{{ end }}',
      'figure src=$0: <img>',
    ],
    ['<img src="{{ .Get "a" }}" title="{{ .Get "title" }}">', 'figure src=$a imageAttributes={title=$title}: <img>'],
    [
      '<div><img src="{{ .Get "a" }}" title="{{ .Get "title" }}"><b>{{ .Get "title" }}</b></div>',
      'figure src=$a title=$title: <img>',
    ],
    [
      '<figure><img src="{{ .Get "a" }}"><figcaption>{{ .Get "title" }}</figcaption></figure>',
      'figure src=$a caption=$title: <figure>, <img>',
    ],
    // A picture alone would lose the words beside it.
    ['<div><img src="{{ .Get "a" }}"> <p>Cast off</p></div>', 'nothing'],
    ['<img src="{{ .Site.BaseURL }}{{ .Get 0 }}">', 'figure src=$0 from /: <img>'],
    ['<img src="{{ .Site.BaseURL }}/art/{{ .Get 0 }}">', 'figure src=“/art/${0}”: <img>'],
    ['<img src="{{ printf "art/%s" (.Get 0) | relURL }}">', 'figure src=“/art/${0}”: <img>'],
    [
      '{{ if hasPrefix (.Get 0) "/" }}{{ .Scratch.Set "at" (.Get 0) }}{{ else }}{{ .Scratch.Set "at" (printf "/%s" (.Get 0)) }}{{ end }}<img src="{{ .Scratch.Get "at" }}">',
      'figure src=$0 from /: <img>',
    ],
    ['{{ highlight (trim .Inner "\\n") (.Get "lang" | default "sh") "" }}', 'code lang=$lang=sh: highlight'],
    ['{{ highlight (readFile (.Get "file")) (.Get "lang") }}', 'nothing'],
    ['<pre><code class="language-yaml">{{ .Inner }}</code></pre>', 'code lang="yaml": <pre>'],
    ['<pre class="mermaid">{{ .Inner }}</pre>', 'diagram lang="mermaid": class mermaid'],
    ['<span class="math">\\({{ .Inner }}\\)</span>', 'math: class math'],
    [
      '<div style="x"><iframe src="https://www.youtube.com/embed/{{ .Get 0 }}?rel=0" allowfullscreen></iframe></div>',
      'embed provider="youtube" id=$0 url=“https://www.youtube.com/watch?v=${0}”: <iframe src="www.youtube.com">',
    ],
    [
      '<video controls src="{{ .Get "src" }}" poster="{{ .Get "poster" }}"></video>',
      'video src=$src poster=$poster: <video>',
    ],
    [
      '<a class="btn btn-{{ .Get "style" }}" href="{{ .Get "href" }}">{{ .Inner }}</a>',
      'button url=$href kind=$style: <a class="btn">',
    ],
    [
      '<a href="https://github.com/acme/x/issues/{{ .Get 0 }}">#{{ .Get 0 }}</a>',
      'link url=“https://github.com/acme/x/issues/${0}” text=“#${0}”: <a>',
    ],
    [
      '<a href="/get/{{ .Get 0 }}" title="{{ .Get 0 }} {{ .Get 1 }}"><span class="fa fa-download"></span></a>',
      'link url=“/get/${0}” text=“${0} ${1}”: <a>',
    ],
    ['<a href="/get/{{ .Get 0 }}">\n  Get\n  it\n</a>', 'link url=“/get/${0}” text="Get it": <a>'],
    ['<span class="badge bg-{{ .Get "color" }}">{{ .Get "text" }}</span>', 'badge text=$text kind=$color: class badge'],
    ['<i class="fas fa-{{ .Get 0 }}"></i>', 'icon name=$0: <i class="fas">'],
    [
      '<div class="card"><a href="{{ .Get "link" }}"><h3>{{ .Get "title" }}</h3></a>{{ .Inner }}</div>',
      'card title=$title link=$link: class card',
    ],
    [
      '<table><td><a class="button" href="/{{ .Get 0 }}/">Go</a></td></table><p></p>',
      'button url=“/${0}/” text="Go": <a class="button">',
    ],
    ['<p class="lead">{{ .Page.Params.since }}</p>', 'value from=page.params.since: prints page.params.since in <p>'],
    ['<em class="date">{{ .Get "date" }}</em>', 'text value=$date: prints an argument in <em>'],
    [
      '{{ if eq (.Get "in") "line" }}<span>{{ .Inner }}</span>{{ else }}<p>{{ .Inner }}</p>{{ end }}',
      'container tagName="p": <p> around the inner content',
    ],
    // A link alone would lose the text beside it.
    ['<p>{{ .Get "text" }}</p><a href="{{ .Get "to" }}">More</a>', 'nothing'],
    ['<p>See <a href="/{{ .Get 0 }}/">{{ .Get 0 }}</a></p>', 'nothing'],
    ['<div class="row">{{ .Inner }}</div>', 'columns: class row'],
    [
      '<div class="row">{{ range $at, $part := split .Inner "<--->" }}<p id="{{ $at }}">{{ $part | markdownify }}</p>{{ end }}</div>',
      'columns children="<--->": class row',
    ],
    ['<div role="note"><b>On deck:</b> {{ .Inner }}</div>', 'admonition kind="note" title="On deck": role=note'],
    ['<div role="note"><b>Warning</b> {{ .Inner }}</div>', 'admonition kind="warning": role=note'],
    ['<div role="note"><span class="icons">bolt</span> {{ .Inner }}</div>', 'admonition kind="note": role=note'],
    [
      '<section class="lead" id="{{ .Get "id" }}">{{ .Inner | markdownify }}</section>',
      'container tagName="section" attributes={class="lead" id=$id}: <section> around the inner content',
    ],
    ['{{ .Inner | markdownify }}', 'unwrap: prints its inner content and nothing else'],
    ['{{ .Site.Params.version }}', 'value from=site.params.version: prints site.params.version'],
    [
      '{{ index .Site.Data.releases (.Get 0) "date" }}',
      'value from=site.data.releases.${0}.date: prints site.data.releases.${0}.date',
    ],
    ['{{ $.Page.Params.since }}', 'value from=page.params.since: prints page.params.since'],
    ['{{ .Page.Param "color" }}', 'value from=page.params.color or site.params.color: prints page.params.color'],
    ['{{ $.Page.Param (.Get 0) }}', 'value from=page.params.${0} or site.params.${0}: prints page.params.${0}'],
    ['{{ T "next" }}', 'value from=i18n.next: prints i18n.next'],
    ['{{ i18n (printf "%s_title" (.Get 0)) | safeHTML }}', 'value from=i18n.${0}_title: prints i18n.${0}_title'],
    ['{{ T "days" 3 }}', 'nothing'],
    ['{{ index .Site.Data.terms (urlize (.Get 0)) }}', 'nothing'],
    // What arguments decide.
    ['{{ if .Get "short" }}1.7{{ else }}1.7.0{{ end }}', 'nothing'],
    [
      '{{ $link := .Get "link" | default "#" }}{{ with .Get "page" }}{{ $link = ref $.Page . }}{{ end }}<a class="btn" href="{{ $link }}">{{ .Get "text" }}</a>',
      'button url=$link=# or ? text=$text: <a class="btn">',
    ],
    // Two names are two arguments, a name and a position are one.
    [
      '{{ $alt := .Get "alt" | default (.Get "title") }}<figure><img src="{{ .Get "src" | default (.Get 0) }}" alt="{{ $alt }}">{{ with .Get "title" }}<figcaption>{{ . }}</figcaption>{{ end }}</figure>',
      'figure src=$src|0 alt=$alt or $title caption=$title: <figure>, <img>',
    ],
    [
      '<details><summary>{{ with resources.Get (.Get "logo") }}{{ .Content }}{{ end }}<h4>{{ .Get "title" }}</h4></summary>{{ .Inner }}</details>',
      'details summary=$title: <details>',
    ],
    ['<div><a href="{{ .Get "href" }}"><img src="{{ .Get "image" }}"></a><p>Watch our workshop</p></div>', 'nothing'],
    [
      '<div class="code"><h4>{{ .Get "header" }}</h4>{{ highlight .Inner (.Get "lang") "" }}</div>',
      'code lang=$lang title=$header: highlight',
    ],
    [
      '<ul class="nav nav-tabs" role="tablist">{{ range .Params }}<li>{{ . }}</li>{{ end }}</ul><div>{{ .Inner }}</div>',
      'tabs label=own position: class nav-tabs',
    ],
    [
      '{{ $label := .Parent.Get .Ordinal }}<div class="tab-pane" role="tabpanel" id="{{ $label | urlize }}">{{ .Inner }}</div>',
      'tab: class tab-pane',
    ],
    ['{{ relref . (.Get 0) }}', 'reference path=$0 address="relative": prints a page’s address'],
    [
      '{{ with site.GetPage (.Get 0) }}{{ .RenderShortcodes }}{{ end }}',
      'include path=$0: prints the content of a file or page',
    ],
    [
      '{{ readFile (printf "parts/%s.md" (.Get "name")) | markdownify }}',
      'include path=“parts/${name}.md”: prints the content of a file or page',
    ],
    ['{{ if .Inner }}{{ end }}', 'drop: prints nothing'],
    // What stands in the place of an argument.
    [
      '<a href="/x/{{ .Get "id" }}">{{ with .Get "text" }}{{ . }}{{ else }}More{{ end }}</a>',
      'link url=“/x/${id}” text=$text=More: <a>',
    ],
    [
      '<a href="/x/{{ .Get "id" }}">{{ .Get "text" | default .Page.Title }}</a>',
      'link url=“/x/${id}” text=$text or page.title: <a>',
    ],
    [
      '{{ $page := site.GetPage (.Get "id") }}<a href="/x/{{ .Get "id" }}">{{ .Get "text" | default $page.Title }}</a>',
      'link url=“/x/${id}” text=$text or ?: <a>',
    ],
    [
      '<figure><img src="{{ .Get "src" }}" alt="{{ with .Get "alt" }}{{ . }}{{ else }}{{ .Get "caption" }}{{ end }}">{{ if or (.Get "title") (.Get "caption") }}<h4>{{ .Get "title" }}</h4>{{ .Get "caption" }}{{ end }}</figure>',
      'figure src=$src alt=$alt or $caption title=$title caption=$caption: <figure>, <img>',
    ],
    // What comes out is not what the site or the call says.
    ['{{ replace .Site.Params.version "v" "" }}', 'nothing'],
    ['{{ .Get 0 | upper }}', 'nothing'],
    ['{{ .Inner | markdownify | replaceRE "<table>" (printf "<table><caption>%s" (.Get "caption")) }}', 'nothing'],
    ['<a href="{{ (site.GetPage (.Get "page")).RelPermalink }}#{{ .Get "id" }}">{{ .Get "text" }}</a>', 'nothing'],
    // An address without a slash is one from the root.
    ['<a href="{{ printf "terms/#%s" (.Get 0) | relLangURL }}">x</a>', 'link url=“/terms/#${0}” text="x": <a>'],
    ['<a href="{{ "terms/" | absURL }}">x</a>', 'link url="/terms/" text="x": <a>'],
    [
      '{{ with .Page.Resources.GetMatch (.Get 0) }}<img src="{{ .RelPermalink }}" width="{{ .Width }}" alt="{{ .Title }}">{{ end }}',
      'figure src=$0: <img>',
    ],
    [
      '{{ with .Page.Resources.GetMatch (printf "**%s*" (.Get "src")) }}<img src="{{ .RelPermalink }}">{{ end }}',
      'figure src=$src: <img>',
    ],
    // Tabs that are handed up in more than one way.
    [
      '{{ with .Inner }}{{ if $.Get "lang" }}{{ $.Parent.Scratch.Add "tabs" (dict "name" ($.Get "name") "content" (highlight . ($.Get "lang") "")) }}{{ else }}{{ $.Parent.Scratch.Add "tabs" (dict "name" ($.Get "name") "content" .) }}{{ end }}{{ else }}{{ .Parent.Scratch.Add "tabs" (dict "name" (.Get "name") "file" (.Get "file")) }}{{ end }}',
      'tab label=$name or $file inside, code in $lang: hands its content to the shortcode around it',
    ],
    ['<meta name="keywords" content="a, b">\n', 'drop: prints <meta> and nothing that is seen'],
    ['v1.2', 'text value="v1.2": prints a text'],
    [
      '{{/* Why */}}<p>Ask the harbour.</p>',
      'include path="layouts/shortcodes/x.html": prints the same text in every call',
    ],
    ['## Tides\n\nAsk.', 'include path="layouts/shortcodes/x.html": prints the same text in every call'],
    ['<script>go()</script>\n<p>Ask.</p>', 'nothing'],
    ['{{ .Site.BaseURL }}', 'value from=site.baseURL: prints site.baseURL'],
    ['{{ now.Year }}', 'nothing'],
    ['{{ range .Site.RegularPages }}<li>{{ .Title }}</li>{{ end }}', 'nothing'],
  ])('%s', (template, expected) => {
    expect(guessOf(study(template))).toBe(expected);
  });

  it('is followed into partials, by the names that they are given', () => {
    const partials = {
      'partials/box.html':
        '{{ $kind := .kind | default "note" }}<div class="admonition {{ $kind }}"><b>{{ .title }}</b>{{ .content }}</div>',
      'partials/kind.html': '{{ return (.Get "style") }}',
    };
    const call =
      '{{ partial "box.html" (dict "kind" (partial "kind" .) "title" (.Get 0) "content" (.Inner | markdownify)) }}';
    const found = study(call, partials);
    expect(guessOf(found)).toBe('admonition kind=$style=note title=$0: class admonition');
    expect(found.inner).toEqual(['markdown']);
    expect(study('{{ partial "gone.html" . }}').inner).toEqual(['passed']);
  });

  it('is trusted where the name says the same, or the name alone', () => {
    expect(guessOf(study('<div class="card row">{{ .Inner }}</div>', {}, 'card'))).toMatch(/^card: class card/);
    const handed = '{{ .Parent.Store.Add "all" (dict "title" (.Get 0) "text" .Inner) }}';
    expect(guessOf(study(handed, {}, 'step'))).toBe('step title=$0: hands its content to the shortcode around it');
    const tile = '<article><p>{{ .Get "title" }}</p>{{ .Get "text" }}<a href="{{ .Get "to" }}">More</a></article>';
    expect(guessOf(study(tile, {}, 'tile-card'))).toBe(
      'card title=$title subtitle=$text link=$to: its name and <article>',
    );
    expect(guessOf(study('<p>{{ .Get "title" }}</p>', {}, 'tile-card'))).toBe(
      'text value=$title: prints an argument in <p>',
    );
    expect(
      guessOf(study('{{ .Scratch.Set "a" (.Get "title") }}{{ .Page.Store.Set "b" .Inner }}{{ now }}', {}, 'tip')),
    ).toBe('admonition kind="tip" title=$title: its name, tip');
    expect(guessOf(study('<div class="pane"><ul></ul>{{ if .Inner }}{{ end }}</div>', {}, 'tabs'))).toBe(
      'tabs: its name, tabs',
    );
  });

  it('is not trusted by its name where readers see an argument that has no place in the guess', () => {
    const said = '<div class="said"><p>{{ .Inner }}</p>{{ with .Get "author" }}<b>{{ . }}</b>{{ end }}</div>';
    expect(guessOf(study(said, {}, 'quote'))).toBe('nothing');
  });

  it('tells which arguments are ids and no more', () => {
    const { arguments: found } = study(
      '{{ $id := .Get "name" | anchorize }}<ul id="{{ $id }}"><li><a href="#{{ $id }}-1" class="{{ .Get "class" }}">x</a></li></ul><input type="radio" name="of-{{ $id }}"><script>show("{{ $id }}")</script>',
    );
    expect(found.map(({ names, isId }) => [names, isId])).toEqual([
      [['name'], true],
      [['class'], undefined],
    ]);
  });
});

describe('the arguments of a template', () => {
  const args = (text: string): string[] =>
    study(text).arguments.map(({ names, type, required, default: fallback, values }) =>
      [
        names.join('|'),
        type === 'text' ? '' : `:${type}`,
        fallback === undefined ? '' : `=${fallback}`,
        required ? '!' : '',
        values.length > 0 ? `{${values.join(',')}}` : '',
      ].join(''),
    );
  it.each<[string, string[]]>([
    ['{{ .Get "a" }}{{ .Params.b }}{{ index .Params 0 }}', ['a', 'b', '0']],
    ['{{ .Get "a" | default (.Get 0) | default "z" }}', ['a|0=z']],
    ['{{ or (.Get "a") (.Get 0) "z" }}', ['a|0=z']],
    ['{{ cond .IsNamedParams (.Get "a") (.Get 0) }}', ['a|0']],
    ['{{ $x := "z" }}{{ with .Get "a" }}{{ $x = . }}{{ end }}{{ $x }}', ['a=z']],
    ['{{ $x := .Get "a" }}{{ if not $x }}{{ errorf "a!" }}{{ end }}{{ $x }}', ['a!']],
    ['{{ with .Get "a" }}{{ . }}{{ else }}{{ errorf "a!" }}{{ end }}', ['a!']],
    ['{{ if .Get "a" }}b{{ end }}', ['a:boolean']],
    ['{{ if eq (.Get "a") "true" }}b{{ end }}{{ .Get "a" }}', ['a:boolean']],
    ['{{ $x := .Get "a" }}{{ if eq $x "left" "right" }}{{ $x }}{{ end }}', ['a{left,right}']],
    ['{{ if in (slice "b" "c") (.Get "a") }}{{ .Get "a" }}{{ end }}', ['a{b,c}']],
    ['{{ $m := dict "b" 1 "c" 2 }}{{ index $m (.Get "a") }}', ['a{b,c}']],
    ['{{ int (.Get "a") }}', ['a:number']],
    ['{{ isset .Params "a" }}', ['a']],
    ['{{ .Parent.Get "a" }}', []],
    ['{{ .Get (print "a") }}', []],
  ])('%s', (template, expected) => {
    expect(args(template)).toEqual(expected);
  });
});

describe('a hostile template', () => {
  it('that calls itself ends', () => {
    const partials = { 'partials/a.html': '{{ partial "a.html" . }}{{ partial "a.html" . }}{{ .Inner }}' };
    expect(study('{{ partial "a.html" . }}', partials).inner).toContain('html');
  });

  it('of deep or long markup ends', () => {
    expect(guessOf(study(`${'<div>'.repeat(50_000)}{{ .Inner }}`))).toBe('nothing');
    expect(guessOf(study('{{ if .Get 0 }}'.repeat(50_000)))).toBe('nothing');
  });
});
