import { describe, expect, it } from 'vitest';
import { separateTemplates } from '../../../src/template/blocks.ts';
import { lexTemplate } from '../../../src/template/lex.ts';

/** Tokens in short: text as it is, the words of an action with their kinds. */
const short = (source: string): unknown[] =>
  lexTemplate(source).map((token) =>
    token.type === 'text'
      ? token.value
      : token.words.map(({ kind, value, path }) => `${kind}:${[value, ...path].join('.')}`),
  );

describe('the template lexer', () => {
  it.each<[string, unknown[]]>([
    ['plain', ['plain']],
    ['a{{ .Inner }}b', ['a', ['field:.Inner'], 'b']],
    ['{{.}}', [['field:']]],
    ['{{- .A.B -}}', [['field:.A.B']]],
    ['{{ $ }}{{ $.Page }}{{ $x.y }}', [['variable:$'], ['variable:$.Page'], ['variable:$x.y']]],
    ['{{ $x := .A | b }}', [['variable:$x', 'sign::=', 'field:.A', 'sign:|', 'name:b']]],
    ['{{ strings.Trim .A "\\"}}" }}', [['name:strings.Trim', 'field:.A', 'text:\\"}}']]],
    ["{{ print `}}\"` 'x' 1.5 -2 }}", [['name:print', 'text:}}"', 'text:x', 'number:1.5', 'sign:-', 'number:2']]],
    ['{{ (index .A 0).Inner }}', [['sign:(', 'name:index', 'field:.A', 'number:0', 'sign:)']]],
    ['{{/* .Inner }} */}}x', ['x']],
    ['{{- /* c */ -}}x', ['x']],
    ['{{ "open', [['text:ope']]],
    ['{{ .A', [['field:.A']]],
    ['{{/* open', []],
    ['{{ é.Ü }}', [['name:é.Ü']]],
    ['{{ .A. }}', [['field:.A', 'field:']]],
    ['{{ ; # }}', [['sign:;', 'sign:#']]],
  ])('reads %s', (source, tokens) => {
    expect(short(source)).toEqual(tokens);
  });

  it('takes time in proportion to the length', () => {
    const started = performance.now();
    lexTemplate('{{ .A }}'.repeat(50_000));
    lexTemplate('{{'.repeat(100_000));
    lexTemplate(`{{ ${'('.repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('named templates', () => {
  it('are taken out of the body; a block also stays', () => {
    const { body, named } = separateTemplates(
      lexTemplate(
        'a{{ define "x" }}b{{ if .C }}d{{ end }}e{{ end }}f{{ block "y" . }}g{{ end }}h{{ range .I }}j{{ end }}{{ end }}k',
      ),
    );
    const text = (tokens: typeof body): string =>
      tokens.map((token) => (token.type === 'text' ? token.value : `<${token.words[0]?.value ?? ''}>`)).join('');
    expect(text(body)).toBe('af<block>h<range>j<end>k');
    expect([...named].map(([name, tokens]) => [name, text(tokens)])).toEqual([
      ['x', 'b<if>d<end>e'],
      ['y', 'g'],
    ]);
  });
});
