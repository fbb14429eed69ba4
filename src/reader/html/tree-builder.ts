import { ErrorCodes, html, Parser, Token, Tokenizer, TokenizerMode, type TokenHandler } from 'parse5';
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { FlowContent } from '../../model/nodes.ts';
import type { PairingContext, RawHtmlBlock, RawHtmlInline } from './raw.ts';
import type { BuiltElement, BuiltNode, BuiltTypes, ElementOrigin, RawRange } from './tree.ts';
import { createAdapter } from './tree.ts';

/** A browser's tree construction that takes Markdown nodes between pieces of raw HTML. */
export interface TreeBuilder {
  /** Reads one piece of raw HTML. */
  raw(piece: RawHtmlBlock | RawHtmlInline): void;
  /** Opens an element that a Markdown node or a call edge stands for; says whether HTML allows it at this place. */
  open(tagName: string, origin: ElementOrigin): boolean;
  close(tagName: string): void;
  /** Puts white space where the parser is, so that a table keeps it and nothing else. */
  whitespace(text: string): void;
  /** Puts a finished node where the parser is, past all rules of nesting. */
  append(node: FlowContent): void;
  /** Ends the line of a block: where a `<pre>` is open, the line breaks that Hugo prints between blocks are seen. */
  endLine(): void;
  /** The element whose content a browser takes as mere text, as in `<script>`, if one is open. */
  textOnly(): BuiltElement | undefined;
  /**
   * Whether a well-formed block would stay in one piece here: no formatting element is open that a browser would open
   * again inside it, and no table that would move parts of it out.
   */
  isPlain(): boolean;
  /** Whether the parser is where it was at the start: what has been built depends on nothing that follows. */
  isSettled(): boolean;
  /** Ends the input. */
  end(): void;
  /** Takes what has been built since the last time. */
  take(): BuiltNode[];
}

/** How deep raw elements may nest; browsers have such a limit too (512). */
const DEPTH_LIMIT = 500;

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

/** The element name that stands for a shortcode call: it has no rules of its own, as Hugo's output for one has none here. */
export const SHORTCODE_TAG = 'x-shortcode';

