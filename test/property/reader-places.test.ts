import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/model/nodes.ts';
import type { Place } from '../../src/model/place.ts';
import { defaultMarkup, type Markup } from '../../src/model/markup.ts';
import { endOf } from '../../src/model/place.ts';
import { childrenOf, walk } from '../../src/model/walk.ts';
import { satteriEngine } from '../../src/reader/markdown/satteri.ts';
import { readText } from '../unit/reader/markdown/read-text.ts';

const inline = fc.constantFrom(
  'word',
  ' ',
  '*em*',
  '**b**',
  '`c`',
  '[l](u "t")',
  '![i](s)',
  '<b>',
  '</b>',
  '<br>',
  '<!-- c -->',
  '&amp;',
  '\\*',
  'https://x.org/a_b',
  '(www.z.com)',
  'me@x.org',
  '~~s~~',
  'snake_case',
  '[r]',
  '[^1]',
  '[^a b]',
  '|',
  '\\|',
  '<<b>',
  '{{< x >}}',
  '{{< y >}}*a*{{< /y >}}',
  '{{% z %}}',
  '{{% w %}}*b*{{% /w %}}',
  '{{</* l */>}}',
  '<!--more-->',
  ':tada:',
  '==m==',
  '^s^',
  '\\(a_b\\)',
  '$$c$$',
  '日本',
  '😀',
  '\u0000',
  '\ud800',
  '\r',
  '\t',
  '"q"',
  '--',
  '{#i .c}',
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '~',
  '{',
  '}',
  ':',
  '\\',
);
const lineStart = fc.constantFrom(
  '',
  '',
  '',
  '- ',
  '* ',
  '1. ',
  '2. ',
  '> ',
  '# ',
  '## ',
  ': ',
  '    ',
  '  ',
  '\t',
  '|',
  '[r]: ',
  '[^1]: ',
  '- [ ] ',
  '<div>',
  '</div>',
  '```',
  '```go {.x}',
  '~~~',
  '---',
  '===',
  '{.c}',
  '|-|-|',
  '{{< y >}}',
  '{{< /y >}}',
  '{{% w %}}',
  '{{% /w %}}',
);
const line = fc
  .tuple(lineStart, lineStart, fc.array(inline, { maxLength: 5 }))
  .map(([a, b, rest]) => a + b + rest.join(''));
const page = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

const markup: fc.Arbitrary<Markup> = fc
  .record({ on: fc.boolean(), unsafe: fc.boolean(), wide: fc.boolean(), typographer: fc.boolean() })
  .map(({ on, unsafe, wide, typographer }) => ({
    ...defaultMarkup,
    unsafe,
    emoji: on,
    autoDefinitionTermId: on,
    attributes: { title: true, block: on },
    hardWraps: wide && !on,
    typographer: typographer ? defaultMarkup.typographer : null,
    cjk: { enable: wide, eastAsianLineBreaks: true, eastAsianLineBreaksStyle: 'css3draft', escapedSpace: wide },
    extras: { insert: on, mark: on, superscript: on, subscript: on, delete: false },
    passthrough: on ? { block: [['$$', '$$']], inline: [['\\(', '\\)']] } : null,
  }));

const placed = (nodes: readonly Node[]): Place[] => nodes.flatMap(({ place }) => (place ? [place] : []));

describe('whatever the page', () => {
  it('is read, and every place is inside the source', () => {
    fc.assert(
      fc.property(page, markup, (source, settings) => {
        const { body } = readText(source, { markup: settings, engine: satteriEngine }).page;
        walk(body, ({ place }) => {
          if (!place) return;
          expect(place.offset).toBeGreaterThanOrEqual(0);
          expect(place.length).toBeGreaterThanOrEqual(0);
          expect(endOf(place)).toBeLessThanOrEqual(source.length);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('Markdown’s nodes stand in order, inside their parents', () => {
    // Raw HTML moves content about as browsers do, so that order is theirs.
    const plain = page.filter((source) => !source.includes('<') && !source.includes('{{%'));
    fc.assert(
      fc.property(plain, markup, (source, settings) => {
        const { body } = readText(source, { markup: settings, engine: satteriEngine }).page;
        walk(body, (node) => {
          const places = placed(childrenOf(node));
          for (const [at, place] of places.entries()) {
            const before = places[at - 1];
            if (before) expect(place.offset).toBeGreaterThanOrEqual(endOf(before));
            if (!node.place) continue;
            expect(place.offset).toBeGreaterThanOrEqual(node.place.offset);
            expect(endOf(place)).toBeLessThanOrEqual(endOf(node.place));
          }
        });
        const places = placed(body);
        for (const [at, place] of places.entries()) {
          if (at > 0) expect(place.offset).toBeGreaterThanOrEqual(endOf(places[at - 1] ?? place));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('text that holds nothing to resolve is where it says', () => {
    fc.assert(
      fc.property(page, (source) => {
        const { body } = readText(source, { engine: satteriEngine }).page;
        walk(body, (node) => {
          if (node.type !== 'text' || !node.place || !/^[a-z ]*[a-z]$/.test(node.value)) return;
          expect(source.slice(node.place.offset, endOf(node.place)).replaceAll('\\', '')).toContain(node.value);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('every call is in the tree or in a string of it', () => {
    const calls = fc.array(fc.constantFrom('{{< x >}}', '{{% z %}}'), { maxLength: 4 });
    fc.assert(
      fc.property(
        page.filter((source) => !source.includes('{{')),
        calls,
        (text, tags) => {
          const source = `${text}\n\n${tags.join('\n\n')}`;
          const result = readText(source, { engine: satteriEngine });
          const json = JSON.stringify(result.page.body);
          for (const { path } of result.page.calls) expect(json).toContain(`"path":"${path}"`);
        },
      ),
      { numRuns: 200 },
    );
  });
});
