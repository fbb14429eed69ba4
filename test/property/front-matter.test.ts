import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, FieldValue } from '../../src/model/page.ts';
import { createCollector } from '../../src/diagnostics/diagnostic.ts';
import { plainFields } from '../../src/model/field.ts';
import { endOf, type Place } from '../../src/model/place.ts';
import { readFrontMatter } from '../../src/reader/front-matter/read.ts';

const PIECES = [
  ['---\n', '---', '+++\n', '+++', '{', '}', '#+', '\ufeff', '\n', '\r\n', '\r', ' ', '\t', '\0', '\ud800'],
  ['title', 'Title', 'a', '1', '0x1F', '007', 'true', '~', '2024-01-02', '__proto__', '<<'],
  [': ', ':', ' = ', '=', ', ', '.', '- ', '? ', '|\n', '>-\n', '&a ', '*a', '!!str ', '# ', '...\n', 'é😀'],
  ['[', ']', '[[', ']]', '"', "'", '"""', '\\', '\\n', '\\u00e9'],
].flat();
const heads = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .chain((pieces) => fc.constantFrom('', '---\n', '+++\n', '{', '#+').map((start) => start + pieces.join('')))
  .chain((head) => fc.constantFrom('', '\n---\nText', '\n+++\nText', '}\nText').map((end) => head + end));

const read = (source: string) => {
  const collector = createCollector();
  return { ...readFrontMatter(source, collector), diagnostics: collector.diagnostics };
};

describe('readFrontMatter', () => {
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), heads), (source) => {
        const { frontMatter, bodyStart, diagnostics } = read(source);
        expect(bodyStart).toBeLessThanOrEqual(source.length);
        expect(endOf(frontMatter.place)).toBeLessThanOrEqual(Math.max(bodyStart, endOf(frontMatter.contentPlace) + 3));
        for (const { place } of diagnostics) expect(place && place.offset <= source.length).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives each key and value the place where it stands', () => {
    fc.assert(
      fc.property(heads, (source) => {
        const { fields } = read(source).frontMatter;
        expect(fields.flatMap((field) => faultsOf(field, source))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('never leaves out in silence what it cannot read', () => {
    fc.assert(
      fc.property(fc.constantFrom('- ', '+ ', '{{< x >}}', '---\n', '+++\n', '{"a":'), (start) => {
        const source = `${start}Text`;
        const { frontMatter, bodyStart, diagnostics } = read(source);
        expect(diagnostics.length).toBeGreaterThan(0);
        expect([frontMatter.format, source.slice(bodyStart)]).toEqual(['none', source]);
      }),
    );
  });

  it('reads JSON as JSON is', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
        fc.boolean(),
        (object, pretty) => {
          const source = pretty ? JSON.stringify(object, null, '\t') : JSON.stringify(object);
          const { frontMatter, bodyStart, diagnostics } = read(`${source}\nText`);
          fc.pre(!diagnostics.some(({ code }) => code === 'data-key-shadowed'));
          expect(diagnostics).toEqual([]);
          expect(bodyStart).toBe(source.length + 1);
          expect(JSON.stringify(plainFields(frontMatter.fields))).toBe(JSON.stringify(lowerKeys(JSON.parse(source))));
        },
      ),
    );
  });
});

/** What is wrong with the places of a field and of all that it holds. */
function faultsOf({ key, keyPlace, place, value }: Field, source: string): string[] {
  if (!keyPlace || !place) return [`${key} has no place`];
  const faults = valueFaults(value, source);
  if (keyPlace.offset !== place.offset || endOf(keyPlace) > endOf(place))
    faults.push(`${key} does not begin its field`);
  const written = slice(keyPlace, source);
  // Keys in quotes and aliases are written otherwise than they read.
  if (/^[a-zA-Z]+$/.test(written) && written !== key) faults.push(`${key} is written ${written}`);
  return faults;
}

function valueFaults(value: FieldValue, source: string): string[] {
  if (value.type === 'list') return value.items.flatMap((item) => valueFaults(item, source));
  if (value.type === 'map') return value.fields.flatMap((field) => faultsOf(field, source));
  return value.place && slice(value.place, source) !== value.source ? [`${value.source} stands elsewhere`] : [];
}

const slice = ({ offset, length }: Place, source: string): string => source.slice(offset, offset + length);

function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowerKeys(inner)]));
}
