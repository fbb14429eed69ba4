/** Checks nodes that come from outside against the model's JSON Schema, and says what is wrong in a few words. */

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema | readonly Schema[];
}

/** The schema that `schema/model.json` holds. */
export interface ModelSchema {
  readonly definitions: Readonly<Record<string, Schema>>;
}

interface Check {
  readonly schema: ModelSchema;
  readonly path: string;
  readonly depth: number;
}

/** Deeper than this no writer goes; what refers to itself is deeper still. */
const DEPTH_LIMIT = 300;

/** What is wrong with a list of nodes, flow content all of them; undefined where nothing is. */
export function checkNodes(schema: ModelSchema, nodes: unknown): string | undefined {
  if (!Array.isArray(nodes)) return 'it is no node and no list of nodes';
  for (const [at, node] of nodes.entries()) {
    const problem = check(node, { $ref: '#/definitions/FlowContent' }, { schema, path: `[${at}]`, depth: 0 });
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function check(value: unknown, wanted: Schema, at: Check): string | undefined {
  if (at.depth > DEPTH_LIMIT) return `${at.path.slice(0, 40)}… is nested too deeply`;
  const schema = resolved(wanted, at.schema);
  if (schema.anyOf) return checkAny(value, schema.anyOf, at);
  if (schema.const !== undefined || schema.enum) return checkWord(value, schema, at);
  if (schema.type !== undefined && !hasType(value, schema.type)) {
    return `${at.path} is ${inWords(value)}, not ${String(schema.type)}`;
  }
  if (Array.isArray(value)) return checkItems(value, schema, at);
  return typeof value === 'object' && value !== null ? checkFields(value, schema, at) : undefined;
}

const resolved = (schema: Schema, { definitions }: ModelSchema): Schema =>
  schema.$ref === undefined ? schema : (definitions[schema.$ref.slice('#/definitions/'.length)] ?? {});

function checkWord(value: unknown, { const: only, enum: several }: Schema, { path }: Check): string | undefined {
  const words = several ?? [only];
  return words.includes(value) ? undefined : `${path} is ${inWords(value)}, not ${words.map(String).join(', ')}`;
}

/** The schemas of a choice that a value may be meant for: nodes say by their type which. */
function checkAny(value: unknown, choices: readonly Schema[], at: Check): string | undefined {
  const flat = flatten(choices, at.schema);
  const type = typeField(value);
  const typed = type === undefined ? [] : flat.filter((choice) => takesType(choice, type));
  if (type !== undefined && typed.length === 0 && flat.some(isNode)) {
    return `${at.path}.type is ${inWords(type)}, which no node in this place has`;
  }
  let problem: string | undefined;
  for (const choice of typed.length > 0 ? typed : flat) {
    problem = check(value, choice, at);
    if (problem === undefined) return undefined;
  }
  if (type === undefined && flat.some(isNode)) return `${at.path} is ${inWords(value)}, not a node with a type`;
  return problem ?? `${at.path} is ${inWords(value)}`;
}

const flatten = (choices: readonly Schema[], schema: ModelSchema): Schema[] =>
  choices.flatMap((choice) => {
    const found = resolved(choice, schema);
    return found.anyOf ? flatten(found.anyOf, schema) : [found];
  });

function typeField(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
}

const isNode = ({ properties }: Schema): boolean => properties?.['type'] !== undefined;

function takesType({ properties }: Schema, type: unknown): boolean {
  const wanted = properties?.['type'];
  return wanted?.const === type || wanted?.enum?.includes(type) === true;
}

function hasType(value: unknown, types: string | readonly string[]): boolean {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return typeof types === 'string' ? types === type : types.includes(type);
}

function checkItems(value: readonly unknown[], { items }: Schema, at: Check): string | undefined {
  if (!items) return undefined;
  for (const [index, item] of value.entries()) {
    const wanted = isTuple(items) ? items[index] : items;
    if (!wanted) return `${at.path} has more than ${index} items`;
    const problem = check(item, wanted, { ...at, path: `${at.path}[${index}]`, depth: at.depth + 1 });
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const isTuple = (items: Schema | readonly Schema[]): items is readonly Schema[] => Array.isArray(items);

function checkFields(value: object, schema: Schema, at: Check): string | undefined {
  const { properties = {}, required = [], additionalProperties } = schema;
  for (const name of required) if (!Object.hasOwn(value, name)) return `${at.path}.${name} is missing`;
  for (const [name, field] of Object.entries(value)) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!own && additionalProperties === false) return `${at.path}.${name} is no field that it may have`;
    const wanted = own ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    const problem = wanted && check(field, wanted, { ...at, path: `${at.path}.${name}`, depth: at.depth + 1 });
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return `“${value.slice(0, 40)}”`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === undefined || value === null) return 'nothing';
  return Array.isArray(value) ? 'a list' : `an ${typeof value}`;
}
