import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { readHead } from './support.ts';

const readTomlHead = (toml: string) => readHead(`+++\n${toml}\n+++\n`);

describe('TOML front matter', () => {
  it.each([
    ['a = "x\\u00e9\\n"', { type: 'text', value: 'xé\n', source: '"x\\u00e9\\n"' }],
    ["a = 'C:\\docs'", { type: 'text', value: 'C:\\docs', source: "'C:\\docs'" }],
    ['a = """\nx \\\n   y"""', { type: 'text', value: 'x y', source: '"""\nx \\\n   y"""' }],
    ["a = '''\nx\n'''", { type: 'text', value: 'x\n' }],
    ['a = 1_000', { type: 'integer', value: 1000, source: '1_000' }],
    ['a = 0x1F', { type: 'integer', value: 31, source: '0x1F' }],
    ['a = -0', { type: 'integer', value: 0, source: '-0' }],
    ['a = 9223372036854775807', { type: 'integer', source: '9223372036854775807' }],
    ['a = 1.10', { type: 'float', value: 1.1, source: '1.10' }],
    ['a = 1e3', { type: 'float', value: 1000 }],
    ['a = -inf', { type: 'text', value: '-inf' }],
    ['a = true', { type: 'boolean', value: true, source: 'true' }],
    ['a = 2024-01-02T03:04:05Z', { type: 'date', value: '2024-01-02T03:04:05Z' }],
    ['a = 2024-01-02 03:04', { type: 'date', value: '2024-01-02 03:04' }],
    ['a = 2024-01-02', { type: 'date', value: '2024-01-02', source: '2024-01-02' }],
    ['a = 03:04:05', { type: 'date', value: '03:04:05' }],
  ])('types %s', (toml, value) => {
    const head = readTomlHead(toml);
    expect(head.fields[0]?.value).toMatchObject(value);
    expect(head.findings).toEqual([]);
  });

  it.each([
    ['tables', 'a = 1\n[params]\nX = 1\n[params.Y]\nz = [1, "x", 2.5]'],
    ['tables in another order', '[a.b]\nx = 1\n[c]\nd = 1\n[a]\ny = 2'],
    ['lists of tables', '[[a]]\nn = 1\n[[a]]\nn = 2\n[a.b]\nq = 1\n[[a.c]]\nr = 1'],
    ['keys with dots', 'a.b.C = 1\na.d = 2\n"k.l" = 3\n\'M\' = 4'],
    ['inline tables', 'a = { x = 1, y.w = { z = [{ q = 1 }, {}] } }'],
    ['lines in inline tables', 'a = {\n  x = 1, # one\n  y = 2,\n}'],
    ['an empty key', '"" = 1'],
    ['keys of objects', '__proto__ = 1\n[constructor]\n__proto__ = 2'],
    ['line ends of Windows', 'a = 1\r\nb = """\r\nx\r\n"""\r'],
    ['comments alone', '# a = 1'],
  ])('agrees with another parser on %s', (_, toml) => {
    const head = readTomlHead(toml);
    expect(JSON.parse(JSON.stringify(head.values))).toEqual(lowerKeys(JSON.parse(JSON.stringify(parse(`${toml}\n`)))));
    expect(head.findings).toEqual([]);
  });

  it('has a place for every key and value, in the lines of the file', () => {
    const source =
      '\n+++\ntitle = "A"\na.b = 007.5e1\n[menus.main]\nweight = 1\n\n[[menus.foot]]\nname = "x"\n+++\n'.replace(
        '007.5e1',
        '7.5e1',
      );
    const { fields } = readHead(source);
    const slice = (place?: { offset: number; length: number }) =>
      place && source.slice(place.offset, place.offset + place.length);
    expect(fields.map(({ place }) => slice(place))).toEqual([
      'title = "A"',
      'a.b = 7.5e1',
      'menus.main]\nweight = 1\n\n[[menus.foot]]\nname = "x"',
    ]);
    expect(fields.map(({ keyPlace }) => `${slice(keyPlace)} ${keyPlace?.line}`)).toEqual(['title 3', 'a 4', 'menus 5']);
    const menus = fields[2]?.value;
    const inner = menus?.type === 'map' ? menus.fields : [];
    expect(inner.map(({ place }) => slice(place))).toEqual(['main]\nweight = 1', 'foot]]\nname = "x"']);
  });

  it.each([
    ['text without quotes', 'a = b', 'data-invalid 2:5'],
    ['no equals sign', 'b = 1\na 1', 'data-invalid 3:3'],
    ['an open quote', 'a = "x', 'data-invalid 2:7'],
    ['leading zeros', 'a = 007', 'data-invalid 2:5'],
    ['a key twice', 'title = "A"\ntitle = "B"', 'data-invalid 3:1'],
    ['a table twice', '[a]\nb = 1\n[a]\nc = 2', 'data-invalid 4:2'],
    ['a multi-line text across the delimiter', 'a = """', 'data-invalid 2:5'],
  ])('with %s gives no fields', (_, toml, finding) => {
    expect(readTomlHead(toml)).toMatchObject({ fields: [], body: '', findings: [finding] });
  });

  it('takes keys for the same whatever their case', () => {
    expect(readTomlHead('Title = "A"\ntitle = "B"')).toMatchObject({
      values: { title: 'B' },
      findings: ['data-key-shadowed 2:1'],
    });
  });

  it.each([
    ['brackets in each other', `a = ${'['.repeat(50_000)}`],
    ['inline tables in each other', `a = ${'{a = '.repeat(50_000)}`],
    ['keys with many dots', `a${'.a'.repeat(50_000)} = 1`],
    ['a table with many dots', `[a${'.a'.repeat(50_000)}]`],
    ['many dots in many brackets', `a${'.a'.repeat(150)} = {b${'.b'.repeat(150)} = 1}`],
    ['a very long text', `a = "${'x'.repeat(300_000)}"`],
    ['a very long number', `a = 1${'0'.repeat(300_000)}.5`],
  ])('stops at a limit: %s', (_, toml) => {
    const { findings } = readTomlHead(toml);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^data-limit /);
  });
});

function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowerKeys(inner)]));
}
