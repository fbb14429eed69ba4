import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  [
    'language, options, attributes',
    '```go {hl_lines=[1,"3-4"] linenos=true linenostart=5 .x #y title="z" style="s"}\na\n```\n',
    'code.notation=fenced.lang=go.meta={hl_lines=[1,"3-4"] linenos=true linenostart=5 .x #y title="z" style="s"}.options={"highlightedLines":[[1,1],[3,4]],"lineNumbers":true,"startLine":5,"title":"z","other":[{"name":"style","value":"s"}]}{class="x" id="y" title="z"}.value=a',
  ],
  [
    'line ranges as text',
    '```go {hl_lines="1 3-4"}\na\n```\n',
    'code.notation=fenced.lang=go.meta={hl_lines="1 3-4"}.options={"highlightedLines":[[1,1],[3,4]]}.value=a',
  ],
  [
    'the layout of line numbers',
    '```go {linenos=inline}\na\n```\n',
    'code.notation=fenced.lang=go.meta={linenos=inline}.options={"lineNumbers":true,"other":[{"name":"linenos","value":"inline"}]}.value=a',
  ],
  [
    'options ignore case, handlers are dropped',
    '```go {LineNos=false onclick="x"}\na\n```\n',
    'code.notation=fenced.lang=go.meta={LineNos=false onclick="x"}.options={"lineNumbers":false}.value=a',
  ],
  [
    'braces right behind the language',
    '```go{.x}\na\n```\n',
    'code.notation=fenced.lang=go.meta={.x}{class="x"}.value=a',
  ],
  ['no language', '```{.x}\na\n```\n', 'code.notation=fenced.meta={.x}{class="x"}.value=a'],
  [
    'text beside the braces',
    '```go title="x" {k=v} more\na\n```\n',
    'code.notation=fenced.lang=go.meta=title="x" {k=v} more{k="v"}.value=a',
  ],
  ['a tilde fence', '~~~\na\n~~~\n', 'code.notation=fenced.value=a'],
  ['indented', '    a\n\n      b\n\n', 'code.notation=indented.value=a\n\n  b'],
  [
    'blank lines in a list item are empty',
    '- a\n\n      b\n          \n      c\n',
    'list.spread(listItem(paragraph("a") code.notation=indented.value=b\n\nc))',
  ],
  ['indented code ends with text', '    a\n    \n        \n', 'code.notation=indented.value=a'],
  ['behind an empty quote it is one block', '>\n    a\n     b\n', 'blockquote code.notation=indented.value=a\n b'],
  [
    'with a call in it',
    '```sh\ncurl {{< host >}}/{{% path %}}\n```\n\n`{{< x >}}`\n',
    'code.notation=fenced.lang=sh.value=curl <host>/<path> paragraph(inlineCode.value=<x>)',
  ],
];

describe('code blocks', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