export function createTreeBuilder(context: PairingContext, collector: Collector): TreeBuilder {
  const origins = new Map<Token.Attribute[], ElementOrigin>();
  let piece: RawHtmlBlock | RawHtmlInline | undefined;
  let characters: { text: string; range: RawRange } | undefined;
  let comment: RawRange | undefined;
  let created = 0;
  let readUpTo = 0;
  let closing: { name: string; range: RawRange | undefined; matched: boolean } | undefined;
  let deep = false;

  const adapter = createAdapter({
    originOf: (attributes) => origins.get(attributes),
    characters: () => characters,
    commentRange: () => comment,
    created: () => created++,
    popped: (element) => {
      // SVG gives some names their capitals back.
      if (!closing || element.tagName.toLowerCase() !== closing.name) return;
      closing.matched = true;
      if (closing.range) element.closing = closing.range;
    },
  });
  // scriptingEnabled is off so that <noscript> has content; the context is <body>, where a page's content stands.
  const body = adapter.createElement('body', html.NS.HTML, []);
  const parser = Parser.getFragmentParser<BuiltTypes>(body, { treeAdapter: adapter, scriptingEnabled: false });
  const root = parser.openElements.items[0] as BuiltElement; // getFragmentParser pushes the root element
  const settledMode = parser.insertionMode;

  const rangeOf = (token: Token.Token): RawRange | undefined => {
    if (!piece || !token.location) return undefined;
    readUpTo = token.location.endOffset;
    return { piece, start: token.location.startOffset, end: readUpTo };
  };

  const onStartTag = (token: Token.TagToken): void => {
    const range = rangeOf(token);
    const mark = context.mark(token.tagName);
    if (mark) {
      openTag(SHORTCODE_TAG, { kind: 'mark', mark });
      return;
    }
    if (parser.openElements.stackTop >= DEPTH_LIMIT) {
      if (!deep && range) collector.report('html-too-deep', { limit: DEPTH_LIMIT }, range.piece.locate(range.start, range.end));
      deep = true;
      return;
    }
    if (range) origins.set(token.attrs, { kind: 'tag', token, range });
    const before = created;
    parser.onStartTag(token);
    if (created === before && range) {
      collector.report('html-ignored-tag', { tag: token.tagName }, range.piece.locate(range.start, range.end));
    }
  };

  const onEndTag = (token: Token.TagToken): void => {
    if (context.mark(token.tagName)) {
      closeTag(SHORTCODE_TAG);
      return;
    }
    const range = rangeOf(token);
    const before = created;
    closing = { name: token.tagName, range, matched: false };
    parser.onEndTag(token);
    // A stray </p> or </br> makes an element of its own.
    const isStray = !closing.matched || (created > before && (token.tagName === 'p' || token.tagName === 'br'));
    if (isStray && range) {
      collector.report('html-stray-end', { tag: token.tagName }, range.piece.locate(range.start, range.end));
    }
    closing = undefined;
  };

  const onComment = (token: Token.CommentToken): void => {
    const mark = context.mark(token.data);
    if (mark?.edge === 'open') {
      openTag(SHORTCODE_TAG, { kind: 'mark', mark });
      return;
    }
    if (mark?.edge === 'close') {
      closeTag(SHORTCODE_TAG);
      return;
    }
    comment = rangeOf(token);
    parser.onComment(token);
    comment = undefined;
  };

  const readCharacters = (token: Token.CharacterToken, read: (token: Token.CharacterToken) => void): void => {
    const range = rangeOf(token);
    const text = token.chars;
    // <pre> and <textarea> lose a line break that follows their tag; the text that is added is then one shorter.
    const eaten = parser.skipNextNewLine && text.startsWith('\n') ? 1 : 0;
    characters = range && { text: text.slice(eaten), range: eaten ? { ...range, start: range.start + 1 } : range };
    read.call(parser, token);
    characters = undefined;
  };

  const handler: TokenHandler = {
    onStartTag,
    onEndTag,
    onComment,
    onDoctype: (token) => {
      const range = rangeOf(token);
      if (range) collector.report('html-ignored-tag', { tag: '!doctype' }, range.piece.locate(range.start, range.end));
    },
    onCharacter: (token) => readCharacters(token, parser.onCharacter),
    onNullCharacter: (token) => readCharacters(token, parser.onNullCharacter),
    onWhitespaceCharacter: (token) => readCharacters(token, parser.onWhitespaceCharacter),
    // The end of a piece is not the end of the page.
    onEof: () => {},
    onParseError: ({ code }) => {
      if (!piece || (code !== ErrorCodes.eofInTag && code !== ErrorCodes.eofInComment)) return;
      const what = code === ErrorCodes.eofInTag ? 'tag' : 'comment';
      collector.report('html-unfinished', { what }, piece.locate(readUpTo, piece.value.length));
    },
  };

  const tag = (type: Token.TokenType.START_TAG | Token.TokenType.END_TAG, tagName: string): Token.TagToken => ({
    type,
    tagName,
    tagID: html.getTagID(tagName),
    selfClosing: false,
    ackSelfClosing: false,
    attrs: [],
    location: null,
  });

  function openTag(tagName: string, origin: ElementOrigin): boolean {
    const token = tag(Token.TokenType.START_TAG, tagName);
    origins.set(token.attrs, origin);
    const before = created;
    parser.onStartTag(token);
    return created > before;
  }

  function closeTag(tagName: string): void {
    parser.onEndTag(tag(Token.TokenType.END_TAG, tagName));
  }

  function textOnly(): BuiltElement | undefined {
    const current = parser.openElements.current as BuiltElement;
    return current.namespace === html.NS.HTML && TEXT_ONLY.has(current.tagName) ? current : undefined;
  }

  const whitespace = (chars: string): void =>
    parser.onWhitespaceCharacter({ type: Token.TokenType.WHITESPACE_CHARACTER, chars, location: null });

  const isPlain = (): boolean =>
    parser.activeFormattingElements.entries.length === 0 && parser.insertionMode === settledMode;

  return {
    raw: (next) => {
      piece = next;
      readUpTo = 0;
      const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
      tokenizer.inForeignNode = parser.tokenizer.inForeignNode;
      const open = textOnly();
      if (open) {
        tokenizer.state = TEXT_ONLY.get(open.tagName) ?? TokenizerMode.DATA;
        tokenizer.lastStartTagName = open.tagName;
      }
      parser.tokenizer = tokenizer;
      tokenizer.write(next.value, true);
      piece = undefined;
    },
    open: openTag,
    close: closeTag,
    whitespace,
    endLine: () => {
      const { items, stackTop } = parser.openElements;
      for (let at = stackTop; at > 0; at--) if (items[at]?.tagName === 'pre') return whitespace('\n');
    },
    append: (node) => {
      const parent = parser.openElements.current as BuiltElement;
      parent.children.push({ type: 'leaf', node, parent });
    },
    textOnly,
    isPlain,
    isSettled: () => parser.openElements.stackTop === 0 && isPlain(),
    end: () => parser.onEof({ type: Token.TokenType.EOF, location: null }),
    take: () => {
      origins.clear();
      return root.children.splice(0);
    },
  };
}
