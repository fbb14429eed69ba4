import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { printConfig } from '../../../../src/pipeline/init/print-config.ts';

describe('a printed decant.yaml', () => {
  it('says what was planned, whatever names, values and comments hold', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.constantFrom('a\nb: c', 'a\rb: c', '#', '- x', '{', 'null', '__proto__', '\u2028x: y'),
    );
    const rule = fc.dictionary(
      fc.string({ minLength: 1 }),
      fc.oneof(anyText, fc.integer(), fc.boolean(), fc.array(anyText)),
    );
    fc.assert(
      fc.property(anyText, rule, anyText, (name, planned, comment) => {
        const shortcodes = [{ name, rule: planned, comment, isOpen: true }];
        const text = printConfig({ target: 'mdx', extends: ['docsy'], components: [], shortcodes });
        const document = parseDocument(text);
        expect(document.errors).toEqual([]);
        const read: unknown =
          document.getIn(['mapping', 'shortcodes', name]) &&
          JSON.parse(JSON.stringify(document.getIn(['mapping', 'shortcodes', name])));
        expect(read).toEqual(JSON.parse(JSON.stringify(planned)));
        expect(document.getIn(['mapping', 'extends', 0])).toBe('docsy');
      }),
    );
  });
});
