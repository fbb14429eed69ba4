import { describe, expect, it } from 'vitest';
import type { Sketch } from '../../support/map-page.ts';
import { mapPage, mappingOf } from '../../support/map-page.ts';

const RULES = `shortcodes:
  tip: { as: admonition, kind: tip, title: { arg: [title, 0], read: markdown } }
  tabs: { as: tabs, group: $group, label: { parent: items, split: ",", at: ordinal } }
  tab: { as: tab, label: { arg: [name, 0] }, value: $value }
  text: { as: code, inner: raw, lang: { arg: [syntax, 0] } }
  version: { as: text, value: "1.2" }
  fig: { as: figure, src: $src, alt: $alt, caption: { arg: caption, read: markdown }, width: $width, link: $link }
  pic: { as: image, src: $0, alt: $1, title: $2 }
  icon: { as: component, name: Icon, display: inline }
  hero: { as: component, name: Hero, display: block }
  box: { as: container, attributes: { class: $class } }
  em: { as: container, tagName: em }
  a: { as: link, url: $0, title: $1 }
  un: { as: unwrap }
  gone: { as: drop }
  stay: { as: keep }
  more: { as: details, summary: $0, open: { arg: open, type: boolean }, attributes: { class: $class } }
  tex: { as: math }
  video: { as: embed, provider: $p, id: $id, url: { text: "https://v.example/\${id}" }, title: $title }
`;

/** The body of a page and the codes of its findings. */
const bodyOf = (source: string, rules = RULES): readonly Sketch[] => mapPage(source, rules).body;
const paragraph = (...children: Sketch[]): Sketch => ['paragraph', ...children];

describe('calls among blocks', () => {
  it.each<[string, string, ...Sketch[]]>([
    [
      'an admonition',
      '{{< tip "Read *me*" >}}\n- a\n{{< /tip >}}',
      [
        'admonition',
        { kind: 'tip', title: ['Read *me*'], collapsible: 'none' },
        ['list', { ordered: false }, ['listItem', paragraph('a')]],
      ],
    ],
    [
      'one that joins the page’s Markdown',
      '{{% tip %}}\n**x**\n{{% /tip %}}',
      ['admonition', { kind: 'tip', collapsible: 'none' }, paragraph(['strong', 'x'])],
    ],
    ['details', '{{< more "More" >}}x{{< /more >}}', ['details', { summary: ['More'], open: false }, paragraph('x')]],
    [
      'details without a summary',
      '{{< more class="k" open=true >}}x{{< /more >}}',
      ['details', { summary: ['Details'], open: true, attributes: [{ name: 'class', value: 'k' }] }, paragraph('x')],
    ],
    [
      'a figure',
      '{{< fig src="a.png" caption="C" link="/b" >}}',
      ['figure', { src: 'a.png', link: '/b', caption: ['C'] }],
    ],
    ['an image', '{{< pic a.png "Alt" "Tip" >}}', paragraph(['image', { url: 'a.png', alt: 'Alt', title: 'Tip' }])],
    ['code', '{{< text bash >}}\n$ ls\n{{< /text >}}', ['code', { lang: 'bash', value: '$ ls' }]],
    ['a formula', '{{< tex >}}\na_b\n{{< /tex >}}', ['mathBlock', { value: 'a_b', delimiters: ['$$', '$$'] }]],
    [
      'an embed',
      '{{< video p=x id=7 title=T >}}',
      ['embed', { provider: 'x', id: '7', url: 'https://v.example/7', title: 'T' }],
    ],
    [
      'a container',
      '{{< box class="k" >}}x{{< /box >}}',
      ['container', { tagName: 'div', attributes: [{ name: 'class', value: 'k' }] }, paragraph('x')],
    ],
    ['a link', '{{< a "/x" "T" >}}**x**{{< /a >}}', paragraph(['link', { url: '/x', title: 'T' }, ['strong', 'x']])],
    ['a link without a text', '{{< a "/x" >}}{{< /a >}}', paragraph(['link', { url: '/x' }, '/x'])],
    [
      'a link around blocks',
      '{{< a "/x" >}}\na\n\nb\n{{< /a >}}',
      ['container', { tagName: 'a', attributes: [{ name: 'href', value: '/x' }] }, paragraph('a'), paragraph('b')],
    ],
    ['text', '{{< version >}}', paragraph('1.2')],
    ['content alone', '{{< un >}}\n# H\n\nx\n{{< /un >}}', ['heading', { depth: 1, id: 'h' }, 'H'], paragraph('x')],
    ['nothing', '{{< gone >}}x{{< /gone >}}'],
    ['what stays', '{{< stay >}}{{< version >}}{{< /stay >}}', ['shortcodeBlock', { call: 'stay' }, paragraph('1.2')]],
    [
      'inline content by wish',
      '{{< icon x=1 >}}',
      paragraph(['componentInline', { name: 'Icon', props: [{ name: 'x', value: 1 }] }]),
    ],
    [
      'calls in calls',
      '{{< tip >}}{{< tip >}}x{{< /tip >}}{{< /tip >}}',
      [
        'admonition',
        { kind: 'tip', collapsible: 'none' },
        ['admonition', { kind: 'tip', collapsible: 'none' }, paragraph('x')],
      ],
    ],
    [
      'a name in capitals',
      '{{< TIP >}}x{{< /TIP >}}',
      ['admonition', { kind: 'tip', collapsible: 'none' }, paragraph('x')],
    ],
  ])('%s', (_, source, ...expected) => {
    expect(bodyOf(source)).toEqual(expected);
  });

  it.each([
    [
      'a list item',
      '- {{< tip >}}x{{< /tip >}}',
      ['list', { ordered: false }, ['listItem', ['admonition', { kind: 'tip', collapsible: 'none' }, paragraph('x')]]],
    ],
    [
      'a quote',
      '> {{< tip >}}x{{< /tip >}}',
      ['blockquote', ['admonition', { kind: 'tip', collapsible: 'none' }, paragraph('x')]],
    ],
    [
      'a footnote',
      '[^1]\n\n[^1]: {{< version >}}',
      ['footnoteDefinition', { identifier: '1', label: '1' }, paragraph('1.2')],
    ],
    [
      'a definition list',
      'a\n: {{< version >}}',
      ['definitionList', ['definitionTerm', 'a'], ['definitionDescription', paragraph('1.2')]],
    ],
    ['an HTML element', '<div>\n\n{{< version >}}\n\n</div>', ['elementBlock', { tagName: 'div' }, paragraph('1.2')]],
  ])('in %s', (_, source, expected) => {
    expect(bodyOf(source).at(-1)).toEqual(expected);
  });
});

