import { parse } from 'smol-toml';
import type { AST } from 'toml-eslint-parser';
import type { FieldValue } from '../../model/page.ts';
import type { SourceText } from '../source-text.ts';
import { createFieldSet } from './field-set.ts';
import { MAX_DEPTH } from './limits.ts';

/** A table while it is being filled: `[a]`, `a.b = 1` and `[a.c]` all add to the table `a`. */
interface Table {
  readonly entries: Map<string, Entry>;
  readonly start: number;
  end: number;
}

interface Entry {
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Behind the last value, wherever in the file that stands. */
  end: number;
  readonly value: FieldValue | Table | Table[];
}

/** The tables around a pair, and how deep it stands. */
interface Above {
  readonly entries: readonly Entry[];
  readonly depth: number;
}

interface State {
  readonly text: SourceText;
  readonly start: number;
  refused: boolean;
}

/** Gathers what a TOML file says of each table into one map. */
export function buildTomlMap(root: AST.TOMLTopLevelTable, text: SourceText, start: number, end: number): FieldValue {
  const state: State = { text, start, refused: false };
  const table: Table = { entries: new Map(), start, end };
  for (const item of root.body) {
    if (item.type === 'TOMLKeyValue') addPair(table, item, { entries: [], depth: 0 }, state);
    else addTable(table, item, state);
  }
  return mapOf(table, state);
}

function addTable(root: Table, node: AST.TOMLTable, state: State): void {
  if (isTooDeep(node.key, 0, state)) return;
  const path: Entry[] = [];
  const end = state.start + node.range[1];
  let table = root;
  for (const [depth, part] of node.key.keys.entries()) {
    const isLast = depth === node.key.keys.length - 1;
    const entry = entryFor(table, part, isLast && node.kind === 'array', { start: state.start + node.range[0], state });
    path.push(entry);
    table = tableIn(entry, table);
  }
  extend(path, end);
  const above = { entries: path, depth: path.length };
  for (const pair of node.body) addPair(table, pair, above, state);
}

function addPair(table: Table, pair: AST.TOMLKeyValue, above: Above, state: State): void {
  if (isTooDeep(pair.key, above.depth, state)) return;
  const path = [...above.entries];
  const last = pair.key.keys.at(-1);
  let holder = table;
  for (const part of pair.key.keys) {
    if (part === last) continue;
    const entry = entryFor(holder, part, false, { start: state.start + part.range[0], state });
    path.push(entry);
    holder = tableIn(entry, holder);
  }
  if (!last) return;
  const end = state.start + pair.value.range[1];
  const value = valueOf(pair.value, above.depth + pair.key.keys.length, state);
  const keyStart = state.start + last.range[0];
  holder.entries.set(nameOf(last), { keyStart, keyEnd: state.start + last.range[1], end, value });
  extend(path, end);
}

function entryFor(
  table: Table,
  part: AST.TOMLBare | AST.TOMLQuoted,
  isArray: boolean,
  { start, state }: { start: number; state: State },
): Entry {
  const name = nameOf(part);
  const existing = table.entries.get(name);
  const fresh: Table = { entries: new Map(), start, end: start };
  if (existing) {
    if (isArray && Array.isArray(existing.value)) existing.value.push(fresh);
    return existing;
  }
  const keyEnd = state.start + part.range[1];
  const entry = { keyStart: state.start + part.range[0], keyEnd, end: keyEnd, value: isArray ? [fresh] : fresh };
  table.entries.set(name, entry);
  return entry;
}

// The parser has refused a key that is both a value and a table.
function tableIn({ value }: Entry, fallback: Table): Table {
  if (Array.isArray(value)) return value.at(-1) ?? fallback;
  return 'entries' in value ? value : fallback;
}

function extend(path: readonly Entry[], end: number): void {
  for (const entry of path) {
    entry.end = Math.max(entry.end, end);
    const table = Array.isArray(entry.value) ? entry.value.at(-1) : entry.value;
    if (table && 'entries' in table) table.end = Math.max(table.end, end);
  }
}

const nameOf = (part: AST.TOMLBare | AST.TOMLQuoted): string => (part.type === 'TOMLBare' ? part.name : part.value);

function isTooDeep(key: AST.TOMLKey, above: number, state: State): boolean {
  if (above + key.keys.length <= MAX_DEPTH) return false;
  const at = state.start + key.range[0];
  if (!state.refused) state.text.report('data-limit', { limit: 'depth', most: MAX_DEPTH }, at, at + 1);
  state.refused = true;
  return true;
}

function mapOf(table: Table, state: State): FieldValue {
  const fields = createFieldSet(state.text, 'toml');
  for (const [key, { keyStart, keyEnd, end, value }] of table.entries) {
    const place = state.text.placeOf(keyStart, end);
    const keyPlace = state.text.placeOf(keyStart, keyEnd);
    fields.add({ key, name: key.toLowerCase(), value: frozen(value, state), place, keyPlace });
  }
  return { type: 'map', fields: fields.fields, place: state.text.placeOf(table.start, table.end) };
}

function frozen(value: Entry['value'], state: State): FieldValue {
  if (!Array.isArray(value)) return 'entries' in value ? mapOf(value, state) : value;
  const [first, last] = [value[0], value.at(-1)];
  const place = state.text.placeOf(first?.start ?? 0, last?.end ?? 0);
  return { type: 'list', items: value.map((table) => mapOf(table, state)), place };
}

function valueOf(node: AST.TOMLContentNode, depth: number, state: State): FieldValue {
  const start = state.start + node.range[0];
  const end = state.start + node.range[1];
  const place = state.text.placeOf(start, end);
  if (node.type === 'TOMLArray') {
    return { type: 'list', items: node.elements.map((element) => valueOf(element, depth + 1, state)), place };
  }
  if (node.type === 'TOMLInlineTable') {
    const table: Table = { entries: new Map(), start, end };
    for (const pair of node.body) addPair(table, pair, { entries: [], depth }, state);
    return mapOf(table, state);
  }
  return { ...scalarOf(node, state.text.source.slice(start, end)), place };
}

function scalarOf(node: AST.TOMLValue, source: string): FieldValue {
  switch (node.kind) {
    case 'string':
      return {
        type: 'text',
        value: node.multiline && source.includes('\r') ? multilineText(source) : node.value,
        source,
      };
    case 'boolean':
      return { type: 'boolean', value: node.value, source };
    case 'integer':
      return { type: 'integer', value: Object.is(node.value, -0) ? 0 : node.value, source };
    case 'float':
      // JSON has no `inf` and no `nan`: they stay text.
      return Number.isFinite(node.value)
        ? { type: 'float', value: node.value, source }
        : { type: 'text', value: source, source };
    default:
      return { type: 'date', value: source, source };
  }
}

/** Text of several lines with the line ends that it was written with: the parser that knows places changes them. */
function multilineText(source: string): string {
  const { text } = parse(`text = ${source}`);
  return typeof text === 'string' ? text : source;
}
