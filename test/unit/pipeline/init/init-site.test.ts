import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { convertSite } from '../../../../src/pipeline/convert-site.ts';
import { initSite } from '../../../../src/pipeline/init/init-site.ts';
import { openSite } from '../../../../src/pipeline/open-site.ts';
import { readMapping } from '../../../../src/pipeline/read-mapping.ts';
import { loadTarget } from '../../../../src/targets/load-target.ts';

const scratch = mkdtempSync(join(tmpdir(), 'decant-init-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let sites = 0;
function siteFolder(entries: Readonly<Record<string, string>>): string {
  const dir = join(scratch, String(sites++));
  for (const [path, content] of Object.entries({
    'hugo.toml': 'title = "Acme"\n[params]\nGithubRepo = "x"',
    ...entries,
  })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

async function init(dir: string): Promise<string> {
  const open = (mapping: { readonly facts: ReturnType<typeof readMapping>['facts'] }) =>
    openSite(dir, { mappingFacts: mapping.facts });
  const { text } = await initSite({ target: 'mdx', open });
  return text;
}

/** The rules of a file, without what is on top. */
const rulesIn = (text: string): string[] => {
  const lines = text.split('\n');
  return lines
    .slice(lines.findIndex((line) => line.trim() === 'shortcodes:') + 1)
    .map((line) => line.trim())
    .filter((line) => line !== '');
};

/** Loads the file and converts with it. */
async function findingsOf(dir: string, text: string): Promise<string[]> {
  writeFileSync(join(dir, 'decant.yaml'), text);
  const mapping = readMapping({ files: [], site: dir });
  expect(mapping.diagnostics).toEqual([]);
  const opened = await openSite(dir, { mappingFacts: mapping.facts });
  const { report } = await convertSite(opened, { target: await loadTarget('mdx'), out: join(dir, 'out'), mapping });
  return report.diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
}

describe('a new decant.yaml', () => {
  it('has a rule for every shortcode that no mapping speaks of, with its evidence', async () => {
    const dir = siteFolder({
      'layouts/shortcodes/tip.html':
        '<div class="notice"><b>{{ .Get "title" | default "Tip" }}</b>{{ .Inner | markdownify }}</div>',
      'layouts/shortcodes/fold.html': '<details><summary>{{ .Get 0 }}</summary>{{ .Inner }}</details>',
      'content/a.md':
        'x {{< youtube id=abc >}}\n\n{{< tip title="T" >}}a{{< /tip >}}\n\n{{< fold "S" >}}a{{< /fold >}}\n\n{{< chart kind=bar rows=3 >}} {{< github_repo >}}\n',
      'content/b.md': 'b\n\n{{< tip >}}b{{< /tip >}}\n\n{{< code lang=go >}}\na *b*\n{{< /code >}}\n',
    });
    const text = await init(dir);
    expect(text).toBe(
      [
        '# yaml-language-server: $schema=node_modules/decant/schema/config.json',
        '',
        'version: 1',
        'target: mdx',
        'mapping:',
        '  components:',
        '    Chart: { import: "@/components/Chart" }',
        '  # as: component waits for you: write the component, or say what it means (decant mapping list shows the kinds)',
        '  shortcodes:',
        '    # 2 calls on 2 pages, first in content/a.md:3; class notice',
        '    tip: { as: admonition, kind: tip, title: { arg: title, read: markdown, default: Tip } }',
        '    # 1 call on 1 page, first in content/a.md:7; arguments kind (bar), rows (3), in lines of text',
        '    chart: { as: component, name: Chart }',
        '    # 1 call on 1 page, first in content/b.md:5; a guess from its name, code',
        '    code: { as: code, lang: $lang, inner: raw }',
        '    # 1 call on 1 page, first in content/a.md:5; <details>',
        '    fold: { as: details, summary: { arg: 0, read: markdown } }',
        '    # 1 call on 1 page, first in content/a.md:7; a guess from the value site.params.githubrepo',
        '    github_repo: { as: value, from: site.params.githubrepo }',
        '',
      ].join('\n'),
    );
    expect(await findingsOf(dir, text)).toEqual([]);
  });

  it('takes an argument for the content where the template shows it in its place', async () => {
    const dir = siteFolder({
      'layouts/shortcodes/alert.html':
        '<div class="alert">{{ with .Get "text" }}{{ . | safeHTML }}{{ else }}{{ .Inner | markdownify }}{{ end }}</div>',
      'content/a.md': 'a\n\n{{< alert text="Do *it*." />}}\n\n{{< alert >}}\nOr *not*.\n{{< /alert >}}\n',
    });
    const text = await init(dir);
    expect(rulesIn(text).slice(1)).toEqual([
      'alert:',
      '- when: { args: { text: { present: true } } }',
      'as: admonition',
      'kind: note',
      'children: { as: text, value: { arg: text, read: markdown } }',
      '- { as: admonition, kind: note }',
    ]);
    expect(await findingsOf(dir, text)).toEqual([]);
    expect(readFileSync(join(dir, 'out/a.mdx'), 'utf8')).toBe(
      'a\n\n<Admonition kind="note">Do *it*.</Admonition>\n\n<Admonition kind="note">\n\nOr *not*.\n\n</Admonition>\n',
    );
  });

  it('knows tabs that hand their content up: as text, as code, and as the file that they name', async () => {
    const dir = siteFolder({
      'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true',
      'layouts/shortcodes/panes.html':
        '{{ if .Inner }}{{ end }}{{ $id := .Get "name" | anchorize }}<div id="{{ $id }}">{{ range .Scratch.Get "panes" }}<h4>{{ .name }}</h4>{{ .content }}{{ end }}</div>',
      'layouts/shortcodes/pane.html':
        '{{ with .Inner }}{{ if $.Get "lang" }}{{ $.Parent.Scratch.Add "panes" (slice (dict "name" ($.Get "name") "content" (highlight . ($.Get "lang") ""))) }}{{ else }}{{ $.Parent.Scratch.Add "panes" (slice (dict "name" ($.Get "name") "content" .)) }}{{ end }}{{ else }}{{ .Parent.Scratch.Add "panes" (slice (dict "name" (.Get "name") "file" (.Get "file"))) }}{{ end }}',
      'content/a/index.md': [
        'x',
        '{{< panes name="first" >}}\n{{< pane name="A" lang="sh" >}}\nls <dir>\n{{< /pane >}}\n{{% pane name="B" %}}\nSome *text*.\n{{% /pane %}}\n{{< pane name="C" >}}\n<b>bold</b>\n{{< /pane >}}\n{{< pane name="D" file="parts/d.md" />}}\n{{< /panes >}}',
      ].join('\n\n'),
      'content/a/parts/d.md': 'From a *file*.\n',
    });
    const text = await init(dir);
    expect(rulesIn(text).filter((line) => !line.startsWith('#'))).toEqual([
      'pane:',
      '- when: { args: { file: { present: true } } }',
      'as: tab',
      'label: $name',
      'children: { as: include, path: { text: "./${file}" } }',
      '- when: { args: { lang: { present: true } }, notation: standard }',
      'as: tab',
      'label: $name',
      'children: { as: code, lang: $lang }',
      '- when: { notation: standard }',
      'as: tab',
      'label: $name',
      'children: { as: unwrap, read: markdown }',
      '- { as: tab, label: $name }',
      'panes: { as: tabs, ignore: [ name ] }',
    ]);
    expect(await findingsOf(dir, text)).toEqual([]);
    expect(
      readFileSync(join(dir, 'out/a/index.mdx'), 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual([
      'x',
      '<Tabs>',
      '<Tab label="A">',
      '```sh',
      'ls <dir>',
      '```',
      '</Tab>',
      '<Tab label="B">',
      'Some *text*.',
      '</Tab>',
      '<Tab label="C">',
      '<p><b>bold</b></p>',
      '</Tab>',
      '<Tab label="D">',
      'From a *file*.',
      '</Tab>',
      '</Tabs>',
    ]);
  });

  it('writes rules for a shortcode of the site’s own that has the name of a theme’s and other arguments', async () => {
    const dir = siteFolder({
      'hugo.toml': 'theme = "docsy"',
      'themes/docsy/layouts/shortcodes/pageinfo.html': '<div class="pageinfo">{{ .Inner }}</div>',
      'layouts/shortcodes/alert.html': '<div class="alert alert-{{ .Get "color" }}">{{ .Inner }}</div>',
      'layouts/shortcodes/card.html': '<div class="card"><h3>{{ .Get "name" }}</h3>{{ .Inner | markdownify }}</div>',
      'content/a.md':
        '{{% alert color="info" %}}a{{% /alert %}}\n\n{{< card name="A" >}}a{{< /card >}}\n\n{{% pageinfo size=3 %}}a{{% /pageinfo %}}\n',
    });
    expect(rulesIn(await init(dir)).filter((line) => !line.startsWith('#'))).toEqual([
      'card: { as: card, title: { arg: name, read: markdown } }',
    ]);
  });

  it('leaves to a component what only the template can say', async () => {
    const dir = siteFolder({
      'layouts/shortcodes/term.html':
        '{{ $term := site.GetPage (.Get "id") }}<a href="{{ printf "terms/#%s" (.Get "id") | relURL }}">{{ .Get "text" | default $term.Title }}</a>',
      'content/a.md': 'x {{< term id="tide" text="Tides" >}} and {{< term id="tide" >}}.\n',
      'content/terms/index.md': '## Tide\n',
    });
    const text = await init(dir);
    expect(rulesIn(text).filter((line) => !line.startsWith('#'))).toEqual([
      'term:',
      '- when: { args: { text: { present: true } } }',
      'as: link',
      'url: { text: "/terms/#${id}" }',
      'text: { arg: text, read: markdown }',
      '- { as: component, name: Term }',
    ]);
    expect(await findingsOf(dir, text)).toEqual([]);
    expect(readFileSync(join(dir, 'out/a.mdx'), 'utf8')).toContain('x [Tides](/terms/#tide) and <Term id="tide" />.');
  });

  it('knows labels on the set, translations, and a link that another argument may change', async () => {
    const dir = siteFolder({
      'layouts/shortcodes/panes.html':
        '<ul class="nav nav-tabs" role="tablist">{{ range .Params }}<li>{{ . }}</li>{{ end }}</ul><div>{{ .Inner }}</div>',
      'layouts/shortcodes/pane.html':
        '<div class="tab-pane" role="tabpanel" id="{{ .Parent.Get .Ordinal | urlize }}">{{ .Inner }}</div>',
      'layouts/shortcodes/say.html': '{{ T (printf "%s_title" (.Get 0)) }}',
      'layouts/shortcodes/go.html':
        '{{ $link := .Get "link" | default "#" }}{{ with .Get "page" }}{{ $link = ref $.Page . }}{{ end }}<a class="btn" href="{{ $link }}">{{ .Get "text" }}</a>',
      'i18n/en.yaml': 'next_title: What’s next\n',
      'content/a.md': [
        'x {{< go link="https://example.org" text="Out" >}} {{< go page="a.md" text="In" >}}',
        '{{< panes "Linux" "macOS" >}}\n{{% pane %}}\nUse *apt*.\n{{% /pane %}}\n{{% pane %}}\nUse *brew*.\n{{% /pane %}}\n{{< /panes >}}',
        '## {{% say next %}}',
      ].join('\n\n'),
    });
    const text = await init(dir);
    expect(rulesIn(text).filter((line) => !line.startsWith('#'))).toEqual([
      'go:',
      '- when: { args: { link: { present: true } } }',
      'as: button',
      'url: { arg: link, default: "#" }',
      'text: { arg: text, read: markdown }',
      '- { as: component, name: Go }',
      'pane: { as: tab }',
      'panes: { as: tabs, label: { parent: "*", at: ordinal } }',
      'say: { as: value, from: "i18n.${0}_title" }',
    ]);
    expect(await findingsOf(dir, text)).toEqual([]);
    const written = readFileSync(join(dir, 'out/a.mdx'), 'utf8');
    expect(written).toContain('<Tab label="Linux">\n\nUse *apt*.');
    expect(written).toContain('## What’s next');
    expect(written).toContain('<Go page="a.md" text="In" />');
  });

  it('finds files that lie beside pages and in one folder for all', async () => {
    const dir = siteFolder({
      'layouts/shortcodes/part.html':
        '{{ with site.GetPage (path.Join "shared" (.Get 0)) }}{{ .Content }}{{ else }}{{ with $.Page.GetPage ($.Get 0) }}{{ .Content }}{{ end }}{{ end }}',
      'content/a.md': 'x\n\n{{< part "near/one.md" >}}\n\n{{< part "two.md" >}}\n',
      'content/near/one.md': 'One.\n',
      'content/shared/two.md': 'Two.\n',
    });
    const text = await init(dir);
    expect(rulesIn(text).filter((line) => !line.startsWith('#'))).toEqual([
      'part: { as: include, path: $0, in: [ content/shared, . ] }',
    ]);
    expect(await findingsOf(dir, text)).toEqual([]);
    expect(readFileSync(join(dir, 'out/a.mdx'), 'utf8')).toBe('x\n\nOne.\n\nTwo.\n');
  });

  it('guesses from calls alone', async () => {
    const dir = siteFolder({
      'content/a.md': [
        'x',
        '{{< new-in 1.2.0 />}} {{< check_icon >}} {{< shot link="a.png" caption="C" >}} {{< image link="b.png" >}}',
        '{{< sample syntax=go >}}x{{< /sample >}}',
        '{{< beta-notice >}}x{{< /beta-notice >}}',
        '{{< hint info >}}x{{< /hint >}} {{< hint danger >}}x{{< /hint >}}',
        '{{< tip "On tides" >}}x{{< /tip >}}',
        '{{< notice warning "Shoals" >}}x{{< /notice >}}',
        '{{< callout "Mind the lead" >}}x{{< /callout >}}',
        '{{< tabs >}}{{< tab name="A" >}}x{{< /tab >}}{{< /tabs >}}',
      ].join('\n\n'),
      'static/a/a.png': 'P',
      'static/a/b.png': 'P',
    });
    const text = await init(dir);
    expect(rulesIn(text).filter((line) => !line.startsWith('#'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^new-in: /),
        expect.stringMatching(/^check_icon: /),
        'shot: { as: figure, src: $link, caption: { arg: caption, read: markdown } }',
        'image: { as: figure, src: $link }',
        'sample: { as: code, lang: $syntax, inner: raw }',
        'beta-notice: { as: admonition, kind: note }',
        'hint: { as: admonition, kind: { arg: 0, default: tip } }',
        'tip: { as: admonition, kind: tip, title: { arg: 0, read: markdown } }',
        'notice: { as: admonition, kind: { arg: 0, default: note }, title: { arg: 1, read: markdown } }',
        'callout: { as: admonition, kind: note, title: { arg: 0, read: markdown } }',
        'tabs: { as: tabs }',
        'tab: { as: tab, label: $name }',
      ]),
    );
    expect(await findingsOf(dir, text)).toEqual([]);
  });

  it('guesses from how calls stand in each other', async () => {
    const dir = siteFolder({
      'content/a.md': [
        '{{< tabs "Calm sea" "Storm" >}}\n{{% pane %}}\nRow.\n{{% /pane %}}\n{{% pane %}}\nReef.\n{{% /pane %}}\n{{< /tabs >}}',
        '{{< chooser language "go,python" >}}\n{{% choice language go %}}\n```go\na\n```\n{{% /choice %}}\n{{% choice language python %}}\nb\n{{% /choice %}}\n{{< /chooser >}}',
        '{{< links >}}\n    {{< to href="b" >}}B{{< /to >}}\n    {{< to href="c" >}}C{{< /to >}}\n{{< /links >}}',
        '{{< tabset >}}\n[A](#)\n{{< /tabset >}}',
        '{{< code >}}\n```go\na\n```\n{{< /code >}}',
      ].join('\n\n'),
    });
    const text = await init(dir);
    const rules = rulesIn(text).filter((line) => !line.startsWith('#'));
    expect(rules).toEqual(
      expect.arrayContaining([
        'tabs: { as: tabs, label: { parent: "*", at: ordinal } }',
        'pane: { as: tab }',
        'chooser: { as: tabs }',
        'choice: { as: tab, label: $1 }',
        'tabset: { as: component, name: Tabset }', // no tab is in it
        'code: { as: component, name: Code }', // what is in it is Markdown
      ]),
    );
    expect(await findingsOf(dir, text)).not.toContain('mapping-empty-set');
    const out = readFileSync(join(dir, 'out/a.mdx'), 'utf8');
    expect(out).toContain('<Tab label="Calm sea">\n\nRow.\n\n</Tab>\n<Tab label="Storm">');
    expect(out).toContain('<Tab label="go">\n\n```go\na\n```\n\n</Tab>');
    expect(out).toContain('<Links>\n<p><To href="b">B</To> <To href="c">C</To></p>\n</Links>');
  });

  it('knows a set whose template shows what its parts have put aside, and a provider by its name', async () => {
    const dir = siteFolder({
      'layouts/shortcodes/berths.html':
        '{{ with .Inner }}{{ end }}{{ range .Store.Get "all" }}<b title="{{ $.Get "group" }}">{{ .name }}</b>{{ .text | $.Page.RenderString }}{{ end }}',
      'layouts/shortcodes/berth.html':
        '{{ .Parent.Store.Add "all" (slice (dict "name" (.Get "name") "text" .Inner)) }}',
      'layouts/shortcodes/youtube-frame.html': '<div data-id="{{ .Get 0 }}"></div>',
      'content/a.md':
        'a\n\n{{< berths group="pier" >}}\n{{< berth name="East" >}}\nRow.\n{{< /berth >}}\n{{< berth name="West" >}}\nReef.\n{{< /berth >}}\n{{< /berths >}}\n\n{{< youtube-frame abc >}}',
    });
    const text = await init(dir);
    expect(rulesIn(text).filter((line) => !line.startsWith('#'))).toEqual([
      'berth: { as: tab, label: $name }',
      'berths: { as: tabs, group: $group }',
      'youtube-frame: { as: embed, provider: youtube, id: $0 }',
    ]);
    expect(await findingsOf(dir, text)).toEqual([]);
    const out = readFileSync(join(dir, 'out/a.mdx'), 'utf8');
    expect(out).toContain('<Tab label="East">\n\nRow.\n\n</Tab>\n<Tab label="West">');
  });

  it('takes in what a template prints in every call, and pages that it shows', async () => {
    const dir = siteFolder({
      'layouts/shortcodes/tides.html': '{{/* Shared. */}}\nTides *turn*.\n\n- twice a day\n',
      'layouts/shortcodes/warn-all.html': '<p>No *entry*</p>\n\n    <p>at night</p>\n',
      'layouts/shortcodes/show.html': '{{ with .Site.GetPage (.Get 0) }}{{ .Content }}{{ end }}',
      'content/parts/buoys.md': 'Buoys are *red*.',
      'content/a.md':
        'a\n\n{{% tides %}}\n\n{{< warn-all >}}\n\n{{< show "buoys.md" >}}\n\n{{< show "/parts/buoys" >}}',
    });
    const text = await init(dir);
    expect(rulesIn(text).filter((line) => !line.startsWith('#'))).toEqual([
      'show: { as: include, path: $0 }',
      'tides: { as: include, path: layouts/shortcodes/tides.html }',
      'warn-all: { as: include, path: layouts/shortcodes/warn-all.html }',
    ]);
    expect(await findingsOf(dir, text)).toEqual([]);
    expect(readFileSync(join(dir, 'out/a.mdx'), 'utf8')).toBe(
      'a\n\nTides *turn*.\n\n- twice a day\n\n<p>No \\*entry\\*</p>\n\n<p>at night</p>\n\nBuoys are *red*.\n\nBuoys are *red*.',
    );
  });

  it('guesses from the parts of a name, and from what arguments hold together', async () => {
    const dir = siteFolder({
      'content/a.md': [
        '{{< aside type="warning" header="Reef" >}}\nKeep off.\n{{< /aside >}}',
        '{{< fold-wrapper >}}\n{{< collapse-content title="More" >}}\nText.\n{{< /collapse-content >}}\n{{< /fold-wrapper >}}',
        '{{< tab name="Go" codelang="go" >}}\na := 1\n{{< /tab >}}\n{{< tab name="Text" >}}\n*a*\n{{< /tab >}}',
        '{{< berth/item title="A" body="B" href="/c/" >}}',
        '{{< video "https://video.example/watch/1" >}} {{< youtube-embed abc >}}',
        '{{< button text="Next" page="b.md" >}} {{< tab-link "Charts" "https://charts.example/" >}}',
        '{{< file "/etc/berth.conf" ini >}}\n# depth\nmetres = 4\n{{< /file >}}',
        '{{< details header="Tides" >}}\nHigh.\n{{< /details >}}',
        '{{< content "part.md" >}} {{< content "b.md" >}} {{< content "berth/part.md" >}} {{< content "berth/pier.md" >}} {{< content "gone.md" >}}',
        'x {{< available_from "v1.2.0" >}} y',
      ].join('\n\n'),
      'content/b.md': '---\ntitle: B\n---\n',
      'content/part.md': 'A part.\n',
      'content/berth/part.md': 'A berth.\n',
      'content/berth/pier.md': 'A pier.\n',
    });
    const text = await init(dir);
    expect(rulesIn(text).filter((line) => !line.startsWith('#'))).toEqual(
      expect.arrayContaining([
        'fold-wrapper: { as: container }',
        'collapse-content: { as: details, summary: { arg: title, read: markdown } }',
        '- when: { args: { codelang: { present: true } }, notation: standard }',
        'children: { as: code, lang: $codelang }',
        'link: $href',
        'video: { as: embed, provider: web, id: $0, url: $0, title: $0 }',
        'youtube-embed: { as: embed, provider: youtube, id: $0 }',
        'button: { as: button, url: $page, text: { arg: text, read: markdown } }',
        'tab-link: { as: link, url: $1, text: { arg: 0, read: markdown } }',
        'file: { as: code, lang: $1, title: $0, inner: raw }',
        'details: { as: details, summary: { arg: header, read: markdown } }',
        'content: { as: include, path: { text: "./${0}" } }', // one file of five is not there
        'available_from: { as: badge, text: { text: "Available from ${0}" } }',
      ]),
    );
    await findingsOf(dir, text);
    const out = readFileSync(join(dir, 'out/a.mdx'), 'utf8');
    expect(out).toContain('<Admonition kind="warning" title="Reef">\n\nKeep off.');
    expect(out).toContain('<summary>Tides</summary>');
    expect(out).toContain('```ini title="/etc/berth.conf"\n# depth\nmetres = 4\n```');
    expect(out).toContain('<Tab label="Go">\n\n```go\na := 1\n```\n\n</Tab>');
    expect(out).toContain('A part.');
  });

  it('takes what stands in addresses and code for a variable, and names that mean one thing for that', async () => {
    const dir = siteFolder({
      'content/a.md':
        'x\n\n{{< top >}}\n\n{{< toc >}}\n\n[a](https://x.example/{{< hub/latest-version >}}/) `{{< src "go" >}}` {{< src "js" >}}\n\n' +
        '{{< highlight_example file="x/run.go" >}}\n\n{{< rawhtml >}}<b>x</b>{{< /rawhtml >}}\n\n{{< asciinema 12 >}}\n\n' +
        '{{< panel image="a.svg" title="A" text="B" url="/c/" >}}\n\n{{< docker_image pilot >}}\n\n' +
        '{{< notice >}}{{< other-version >}}{{< /notice >}} {{< mood >}} {{< app-version >}}\n\n{{< app-version >}}\n\n{{< app-version >}}\n',
    });
    const text = await init(dir);
    const rules = rulesIn(text).filter((line) => !line.startsWith('#'));
    expect(rules.filter((line) => line.includes(': {') || line === 'panel:').toSorted()).toEqual([
      'app-version: { as: component, name: AppVersion }', // it stands alone as well
      'asciinema: { as: embed, provider: asciinema, id: $0 }',
      'docker_image: { as: component, name: DockerImage }',
      'highlight_example: { as: code, value: { file: "${file}" }, lang: go }',
      'hub/latest-version: { as: variable, name: hubLatestVersion }',
      'mood: { as: component, name: Mood }',
      'notice: { as: admonition, kind: note }',
      'other-version: { as: variable, name: otherVersion }',
      'panel:',
      'rawhtml: { as: unwrap, inner: html }',
      'src: { as: variable, name: { text: "src-${0}" } }',
      'subtitle: { arg: text, read: markdown }',
      'title: { arg: title, read: markdown }',
      'toc: { as: drop }',
      'top: { as: link, url: "#", text: Back to top }',
    ]);
    const findings = (await findingsOf(dir, text)).filter((code) => code.startsWith('mapping-'));
    expect([...new Set(findings)].toSorted()).toEqual([
      'mapping-file-not-found',
      'mapping-missing-value',
      'mapping-variable-open',
    ]);
  });

  it('finds the files that arguments name', async () => {
    const dir = siteFolder({
      'content/a.md': [
        'x {{< part "/_parts/one.md" >}} {{< part "_parts/two.md" >}}',
        '{{< shared uno >}} {{< shared due >}} {{< shared tre >}}',
        '{{< example file="code/x.go" >}} {{< include "gone.md" >}} {{< word a >}}',
      ].join('\n\n'),
      'content/_parts/one.md': 'one',
      'content/_parts/two.md': 'two',
      'content/boxes/uno.md': '1',
      'content/boxes/due.md': '2',
      'content/boxes/tre.md': '3',
      'content/code/x.go': 'package x',
    });
    const text = await init(dir);
    expect(rulesIn(text).filter((line) => !line.startsWith('#'))).toEqual([
      'shared: { as: include, path: { text: "content/boxes/${0}.md" } }',
      'part: { as: include, path: { text: "content/${0}" } }',
      'example: { as: code, value: { file: "./${file}" } }',
      'include: { as: component, name: Include }',
      'word: { as: component, name: Word }',
    ]);
    expect(await findingsOf(dir, text)).toEqual([]);
  });

  it('quotes what YAML would read otherwise', async () => {
    const names = ['yes', 'null', '1', '0x1', '__proto__', 'constructor', 'a/b-c', 'no', '2024-01-02'];
    const dir = siteFolder({
      'layouts/shortcodes/yes.html': '$5: # {{ .Site.Title }}',
      'content/a.md': ['x', ...names.map((name) => `{{< ${name} "a: b" >}}`)].join('\n\n'),
    });
    const text = await init(dir);
    expect(await findingsOf(dir, text)).toEqual([]);
    for (const name of names) expect(text).toMatch(new RegExp(`^ {4}"?${name}"?: `, 'm'));
  });

  it('says nothing where nothing is left to say', async () => {
    const text = await init(siteFolder({ 'content/a.md': 'text' }));
    expect(text).toBe(
      '# yaml-language-server: $schema=node_modules/decant/schema/config.json\n\nversion: 1\ntarget: mdx\n',
    );
  });
});