describe('calls in a line of text', () => {
  it.each<[string, string, ...Sketch[]]>([
    ['text', 'v{{< version >}}!', paragraph('v', '1.2', '!')],
    [
      'a figure that is only a picture',
      'a {{< fig src="a.png" alt="A" width=9 link="/b" >}} b',
      paragraph(
        'a ',
        ['link', { url: '/b' }, ['image', { url: 'a.png', alt: 'A', attributes: [{ name: 'width', value: '9' }] }]],
        ' b',
      ),
    ],
    [
      'code without line breaks',
      'a {{< text >}}ls{{< /text >}} b',
      paragraph('a ', ['inlineCode', { value: 'ls' }], ' b'),
    ],
    [
      'a formula',
      'a {{< tex >}} x {{< /tex >}}',
      paragraph('a ', ['mathInline', { value: 'x', delimiters: ['$', '$'] }]),
    ],
    [
      'a container',
      'a {{< box >}}*x*{{< /box >}}',
      paragraph('a ', ['elementInline', { tagName: 'span' }, ['emphasis', 'x']]),
    ],
    ['an element of its own', 'a {{< em >}}x{{< /em >}}', paragraph('a ', ['elementInline', { tagName: 'em' }, 'x'])],
    ['content alone', 'a {{< un >}}*x*{{< /un >}} b', paragraph('a ', ['emphasis', 'x'], ' b')],
    ['nothing, with the space in front of it', 'a {{< gone >}}{{< /gone >}}', paragraph('a')],
    ['nothing at all', '{{< gone >}}{{< /gone >}} {{< gone >}}{{< /gone >}}'],
    ['a component', 'a {{< icon >}}', paragraph('a ', ['componentInline', { name: 'Icon' }])],
  ])('%s', (_, source, ...expected) => {
    expect(bodyOf(source)).toEqual(expected);
  });

  it.each<[string, string, ...Sketch[]]>([
    [
      'an admonition',
      'a\n{{< tip >}}x{{< /tip >}}\nb *c*',
      paragraph('a'),
      ['admonition', { kind: 'tip', collapsible: 'none' }, paragraph('x')],
      paragraph('b ', ['emphasis', 'c']),
    ],
    ['code with lines', 'Do:\n{{< text >}}\nls\n{{< /text >}}', paragraph('Do:'), ['code', { value: 'ls' }]],
    [
      'a figure with a caption',
      'a {{< fig src="a.png" caption="C" >}}',
      paragraph('a'),
      ['figure', { src: 'a.png', caption: ['C'] }],
    ],
    ['a block by wish', 'a {{< hero >}} b', paragraph('a'), ['componentBlock', { name: 'Hero' }], paragraph('b')],
    ['content with blocks', 'a {{< un >}}\nb\n\nc\n{{< /un >}}', paragraph('a'), paragraph('b'), paragraph('c')],
    [
      'two of them',
      '{{< tip >}}x{{< /tip >}}\n{{< tip >}}y{{< /tip >}}',
      ['admonition', { kind: 'tip', collapsible: 'none' }, paragraph('x')],
      ['admonition', { kind: 'tip', collapsible: 'none' }, paragraph('y')],
    ],
  ])('a block splits the paragraph: %s', (_, source, ...expected) => {
    expect(bodyOf(source)).toEqual(expected);
  });

  it('says that a paragraph was split only where text is left of it', () => {
    expect(mapPage('{{< tip >}}x{{< /tip >}}\n{{< tip >}}y{{< /tip >}}', RULES).codes).toEqual([]);
    expect(mapPage('a\n{{< tip >}}x{{< /tip >}}', RULES).codes).toEqual(['mapping-paragraph-split']);
  });

  it('keeps attributes of a split paragraph on its first piece', () => {
    const { body } = mapPage('a {{< hero >}} b\n{.k}', RULES, { markup: { attributes: { title: true, block: true } } });
    expect(body).toEqual([
      ['paragraph', { attributes: [{ name: 'class', value: 'k' }] }, 'a'],
      ['componentBlock', { name: 'Hero' }],
      paragraph('b'),
    ]);
  });

  it('does not put a block where only inline content can stand', () => {
    const { body, codes } = mapPage(
      '# H {{< tip >}}x{{< /tip >}} [l {{< un >}}\na\n\nb\n{{< /un >}}](/x)',
      `${RULES}unmapped: keep\n`,
    );
    expect(body[0]).toEqual([
      'heading',
      { depth: 1, id: 'h--l' },
      'H ',
      ['shortcodeInline', { call: 'tip' }, paragraph('x')],
      ' ',
      ['link', { url: '/x' }, 'l ', ['shortcodeInline', { call: 'un' }, paragraph('a'), paragraph('b')]],
    ]);
    expect(codes).toEqual(['mapping-misplaced', 'mapping-misplaced']);
  });

  it('turns an embed into a link where only inline content can stand', () => {
    expect(bodyOf('# {{< video p=x id=7 title=T >}}')[0]).toMatchObject([
      'heading',
      {},
      ['link', { url: 'https://v.example/7' }, 'T'],
    ]);
  });
});

