import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TemplateNode } from '../../src/template/tree.ts';
import { parseTemplate } from '../../src/template/parse.ts';
import { learnShortcodes } from '../../src/template/shortcode-facts.ts';
import { cpuTime } from '../support/cpu-time.ts';

const PIECES = [
  '{{', '}}', '{{-', '-}}', '{{- ', ' -}}', '{{/*', '*/}}', '(', ')', '|', ':=', '=', ',', '.', '$', '$x', '.Inner', '.Get 0',
  '"', '`', "'", '\\', '\n', ' ', '-', '1', '1.', 'if ', 'else', 'else if ', 'with ', 'range ', 'end', 'define "a"', 'block "b" ',
  'template "a" ', 'break', 'nil', 'true', '<div class="', '">', '</div>', '\u{1F600}', 'é', '\0', '\r\n', '{', '}', '%',
]; // prettier-ignore

const templates = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string()))
  .map((parts) => parts.join(''));

/** Well-formed templates. */
const { nodes: wellFormed } = fc.letrec<{ nodes: string; node: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'text',
      ' \n',
      '<b>',
      '{{ .A.B }}',
      '{{- $x := (index .A 0).B | c "d" -}}',
      '{{/* c */}}',
      '{{ template "a" . }}',
    ),
    tie('nodes').map((body) => `{{ if .A }}${body}{{ else if not .B }}${body}{{ else }}z{{ end }}`),
    tie('nodes').map((body) => `{{- with .A }}${body}{{ end -}}`),
    tie('nodes').map((body) => `{{ range $i, $e := .A }}${body}{{ break }}{{ end }}`),
    tie('nodes').map((body) => `{{ block "b" . }}${body}{{ end }}`),
  ),
}));

/** The nodes of a block in lists: places in a list follow each other. */
const listsIn = (node: TemplateNode): (readonly TemplateNode[])[] => {
  if (node.type === 'conditional') return [...node.branches.map(({ body }) => body), node.otherwise ?? []];
  if (node.type === 'range') return [node.body, node.otherwise ?? []];
  return node.type === 'define' || node.type === 'block' ? [node.body] : [];
};

function expectPlaces(source: string, nodes: readonly TemplateNode[], from: number, to: number): void {
  let at = from;
  for (const node of nodes) {
    const { offset, length, line, column } = node.place;
    expect(offset).toBeGreaterThanOrEqual(at);
    at = offset + length;
    expect(at).toBeLessThanOrEqual(to);
    const before = source.slice(0, offset).split(/\r\n|\r|\n/);
    expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
    const text = source.slice(offset, at);
    if (node.type === 'text') expect(text).toBe(node.value);
    else expect(text.startsWith('{{')).toBe(true);
    for (const list of listsIn(node)) expectPlaces(source, list, offset, at);
  }
}

describe('any template', () => {
  it('is parsed without throwing, with every node in its place', () => {
    fc.assert(
      fc.property(templates, (source) => {
        const { nodes, problems } = parseTemplate(source);
        expectPlaces(source, nodes, 0, source.length);
        for (const { place } of problems) {
          expect(place.offset).toBeGreaterThanOrEqual(0);
          expect(place.offset + place.length).toBeLessThanOrEqual(source.length);
        }
        learnShortcodes([{ name: 'x', file: 'x.html', text: source }], () => source);
      }),
    );
  });

  it('has no problems where it is well formed', () => {
    fc.assert(
      fc.property(wellFormed, (source) => {
        expect(parseTemplate(source).problems).toEqual([]);
      }),
    );
  });

  it.each([
    ['actions', '{{ .A }}'],
    ['braces', '{{'],
    ['blocks', '{{ if .A }}'],
    ['chains of else', '{{ else if .A }}', '{{ if 1 }}', '{{ end }}'],
    ['comments', '{{/*'],
    ['parentheses', '(', '{{ ', ' }}'],
    ['closed parentheses', '().', '{{ ', ' }}'],
    ['commands', '| a ', '{{ b ', ' }}'],
    ['fields', '.A', '{{ ', ' }}'],
    ['periods', '.', '{{ ', ' }}'],
    ['open quotes', '{{ "'],
    ['white space', ' ', '{{- a -}}', '{{- b -}}'],
    ['backslashes', '\\x', '{{ "', '" }}'],
    ['ends', '{{ end }}'],
  ])('takes time in proportion to its length: %s', (_, unit, head = '', tail = '') => {
    const time = (count: number): number => {
      const source = head + unit.repeat(count) + tail;
      const started = cpuTime();
      learnShortcodes([{ name: 'x', file: 'x.html', text: source }], () => undefined);
      return cpuTime() - started;
    };
    time(1000);
    expect(time(30_000)).toBeLessThan(4000);
  });
});
