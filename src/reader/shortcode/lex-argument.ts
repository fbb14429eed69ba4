import { isSpace } from '../source-text.ts';
import { characterAt, isWordOrHyphen } from './characters.ts';
import { fail, type Item, type TagLexer } from './tag-lexer.ts';

// The functions here read on from the lexer's offset and say whether they could.

/** Reads an argument: `word`, `"text"`, `` `raw` ``, or the name of a named one. */
export function lexArgument(lexer: TagLexer): boolean {
  const { source } = lexer.page;
  const first = source[lexer.at];
  if (first === '"' || first === '`' || first === '\\') {
    if (lexer.style === 'named') return failMixed(lexer, 'positional', [lexer.at, lexer.at + 1]);
    lexer.style = 'positional';
    return lexText('argument', lexer);
  }
  const start = lexer.at;
  for (;;) {
    const character = characterAt(source, lexer.at);
    if (character === '' || (character !== '.' && !isWordOrHyphen(character))) break;
    lexer.at += character.length;
  }
  const isName = source[lexer.at] === '=';
  const style = isName ? 'named' : 'positional';
  if (lexer.style !== 'none' && lexer.style !== style) return failMixed(lexer, style, [start, lexer.at]);
  lexer.style = style;
  const text = source.slice(start, lexer.at);
  lexer.items.push({ kind: 'argument', text, isQuoted: false, start, end: lexer.at });
  return true;
}

/** Reads what follows `=`. Without quotes it runs to the next white space, whatever it is made of. */
export function lexValue(lexer: TagLexer): boolean {
  const { source } = lexer.page;
  lexer.at++;
  while (isSpace(source.charCodeAt(lexer.at))) lexer.at++;
  const first = source[lexer.at];
  if (first === '"' || first === '`' || first === '\\') return lexText('value', lexer);
  const start = lexer.at;
  while (lexer.at < source.length && !isSpace(source.charCodeAt(lexer.at))) lexer.at++;
  lexer.items.push({ kind: 'value', text: source.slice(start, lexer.at), isQuoted: false, start, end: lexer.at });
  return true;
}

function lexText(kind: Item['kind'], lexer: TagLexer): boolean {
  return lexer.page.source[lexer.at] === '`' ? lexRaw(kind, lexer) : lexQuoted(kind, lexer);
}

// Back-ticks take everything up to the next one, line breaks included.
function lexRaw(kind: Item['kind'], lexer: TagLexer): boolean {
  const { source } = lexer.page;
  const start = lexer.at;
  const end = source.indexOf('`', start + 1);
  lexer.at = end < 0 ? start + 1 : end + 1;
  if (end < 0) return failOpen('`', lexer, source.length);
  lexer.items.push({ kind, text: source.slice(start + 1, end), isQuoted: true, start, end: end + 1 });
  return true;
}

/**
 * Reads `"text"`, in which `\"` is a quote, or `\"text\"`, as it stands in a text that is quoted itself. Once a quote was
 * escaped Hugo drops every backslash of the value; else all of them stay.
 */
function lexQuoted(kind: Item['kind'], lexer: TagLexer): boolean {
  const { source } = lexer.page;
  const start = lexer.at;
  const isEscaped = source[start] === '\\';
  let open = -1;
  let hasEscape = false;
  let at = start;
  for (; ; at++) {
    const character = source[at];
    if (character === undefined || character === '\n') {
      lexer.at = open < 0 ? start + 1 : open;
      return failOpen('"', lexer, at);
    }
    if (character === '"') {
      if (open >= 0) break;
      open = at + 1;
    } else if (character === '\\') {
      if (source[at + 1] === '`') return failEscape(lexer, open < 0 ? start : open, at);
      if (source[at + 1] !== '"' || open < 0) continue;
      if (isEscaped) break;
      hasEscape = true;
      at++;
    }
  }
  const text = source.slice(open, at);
  lexer.at = source[at] === '\\' ? at + 2 : at + 1;
  const value = hasEscape ? text.replaceAll('\\', '') : text;
  lexer.items.push({ kind, text: value, isQuoted: true, start, end: lexer.at });
  return true;
}

function failOpen(quote: '"' | '`', lexer: TagLexer, end: number): false {
  const facts = { name: lexer.name ?? '', quote };
  // Where nothing stands behind the quote, it is the quote itself that shows the fault.
  const start = end > lexer.at ? lexer.at : lexer.at - 1;
  return fail(lexer, 'shortcode-quote-not-closed', facts, [start, end]);
}

function failEscape(lexer: TagLexer, start: number, at: number): false {
  lexer.at = at + 2;
  return fail(lexer, 'shortcode-escape', { name: lexer.name ?? '' }, [start, at + 2]);
}

export function failMixed(lexer: TagLexer, style: 'named' | 'positional', place: readonly [number, number]): false {
  const argument = lexer.page.source.slice(...place);
  return fail(lexer, 'shortcode-arguments-mixed', { name: lexer.name ?? '', argument, style }, place);
}
