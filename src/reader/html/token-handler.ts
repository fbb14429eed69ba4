import { ErrorCodes, type Token, type TokenHandler } from 'parse5';
import type { BuildState } from './build-state.ts';
import { closeElement, openElement, rangeOf, SHORTCODE_TAG } from './build-state.ts';
import { placeOfRange } from './element.ts';

/** How deep raw elements may nest; browsers have such a limit too (512). */
const DEPTH_LIMIT = 500;

/** How many formatting elements may wait to be opened again: each is repeated in every block that follows. */
const FORMATTING_LIMIT = 50;

const FORMATTING: ReadonlySet<string> = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** Takes the tokens of raw HTML to the parser: edges of calls become elements, and tags that mean nothing are reported. */
export function createTokenHandler(state: BuildState): TokenHandler {
  const { parser } = state;
  return {
    onStartTag: (token) => onStartTag(token, state),
    onEndTag: (token) => onEndTag(token, state),
    onComment: (token) => onComment(token, state),
    onDoctype: (token) => reportIgnored('!doctype', token, state),
    onCharacter: (token) => onCharacters(token, parser.onCharacter, state),
    onNullCharacter: (token) => onCharacters(token, parser.onNullCharacter, state),
    onWhitespaceCharacter: (token) => onCharacters(token, parser.onWhitespaceCharacter, state),
    // The end of a piece is not the end of the page.
    onEof: () => {},
    onParseError: ({ code }) => {
      const { piece, collector, readUpTo } = state;
      if (!piece || (code !== ErrorCodes.eofInTag && code !== ErrorCodes.eofInComment)) return;
      const what = code === ErrorCodes.eofInTag ? 'tag' : 'comment';
      collector.report('html-unfinished', { what }, piece.locate(readUpTo, piece.value.length));
    },
  };
}

function onStartTag(token: Token.TagToken, state: BuildState): void {
  const { parser, context } = state;
  const range = rangeOf(token, state);
  const mark = context.mark(token.tagName);
  if (mark) {
    openElement(SHORTCODE_TAG, { kind: 'mark', mark }, state);
    return;
  }
  const { openElements, activeFormattingElements } = parser;
  const isTooMuch = FORMATTING.has(token.tagName) && activeFormattingElements.entries.length >= FORMATTING_LIMIT;
  if (openElements.stackTop >= DEPTH_LIMIT || isTooMuch) return reportTooDeep(token, state);
  if (range) state.origins.set(token.attrs, { kind: 'tag', token, range });
  const before = state.created;
  parser.onStartTag(token);
  if (state.created === before) reportIgnored(token.tagName, token, state);
}

function onEndTag(token: Token.TagToken, state: BuildState): void {
  const { parser, context, collector } = state;
  if (context.mark(token.tagName)) return closeElement(SHORTCODE_TAG, state);
  const range = rangeOf(token, state);
  const before = state.created;
  const closing = { name: token.tagName, range, matched: false };
  state.closing = closing;
  parser.onEndTag(token);
  state.closing = undefined;
  // A stray </p> or </br> makes an element of its own.
  const isMade = state.created > before && (token.tagName === 'p' || token.tagName === 'br');
  if (range && (isMade || !closing.matched)) {
    collector.report('html-stray-end', { tag: token.tagName }, placeOfRange(range));
  }
}

function onComment(token: Token.CommentToken, state: BuildState): void {
  const mark = state.context.mark(token.data);
  if (mark?.edge === 'open') {
    openElement(SHORTCODE_TAG, { kind: 'mark', mark }, state);
    return;
  }
  if (mark?.edge === 'close') return closeElement(SHORTCODE_TAG, state);
  state.comment = rangeOf(token, state);
  state.parser.onComment(token);
  state.comment = undefined;
}

function onCharacters(
  token: Token.CharacterToken,
  read: (token: Token.CharacterToken) => void,
  state: BuildState,
): void {
  const { parser } = state;
  const range = rangeOf(token, state);
  const text = token.chars;
  // <pre> and <textarea> lose a line break that follows their tag; the text that is added is then one shorter.
  const eaten = parser.skipNextNewLine && text.startsWith('\n') ? 1 : 0;
  state.characters = range && {
    text: text.slice(eaten),
    range: eaten ? { ...range, start: range.start + 1 } : range,
  };
  read.call(parser, token);
  state.characters = undefined;
}

function reportIgnored(tag: string, token: Token.Token, state: BuildState): void {
  const range = rangeOf(token, state);
  if (range) state.collector.report('html-ignored-tag', { tag }, placeOfRange(range));
}

function reportTooDeep(token: Token.TagToken, state: BuildState): void {
  const range = rangeOf(token, state);
  if (range && !state.saidTooDeep) state.collector.report('html-too-deep', { limit: DEPTH_LIMIT }, placeOfRange(range));
  state.saidTooDeep = true;
}
