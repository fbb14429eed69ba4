import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Inventory } from '../../../../src/model/inventory.ts';
import { openSite } from '../../../../src/pipeline/open-site.ts';
import { readMapping } from '../../../../src/pipeline/read-mapping.ts';
import { scanSite } from '../../../../src/pipeline/scan/scan-site.ts';
import { htmlInventory } from '../../../../src/report/inventory/html.ts';
import { prettyInventory } from '../../../../src/report/inventory/pretty.ts';
import { printToDos } from '../../../../src/report/inventory/to-do.ts';

const scratch = mkdtempSync(join(tmpdir(), 'decant-scan-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let sites = 0;
async function scan(entries: Readonly<Record<string, string>>): Promise<Inventory> {
  const dir = join(scratch, String(sites++));
  for (const [path, content] of Object.entries(entries)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  const mapping = readMapping({ files: [], site: dir });
  const opened = await openSite(dir, { mappingFacts: mapping.facts });
  return (await scanSite(opened, { mapping, target: 'mdx' })).inventory;
}

const page = (body: string, fields = 'title: T'): string => `---\n${fields}\n---\n${body}\n`;

describe('the shortcodes of an inventory', () => {
  it('are counted with notations, bodies, arguments, parents, rules and their templates', async () => {
    const { shortcodes } = await scan({
      'hugo.toml': '',
      'layouts/shortcodes/tabs.html': '<div class="tabs">{{ .Inner }}</div>',
      'layouts/shortcodes/tab.html': '<div class="tab" title="{{ .Get "name" }}">{{ .Inner | markdownify }}</div>',
      'content/a.md': page(
        'x\n\n{{< tabs >}}{{< tab name="A" >}}b{{< /tab >}}{{< Tab name="7" open=true >}}c{{< /Tab >}}{{< /tabs >}}\n\n{{% own 1 %}}',
      ),
      'content/b.md': page('{{< youtube id=abc >}} [y]({{< own "two words" >}})'),
    });
    const short = shortcodes.map(({ name, calls, pages, notations, bodies, template, isBuiltIn, first }) => ({
      name,
      calls,
      pages,
      written: `${notations.standard}+${notations.markdown}`,
      bodies: `${bodies.paired}+${bodies.none}`,
      template,
      isBuiltIn,
      first: `${first.file}:${first.line}:${first.column}`,
    }));
    expect(short).toEqual([
      { name: 'Tab', calls: 2, pages: 1, written: '2+0', bodies: '2+0', template: 'layouts/shortcodes/tab.html', isBuiltIn: false, first: 'content/a.md:6:13' },
      { name: 'own', calls: 2, pages: 2, written: '1+1', bodies: '0+2', template: undefined, isBuiltIn: false, first: 'content/a.md:8:1' },
      { name: 'tabs', calls: 1, pages: 1, written: '1+0', bodies: '1+0', template: 'layouts/shortcodes/tabs.html', isBuiltIn: false, first: 'content/a.md:6:1' },
      { name: 'youtube', calls: 1, pages: 1, written: '1+0', bodies: '0+1', template: undefined, isBuiltIn: true, first: 'content/b.md:4:1' },
    ]); // prettier-ignore
    const [tab, own, , youtube] = shortcodes;
    expect(tab?.parents).toEqual({ tabs: 2 });
    expect(tab?.arguments).toEqual([
      { name: 'name', count: 2, types: { number: 1, text: 1 }, samples: ['A', '7'], distinct: 2 },
      { name: 'open', count: 1, types: { boolean: 1 }, samples: ['true'], distinct: 1 },
    ]);
    expect(tab?.study).toMatchObject({
      learnedFrom: 'template',
      inner: ['markdown'],
      guess: { as: 'tab', basis: 'form' },
    });
    expect(own?.rules).toEqual([{ id: 'unmapped', as: 'component', calls: 2 }]);
    expect(youtube?.rules).toEqual([{ id: 'mappings/sources/hugo.yaml#shortcodes.youtube', as: 'embed', calls: 1 }]);
  });

  it('are guessed from their names and calls where no template is at hand', async () => {
    const { shortcodes } = await scan({
      'hugo.toml': '',
      'content/a.md': page(
        '{{< warning >}}a{{< /warning >}} {{< alert type="danger" title="T" >}}a{{< /alert >}} {{< img src="a.png" >}} {{< img2 >}}',
      ),
    });
    expect(
      shortcodes.map(({ name, study: { learnedFrom, guess } }) => [name, learnedFrom, guess?.as, guess?.settings]),
    ).toEqual([
      [
        'alert',
        'content',
        'admonition',
        {
          kind: { type: 'argument', names: ['type'], of: 'call', default: 'note' },
          title: { type: 'argument', names: ['title'], of: 'call' },
        },
      ],
      ['img', 'content', 'figure', { src: { type: 'argument', names: ['src'], of: 'call' } }],
      ['img2', 'content', undefined, undefined],
      ['warning', 'content', 'admonition', { kind: { type: 'literal', value: 'warning' } }],
    ]);
  });
});

describe('the rest of an inventory', () => {
  it('has front matter with types, conflicts and what the mapping makes of it', async () => {
    const { frontMatter } = await scan({
      'hugo.toml': '',
      'content/a.md': page('', 'title: A\nrank: 1\ndate: 2024-01-01\nmixed: [a, b]'),
      'content/b.md': page('', 'title: B\nrank: 1.5\ndate: "2024-01-02"\nmixed: a\nempty:'),
    });
    expect(
      frontMatter.map(({ key, types, conflict, samples, rule }) => ({ key, types, conflict, samples, rule })),
    ).toEqual([
      {
        key: 'date',
        types: { date: 1, text: 1 },
        conflict: false,
        samples: ['2024-01-01', '"2024-01-02"'],
        rule: 'date',
      },
      { key: 'mixed', types: { list: 1, text: 1 }, conflict: true, samples: ['a, b', 'a'], rule: undefined },
      { key: 'rank', types: { float: 1, integer: 1 }, conflict: false, samples: ['1', '1.5'], rule: undefined },
      { key: 'title', types: { text: 2 }, conflict: false, samples: ['A', 'B'], rule: 'title' },
      { key: 'empty', types: { null: 1 }, conflict: false, samples: [], rule: undefined },
    ]);
  });

  it('counts HTML, fences, extensions, links and what breaks MDX', async () => {
    const { elements, fences, extensions, links, risks } = await scan({
      'hugo.toml': 'baseURL = "https://me.example/docs/"\n[markup.goldmark.renderer]\nunsafe = true',
      'content/a.md': page(
        [
          '<div style="x">a<br></div>',
          '```go {linenos=true}\nx\n```',
          '```\nx\n```',
          '    indented',
          '# H {#own}',
          'a {b} 1 < 2 <!-- c --> <https://x.example> https://y.example',
          'import it',
          '[a](https://me.example/x) [b](/b) [c](c.md) [d](#d) [e](mailto:a@b.example) ![f](f.png) [g]({{< own >}}) [h](tel:1)',
          '- [ ] t',
          '> [!NOTE]\n> n',
        ].join('\n\n'),
      ),
    });
    const counts = (list: readonly { name: string; count: number }[]): string[] =>
      list.map(({ name, count }) => `${name} ${count}`);
    expect(counts(elements)).toEqual(['br 1', 'div 1']);
    expect(counts(fences)).toEqual([' 1', 'go 1']);
    expect(counts(extensions)).toEqual([
      'alerts 1',
      'code options 1',
      'heading attributes 1',
      'linkify 1',
      'task lists 1',
    ]);
    expect(links.map(({ kind, links: count, images }) => `${kind} ${count}+${images}`)).toEqual([
      'external 2+0',
      'relative 1+1',
      'anchor 1+0',
      'from the root 1+0',
      'mail 1+0',
      'other scheme 1+0',
      'own address 1+0',
      'with a shortcode 1+0',
    ]);
    expect(
      risks.map(({ kind, subject, count }) => `${kind}${subject === undefined ? '' : ` ${subject}`} ${count}`),
    ).toEqual([
      'autolink 1',
      'brace-in-text 1',
      'html-comment 1',
      'import-in-text 1',
      'indented-code 1',
      'less-than-in-text 1',
      'style-attribute 1',
      'void-element 1',
      'missing-template own 1',
    ]);
  });

  it('names what is left out, what is missing and what is broken', async () => {
    const { pages, themes, risks } = await scan({
      'hugo.toml': 'theme = "github.com/acme/hugo-theme-fancy"',
      'content/a.md': page('<b>x</b>', 'draft: true'),
      'content/b.md': page('{{< tip >}}'),
      'content/c.md': page('{{< /tip >}}'),
    });
    expect(pages).toMatchObject({ total: 3, byKind: { page: 3 }, leftOut: { draft: 1 } });
    expect(themes).toEqual([
      { name: 'github.com/acme/hugo-theme-fancy', isAtHand: false, evidence: 'theme in the configuration' },
    ]);
    expect(risks.map(({ kind, subject }) => `${kind} ${subject ?? ''}`.trim())).toEqual([
      'omitted-html',
      'brace-in-text',
      'less-than-in-text',
      'missing-template tip',
      'hidden-pages draft',
      'missing-theme github.com/acme/hugo-theme-fancy',
      'finding shortcode-closing-unopened',
    ]);
  });
});

describe('reports of an inventory', () => {
  it('keep to their columns and escape what the site says', async () => {
    const inventory = await scan({
      'hugo.toml': 'title = "<i>漢字</i>"',
      'content/a.md': page('{{< own a="<b>&" b="漢字" >}}\n\n{{< y a="c" >}}'),
    });
    const pretty = prettyInventory(inventory, (_, text) => text);
    expect(pretty).toContain('<i>漢字</i>  1 page, 2 shortcodes');
    const html = htmlInventory(inventory);
    expect(html).toContain('<h1>&#x3C;i>漢字&#x3C;/i></h1>');
    expect(html).not.toContain('<b>');
    expect(printToDos(inventory)).toBe(
      [
        'Write or mend: an hour or more',
        '',
        '- [ ] what “own” means: 1 call, first content/a.md:4, with a, b',
        '- [ ] what “y” means: 1 call, first content/a.md:6, with a',
        '',
      ].join('\n'),
    );
  });
});
