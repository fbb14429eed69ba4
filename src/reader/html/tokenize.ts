/** Cuts raw HTML into tokens for parse5's parser. */
import { html, type Parser, type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';
import type { BuiltElement, BuiltTypes } from './tree.ts';
import { readSimpleTokens } from './simple-tokens.ts';

/** Elements whose content a tokenizer reads as text, and the state in which it does. */
const TEXT_ONLY: ReadonlyMap<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
]);

export const isTextOnly = ({ namespace, tagName }: BuiltElement): boolean =>
  namespace === html.NS.HTML && TEXT_ONLY.has(tagName);

/** What parse5's tokenizer makes other characters of: then it has to read the whole text. */
const REPLACED = /[\r\0]/;

/** Reads one piece of raw HTML after the other, each in the state in which the piece before left the parser. */
export function createTokenReader(handler: TokenHandler, parser: Parser<BuiltTypes>): (text: string) => void {
  let whole = startTokenizer(handler, parser);
  return (text) => {
    if (whole.isSpent) whole = startTokenizer(handler, parser);
    const { tokenizer } = whole;
    const { openElements } = parser;
    tokenizer.state = modeIn(openElements.current as BuiltElement); // never the document
    const at = readSimply(text, tokenizer, handler);
    if (at >= text.length) return;
    // Of a text-only element it has to know the name, to find the closing tag.
    tokenizer.lastStartTagName = (openElements.current as BuiltElement).tagName;
    readRest(text, at, whole);
  };
}

const modeIn = (current: BuiltElement): (typeof TokenizerMode)[keyof typeof TokenizerMode] =>
  (isTextOnly(current) && TEXT_ONLY.get(current.tagName)) || TokenizerMode.DATA;

/** parse5's tokenizer, whose state the parser sets, and how far into the piece its text begins. */
interface WholeTokenizer {
  readonly tokenizer: Tokenizer;
  readonly shift: { by: number };
  isSpent: boolean;
}

function startTokenizer(handler: TokenHandler, parser: Parser<BuiltTypes>): WholeTokenizer {
  const shift = { by: 0 };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, shifted(handler, shift));
  tokenizer.inForeignNode = parser.tokenizer.inForeignNode;
  parser.tokenizer = tokenizer;
  return { tokenizer, shift, isSpent: false };
}

function readRest(text: string, at: number, whole: WholeTokenizer): void {
  whole.shift.by = at;
  whole.isSpent = true;
  whole.tokenizer.write(text.slice(at), true);
}

/** Reads what is simple; says where something begins that is not. */
function readSimply(text: string, tokenizer: Tokenizer, handler: TokenHandler): number {
  const isMarkup = (): boolean => tokenizer.state === TokenizerMode.DATA;
  if (!isMarkup() || text.search(REPLACED) >= 0) return 0;
  let at = 0;
  while (at < text.length) {
    at = readSimpleTokens(text, at, { handler, isMarkup });
    if (!isMarkup() || text[at] === '<') return at;
    // A text with a reference that is not: the text ends where a tag may begin.
    const end = text.indexOf('<', at);
    const stop = end < 0 ? text.length : end;
    new Tokenizer({ sourceCodeLocationInfo: true }, shifted(handler, { by: at })).write(text.slice(at, stop), true);
    at = stop;
  }
  return at;
}

/** Moves the places of tokens along. */
function shifted(handler: TokenHandler, shift: { readonly by: number }): TokenHandler {
  const move = <T extends Token.Token>(token: T): T => {
    if (shift.by > 0 && token.location) moveLocation(token.location, shift.by);
    return token;
  };
  return {
    onStartTag: (token) => handler.onStartTag(move(token)),
    onEndTag: (token) => handler.onEndTag(move(token)),
    onComment: (token) => handler.onComment(move(token)),
    onDoctype: (token) => handler.onDoctype(move(token)),
    onCharacter: (token) => handler.onCharacter(move(token)),
    onNullCharacter: (token) => handler.onNullCharacter(move(token)),
    onWhitespaceCharacter: (token) => handler.onWhitespaceCharacter(move(token)),
    onEof: (token) => handler.onEof(token),
    onParseError: (error) => handler.onParseError?.(error),
  };
}

function moveLocation(location: Token.Location | Token.LocationWithAttributes, by: number): void {
  location.startOffset += by;
  location.endOffset += by;
  const attributes = 'attrs' in location ? Object.values(location.attrs ?? {}) : [];
  for (const attribute of attributes) moveLocation(attribute, by);
}
