import { parse, TomlError, type TomlTable } from 'smol-toml';
import { parseTOML, ParseError, type AST } from 'toml-eslint-parser';
import type { FieldValue } from '../../model/page.ts';
import type { SourceText } from '../source-text.ts';
import { MAX_DEPTH, MAX_TOML_VALUE } from './limits.ts';
import { buildTomlMap } from './toml-table.ts';
import { append } from '../../model/append.ts';

/**
 * Reads the TOML 1.1 between two offsets; an error, which is reported, leaves an empty map. One parser says what is
 * wrong, in words; the other gives each value its place.
 */
export function readToml(text: SourceText, start: number, end: number): FieldValue {
  const toml = text.source.slice(start, end);
  const empty: FieldValue = { type: 'map', fields: [], place: text.placeOf(start, end) };
  const values = check(toml, text, start);
  if (!values) return empty;
  if (toml.length > MAX_TOML_VALUE && hasLongValue(values, toml)) {
    text.report('data-limit', { limit: 'length', most: MAX_TOML_VALUE }, start, start + 1);
    return empty;
  }
  const table = locate(toml, text, start);
  return table ? buildTomlMap(table, text, start, end) : empty;
}

function check(toml: string, text: SourceText, start: number): TomlTable | undefined {
  try {
    return parse(toml, { integersAsBigInt: true, maxDepth: MAX_DEPTH });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const at = start + offsetOf(toml, error.line, error.column);
    if (error.message.includes('excessively nested')) {
      text.report('data-limit', { limit: 'depth', most: MAX_DEPTH }, at, at + 1);
    } else {
      text.report('data-invalid', { format: 'TOML', problem: 'other', detail: detailOf(error.message) }, at, at + 1);
    }
    return undefined;
  }
}

function locate(toml: string, text: SourceText, start: number): AST.TOMLTopLevelTable | undefined {
  try {
    return parseTOML(toml, { tomlVersion: '1.1' }).body[0];
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const at = start + error.index;
    text.report('data-invalid', { format: 'TOML', problem: 'other', detail: detailOf(error.message) }, at, at + 1);
    return undefined;
  }
}

// `Invalid TOML document: illegal character in key` and a code frame: the sentence is enough.
function detailOf(message: string): string {
  const [sentence = ''] = message.replace('Invalid TOML document: ', '').split('\n');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function offsetOf(toml: string, line: number, column: number): number {
  let lineStart = 0;
  for (let count = 1; count < line; count++) lineStart = toml.indexOf('\n', lineStart) + 1;
  return Math.min(lineStart + column - 1, toml.length);
}

// The parser that knows places spreads a value's characters over the arguments of one function call.
function hasLongValue(values: unknown, toml: string): boolean {
  return hasLongText(values) || hasLongNumber(toml);
}

// Keys with dots nest without limit, so this keeps a stack of its own.
function hasLongText(values: unknown): boolean {
  const stack = [values];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value === 'string' && value.length > MAX_TOML_VALUE) return true;
    if (typeof value === 'object' && value !== null) append(stack, Object.values(value));
  }
  return false;
}

function hasLongNumber(toml: string): boolean {
  let run = 0;
  for (let at = 0; at < toml.length && run <= MAX_TOML_VALUE; at++) {
    const code = toml.charCodeAt(at);
    run = (code >= 48 && code <= 57) || code === 95 ? run + 1 : 0;
  }
  return run > MAX_TOML_VALUE;
}
