/**
 * Checks a value against the schema and says what is wrong in terms that can be worded.
 * It knows the keywords that our schema uses and no others. Compiling a validator costs a tenth of a second, more than
 * converting a page; walking the schema beside the value costs two milliseconds. The tests hold it against Ajv.
 */
import type { Schema } from '../schema/terms.ts';
import type { Path, YamlValue } from './yaml.ts';

/** Something in a mapping that the schema does not allow. */
export type Problem = { readonly path: Path } & (
  | { readonly type: 'unknownKey'; readonly key: string; readonly known: readonly string[] }
  | { readonly type: 'missingKey'; readonly key: string }
  | { readonly type: 'unknownWord'; readonly value: YamlValue; readonly allowed: readonly YamlValue[] }
  | { readonly type: 'mismatch'; readonly value: YamlValue; readonly expected: string }
);

interface Visit {
  readonly root: Schema;
  readonly schema: Schema;
  readonly value: YamlValue;
  readonly path: Path;
  readonly problems: Problem[];
}

type Keyword = (argument: unknown, visit: Visit) => void;

/** What is wrong with `value`, in the order of the schema. */
export function checkAgainst(root: Schema, value: YamlValue): Problem[] {
  const problems: Problem[] = [];
  check({ root, schema: root, value, path: [], problems });
  return problems;
}

