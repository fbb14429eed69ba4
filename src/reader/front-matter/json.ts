import type { FieldValue } from '../../model/page.ts';
import type { SourceText } from '../source-text.ts';
import { createFieldSet, type FieldSet } from './field-set.ts';
import { readJsonToken, type JsonToken } from './json-token.ts';
import { MAX_DEPTH } from './limits.ts';

/**
 * Reads the JSON between two offsets, each value with its place; `undefined` where there is none. After an error, which
 * is reported, what was read before it is returned.
 */
export function readJson(text: SourceText, start: number, end: number): FieldValue | undefined {
  const state: State = { text, open: [], expects: 'value' };
  let at = start;
  for (;;) {
    const token = readJsonToken(text.source, at, end);
    at = token.end;
    if (token.kind === 'end' && (state.expects === 'nothing' || (state.expects === 'value' && !state.open.length)))
      break;
    if (!take(token, state)) {
      reportToken(token, state);
      break;
    }
  }
  closeAll(at, state);
  return state.root;
}

interface OpenMap {
  readonly kind: 'map';
  readonly start: number;
  readonly fields: FieldSet;
  key?: { readonly text: string; readonly start: number; readonly end: number };
}

interface OpenList {
  readonly kind: 'list';
  readonly start: number;
  readonly items: FieldValue[];
}

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'comma' | 'nothing';

// A stack instead of calls: brackets without end cannot exhaust the machine's.
interface State {
  readonly text: SourceText;
  readonly open: (OpenMap | OpenList)[];
  expects: Expected;
  root?: FieldValue;
}

/** Goes on with a token; whether it may stand there. */
function take(token: JsonToken, state: State): boolean {
  switch (state.expects) {
    case 'valueOrEnd':
      return token.kind === ']' ? close(token.end, state) : takeValue(token, state);
    case 'value':
      return takeValue(token, state);
    case 'keyOrEnd':
      return token.kind === '}' ? close(token.end, state) : takeKey(token, state);
    case 'key':
      return takeKey(token, state);
    case 'colon':
      return token.kind === ':' && goOn('value', state);
    case 'comma':
      return takeComma(token, state);
    case 'nothing':
      return false;
  }
}

function takeValue(token: JsonToken, state: State): boolean {
  if (token.kind === '{' || token.kind === '[') return openContainer(token.kind, token.start, state);
  if (token.kind !== 'string' && token.kind !== 'number' && token.kind !== 'word') return false;
  const source = state.text.source.slice(token.start, token.end);
  const place = state.text.placeOf(token.start, token.end);
  return complete({ ...scalarOf(token, source), place }, token.end, state);
}

function scalarOf(token: JsonToken & { kind: 'string' | 'number' | 'word' }, source: string): FieldValue {
  if (token.kind === 'string') return { type: 'text', value: token.value, source };
  if (token.kind === 'number') {
    if (!Number.isFinite(token.value)) return { type: 'text', value: source, source };
    return { type: isInteger(source) ? 'integer' : 'float', value: token.value, source };
  }
  return token.value === null ? { type: 'null', source } : { type: 'boolean', value: token.value, source };
}

const isInteger = (source: string): boolean => !source.includes('.') && !source.includes('e') && !source.includes('E');

function openContainer(bracket: '{' | '[', start: number, state: State): boolean {
  if (state.open.length >= MAX_DEPTH) return false;
  if (bracket === '[') {
    state.open.push({ kind: 'list', start, items: [] });
    state.expects = 'valueOrEnd';
  } else {
    state.open.push({ kind: 'map', start, fields: createFieldSet(state.text, 'json') });
    state.expects = 'keyOrEnd';
  }
  return true;
}

function takeKey(token: JsonToken, state: State): boolean {
  const map = state.open.at(-1);
  if (token.kind !== 'string' || map?.kind !== 'map') return false;
  map.key = { text: token.value, start: token.start, end: token.end };
  state.expects = 'colon';
  return true;
}

function takeComma(token: JsonToken, state: State): boolean {
  const inMap = state.open.at(-1)?.kind === 'map';
  if (token.kind === (inMap ? '}' : ']')) return close(token.end, state);
  return token.kind === ',' && goOn(inMap ? 'key' : 'value', state);
}

function goOn(expects: Expected, state: State): true {
  state.expects = expects;
  return true;
}

function close(end: number, state: State): boolean {
  const container = state.open.pop();
  if (!container) return false;
  const place = state.text.placeOf(container.start, end);
  if (container.kind === 'list') return complete({ type: 'list', items: container.items, place }, end, state);
  return complete({ type: 'map', fields: container.fields.fields, place }, end, state);
}

/** Puts a value that has been read where it belongs. */
function complete(value: FieldValue, end: number, state: State): true {
  const container = state.open.at(-1);
  state.expects = container ? 'comma' : 'nothing';
  if (!container) state.root = value;
  else if (container.kind === 'list') container.items.push(value);
  else if (container.key) {
    const { text, start, end: keyEnd } = container.key;
    const place = state.text.placeOf(start, end);
    const keyPlace = state.text.placeOf(start, keyEnd);
    container.fields.add({ key: text, name: text.toLowerCase(), value, place, keyPlace });
  }
  return true;
}

function closeAll(end: number, state: State): void {
  while (state.open.length > 0) close(end, state);
}

const WANTED: Readonly<Record<Expected, string>> = {
  value: 'a value',
  valueOrEnd: 'a value or “]”',
  key: 'a key in double quotes',
  keyOrEnd: 'a key in double quotes or “}”',
  colon: 'a “:” behind the key',
  comma: 'a “,” or the closing bracket',
  nothing: 'nothing more',
};

function reportToken(token: JsonToken, state: State): void {
  const end = Math.max(token.end, token.start + 1);
  if (state.open.length >= MAX_DEPTH && (token.kind === '{' || token.kind === '[')) {
    state.text.report('data-limit', { limit: 'depth', most: MAX_DEPTH }, token.start, end);
    return;
  }
  const found = token.kind === 'end' ? 'the end' : `“${state.text.source.slice(token.start, token.end).slice(0, 20)}”`;
  const detail = `expected ${WANTED[state.expects]}, found ${found}`;
  state.text.report('data-invalid', { format: 'JSON', problem: 'other', detail }, token.start, end);
}
