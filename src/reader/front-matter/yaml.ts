import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { plainValue } from '../../model/field.ts';
import type { Field, FieldValue } from '../../model/page.ts';
import { endOf, type Place } from '../../model/place.ts';
import { isSpace, type SourceText } from '../source-text.ts';
import { createFieldSet, type FieldSet } from './field-set.ts';
import { MAX_ALIASED_VALUES, MAX_DEPTH } from './limits.ts';
import { composeYaml, spansLines, textOf, unfold } from './yaml-compose.ts';
import { reportYamlError } from './yaml-error.ts';
import { readSimpleYaml } from './yaml-simple.ts';
import { readPlainScalar, readTaggedScalar, type PlainScalar } from './yaml-scalar.ts';

/**
 * Reads the YAML between two offsets as Hugo 0.169 does; `undefined` where there is nothing but white space and comments.
 * After an error, which is reported, what could be read is returned.
 */
export function readYaml(text: SourceText, start: number, end: number): FieldValue | undefined {
  return readSimpleYaml(text, start, end) ?? readAnyYaml(text, start, end);
}

/** The same for any YAML, with a parser that knows all of it. */
export function readAnyYaml(text: SourceText, start: number, end: number): FieldValue | undefined {
  const { documents, joined, error, tooDeepAt } = composeYaml(text.source.slice(start, end));
  const [document, second] = documents;
  if (tooDeepAt !== undefined) reportLimit('depth', start + tooDeepAt, text);
  if (!document) return undefined;
  if (error) reportYamlError(error, document, text, start);
  const secondStart = second?.contents?.range?.[0];
  if (secondStart !== undefined) text.report('data-second-document', {}, start + secondStart, start + secondStart + 1);
  if (!document.contents) return undefined;
  // What follows from a syntax error is no finding of its own.
  const report: SourceText['report'] = error ? () => {} : text.report;
  return valueOf(document.contents, {
    text: { ...text, report },
    start,
    joined,
    anchors: new Map(),
    values: 0,
    aliased: 0,
    depth: 0,
    refused: false,
  });
}

interface State {
  readonly text: SourceText;
  readonly start: number;
  readonly joined: boolean;
  readonly anchors: Map<string, Anchored>;
  /** How many values have been read, those that aliases stand for included. */
  values: number;
  /** How many of them aliases stand for. */
  aliased: number;
  depth: number;
  /** Whether a limit has been reported. */
  refused: boolean;
}

interface Anchored {
  /** Absent while the value is being read: an alias in it would never end. */
  value?: FieldValue;
  values: number;
}

function valueOf(node: Node | null, state: State): FieldValue {
  if (isAlias(node)) return aliasedValue(node, state);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor === undefined) return ownValue(node, state);
  const before = state.values;
  const anchored: Anchored = { values: 0 };
  state.anchors.set(anchor, anchored);
  anchored.value = ownValue(node, state);
  anchored.values = state.values - before;
  return anchored.value;
}

function ownValue(node: Node | null, state: State): FieldValue {
  state.values++;
  if (isScalar(node)) return scalarValue(node, state);
  if (!isMap(node) && !isSeq(node)) return { type: 'null', source: '' };
  state.depth++;
  const place = placeOf(node, state);
  const value: FieldValue = isMap(node)
    ? { type: 'map', fields: fieldsOf(node, state), place }
    : { type: 'list', items: node.items.map((item) => valueOf(item as Node | null, state)), place };
  state.depth--;
  return value;
}

function scalarValue(node: Scalar, state: State): FieldValue {
  const place = placeOf(node, state);
  const source = state.text.source.slice(place.offset, endOf(place));
  const text = state.joined && spansLines(source) ? unfold(source) : textOf(node);
  return { ...typed(node, text), source, place };
}

function typed(node: Scalar, value: string): PlainScalar {
  if (node.tag !== undefined) return readTaggedScalar(node.tag, value);
  return node.type === 'PLAIN' ? readPlainScalar(value) : { type: 'text', value };
}

function fieldsOf(map: YAMLMap, state: State): readonly Field[] {
  const fields = createFieldSet(state.text, 'yaml');
  let merge: Node | null = null;
  for (const pair of map.items as Pair<Node | null, Node | null>[]) {
    if (isMergeKey(pair.key)) {
      if (merge && pair.key) reportRepeatedMerge(merge, pair.key, state);
      merge = pair.key;
      mergeFields(pair.value, fields, state);
      continue;
    }
    const glued = map.flow ? gluedField(pair, state) : undefined;
    if (glued) fields.add(glued);
    else addField(pair, fields, state);
  }
  return fields.fields;
}