describe('tabs', () => {
  const tab = (label: string, text: string): Sketch => ['tab', { label }, paragraph(text)];
  it.each<[string, string, ...Sketch[]]>([
    [
      'have their own labels',
      '{{< tabs group=g >}}{{< tab "A" >}}a{{< /tab >}}{{< tab name="B" value=b >}}b{{< /tab >}}{{< /tabs >}}',
      ['tabs', { group: 'g' }, tab('A', 'a'), ['tab', { label: 'B', value: 'b' }, paragraph('b')]],
    ],
    [
      'take labels from the set',
      '{{< tabs items="X, Y" >}}\n{{< tab >}}a{{< /tab >}}\n\n{{< tab >}}b{{< /tab >}}\n{{< /tabs >}}',
      ['tabs', tab('X', 'a'), tab('Y', 'b')],
    ],
    [
      'get a set where they have none',
      '{{< tab "A" >}}a{{< /tab >}}\n\n{{< tab "B" >}}b{{< /tab >}}\n\nx\n\n{{< tab "C" >}}c{{< /tab >}}',
      ['tabs', tab('A', 'a'), tab('B', 'b')],
      paragraph('x'),
      ['tabs', tab('C', 'c')],
    ],
    [
      'in a list item',
      '- {{< tab "A" >}}a{{< /tab >}}',
      ['list', { ordered: false }, ['listItem', ['tabs', tab('A', 'a')]]],
    ],
    [
      'in tabs',
      '{{< tabs items="X" >}}{{< tab >}}{{< tab "I" >}}i{{< /tab >}}{{< /tab >}}{{< /tabs >}}',
      ['tabs', ['tab', { label: 'X' }, ['tabs', tab('I', 'i')]]],
    ],
    [
      'stand behind what is between them',
      '{{< tabs >}}p\n\n{{< tab "A" >}}a{{< /tab >}}{{< /tabs >}}',
      paragraph('p'),
      ['tabs', tab('A', 'a')],
    ],
  ])('%s', (_, source, ...expected) => {
    expect(bodyOf(source)).toEqual(expected);
  });
});

