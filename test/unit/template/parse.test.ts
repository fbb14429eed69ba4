import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../src/template/parse.ts';
import { printTemplate } from '../../support/print-template.ts';

const tree = (source: string): unknown[] => printTemplate(parseTemplate(source).nodes);
const problems = (source: string): string[] =>
  parseTemplate(source).problems.map(({ reason, place }) => `${place.line}:${place.column} ${reason}`);

describe('the template parser', () => {
  it.each<[string, unknown[]]>([
    ['plain', ['plain']],
    ['a{{ .Inner }}b', ['a', '{{.Inner}}', 'b']],
    ['{{.}}{{ $ }}', ['{{.}}', '{{$}}']],
    ['{{ $x.A.B }}{{ site.Data.x }}', ['{{$x.A.B}}', '{{site.Data.x}}']],
    ['{{ .A .B }}{{ .A.B }}', ['{{.A .B}}', '{{.A.B}}']],
    ['{{ $x := .A | b "c" }}', ['{{$x := .A | b "c"}}']],
    ['{{ .A | }}{{ (.A | ) }}', ['{{.A}}', '{{(.A)}}']],
    ['{{ $x = 1 }}', ['{{$x = 1}}']],
    ['{{ range $i, $x := .A }}b{{ else }}c{{ end }}', [['range $i, $x := .A', ['b'], 'else', ['c']]]],
    ['{{ range .A }}{{ break }}{{ continue }}{{ end }}', [['range .A', ['<break>', '<continue>']]]],
    [
      '{{ if .A }}a{{ else if and .B (not .C) }}b{{ else }}c{{ end }}',
      [['if .A', ['a'], 'if and .B (not .C)', ['b'], 'else', ['c']]],
    ],
    ['{{ with .A }}a{{ else with .B }}b{{ end }}', [['with .A', ['a'], 'with .B', ['b']]]],
    ['{{ with $x := .A }}{{ $x }}{{ end }}', [['with $x := .A', ['{{$x}}']]]],
    ['{{ define "x" }}b{{ end }}{{ template "x" . }}', [['define x', ['b']], 'template x .']],
    ['{{ template "x" }}{{ block "y" .A }}b{{ end }}', ['template x', ['block y .A', ['b']]]],
    ['{{ (index .A 0).Inner.B }}', ['{{(index .A 0).Inner.B}}']],
    ['{{ ((.A)) | (b) }}', ['{{((.A)) | (b)}}']],
    ['{{ true }}{{ nil }}{{ falsey }}', ['{{true}}', '{{nil}}', '{{falsey}}']],
    [
      "{{ print `}}\"\\n` 'x' '\\'' 1.5 -2 .5 0x1F 1_000 2e-3 }}",
      ["{{print \"}}\\\"\\\\n\" 'x' ''' 1.5 -2 .5 0x1F 1_000 2e-3}}"],
    ],
    ['{{ print "a\\"}}\\n\\u00e9\\x41\\101\\q" }}', ['{{print "a\\"}}\\néAAq"}}']],
    ['{{\n  dict\n    "a" .B\n}}', ['{{dict "a" .B}}']],
    ['{{ é.Ü }}{{ $ü := 1 }}', ['{{é.Ü}}', '{{$ü := 1}}']],
    ['{{if}}{{.x}}{{end}}', [['if ', ['{{.x}}']]]],
  ])('reads %s', (source, expected) => {
    expect(tree(source)).toEqual(expected);
  });

  it.each<[string, unknown[]]>([
    ['a {{- .A -}} b', ['a', '{{.A}}', 'b']],
    ['a {{-1}} b', ['a ', '{{-1}}', ' b']],
    ['a {{ .A -}}\n\n  ', ['a ', '{{.A}}']],
    ['\n {{- /* c */ -}} x', ['<comment>', 'x']],
    ['a {{/* }} .Inner */}} b', ['a ', '<comment>', ' b']],
    ['{{ .A }} {{- .B }}', ['{{.A}}', '{{.B}}']],
  ])('trims as %s asks', (source, expected) => {
    expect(tree(source)).toEqual(expected);
  });

  it('places nodes where they stand', () => {
    const source = 'a\n{{ with .A.B | c "d" }}{{ . }}{{ end }}';
    const [, conditional] = parseTemplate(source).nodes;
    expect(conditional?.place).toEqual({ line: 2, column: 1, offset: 2, length: 39 });
    const [branch] = conditional?.type === 'conditional' ? conditional.branches : [];
    expect(branch?.pipeline.place).toMatchObject({ line: 2, column: 9, length: 12 });
    expect(branch?.body[0]?.place).toMatchObject({ column: 24, length: 7 });
  });
});

