import fc from 'fast-check';
import type { Blockquote, ListItem, PhrasingContent, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { printSimple } from '../../../../src/writers/mdx/print-simple.ts';
import { printWhole } from '../../../../src/writers/mdx/serialize.ts';
import { flowElement, text, textElement } from '../../../../src/writers/mdx/tree/nodes.ts';
import { paragraph } from '../../../../src/writers/mdx/tree/phrasing.ts';

const words = fc.constantFrom(
  'word',
  'two words',
  'a, b. c',
  '1.',
  '1) x',
  '- x',
  'import x',
  'exports',
  'w.x',
  'a_b',
  'a*',
  'é — “q”',
  ' x',
  'x ',
  '# h',
  'a\nb',
  'x (y)',
  'https:',
  'https://x',
  '//x',
  '.x',
  'www',
  '(y)',
  '[x]',
  ']',
  'a_b_c',
  'a__b',
  'aa_bb',
  '_x',
  'x_',
  '!',
  '![',
  '!x',
  'a = b',
  '= b',
  '> x',
  'x > y',
  'a | b',
  '| b',
  ':-',
  'a: b',
  ': b',
  '+ x',
  'x #',
  '{x}',
  '&amp;',
  '\\*',
);

const { inline } = fc.letrec<{ inline: PhrasingContent }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map(text),
    words.map((value): PhrasingContent => ({ type: 'inlineCode', value })),
    fc.constant<PhrasingContent>({ type: 'mdxTextExpression', value: '" "' }),
    fc
      .tuple(fc.constantFrom('b', 'X', null), fc.array(tie('inline'), { maxLength: 3 }))
      .map(([name, children]) => textElement(name, [], children)),
  ),
}));

const { block } = fc.letrec<{ block: RootContent }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.array(inline, { minLength: 1, maxLength: 4 }).map(paragraph),
    fc
      .tuple(words, fc.constantFrom(null, 'go', 'c++'), fc.constantFrom(null, 'title="a"'))
      .map(([value, lang, meta]): RootContent => ({ type: 'code', value, lang, meta: lang && meta })),
    fc.constant<RootContent>({ type: 'mdxFlowExpression', value: '/* c */' }),
    fc.constant<RootContent>({ type: 'copy', value: '- a\n  b', first: 'list', last: 'list', startsWeakly: false }),
    fc
      .array(inline, { minLength: 1, maxLength: 2 })
      .map((children): RootContent => ({ type: 'heading', depth: 2, children })),
    fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((children): RootContent => ({
      type: 'list',
      ordered: false,
      spread: false,
      children: [{ type: 'listItem', spread: false, children: children as ListItem['children'] }],
    })),
    fc.array(tie('block'), { maxLength: 2 }).map((children): RootContent => ({
      type: 'blockquote',
      children: children as Blockquote['children'],
    })),
    fc
      .tuple(fc.constantFrom('div', 'Tip'), fc.array(tie('block'), { maxLength: 3 }))
      .map(([name, children]) => flowElement(name, [], children)),
  ),
}));

const printNone = (): never => {
  throw new Error('the serializer is not needed here');
};

describe('the short way of printing', () => {
  it('prints what the serializer prints', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const printed = printSimple(blocks, (other) => printWhole([other]));
        if (printed !== undefined) expect(printed).toBe(printWhole(blocks));
      }),
      { numRuns: 2000 },
    );
  });

  it('is taken for tags around copies, plain words and code', () => {
    const copy: RootContent = { type: 'copy', value: 'a', first: 'paragraph', last: 'paragraph', startsWeakly: false };
    const line = paragraph([textElement('summary', [], [text('Some words')])]);
    expect(printSimple([flowElement('details', [], [line, copy])], printNone)).toBe(
      '<details>\n<summary>Some words</summary>\n\na\n\n</details>',
    );
  });
});
