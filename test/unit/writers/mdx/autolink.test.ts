import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { autolinkBreakAt, isSameInGfm } from '../../../../src/writers/mdx/autolink.ts';

interface Tree {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Tree[];
}

const parse = (text: string): Tree =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Tree; // a tree of any nodes

function linksIn(tree: Tree): Tree[] {
  return [...(tree.type === 'link' ? [tree] : []), ...(tree.children ?? []).flatMap(linksIn)];
}

/** The text with every address broken as the writer does it; a comment stands for the expression, and is a node too. */
function broken(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const found = autolinkBreakAt(text, at, 0, text.length);
    result += found === 'split' ? `\`${text[at]}\`` : found === 'escape' ? `\\${text[at]}` : text[at];
  }
  return result;
}

const piece = fc.constantFrom(
  'http://',
  'https://',
  'HTTP://',
  'www.',
  'a',
  'b.c',
  'x-y',
  '.',
  '/',
  '@',
  ':',
  '?',
  ')',
  '(',
  ' ',
  ',',
  '!',
  '"',
  '8',
  '_d',
  'é',
  '中',
  '-',
  'mailto:',
  'localhost',
  'e.org',
  '#f',
  '=',
);

describe('bare addresses', () => {
  it.each([
    'http://a.b',
    'see http://localhost:80/x',
    '"https://a.b"',
    'www.a.b',
    'me@a.org',
    'mailto:me@a.org',
    'ahttp://a.b',
  ])('stay text: %s', (text) => {
    expect(linksIn(parse(broken(text)))).toEqual([]);
  });

  it('stay text whatever stands around them', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = pieces.join('');
        expect(linksIn(parse(broken(text))), broken(text)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('are left alone only where GFM makes the same link', () => {
    const address = fc.array(fc.constantFrom('a', 'b', '.', '/', '-', '_', '?', '=', '(', ')', '&', ':', '8', 'é'), {
      maxLength: 8,
    });
    const context = fc.constantFrom('', ' ', 'x', '(', ')', '.', ', ', '"', '*', '中', '\n');
    fc.assert(
      fc.property(context, address, context, (before, parts, after) => {
        const url = `https://e.org${parts.join('')}`;
        const source = before + url + after;
        if (!isSameInGfm(source, before.length, before.length + url.length, url)) return;
        expect(
          linksIn(parse(source)).map((link) => [link.url, link.children?.[0]?.value]),
          source,
        ).toEqual([[url, url]]);
      }),
      { numRuns: 3000 },
    );
  });
});