describe('a template with a fault', () => {
  it.each([
    ['{{ "open }}', '1:4 this quote is never closed'],
    ['{{ "a\nb" }}', '1:4 this quote is never closed'],
    ['{{ `open', '1:1 this action is never closed'],
    ['x\n {{ .A', '2:2 this action is never closed'],
    ['{{/* open', '1:1 this comment is never closed'],
    ['{{/* a */ b }}', '1:1 a comment must end right before its closing braces'],
    ['{{ }}', '1:1 a value is missing'],
    ['{{ | b }}', '1:4 a command is missing before the “|”'],
    ['{{ .A | | b }}', '1:9 a command is missing before the “|”'],
    ['{{ .A. }}', '1:4 a name is missing behind the period'],
    ['{{ ; }}', '1:4 “;” means nothing'],
    ['{{ 1x }}', '1:4 “1x” is no number'],
    ['{{ (.A }}', '1:4 this parenthesis is never closed'],
    ['{{ .A) }}', '1:6 “)” closes nothing'],
    ['{{ $x := $y := 1 }}', '1:13 “:=” cannot stand'],
    ['{{ .A = .B }}', '1:7 “=” cannot stand'],
    ['{{ if .A }}', '1:1 this “if” has no “end”'],
    ['{{ end }}', '1:1 “end” closes nothing'],
    ['{{ else }}', '1:1 “else” belongs to no block'],
    ['{{ if .A }}{{ else }}{{ else }}{{ end }}', '1:22 “else” belongs to no block'],
    ['{{ if .A }}{{ else x }}{{ end }}', '1:12 “else” takes nothing but “if” or “with”'],
    ['{{ if .A }}{{ end x }}', '1:12 “end” takes nothing'],
    ['{{ define x }}{{ end }}', '1:1 “define” needs a name in quotes'],
    ['{{ if 1 }}{{ define "x" }}{{ end }}{{ end }}', '1:11 “define” cannot stand inside another block'],
    ['{{ template x }}', '1:1 “template” needs a name in quotes'],
    ['{{ break }}', '1:1 “break” stands outside of “range”'],
    ['{{ print if }}', '1:10 “if” cannot stand'],
    [`{{ ${'('.repeat(101)}.A${')'.repeat(101)} }}`, '1:104 parentheses are nested too deep'],
    [`${'{{ if 1 }}'.repeat(201)}${'{{ end }}'.repeat(201)}`, '1:2001 blocks are nested too deep'],
  ])('says what is wrong with %s', (source, problem) => {
    expect(problems(source)).toContain(problem);
  });

  it('keeps what can be read', () => {
    expect(tree('{{ with "open }}x{{ .Inner }}')).toEqual([['with "open }}x{{ .Inner }}"', []]]);
    expect(tree('{{ (.A }}b')).toEqual(['{{(.A)}}', 'b']);
    expect(tree('{{ .A) .B }}')).toEqual(['{{.A | .B}}']);
    expect(tree('{{ if .A }}b')).toEqual([['if .A', ['b']]]);
    const deep = `${'{{ if 1 }}'.repeat(300)}{{ .Inner }}${'{{ end }}'.repeat(300)}tail`;
    expect(parseTemplate(deep).nodes.map(({ type }) => type)).toEqual(['conditional', 'text']);
    expect(JSON.stringify(parseTemplate(deep).nodes)).toContain('Inner');
  });
});