describe('rule selection', () => {
  const rules = `shortcodes:
  x:
    - { when: { args: { "0": [warning, 7] } }, as: text, value: first }
    - { when: { args: { a: { present: true }, b: { present: false } } }, as: text, value: named }
    - { when: { notation: markdown }, as: text, value: markdown }
    - { when: { body: paired }, as: text, value: paired, ignore: 0 }
    - { when: { parent: [un, other] }, as: text, value: nested }
    - { when: { page: "/docs/**", language: [de, FR] }, as: text, value: page }
    - { when: { page: "content/blog/*.md" }, as: text, value: file }
    - { when: { parent: false, args: { z: true } }, as: text, value: alone }
  un: { as: unwrap }
unmapped: drop
`;
  it.each([
    ['{{< x warning >}}', 'first'],
    ['{{< x 7 >}}', 'first'],
    ['{{< x "7" >}}', 'first'],
    ['{{< x a=1 >}}', 'named'],
    ['{{% x a=1 b=2 %}}', 'markdown'],
    ['{{< un >}}{{< x >}}{{< /un >}}', 'nested'],
    ['{{< x z=true >}}', 'alone'],
    ['{{< x Z=true >}}', undefined],
    ['{{< x 8 >}}', undefined],
  ])('%s', (source, expected) => {
    expect(bodyOf(source, rules)).toEqual(expected === undefined ? [] : [paragraph(expected)]);
  });

  it('looks at the page', () => {
    const on = (file: string, language: string) => mapPage('{{< x >}}', rules, { file, language }).body;
    expect(on('content/docs/a/b.md', 'de')).toEqual([]);
    expect(on('docs/a/b.md', 'de')).toEqual([paragraph('page')]);
    expect(on('docs/a/b.md', 'fr')).toEqual([paragraph('page')]);
    expect(on('docs/a/b.md', 'en')).toEqual([]);
    expect(on('content/blog/a.md', 'en')).toEqual([paragraph('file')]);
  });

  it('counts an argument that chose the rule as used', () => {
    const { codes, account } = mapPage('{{< x warning >}}', rules);
    expect(codes).toEqual([]);
    expect(account).toEqual(['call 0 mapped m.yaml#shortcodes.x[0]', 'argument 0/0 mapped m.yaml#shortcodes.x[0]']);
  });

  it('follows the target', () => {
    const mapping = mappingOf(
      'version: 1\nshortcodes: { x: { as: drop } }\nperTarget: { html: { shortcodes: { x: { as: text, value: h } } } }',
    );
    expect(mapPage('{{< x >}}', mapping, { target: 'mdx' }).body).toEqual([]);
    expect(mapPage('{{< x >}}', mapping, { target: 'html' }).body).toEqual([paragraph('h')]);
  });
});

describe('what does not change', () => {
  it('is the same page', () => {
    const { page, read, outcomes } = mapPage('---\ntitle: T\n---\n# H\n\ntext', RULES);
    expect(page).toBe(read);
    expect(outcomes).toEqual([{ kind: 'field', id: 'title', result: 'kept', by: 'unmapped:keep' }]);
  });

  it('is the same nodes around what changes', () => {
    const { page, read } = mapPage('# H\n\n- a\n- {{< version >}}\n\n> q', RULES);
    expect(page.body[0]).toBe(read.body[0]);
    expect(page.body[2]).toBe(read.body[2]);
    const [before, after] = [read.body[1], page.body[1]];
    expect(before?.type === 'list' && after?.type === 'list' && before.children[0] === after.children[0]).toBe(true);
  });

  it('leaves what it was given alone', () => {
    const { read } = mapPage('{{< tip >}}x{{< /tip >}}', RULES);
    expect(read.body[0]?.type).toBe('shortcodeBlock');
  });
});

it('says where a node comes from', () => {
  const { page } = mapPage('x\n\n{{< tip >}}{{< version >}}{{< /tip >}}', RULES);
  expect(page.body[1]).toMatchObject({
    place: { line: 3, column: 1 },
    origin: { call: '0', rule: 'm.yaml#shortcodes.tip' },
    children: [{ children: [{ origin: { call: '0.0', rule: 'm.yaml#shortcodes.version' } }] }],
  });
});
