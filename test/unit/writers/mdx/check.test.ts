import { describe, expect, it } from 'vitest';
import type { MdxParser } from '../../../../src/writers/mdx/parser.ts';
import { micromarkParser } from '../../../../src/writers/mdx/micromark-parser.ts';
import { loadMdxParser } from '../../../../src/writers/mdx/parser.ts';
import { codesOf, convert } from './convert.ts';

const native = await loadMdxParser();

describe.each([native, micromarkParser])('the parser $name', (parser) => {
  it.each([
    'a',
    '# a\n\n<B c={{ d: 1 }}>e</B>',
    '{/* a */}',
    '| a |\n|---|\n| <b /> |',
    'import a from "b"\n\n<a.c />',
  ])('takes %j', (mdx) => {
    expect(parser.problemIn(mdx)).toBeUndefined();
  });

  it.each(['a <5', 'a\n\n{', '<a>\n\nb', 'a\n\n<b></c>', '<!-- a -->', '{a b}'])('refuses %j', (mdx) => {
    expect(parser.problemIn(mdx)).toMatch(/./);
  });
});

describe('a block that cannot be read back', () => {
  /** Refuses every text with one of the words in it. */
  const refusing = (...words: readonly string[]): MdxParser => ({
    ...micromarkParser,
    problemIn: (mdx) => (words.some((word) => mdx.includes(word)) ? 'no' : undefined),
  });

  it('is written anew', () => {
    const { text, diagnostics } = convert('__a__ <br> x\n\n__b__\n', { options: { parser: refusing('__a__') } });
    expect(text).toBe('**a** <br /> x\n\n__b__\n');
    expect(codesOf(diagnostics)).toEqual([]);
  });

  it('is escaped as a whole where nothing else helps, and named', () => {
    const source = 'a\n\n<b class="c">d</b> *e*\n\nf <br>\n';
    const { text, diagnostics, outcomes } = convert(source, { options: { parser: refusing('<b class=') } });
    expect(text).toBe('a\n\n<b className="c">d</b> *e*\n\nf <br />\n');
    const refused = convert(source, { options: { parser: refusing('<b className') } });
    expect(refused.text).toBe('a\n\n\\<b class="c">d\\</b> \\*e\\*\n\nf <br />\n');
    expect(codesOf(refused.diagnostics)).toEqual(['mdx-fallback']);
    expect(refused.diagnostics[0]?.place?.line).toBe(3);
    expect(refused.outcomes).toContainEqual({ kind: 'element', id: 'b@3', result: 'kept', by: 'mdx-fallback' });
    expect(codesOf(diagnostics)).toEqual([]);
    expect(outcomes).toContainEqual({ kind: 'element', id: 'b@3', result: 'kept', by: 'mdx' });
  });

  it('loses nothing of an element without a closing tag', () => {
    const { text } = convert('<pre>` {{</* s */>}}<x`\n', { options: { parser: refusing('<pre>{') } });
    expect(text).toBe('\\<pre>\\` \\{\\{\\</\\* s \\*/>}}\\<x\\`\n');
  });

  it('does not keep the writer from coming to an end', () => {
    const { text } = convert('a <br>\n', { options: { parser: refusing('a') } });
    expect(text).toBe('a \\<br>\n');
  });
});
