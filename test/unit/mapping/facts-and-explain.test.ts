import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../../src/mapping/load.ts';
import { explainRule, listRules } from '../../../src/mapping/explain.ts';
import { mappingFacts } from '../../../src/mapping/facts.ts';
import { mappingOf } from '../../support/map-page.ts';

describe('mappingFacts', () => {
  it.each([
    ['{ as: unwrap }', undefined],
    ['{ as: unwrap, inner: raw }', { takesInner: true, inner: 'raw' }],
    ['{ as: unwrap, inner: none }', { takesInner: false, inner: 'none' }],
    ['{ as: unwrap, body: paired }', { takesInner: true, inner: 'markdown' }],
    ['{ as: unwrap, body: single }', { takesInner: false, inner: 'none' }],
    ['{ as: drop, body: paired, inner: html }', { takesInner: true, inner: 'html' }],
    ['{ as: code }', { takesInner: true, inner: 'raw' }],
    ['{ as: code, inner: code }', { takesInner: true, inner: 'code' }],
    ['{ as: code, value: $0 }', undefined],
    [
      '{ as: tab, inner: { standard: code, markdown: markdown } }',
      { takesInner: true, inner: 'code', markdownInner: 'markdown' },
    ],
    ['{ as: tab, inner: { markdown: raw } }', { takesInner: true, inner: 'markdown', markdownInner: 'raw' }],
    ['{ as: code, body: single }', { takesInner: false, inner: 'none' }],
    ['[{ as: math, when: { body: paired } }, { as: drop }]', undefined],
    ['[{ as: math, when: { body: paired } }, { as: drop, inner: raw }]', { takesInner: true, inner: 'raw' }],
  ])('%s', (rules, expected) => {
    const fact = mappingFacts(mappingOf(`version: 1\nshortcodes: { X: ${rules} }`)).get('x');
    expect(fact).toEqual(expected && { ...expected, learnedFrom: 'mapping' });
  });

  it('are still known when another file replaces the rule', () => {
    const base = { name: 'a.yaml', text: 'version: 1\nshortcodes: { x: { as: code, inner: code } }' };
    const own = { name: 'b.yaml', text: 'version: 1\nshortcodes: { x: { as: drop, body: paired } }' };
    const { mapping } = loadMapping([base, own], { read: () => undefined, shipped: {} });
    expect(mappingFacts(mapping).get('x')).toEqual({ takesInner: true, inner: 'code', learnedFrom: 'mapping' });
  });
});

const MAPPING = mappingOf(`version: 1
frontMatter:
  weight: { as: order }
  Toc: { as: tableOfContents, invert: true }
  author: { rename: writer }
  old: drop
shortcodes:
  tip:
    - { when: { args: { a: [x, 1], b: { present: true }, c: { present: false } }, notation: markdown }, as: unwrap, inner: raw }
    - { when: { body: paired, parent: [p, q], page: /docs/**, language: de }, as: unwrap }
    - { when: { parent: false, parentArgs: { d: 1 } }, as: drop }
    - { as: keep }
elements:
  - { match: div.x, as: unwrap }
code:
  Mermaid: { as: component, name: Mermaid }
perTarget:
  mdx:
    frontMatter: { weight: keep }
unmapped: { default: drop, shortcodes: { tip: error } }
`);

describe('listRules', () => {
  it('lists what counts for a target', () => {
    const rules = listRules(MAPPING, 'mdx').map(({ table, name, as, line, when }) => [table, name, as, line, when]);
    expect(rules).toEqual([
      ['frontMatter', 'Toc', 'not tableOfContents', 4, ''],
      ['frontMatter', 'author', 'rename to writer', 5, ''],
      ['frontMatter', 'old', 'drop', 6, ''],
      ['frontMatter', 'weight', 'keep', 19, ''],
      [
        'shortcodes',
        'tip',
        'unwrap',
        9,
        'argument a is x or 1, argument b is given, no argument c, notation is markdown',
      ],
      ['shortcodes', 'tip', 'unwrap', 10, 'body is paired, parent is p or q, page is /docs/**, language is de'],
      ['shortcodes', 'tip', 'drop', 11, 'argument d is 1 on the call around, not inside another call'],
      ['shortcodes', 'tip', 'keep', 12, ''],
      ['code', 'mermaid', 'component', 16, ''],
      ['elements', 'div.x', 'unwrap', 14, ''],
    ]);
  });
});

describe('explainRule', () => {
  it('explains a name, whatever its case', () => {
    expect(explainRule(MAPPING, 'WEIGHT', 'mdx')).toMatchObject({
      rules: [{ id: 'm.yaml#perTarget.mdx.frontMatter.weight' }],
      replaced: [{ id: 'm.yaml#frontMatter.weight', as: 'order' }],
      otherwise: 'drop',
    });
    expect(explainRule(MAPPING, 'Tip', 'mdx')).toMatchObject({
      rules: [{}, {}, {}, {}],
      replaced: [],
      facts: { inner: 'raw', takesInner: true },
      otherwise: 'error',
    });
  });

  it('knows nothing of other names', () => {
    expect(explainRule(MAPPING, 'none', 'mdx')).toBeUndefined();
  });
});
