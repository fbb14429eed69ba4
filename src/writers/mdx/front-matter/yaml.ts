import {
  Document,
  Pair,
  Scalar,
  YAMLMap,
  YAMLSeq,
  stringify,
  type CreateNodeOptions,
  type DocumentOptions,
  type ParseOptions,
  type SchemaOptions,
  type ToStringOptions,
} from 'yaml';
import type { FieldValue } from '../../../model/page.ts';

/** A date as it is written: YAML's own type, so that it needs no quotes. */
interface PlainDate {
  readonly text: string;
}

const isPlainDate = (value: unknown): value is PlainDate =>
  typeof value === 'object' && value !== null && 'text' in value && Object.keys(value).length === 1;

type Options = DocumentOptions & SchemaOptions & ParseOptions & CreateNodeOptions & ToStringOptions;

/**
 * `compat` puts quotes around text that a reader of YAML 1.1 takes for something else: `yes`, `1_000`, `12:30`. Nothing
 * is folded.
 */
const OPTIONS: Options = {
  compat: 'yaml-1.1',
  lineWidth: 0,
  customTags: (tags) => [
    {
      tag: 'tag:yaml.org,2002:timestamp',
      default: true,
      identify: isPlainDate,
      resolve: (text: string) => ({ text }),
      stringify: ({ value }) => (isPlainDate(value) ? value.text : String(value)),
    },
    ...tags,
  ],
};

let shared: Document<YAMLMap<Scalar, unknown>, false> | undefined;

/** One field to be written, with the comment lines above it. */
export interface YamlField {
  readonly key: string;
  readonly value: FieldValue;
  readonly comment?: string;
}

/** Prints fields as YAML, one line ending at the end. */
export function printYaml(fields: readonly YamlField[]): string {
  const map = new YAMLMap<Scalar, unknown>();
  for (const { key, value, comment } of fields) {
    const name = new Scalar(key);
    if (comment !== undefined) name.commentBefore = comment;
    map.items.push(new Pair(name, nodeOf(value)));
  }
  // One document for all, for its schema costs more to make than to use.
  shared ??= new Document<YAMLMap<Scalar, unknown>, false>(map, OPTIONS);
  shared.contents = map;
  return shared.toString(OPTIONS);
}

/** A key as it stands before its colon. */
export const printYamlKey = (key: string): string => stringify(key, OPTIONS).trimEnd();

/** Text as YAML comment lines. */
export function printYamlComment(text: string): string {
  const document = new Document(null, OPTIONS);
  document.commentBefore = text;
  const printed = document.toString(OPTIONS);
  return printed.slice(0, printed.lastIndexOf('\n', printed.length - 2) + 1).replace(/\n+$/, '\n');
}

function nodeOf(value: FieldValue): unknown {
  switch (value.type) {
    case 'list': {
      const list = new YAMLSeq();
      list.items = value.items.map(nodeOf);
      return list;
    }
    case 'map': {
      const map = new YAMLMap();
      map.items = value.fields.map((field) => new Pair(new Scalar(field.key), nodeOf(field.value)));
      return map;
    }
    case 'null':
      return new Scalar(null);
    case 'date':
      return isYamlDate(value.value) ? new Scalar({ text: value.value }) : new Scalar(value.value);
    case 'integer':
    case 'float':
      return numberNode(value.value, value.source);
    default:
      return new Scalar(value.value);
  }
}

/** A number with the digits that the author wrote, where YAML reads the same number from them. */
function numberNode(value: number, source: string): Scalar {
  const node = new Scalar<unknown>(value);
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(source)) return node;
  if (Number(source) !== value && Number.isSafeInteger(value)) return node;
  node.source = source;
  const decimals = source.split('.')[1];
  if (decimals !== undefined) node.minFractionDigits = decimals.length;
  else if (!Number.isSafeInteger(value)) node.value = BigInt(source);
  return node;
}

const isYamlDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?)?)?$/.test(text);