/** `{weight:3}`, which to YAML is a key without a value, is the weight 3 to Hugo. */
function gluedField({ key, value }: Pair<Node | null, Node | null>, state: State): Field | undefined {
  const hasValue = isScalar(value) ? value.source !== '' : value !== null;
  if (hasValue || !isScalar(key) || key.type !== 'PLAIN' || key.tag !== undefined) return undefined;
  const { offset: start, length } = placeOf(key, state);
  const source = state.text.source.slice(start, start + length);
  const colon = source.indexOf(':');
  if (colon < 1 || spansLines(source)) return undefined;
  const name = source.slice(0, colon);
  const written = source.slice(colon + 1);
  return {
    key: name,
    name: name.toLowerCase(),
    value: {
      ...readPlainScalar(written),
      source: written,
      place: state.text.placeOf(start + colon + 1, start + length),
    },
    place: state.text.placeOf(start, start + length),
    keyPlace: state.text.placeOf(start, start + colon),
  };
}

function reportRepeatedMerge(first: Node, second: Node, state: State): void {
  const place = placeOf(second, state);
  const { line } = placeOf(first, state);
  state.text.report('data-key-repeated', { key: '<<', line }, place.offset, endOf(place));
}

// A quoted `"<<"` is a key like any other.
const isMergeKey = (key: Node | null): boolean =>
  isScalar(key) && key.type === 'PLAIN' && key.value === '<<' && key.tag === undefined;

function mergeFields(node: Node | null, fields: FieldSet, state: State): void {
  const value = valueOf(node, state);
  const maps = value.type === 'list' ? value.items : [value];
  for (const map of maps) {
    if (map.type === 'map') for (const field of map.fields) fields.merge(field);
    else reportMerge(node, map.type, state);
  }
}

function reportMerge(node: Node | null, found: FieldValue['type'], state: State): void {
  if (!node) return;
  const place = placeOf(node, state);
  state.text.report('data-merge-not-a-map', { found }, place.offset, endOf(place));
}

function addField(pair: Pair<Node | null, Node | null>, fields: FieldSet, state: State): void {
  const key = keyOf(pair.key, state);
  const value = valueOf(pair.value, state);
  if (!key) return;
  const end = Math.max(endOfNode(pair.value, state), endOf(key.place));
  const place = state.text.placeOf(key.place.offset, end);
  fields.add({ key: key.text, name: key.text.toLowerCase(), value, place, keyPlace: key.place });
}

interface Key {
  readonly text: string;
  readonly place: Place;
}

// A key in a nested map is the text of its value. At the top Hugo refuses a boolean or a fraction, and makes one odd
// character of an integer; a list or a map it refuses everywhere.
function keyOf(node: Node | null, state: State): Key | undefined {
  if (!node) return undefined;
  const value = valueOf(node, state);
  const place = placeOf(node, state);
  const isText = value.type === 'text' || value.type === 'date';
  const isCollection = value.type === 'list' || value.type === 'map';
  if (isCollection || (!isText && state.depth === 1)) {
    const key = state.text.source.slice(place.offset, endOf(place));
    state.text.report('data-key-not-text', { key, found: value.type }, place.offset, endOf(place));
  }
  if (isCollection) return undefined;
  return { text: isText || state.depth > 1 ? String(plainValue(value)) : value.source, place };
}

/** The value that an alias stands for: the very value, with the place where it was written. */
function aliasedValue(alias: Alias, state: State): FieldValue {
  const anchored = state.anchors.get(alias.source);
  if (!anchored?.value) {
    const place = placeOf(alias, state);
    const facts = { name: alias.source, problem: anchored ? 'cycle' : 'unknown' } as const;
    state.text.report('data-alias-unknown', facts, place.offset, endOf(place));
    return { type: 'null', source: '' };
  }
  state.values += anchored.values;
  state.aliased += anchored.values;
  if (state.aliased <= MAX_ALIASED_VALUES) return anchored.value;
  if (!state.refused) reportLimit('aliases', placeOf(alias, state).offset, state.text);
  state.refused = true;
  return { type: 'null', source: '' };
}

function reportLimit(limit: 'depth' | 'aliases', at: number, text: SourceText): void {
  text.report('data-limit', { limit, most: limit === 'depth' ? MAX_DEPTH : MAX_ALIASED_VALUES }, at, at + 1);
}

function placeOf(node: Node, state: State): Place {
  const start = state.start + (node.range?.[0] ?? 0);
  return state.text.placeOf(start, endOfNode(node, state));
}

// A block map or list reaches to the start of the next line; its place ends with its last value.
function endOfNode(node: Node | null, state: State): number {
  if (!node?.range) return 0;
  const start = state.start + node.range[0];
  let end = state.start + node.range[1];
  if (isMap(node) || isSeq(node)) {
    while (end > start && isSpace(state.text.source.charCodeAt(end - 1))) end--;
  }
  return end;
}
