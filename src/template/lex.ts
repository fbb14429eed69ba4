/** Splits a Go template into text and actions, and actions into words. */

/** A word of an action. */
export interface Word {
  readonly kind: 'field' | 'variable' | 'name' | 'text' | 'number' | 'sign';
  /** The name without its fields, the text without its quotes, the sign itself. */
  readonly value: string;
  /** The fields behind it, as in `$x.Page.Title` or `.Page.Title`; empty for the dot alone. */
  readonly path: readonly string[];
}

export type TemplateToken =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'action'; readonly words: readonly Word[] };

const OPEN = '{{';
const CLOSE = '}}';

/**
 * Reads a template. Comments vanish; what cannot be read is passed over, so that a template with a fault still shows which
 * fields it uses.
 */
export function lexTemplate(source: string): readonly TemplateToken[] {
  const tokens: TemplateToken[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf(OPEN, at);
    if (open < 0) break;
    if (open > at) tokens.push({ type: 'text', value: source.slice(at, open) });
    const comment = skipComment(source, open + OPEN.length);
    if (comment !== undefined) {
      at = comment;
      continue;
    }
    const { words, end } = lexAction(source, open + OPEN.length);
    tokens.push({ type: 'action', words });
    at = end;
  }
  if (at < source.length) tokens.push({ type: 'text', value: source.slice(at) });
  return tokens;
}

/** Where the text goes on behind a comment; `undefined` where none stands. */
function skipComment(source: string, from: number): number | undefined {
  const start = skipTrim(source, from);
  if (!source.startsWith('/*', start)) return undefined;
  const end = source.indexOf('*/', start + 2);
  if (end < 0) return source.length;
  const close = source.indexOf(CLOSE, end);
  return close < 0 ? source.length : close + CLOSE.length;
}

/** `{{-` trims the text before it; the minus sign must be followed by white space. */
function skipTrim(source: string, from: number): number {
  return source.charAt(from) === '-' && isSpace(source.charAt(from + 1)) ? from + 2 : from;
}

function lexAction(source: string, from: number): { words: readonly Word[]; end: number } {
  const words: Word[] = [];
  let at = skipTrim(source, from);
  while (at < source.length) {
    if (source.startsWith(CLOSE, at)) return { words, end: at + CLOSE.length };
    const character = source.charAt(at);
    if (isSpace(character)) at++;
    else if (character === '-' && source.startsWith(CLOSE, at + 1)) at++;
    else at = lexWord(source, at, words);
  }
  return { words, end: at };
}

/** Adds the word at `at` and returns where the next begins. */
function lexWord(source: string, at: number, words: Word[]): number {
  const character = source.charAt(at);
  if (character === '"' || character === "'" || character === '`') {
    const end = endOfText(source, at, character);
    words.push({ kind: 'text', value: source.slice(at + 1, end - 1), path: [] });
    return end;
  }
  if (character === '.' || character === '$' || isNameStart(character)) return lexName(source, at, words);
  if (character >= '0' && character <= '9') {
    let end = at;
    while (isNamePart(source.charAt(end)) || source.charAt(end) === '.') end++;
    words.push({ kind: 'number', value: source.slice(at, end), path: [] });
    return end;
  }
  const sign = source.startsWith(':=', at) ? ':=' : character;
  words.push({ kind: 'sign', value: sign, path: [] });
  // A field right behind a closing parenthesis belongs to its value, which is unknown here.
  return sign === ')' && source.charAt(at + 1) === '.' ? endOfPath(source, at + 1) : at + sign.length;
}

function lexName(source: string, at: number, words: Word[]): number {
  const kind = source.charAt(at) === '.' ? 'field' : source.charAt(at) === '$' ? 'variable' : 'name';
  const head = kind === 'field' ? at : endOfWord(source, kind === 'variable' ? at + 1 : at);
  const end = endOfPath(source, head);
  const path = source
    .slice(head, end)
    .split('.')
    .filter((part) => part !== '');
  words.push({ kind, value: source.slice(at, head), path });
  return Math.max(end, at + 1);
}

function endOfWord(source: string, from: number): number {
  let at = from;
  while (at < source.length && isNamePart(source.charAt(at))) at++;
  return at;
}

function endOfPath(source: string, from: number): number {
  let at = from;
  while (source.charAt(at) === '.') {
    const end = endOfWord(source, at + 1);
    if (end === at + 1) return at === from ? end : at;
    at = end;
  }
  return at;
}

/** Behind the closing quote. A backslash hides the next character, but not in raw text. */
function endOfText(source: string, from: number, quote: string): number {
  for (let at = from + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === '\\' && quote !== '`') at++;
    else if (character === quote) return at + 1;
  }
  return source.length;
}

const isSpace = (character: string): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r';

const NAME_START = /^[\p{L}_]$/u;
const NAME_PART = /^[\p{L}\p{Nd}_]$/u;
const isNameStart = (character: string): boolean => NAME_START.test(character);
const isNamePart = (character: string): boolean => NAME_PART.test(character);
