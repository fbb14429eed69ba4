import { expect, it } from 'vitest';
import { mapPage } from '../../support/map-page.ts';

const RULES = `code:
  Mermaid: { as: component, name: Mermaid, props: { value: { inner: raw } } }
  golang: { as: code, lang: go, lineNumbers: true }
  math: { as: math }
  secret: { as: drop }
  plain: { as: keep }
  text:
    - { when: { args: { title: { present: true } } }, as: code, lang: txt }
    - { when: { args: { linenos: true } }, as: component, name: Numbered, props: { lines: $hl_lines }, rest: keep }
shortcodes:
  v: { as: text, value: "1" }
`;

it.each<[string, string, ...unknown[]]>([
  [
    'a component',
    '```mermaid\ngraph {{< v >}}\n```',
    ['componentBlock', { name: 'Mermaid', props: [{ name: 'value', value: 'graph 1' }] }],
  ],
  [
    'another language, with all that was said',
    '```golang {hl_lines=[1] title="x" a=b}\na\n```',
    [
      'code',
      {
        lang: 'go',
        meta: '{hl_lines=[1] title="x" a=b}',
        options: { highlightedLines: [[1, 1]], title: 'x', lineNumbers: true },
        attributes: [
          { name: 'title', value: 'x' },
          { name: 'a', value: 'b' },
        ],
        value: 'a',
      },
    ],
  ],
  ['a formula', '```math\na_b\n```', ['mathBlock', { value: 'a_b', delimiters: ['$$', '$$'] }]],
  ['nothing', '```secret\nx\n```'],
  ['what stays', '```plain\n\nx {{< v >}}\n```', ['code', { lang: 'plain', value: '\nx 1' }]],
  [
    'what no rule takes',
    '```\nx\n```\n\n```text\ny\n```',
    ['code', { value: 'x' }],
    ['code', { lang: 'text', value: 'y' }],
  ],
  [
    'what another rule takes',
    '```text {linenos=true hl_lines=["2-3"] x=y}\na\n```',
    [
      'componentBlock',
      {
        name: 'Numbered',
        props: [
          { name: 'lines', value: '2-3' },
          { name: 'x', value: 'y' },
          { name: 'inner', value: 'a' },
        ],
      },
    ],
  ],
])('a fence becomes %s', (_, source, ...expected) => {
  const { body, codes } = mapPage(source, RULES);
  expect(body).toEqual(expected);
  expect(codes).toEqual([]);
});

it('says which attributes are lost', () => {
  expect(mapPage('```mermaid {a=b}\nx\n```', RULES).codes).toEqual(['mapping-unused-argument']);
});
