import { describe, expect, it } from 'vitest';
import type { Node } from '../../../../src/model/nodes.ts';
import { walk } from '../../../../src/model/walk.ts';
import { readText, type Options } from './read-text.ts';

/** Each node's type and the source text at its place. */
function slices(source: string, options: Options = {}): string[] {
  const found: string[] = [];
  walk(readText(source, options).page.body, (node: Node) => {
    const { place } = node;
    found.push(`${node.type} ${place ? JSON.stringify(source.slice(place.offset, place.offset + place.length)) : '-'}`);
  });
  return found;
}

describe('places', () => {
  it('are the author’s, behind calls too', () => {
    expect(slices('a {{< x "long argument" >}} *b* {{% y %}} d\n')).toEqual([
      'paragraph "a {{< x \\"long argument\\" >}} *b* {{% y %}} d"',
      'text "a "',
      'shortcodeInline "{{< x \\"long argument\\" >}}"',
      'text " "',
      'emphasis "*b*"',
      'text "b"',
      'text " "',
      'shortcodeInline "{{% y %}}"',
      'text " d"',
    ]);
  });

  it('are the author’s inside inner text', () => {
    expect(slices('{{< x >}}\n> *a*\n{{< /x >}}\n')).toEqual([
      'shortcodeBlock "{{< x >}}\\n> *a*\\n{{< /x >}}"',
      'blockquote "> *a*"',
      'paragraph "*a*"',
      'emphasis "*a*"',
      'text "a"',
    ]);
  });

  it('hold escapes and references', () => {
    expect(slices('a\\*&amp; https://b.c/d) e\n')).toEqual([
      'paragraph "a\\\\*&amp; https://b.c/d) e"',
      'text "a\\\\*&amp; "',
      'link "https://b.c/d"',
      'text "https://b.c/d"',
      'text ") e"',
    ]);
  });

  it('of what is read in a second go', () => {
    const markup = { passthrough: { block: [], inline: [['\\(', '\\)'] as const] } };
    expect(slices('T \\(a_b_c\\) *e*\n: d\n', { markup })).toEqual([
      'definitionList "T \\\\(a_b_c\\\\) *e*\\n: d"',
      'definitionTerm "T \\\\(a_b_c\\\\) *e*"',
      'text "T "',
      'mathInline "\\\\(a_b_c\\\\)"',
      'text " "',
      'emphasis "*e*"',
      'text "e"',
      'definitionDescription ": d"',
      'paragraph "d"',
      'text "d"',
    ]);
  });

  it('have line and column', () => {
    expect(readText('a\r\n\r\n- *b*\n').page.body).toMatchObject([
      { place: { line: 1, column: 1, offset: 0, length: 1 } },
      { place: { line: 3, column: 1, offset: 5, length: 5 } },
    ]);
  });
});
