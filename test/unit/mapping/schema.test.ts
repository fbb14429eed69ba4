import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkAgainst } from '../../../src/mapping/load/check.ts';
import type { YamlValue } from '../../../src/mapping/load/yaml.ts';
import { KIND_NAMES } from '../../../src/mapping/kinds.ts';
import { mappingSchema } from '../../../src/mapping/schema/schema.ts';

const ROOT = join(import.meta.dirname, '../../..');
const ajv = new Ajv({ allErrors: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
ajv.addKeyword('x-expected');
const validate = ajv.compile(mappingSchema);

/** Whether our checker and Ajv agree that a value is a mapping, or that it is none. */
function agree(value: unknown): boolean {
  const problems = checkAgainst(mappingSchema, value as YamlValue); // JSON, as all of the values below are
  return validate(value) === (problems.length === 0);
}

describe('the schema of mappings', () => {
  it('is what is published', async () => {
    const published = `${JSON.stringify(mappingSchema, null, 1)}\n`;
    await expect(published).toMatchFileSnapshot(join(ROOT, 'schema/mapping.json'));
  });

  it('accepts the shipped mappings', () => {
    const folder = join(ROOT, 'mappings/sources');
    for (const file of readdirSync(folder)) {
      const value: YamlValue = parse(readFileSync(join(folder, file), 'utf8'));
      expect(checkAgainst(mappingSchema, value), file).toEqual([]);
      expect(validate(value), file).toBe(true);
    }
  });

  it('is checked as Ajv checks it, on every mapping among the cases', () => {
    const cases = join(ROOT, 'test');
    const files = readdirSync(cases, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('mapping.yaml'),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const text = readFileSync(join(cases, file), 'utf8');
      let value: unknown;
      try {
        value = parse(text, { maxAliasCount: 10 });
      } catch {
        continue; // some cases are not YAML
      }
      expect(agree(value), file).toBe(true);
    }
  });

  it('is checked as Ajv checks it, on mappings that are almost right', () => {
    const word = fc.constantFrom(
      'a',
      '',
      'markdown',
      'inherit',
      'ordinal',
      'Card',
      'drop',
      'title',
      'keep',
      '$x',
      ...KIND_NAMES,
    );
    const scalar = fc.oneof(word, fc.integer({ min: -1, max: 2 }), fc.boolean(), fc.constant(null));
    const key = fc.constantFrom(
      'arg',
      'text',
      'from',
      'value',
      'split',
      'at',
      'map',
      'type',
      'default',
      'read',
      'present',
      'x',
    );
    const setting = fc.constantFrom(
      'as',
      'kind',
      'name',
      'props',
      'src',
      'label',
      'when',
      'inner',
      'body',
      'rest',
      'ignore',
      'children',
      'from',
      'value',
      'x',
    );
    const { rule } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        scalar,
        fc.array(scalar, { maxLength: 2 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3 }),
      ),
      rule: fc
        .tuple(
          fc.constantFrom(...KIND_NAMES),
          fc.dictionary(setting, fc.oneof(tie('value'), tie('rule')), { maxKeys: 4 }),
        )
        .map(([as, rest]) => ({ as, ...(rest as object) })),
    }));
    const rules = fc.oneof(rule, fc.array(fc.oneof(rule, word), { maxLength: 3 }), scalar);
    const table = fc.dictionary(fc.constantFrom('a', 'b'), rules, { maxKeys: 2 });
    const tables = fc.record(
      {
        shortcodes: table,
        code: table,
        elements: fc.array(rule, { maxLength: 2 }),
        unmapped: scalar,
        frontMatter: fc.dictionary(word, scalar),
      },
      { requiredKeys: [] },
    );
    const mapping = fc
      .tuple(tables, fc.dictionary(fc.constantFrom('mdx', 'html'), tables, { maxKeys: 1 }), fc.constantFrom(1, 1, 1, 2))
      .map(([own, perTarget, version]) => ({ version, ...own, perTarget }));
    fc.assert(
      fc.property(mapping, (value) => {
        expect(agree(value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('has no keyword that the checker does not know', () => {
    // Every branch of the schema meets a value of each type, and an unknown keyword would throw.
    const values: YamlValue[] = ['a', 1, true, null, [], ['a'], {}, { as: 'drop' }];
    const visit = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if (Array.isArray(schema)) schema.forEach(visit);
      else if (!Object.hasOwn(schema, 'const') && isSchema(schema)) {
        for (const value of values) checkAgainst({ ...schema, definitions: mappingSchema['definitions'] }, value);
        Object.values(schema).forEach(visit);
      } else Object.values(schema).forEach(visit);
    };
    expect(() => visit(mappingSchema)).not.toThrow();
  });
});

/** Whether an object is a schema and not a table of schemas, whose keys are names. */
const isSchema = (value: object): boolean =>
  ['type', 'enum', '$ref', 'allOf', 'oneOf', 'if'].some((keyword) => Object.hasOwn(value, keyword)) &&
  !Object.values(value).every((item) => typeof item === 'object');
