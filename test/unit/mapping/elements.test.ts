import { describe, expect, it } from 'vitest';
import { compileSelector } from '../../../src/mapping/selector.ts';
import { mapPage } from '../../support/map-page.ts';

const RULES = `elements:
  - { match: "div.alert.info", as: admonition, kind: info, title: { child: "h4, .title" }, ignore: role }
  - { match: "div.x > span", as: component, name: Badge, props: { c: $data-c } }
  - { match: div.tabs, as: tabs }
  - { match: "div.tabs > div", as: tab, label: $data-label }
  - { match: details, as: details, summary: { child: summary }, open: { arg: open, type: boolean } }
  - { match: pre.raw, as: code, lang: sh }
  - { match: "center, font", as: unwrap }
  - { match: script, as: drop }
  - { match: "mark", as: admonition, kind: note }
  - { match: "p.de", when: { language: de }, as: drop }
  - { match: kbd, as: keep }
shortcodes:
  v: { as: text, value: "1" }
  tip: { as: admonition, kind: tip }
`;

describe('elements', () => {
  it.each<[string, string, ...unknown[]]>([
    [
      'a box with a heading',
      '<div class="alert info" role="alert">\n<h4>Read *me*</h4>\n\nBody {{< v >}}\n\n</div>',
      ['admonition', { kind: 'info', title: ['Read *me*'], collapsible: 'none' }, ['paragraph', 'Body ', '1']],
    ],
    [
      'a box without one',
      '<div class="info alert">x</div>',
      ['admonition', { kind: 'info', collapsible: 'none' }, 'x'],
    ],
    [
      'a child',
      '<div class="x"><span data-c="{{< v >}}">n</span></div>\n\n<p><span>q</span></p>',
      [
        'elementBlock',
        { tagName: 'div', attributes: [{ name: 'class', value: 'x' }] },
        ['componentInline', { name: 'Badge', props: [{ name: 'c', value: '1' }] }, 'n'],
      ],
      ['elementBlock', { tagName: 'p' }, ['elementInline', { tagName: 'span' }, 'q']],
    ],
    [
      'tabs',
      '<div class="tabs">\n<div data-label="A">\n\na\n\n</div>\n<div data-label="B">\n\nb\n\n</div>\n</div>',
      ['tabs', ['tab', { label: 'A' }, ['paragraph', 'a']], ['tab', { label: 'B' }, ['paragraph', 'b']]],
    ],
    [
      'details',
      '<details open="">\n<summary>Sum</summary>\n\ntext\n\n</details>',
      ['details', { summary: ['Sum'], open: true }, ['paragraph', 'text']],
    ],
    [
      'details that are closed',
      '<details>\n\ntext\n\n</details>',
      ['details', { summary: ['Details'], open: false }, ['paragraph', 'text']],
    ],
    [
      'text as it is written',
      '<pre class="raw">\na {{< v >}}\n  <b>b</b>\n</pre>',
      ['code', { lang: 'sh', value: 'a 1\n  <b>b</b>' }],
    ],
    ['content alone', '<center>x</center>', ['paragraph', 'x']],
    ['nothing', '<script>alert({{< v >}})</script>'],
    ['in a line of text', 'a <font>*b*</font>', ['paragraph', 'a ', ['emphasis', 'b']]],
    [
      'a block in a line of text',
      'a <mark>b</mark> c',
      ['paragraph', 'a'],
      ['admonition', { kind: 'note', collapsible: 'none' }, 'b'],
      ['paragraph', 'c'],
    ],
    ['one that stays', '<kbd>{{< v >}}</kbd>', ['paragraph', ['elementInline', { tagName: 'kbd' }, '1']]],
    [
      'one that another language drops',
      '<p class="de">x</p>',
      ['elementBlock', { tagName: 'p', attributes: [{ name: 'class', value: 'de' }] }, 'x'],
    ],
    [
      'calls inside',
      '<div>\n\n{{< tip >}}x{{< /tip >}}\n\n</div>',
      ['elementBlock', { tagName: 'div' }, ['admonition', { kind: 'tip', collapsible: 'none' }, ['paragraph', 'x']]],
    ],
  ])('%s', (_, source, ...expected) => {
    expect(mapPage(source, RULES).body).toEqual(expected);
  });

  it('stay where their rule cannot be followed, with what is in them mapped', () => {
    const { body, codes } = mapPage('# a <mark>*b* {{< v >}}</mark>', RULES);
    expect(body).toMatchObject([
      ['heading', {}, 'a ', ['elementInline', { tagName: 'mark' }, ['emphasis', 'b'], ' ', '1']],
    ]);
    expect(codes).toEqual(['mapping-misplaced']);
  });

  it('are accounted for, and so is what they lose', () => {
    const { account, codes } = mapPage(
      '<div id="i" class="alert info">\n<h4 class="c">T</h4>\n<b>x</b>\n</div>\n\n<script><i>x</i></script>\n\n<center><u>x</u></center>',
      RULES,
    );
    expect(account).toEqual([
      'element h4@32 mapped m.yaml#elements[0]',
      'element div@0 mapped m.yaml#elements[0]',
      'element script@70 dropped m.yaml#elements[7]',
      'element center@97 mapped m.yaml#elements[6]',
    ]);
    expect(codes).toEqual(['mapping-unused-argument']);
  });
});

describe('a selector', () => {
  const element = (tagName: string, attributes: Record<string, string | true> = {}) => ({
    tagName,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
  });
  const div = element('div', { class: 'a note\tb', id: 'i', 'data-x': 'foo-bar', hidden: true });
  it.each([
    ['div', true],
    ['DIV', true],
    ['*', true],
    ['p', false],
    ['.note', true],
    ['.not', false],
    ['div.a.b', true],
    ['#i', true],
    ['p, #i', true],
    ['[data-x]', true],
    ['[hidden]', true],
    ['[hidden=""]', true],
    ['[data-x=foo]', false],
    ['[data-x|=foo]', true],
    ['[data-x^=foo]', true],
    ['[data-x$=bar]', true],
    ['[data-x*=o-b]', true],
    ['[data-x*=""]', false],
    ['[data-x="FOO-BAR" i]', true],
    ['[DATA-X]', true],
    ['[class~=note]', true],
    ['div:not(.c)', true],
    ['div:not(.a, .c)', false],
    ['div:is(p, .b)', true],
    ['section div', true],
    ['main div', true],
    ['main > div', false],
    ['section > div', true],
    ['main > section > div', true],
    ['main section main', false],
    ['body div', false],
    [':not(section) > div', false],
  ])('%s', (selector, expected) => {
    const matches = compileSelector(selector);
    if (typeof matches === 'string') throw new Error(matches);
    expect(matches(div, [element('main'), element('section')])).toBe(expected);
  });

  it.each(['p + div', 'p ~ div', 'li:first-child', 'a:hover', 'a::before', '', 'div[', ':has(a)'])(
    '%s is refused',
    (selector) => {
      expect(compileSelector(selector)).toBeTypeOf('string');
    },
  );
});