/** Keywords that say nothing about a value. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  '$schema',
  'title',
  'description',
  'definitions',
  'x-expected',
  'then',
  'else',
]);

function check(visit: Visit): void {
  if (visit.schema['type'] !== undefined && !hasType(visit.schema['type'], visit.value)) {
    mismatch(visit, typesInWords(visit.schema['type']));
    return;
  }
  for (const keyword in visit.schema) {
    if (keyword === 'type' || ANNOTATIONS.has(keyword)) continue;
    const rule = KEYWORDS[keyword];
    if (!rule) throw new Error(`the mapping schema uses “${keyword}”, which the checker does not know`);
    rule(visit.schema[keyword], visit);
  }
}

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  $ref: (name, visit) => check({ ...visit, schema: definition(visit.root, String(name)) }),
  allOf: (schemas, visit) => {
    for (const schema of listOf(schemas)) check({ ...visit, schema: schemaOf(schema) });
  },
  if: (condition, visit) => {
    const branch = visit.schema[holds(condition, visit) ? 'then' : 'else'];
    if (branch !== undefined) check({ ...visit, schema: schemaOf(branch) });
  },
  oneOf: (schemas, visit) => {
    const choices = listOf(schemas);
    if (choices.filter((schema) => holds(schema, visit)).length === 1) return;
    const keys = choices.flatMap((schema) => listOf(schemaOf(schema)['required'] ?? []));
    mismatch(visit, `exactly one of the keys ${keys.join(', ')}`);
  },
  enum: (allowed, { value, path, problems }) => {
    const values = listOf(allowed) as readonly YamlValue[]; // the schema lists words
    if (!values.includes(value)) problems.push({ type: 'unknownWord', path, value, allowed: values });
  },
  const: (wanted, { value, path, problems }) => {
    const values = [wanted] as readonly YamlValue[]; // the schema says a word or a number
    if (value !== wanted) problems.push({ type: 'unknownWord', path, value, allowed: values });
  },
  pattern: (pattern, visit) => {
    if (typeof visit.value === 'string' && !new RegExp(String(pattern), 'u').test(visit.value)) {
      mismatch(visit, String(visit.schema['x-expected']));
    }
  },
  minLength: (least, visit) => {
    if (typeof visit.value === 'string' && visit.value.length < Number(least))
      mismatch(visit, 'a text that is not empty');
  },
  minItems: (least, visit) => {
    if (Array.isArray(visit.value) && visit.value.length < Number(least)) mismatch(visit, 'a list that is not empty');
  },
  minimum: (least, visit) => {
    if (typeof visit.value === 'number' && visit.value < Number(least))
      mismatch(visit, `a number from ${String(least)}`);
  },
  maximum: (most, visit) => {
    if (typeof visit.value === 'number' && visit.value > Number(most))
      mismatch(visit, `a number up to ${String(most)}`);
  },
  minProperties: (least, visit) => {
    if (isObject(visit.value) && Object.keys(visit.value).length < Number(least)) mismatch(visit, 'at least one key');
  },
  items: (schema, visit) => {
    if (!Array.isArray(visit.value)) return;
    visit.value.forEach((value: YamlValue, at) => {
      check({ ...visit, schema: schemaOf(schema), value, path: [...visit.path, String(at)] });
    });
  },
  required: (keys, { value, path, problems }) => {
    if (!isObject(value)) return;
    for (const key of listOf(keys)) {
      if (!(String(key) in value)) problems.push({ type: 'missingKey', path, key: String(key) });
    }
  },
  dependencies: (table, { value, path, problems }) => {
    if (!isObject(value)) return;
    for (const [key, needed] of Object.entries(schemaOf(table))) {
      if (!(key in value)) continue;
      for (const other of listOf(needed)) {
        if (!(String(other) in value)) problems.push({ type: 'missingKey', path, key: String(other) });
      }
    }
  },
  propertyNames: (schema, visit) => {
    if (!isObject(visit.value)) return;
    for (const key of Object.keys(visit.value)) {
      check({ ...visit, schema: schemaOf(schema), value: key, path: [...visit.path, key] });
    }
  },
  properties: (table, visit) => {
    if (!isObject(visit.value)) return;
    const known = schemaOf(table);
    for (const key in known) {
      const value = visit.value[key];
      if (value === undefined || known[key] === true) continue;
      if (known[key] === false) unknownKey(visit, key, {});
      else check({ ...visit, schema: schemaOf(known[key]), value, path: [...visit.path, key] });
    }
  },
  additionalProperties: (schema, visit) => {
    if (!isObject(visit.value)) return;
    const known = schemaOf(visit.schema['properties'] ?? {});
    for (const [key, value] of Object.entries(visit.value)) {
      if (Object.hasOwn(known, key)) continue;
      if (schema === false) unknownKey(visit, key, known);
      else check({ ...visit, schema: schemaOf(schema), value, path: [...visit.path, key] });
    }
  },
};

function unknownKey({ path, problems }: Visit, key: string, table: Schema): void {
  const known = Object.keys(table).filter((name) => table[name] !== false && name !== '$schema');
  problems.push({ type: 'unknownKey', path, key, known });
}

function mismatch({ value, path, problems }: Visit, expected: string): void {
  problems.push({ type: 'mismatch', path, value, expected });
}

/** Whether the value fits a schema; what does not fit is nobody's fault here. */
function holds(schema: unknown, visit: Visit): boolean {
  const problems: Problem[] = [];
  check({ ...visit, schema: schemaOf(schema), problems });
  return problems.length === 0;
}

function definition(root: Schema, ref: string): Schema {
  const name = ref.slice('#/definitions/'.length);
  const found = schemaOf(root['definitions'])[name];
  if (found === undefined) throw new Error(`the mapping schema has no definition ${name}`);
  return schemaOf(found);
}

// The schema is a constant of ours and its tests go through every keyword: these two say what a keyword's argument is.
const schemaOf = (argument: unknown): Schema => argument as Schema;
const listOf = (argument: unknown): readonly unknown[] => argument as readonly unknown[];

const isObject = (value: YamlValue): value is { readonly [key: string]: YamlValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function hasType(types: unknown, value: YamlValue): boolean {
  const type = typeOf(value);
  const wanted = typeof types === 'string' ? [types] : listOf(types);
  return wanted.includes(type) || (type === 'number' && wanted.includes('integer') && Number.isInteger(value));
}

/** The type of a value in JSON's terms. */
export function typeOf(value: YamlValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'nothing',
};

/** A type in words, as in “a list”. */
export const typeInWords = (type: string): string => WORDS[type] ?? type;

function typesInWords(types: unknown): string {
  const all = (typeof types === 'string' ? [types] : listOf(types)).map((type) => typeInWords(String(type)));
  const last = all.at(-1) ?? '';
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} or ${last}` : last;
}
