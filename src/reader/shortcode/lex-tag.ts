import type { Call } from '../../model/nodes.ts';
import { isSpace } from '../source-text.ts';
import { readArguments } from './arguments.ts';
import { characterAt, isWord, isWordOrHyphen } from './characters.ts';
import { lexArgument, lexValue } from './lex-argument.ts';
import { MARKS, type Tag } from './tag.ts';
import { createTagLexer, fail, type PageState, type TagLexer } from './tag-lexer.ts';

/** Reads the tag that begins at `start`. A tag that Hugo refuses is reported and ends where the author most likely meant. */
export function lexTag(page: PageState, notation: Call['notation'], start: number): Tag {
  const lexer = createTagLexer(page, notation, start);
  const mark = MARKS[notation].ends;
  const { source } = page;
  while (!source.startsWith(mark, lexer.at)) {
    if (isSpace(source.charCodeAt(lexer.at))) lexer.at++;
    else if (!lexCharacter(characterAt(source, lexer.at), lexer)) return recover(lexer);
    if (lexer.closingName !== undefined) return finishClosing(lexer, lexer.closingName);
  }
  lexer.at += mark.length;
  return finish(lexer);
}

function lexCharacter(character: string, lexer: TagLexer): boolean {
  switch (character) {
    case '':
      return failAtEnd(lexer);
    case '=':
      return lexValue(lexer);
    case '/':
      return lexSlash(lexer);
    case '\\':
      return lexBackslash(lexer);
  }
  const isNamed = lexer.name !== undefined && lexer.slash === undefined;
  if (isNamed && (isWordOrHyphen(character) || character === '"' || character === '`')) return lexArgument(lexer);
  if (isWord(character)) return lexName(lexer);
  return failAtCharacter(character, lexer);
}

function failAtEnd(lexer: TagLexer): false {
  const { source } = lexer.page;
  const firstLineEnd = source.indexOf('\n', lexer.start);
  const end = firstLineEnd < 0 ? source.length : firstLineEnd;
  const facts = { name: lexer.name ?? lexer.closingName ?? '', ...MARKS[lexer.notation] };
  return fail(lexer, 'shortcode-tag-not-closed', facts, [lexer.start, end]);
}

function failAtCharacter(character: string, lexer: TagLexer): false {
  const facts = { character, name: lexer.name ?? '', ...MARKS[lexer.notation] };
  return fail(lexer, 'shortcode-character', facts, [lexer.at, lexer.at + character.length]);
}

function lexSlash(lexer: TagLexer): boolean {
  const { page, at } = lexer;
  if (page.seen.size === 0) return fail(lexer, 'shortcode-closing-unopened', { name: '' }, [at, at + 1]);
  lexer.slash = at;
  lexer.at++;
  page.inline = undefined;
  return true;
}

// Hugo steps over a backslash in silence, unless it belongs to the quote behind it.
function lexBackslash(lexer: TagLexer): boolean {
  const { page, at } = lexer;
  const next = page.source[at + 1];
  if (next === '"') return lexArgument(lexer);
  if (next === '`') return fail(lexer, 'shortcode-escape', { name: lexer.name ?? '' }, [at, at + 2]);
  page.report('shortcode-backslash', { name: lexer.name ?? '' }, at, at + 1);
  lexer.at++;
  return true;
}

/** Reads a name; behind a slash it is the name of what the tag closes. */
function lexName(lexer: TagLexer): boolean {
  const { page } = lexer;
  const start = lexer.at;
  let isInline = false;
  for (;;) {
    const character = characterAt(page.source, lexer.at);
    if (character === '.') {
      isInline = page.source.startsWith('inline ', lexer.at + 1);
      if (!isInline) return failAtPeriod(lexer, start);
    } else if (character === '' || (character !== '/' && !isWordOrHyphen(character))) break;
    lexer.at += character.length;
  }
  const name = page.source.slice(start, lexer.at);
  if (lexer.slash !== undefined) return lexClosingName(name, start, lexer);
  lexer.name = name;
  lexer.nameStart = start;
  lexer.isInline = isInline;
  page.inline = isInline ? name : page.inline;
  see(name, page);
  return true;
}

function see(name: string, { seen }: PageState): void {
  const lower = name.toLowerCase();
  const spellings = seen.get(lower);
  if (spellings) spellings.add(name);
  else seen.set(lower, new Set([name]));
}

function failAtPeriod(lexer: TagLexer, start: number): false {
  if (lexer.name !== undefined) return failAtSlash(lexer);
  const name = lexer.page.source.slice(start, lexer.at);
  return fail(lexer, 'shortcode-name-period', { name }, [start, lexer.at + 1]);
}

