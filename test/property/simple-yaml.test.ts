import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollector } from '../../src/diagnostics/diagnostic.ts';
import { readAnyYaml } from '../../src/reader/front-matter/yaml.ts';
import { readSimpleYaml } from '../../src/reader/front-matter/yaml-simple.ts';
import { createSourceText } from '../../src/reader/source-text.ts';

const INDENTS = ['', '', '', '  ', '    ', ' '];
const KEYS = ['title:', 'a:', 'b:', 'Title: ', 'x-y: ', 'on: ', '_1: ', 'true:', '- ', '- ', '-', '# ', '? ', '"q": '];
const VALUES = [
  ['', ' ', 'text', 'two words ', 'a: b', 'a:b', 'a #b', 'a#b', 'é😀', '\u0085', '\ufeff', '\u2028', '-1', '007', '~'],
  ['0x1F', 'true', '2024-01-02', '<<', '=', '.5', '1e3', '[]', '{}', '[a, b]', '[ "a" , \'b\' ]', '[a, b,]', '[-]'],
  ['[a: b]', '[a:b]', '[[a]]', '[a] x', '"x"', "'x'", "'it''s'", '"a\\n"', '"a: #b"', '"x" y', '"x"#', '{a: 1}', '{ }'],
  ['|', '>-', '&a x', '*a', '!!str 5', '@x', '`', '%x', 'a\tb', '\t', 'a\rb', '"open', 'word:', '...', '---x', '- a'],
].flat();
const lines = fc
  .tuple(fc.constantFrom(...INDENTS), fc.constantFrom('', ...KEYS, ...KEYS), fc.constantFrom(...VALUES))
  .map(([indent, key, value]) => (key === '' ? value : `${indent}${key} ${value}`));
const sources = fc
  .tuple(fc.array(lines, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\n', '\n\n', '\r\n'))
  .map(([parts, end]) => parts.join(end) + end);

const readWith = (read: typeof readAnyYaml, source: string, start: number) => {
  const collector = createCollector();
  const value = read(createSourceText(source, collector), start, source.length);
  return { value, diagnostics: collector.diagnostics };
};

describe('readSimpleYaml', () => {
  it('reads nothing that the YAML parser reads in another way, or has something to say about', () => {
    fc.assert(
      fc.property(sources, fc.constantFrom('', '---\n', 'x'), (text, before) => {
        const source = before + text;
        const simple = readWith(readSimpleYaml, source, before.length);
        if (!simple.value) return;
        expect(simple).toEqual(readWith(readAnyYaml, source, before.length));
      }),
      { numRuns: 5000 },
    );
  });

  it('reads what most front matter is made of', () => {
    const source = 'title: One two\nlist:\n- a\n- "b"\nnested:\n  deep:\n    weight: 10\n  tags: [x, \'y\']\nempty:\n';
    expect(readWith(readSimpleYaml, source, 0).value).toEqual(readWith(readAnyYaml, source, 0).value);
    expect(readWith(readSimpleYaml, source, 0).value?.type).toBe('map');
  });
});
