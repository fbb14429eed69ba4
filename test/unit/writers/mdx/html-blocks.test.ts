import { describe, expect, it } from 'vitest';
import { codesOf, convert, mdxOf } from './convert.ts';

describe('HTML among blocks', () => {
  it.each([
    ['a comment', '<!-- a\n\nb -->', '{/* a\n\nb */}'],
    ['text, on the line of its tags', '<div>\n a *b*\n</div>', '<div>a \\*b\\*</div>'],
    ['Markdown, between tags on lines of their own', '<div>\n\na *b*\n\n</div>', '<div>\n\na *b*\n\n</div>'],
    [
      'a summary',
      '<details>\n<summary>S</summary>\n\nt\n\n</details>',
      '<details>\n<summary>S</summary>\n\nt\n\n</details>',
    ],
    ['text beside Markdown', '<div>a\n\nb\n\n</div>', '<div>\n<>a</>\n\nb\n\n</div>'],
    [
      'a table',
      '<table><tr><td>a<td>b</table>',
      '<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
    ],
    ['capitals', '<DIV>a</DIV>', '<div>a</div>'],
    ['a style', '<p style="color: red; --x: 1">a</p>', '<p style={{ color: "red", "--x": "1" }}>a</p>'],
    ['white space that counts', '<pre>a\n  {b}\n</pre>', '<pre>{"a\\n  {b}\\n"}</pre>'],
    ['SVG', '<svg stroke-width="1">\n<path fill-rule="x"/></svg>', '<svg strokeWidth="1"><path fillRule="x" /></svg>'],
    ['an address, which stays text', '<div>https://x.org</div>', '<div>https{":"}//x.org</div>'],
    ['a style sheet', '<style>a > b {c: d}</style>', '<style dangerouslySetInnerHTML={{ __html: "a > b {c: d}" }} />'],
  ])('%s', (_, source, expected) => {
    expect(mdxOf(source)).toBe(expected);
  });

  it('leaves out what JSX cannot say, and says so', () => {
    const { text, diagnostics, outcomes } = convert(
      '<p onclick="a()" @b="c" ref="d" id="e">f</p>\n\n<p><g.h>i</g.h></p>\n',
    );
    expect(text).toBe('<p id="e">f</p>\n\n<p>\n<>i</>\n</p>\n');
    expect(codesOf(diagnostics)).toEqual([
      'mdx-handler-dropped',
      'mdx-attribute-dropped',
      'mdx-attribute-dropped',
      'mdx-element-dropped',
    ]);
    expect(outcomes).toContainEqual({ kind: 'element', id: 'p@0', result: 'kept', by: 'mdx' });
    expect(outcomes).toContainEqual({ kind: 'element', id: 'g.h@49', result: 'dropped', by: 'mdx' });
  });

  it('stands in containers with their marks before each line', () => {
    expect(mdxOf('- a\n\n  <div>\n\n  b\n\n  </div>\n- c\n')).toBe('- a\n\n  <div>\n\n  b\n\n  </div>\n- c\n');
    expect(mdxOf('> <div class="x">\n>\n> b\n>\n> </div>\n')).toBe('> <div className="x">\n>\n> b\n>\n> </div>\n');
  });
});