function lexClosingName(name: string, start: number, lexer: TagLexer): boolean {
  const { page } = lexer;
  const spellings = page.seen.get(name.toLowerCase());
  if (spellings?.has(name)) {
    lexer.closingName = name;
    return true;
  }
  if (lexer.name !== undefined) return failAtSlash(lexer);
  lexer.closingName = name;
  lexer.isUnknown = true;
  page.isFaulty = true;
  page.report('shortcode-closing-unknown', { name, similar: [...(spellings ?? [])][0] ?? '' }, start, lexer.at);
  return true;
}

// `{{< figure img/a.png >}}`: a slash that closes to Hugo, and is part of an argument to the author.
function failAtSlash(lexer: TagLexer): false {
  const { slash = lexer.at, name = '', notation } = lexer;
  return fail(lexer, 'shortcode-character', { character: '/', name, ...MARKS[notation] }, [slash, slash + 1]);
}

/** Reads on from the name in a closing tag, behind which nothing may stand. */
function finishClosing(lexer: TagLexer, name: string): Tag {
  const { page, start } = lexer;
  const mark = MARKS[lexer.notation].ends;
  while (isSpace(page.source.charCodeAt(lexer.at))) lexer.at++;
  if (page.source.startsWith(mark, lexer.at)) lexer.at += mark.length;
  else {
    if (!lexer.isUnknown) failAtClosing(name, lexer);
    if (lexer.name !== undefined) return recover(lexer);
    lexer.at = findResume(page.source, lexer.at);
  }
  // `{{< x a /x >}}` opens and closes.
  if (lexer.name !== undefined) return finish(lexer);
  return { kind: 'closing', name, isUnknown: lexer.isUnknown, start, end: lexer.at };
}

function failAtClosing(name: string, lexer: TagLexer): false {
  const { at, page } = lexer;
  if (at >= page.source.length) return failAtEnd(lexer);
  return fail(lexer, 'shortcode-closing-arguments', { name }, [at, at + 1]);
}

function finish(lexer: TagLexer): Tag {
  const { start, at: end, notation, name, isInline } = lexer;
  if (name === undefined) {
    if (lexer.slash !== undefined) return { kind: 'closing', name: '', isUnknown: false, start, end };
    fail(lexer, 'shortcode-no-name', MARKS[notation], [start, end]);
    return { kind: 'faulty', name: '', isSelfClosed: false, start, end };
  }
  const tagArguments = readArguments(lexer);
  if (!tagArguments) return { kind: 'faulty', name, isSelfClosed: lexer.slash !== undefined, start, end };
  const isGlued = name.endsWith('/');
  if (isGlued) reportGluedSlash(name, lexer);
  return {
    kind: 'opening',
    name: isGlued ? name.slice(0, -1) : name,
    notation,
    isInline,
    isSelfClosed: isGlued || lexer.slash !== undefined,
    arguments: tagArguments,
    start,
    end,
  };
}

// `{{< x/>}}` asks for a shortcode that is called `x/`.
function reportGluedSlash(name: string, lexer: TagLexer): void {
  const bare = name.slice(0, -1);
  see(bare, lexer.page);
  const nameEnd = lexer.nameStart + name.length;
  fail(lexer, 'shortcode-name-slash', { name: bare, ...MARKS[lexer.notation] }, [lexer.start, nameEnd]);
}

/** Finds the end of a tag that cannot be read, and leaves it as text. */
function recover(lexer: TagLexer): Tag {
  const { page, swallowedMark } = lexer;
  if (swallowedMark !== undefined) return recoverSwallowed(lexer, swallowedMark);
  const end = findResume(page.source, lexer.at);
  if (lexer.isInline) page.inline = undefined;
  const opens = lexer.slash === undefined && lexer.name !== undefined;
  const isSelfClosed = endsWithSlash(page.source, end - MARKS[lexer.notation].ends.length);
  return { kind: 'faulty', name: opens ? (lexer.name ?? '') : '', isSelfClosed, start: lexer.start, end };
}

function recoverSwallowed(lexer: TagLexer, mark: number): Tag {
  const index = lexer.items.findIndex(({ end }) => end > mark);
  const value = lexer.items[index];
  if (value) {
    const text = lexer.page.source.slice(value.start, mark);
    lexer.items.splice(index, Infinity, { ...value, text, end: mark });
  }
  lexer.swallowedMark = undefined;
  lexer.at = mark + MARKS[lexer.notation].ends.length;
  return finish(lexer);
}

// The end of a tag of either notation, or where the next tag begins.
export function findResume(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const character = source[at];
    if ((character === '>' || character === '%') && source.startsWith('}}', at + 1)) return at + 3;
    if (character !== '{' || source[at + 1] !== '{') continue;
    if (source[at + 2] === '<' || source[at + 2] === '%') return at;
  }
  return source.length;
}

function endsWithSlash(source: string, markStart: number): boolean {
  let at = markStart - 1;
  while (isSpace(source.charCodeAt(at))) at--;
  return source[at] === '/';
}
