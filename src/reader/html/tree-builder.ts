import { html, Parser, Token } from 'parse5';
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { FlowContent } from '../../model/nodes.ts';
import type { PairingContext, RawHtmlBlock, RawHtmlInline } from './raw.ts';
import type { BuiltElement, BuiltNode, BuiltTypes, ElementOrigin } from './tree.ts';
import { type BuildState, closeElement, openElement } from './build-state.ts';
import { createTokenHandler } from './token-handler.ts';
import { createTokenReader, isTextOnly } from './tokenize.ts';
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

/**
 * Starts a tree in a page's `<body>`.
 * It uses parse5's parser past its public functions (its stacks and modes are typed, if marked internal): nothing else says
 * where a browser's tree construction stands, and it must not be written a second time.
 */
export function createTreeBuilder(context: PairingContext, collector: Collector): TreeBuilder {
  const state = startState(context, collector);
  const { parser, origins } = state;
  const readTokens = createTokenReader(createTokenHandler(state), parser);
  const root = parser.openElements.items[0] as BuiltElement; // a fragment's parser has the root element open
  const settledMode = parser.insertionMode;
  const current = (): BuiltElement => parser.openElements.current as BuiltElement; // never the document
  const isPlain = (): boolean =>
    parser.activeFormattingElements.entries.length === 0 && parser.insertionMode === settledMode;
  const whitespace = (chars: string): void =>
    parser.onWhitespaceCharacter({ type: Token.TokenType.WHITESPACE_CHARACTER, chars, location: null });
  return {
    raw: (piece) => {
      state.piece = piece;
      state.readUpTo = 0;
      readTokens(piece.value);
      state.piece = undefined;
    },
    open: (tagName, origin) => openElement(tagName, origin, state),
    close: (tagName) => closeElement(tagName, state),
    whitespace,
    append: (node) => {
      const parent = current();
      parent.children.push({ type: 'leaf', node, parent });
    },
    endLine: () => {
      const { items, stackTop } = parser.openElements;
      for (let at = stackTop; at > 0; at--) if (items[at]?.tagName === 'pre') return whitespace('\n');
    },
    textOnly: () => (isTextOnly(current()) ? current() : undefined),
    isPlain,
    isSettled: () => parser.openElements.stackTop === 0 && isPlain(),
    end: () => parser.onEof({ type: Token.TokenType.EOF, location: null }),
    take: () => {
      origins.clear();
      return root.children.splice(0);
    },
  };
}

function startState(context: PairingContext, collector: Collector): BuildState {
  const origins: BuildState['origins'] = new Map();
  const adapter = createAdapter({
    originOf: (attributes) => origins.get(attributes),
    characters: () => state.characters,
    commentRange: () => state.comment,
    created: () => state.created++,
    popped: (element) => {
      const { closing } = state;
      // SVG gives some names their capitals back.
      if (!closing || element.tagName.toLowerCase() !== closing.name) return;
      closing.matched = true;
      if (closing.range) element.closing = closing.range;
    },
  });
  const state: Omit<BuildState, 'parser'> = {
    context,
    collector,
    origins,
    piece: undefined,
    readUpTo: 0,
    characters: undefined,
    comment: undefined,
    created: 0,
    closing: undefined,
    saidTooDeep: false,
  };
  // Scripting is off so that <noscript> has content.
  const body = adapter.createElement('body', html.NS.HTML, []);
  const parser = Parser.getFragmentParser<BuiltTypes>(body, { treeAdapter: adapter, scriptingEnabled: false });
  return Object.assign(state, { parser });
}
