/** Splits an action of a Go template into words. */
import { unquote } from './unquote.ts';

/** A word of an action, with the fields that follow it without a space: `$x.Page`, `.Page.Title`, `).Title`. */
export interface Word {
  readonly kind: 'field' | 'variable' | 'name' | 'string' | 'character' | 'number' | 'sign';
  /** The name without its fields, the text without its quotes, the sign itself; empty for a field. */
  readonly value: string;
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface Fault {
  readonly reason: string;
  readonly start: number;
  readonly end: number;
}

export interface LexedWords {
  readonly words: readonly Word[];
  /** Where the action's closing braces begin, or the text ends. */
  readonly end: number;
  readonly faults: readonly Fault[];
}

/** Reads words from `from` up to the closing braces. What is no word is reported once an action and passed over. */
export function lexWords(source: string, from: number): LexedWords {
  const words: Word[] = [];
  const faults: Fault[] = [];
  let at = from;
  while (at < source.length) {
    const character = source.charAt(at);
    if (source.startsWith('}}', at)) return { words, end: at, faults };
    if (isSpace(character)) at++;
    else if (character === '-' && isSpace(source.charAt(at - 1)) && source.startsWith('}}', at + 1)) at++;
    else {
      const { word, fault } = lexWord(source, at);
      if (word) words.push(word);
      if (fault !== undefined && faults.length === 0) faults.push({ reason: fault, start: at, end: at + 1 });
      at = Math.max(word?.end ?? 0, at + 1);
    }
  }
  return { words, end: at, faults };
}

interface Lexed {
  readonly word?: Word;
  readonly fault?: string;
}

function lexWord(source: string, at: number): Lexed {
  const character = source.charAt(at);
  if (character === '"' || character === "'" || character === '`') return lexQuoted(source, at, character);
  if (character === '.' && !isDigit(source.charAt(at + 1))) return named(source, at, at, 'field');
  if (character === '$') return named(source, at, endOfName(source, at + 1), 'variable');
  if (isNameStart(source, at)) return named(source, at, endOfName(source, at), 'name');
  const signed = (character === '-' || character === '+') && /[\d.]/.test(source.charAt(at + 1));
  if (signed || isDigit(character) || character === '.') return lexNumber(source, at);
  if (source.startsWith(':=', at)) return { word: sign(':=', at) };
  if (character === ')') {
    const end = endOfPath(source, at + 1);
    return { word: { ...sign(')', at), path: pathOf(source, at + 1, end), end } };
  }
  if ('=|(,'.includes(character)) return { word: sign(character, at) };
  const whole = String.fromCodePoint(source.codePointAt(at) ?? 0);
  return { fault: `“${whole}” means nothing` };
}

const sign = (value: string, start: number): Word => ({
  kind: 'sign',
  value,
  path: [],
  start,
  end: start + value.length,
});

function named(source: string, start: number, head: number, kind: Word['kind']): Lexed {
  const end = Math.max(endOfPath(source, head), start + 1);
  const word = { kind, value: source.slice(start, head), path: pathOf(source, head, end), start, end };
  // `.A.` ends in a period that names nothing.
  const isDangling = end > start + 1 && source.charAt(end) === '.' && !isDigit(source.charAt(end + 1));
  return isDangling ? { word: { ...word, end: end + 1 }, fault: 'a name is missing behind the period' } : { word };
}

const pathOf = (source: string, from: number, to: number): string[] =>
  source
    .slice(from, to)
    .split('.')
    .filter((part) => part !== '');

function lexQuoted(source: string, start: number, quote: string): Lexed {
  let end = source.length;
  let closed = false;
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === quote) {
      end = at + 1;
      closed = true;
      break;
    }
    if (quote === '`') continue;
    if (character === '\n') {
      end = at;
      break;
    }
    if (character === '\\') at++;
  }
  end = Math.min(end, source.length);
  const inside = source.slice(start + 1, closed ? end - 1 : end);
  const kind = quote === "'" ? 'character' : 'string';
  const word: Word = { kind, value: quote === '`' ? inside : unquote(inside), path: [], start, end };
  return closed ? { word } : { word, fault: 'this quote is never closed' };
}

function lexNumber(source: string, start: number): Lexed {
  let end = start + 1;
  while (end < source.length) {
    const character = source.charAt(end);
    const isExponent = (character === '+' || character === '-') && /[eEpP]/.test(source.charAt(end - 1));
    if (!isNamePart(source, end) && character !== '.' && !isExponent) break;
    end++;
  }
  const value = source.slice(start, end);
  const word: Word = { kind: 'number', value, path: [], start, end };
  return isGoNumber(value) ? { word } : { word, fault: `“${value}” is no number` };
}

/** Whether Go reads it as a number. Imaginary numbers and hexadecimal floats exist in Go and in no theme. */
function isGoNumber(value: string): boolean {
  const digits = value.replaceAll('_', '').replace(/^[+-]/, '').replace(/i$/, '');
  return digits !== '' && (Number.isFinite(Number(digits)) || /^0x[\da-f.]+p[+-]?\d+$/i.test(digits));
}

/** Behind a chain of fields that begins at `from`: `.A.B`. */
function endOfPath(source: string, from: number): number {
  let at = from;
  while (source.charAt(at) === '.') {
    const end = isNameStart(source, at + 1) ? endOfName(source, at + 1) : at + 1;
    if (end === at + 1) return at;
    at = end;
  }
  return at;
}

function endOfName(source: string, from: number): number {
  let at = from;
  while (at < source.length && isNamePart(source, at)) at += (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

const isSpace = (character: string): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r';

const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character.length === 1;

const LETTER = /^[\p{L}_]$/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{Nd}_]$/u;

/** ASCII, which is nearly everything, is decided without the expressions. */
function matches(source: string, at: number, wide: RegExp, digits: boolean): boolean {
  const code = source.codePointAt(at) ?? 0;
  if (code > 0x7f) return wide.test(String.fromCodePoint(code));
  const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
  return isLetter || (digits && code >= 0x30 && code <= 0x39);
}
const isNameStart = (source: string, at: number): boolean => matches(source, at, LETTER, false);
const isNamePart = (source: string, at: number): boolean => matches(source, at, LETTER_OR_DIGIT, true);
