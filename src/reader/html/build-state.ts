import type { Parser, Token } from 'parse5';
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { PairingContext, RawHtmlBlock, RawHtmlInline } from './raw.ts';
import type { BuiltTypes, ElementOrigin, RawRange } from './tree.ts';
import { html, Token as Tokens } from 'parse5';

/** What a tree builder knows while it builds. */
export interface BuildState {
  readonly context: PairingContext;
  readonly collector: Collector;
  readonly parser: Parser<BuiltTypes>;
  /** What elements came from, by the attributes of the tag: parse5 hands those on to clones as well. */
  readonly origins: Map<Token.Attribute[], ElementOrigin>;
  /** The piece of raw HTML that is being read, and how far. */
  piece: RawHtmlBlock | RawHtmlInline | undefined;
  readUpTo: number;
  /** The text and the comment that are being read. */
  characters: { readonly text: string; readonly range: RawRange } | undefined;
  comment: RawRange | undefined;
  /** How many elements there are so far: a tag that adds none means nothing where it stands. */
  created: number;
  /** The closing tag that is being read, and whether it closed anything. */
  closing: { readonly name: string; readonly range: RawRange | undefined; matched: boolean } | undefined;
  /** Whether it was said that tags are nested too deep. */
  saidTooDeep: boolean;
}

/** The element name that stands for a shortcode call: it has no rules of its own, as Hugo's output for one has none here. */
export const SHORTCODE_TAG = 'x-shortcode';

/** Where a token of the current piece stands. */
export function rangeOf(token: Token.Token, state: BuildState): RawRange | undefined {
  const { piece } = state;
  if (!piece || !token.location) return undefined;
  state.readUpTo = token.location.endOffset;
  return { piece, start: token.location.startOffset, end: token.location.endOffset };
}

/** Opens an element that no raw tag stands for; says whether HTML allows it at this place. */
export function openElement(tagName: string, origin: ElementOrigin, state: BuildState): boolean {
  const token = tagToken(Tokens.TokenType.START_TAG, tagName);
  state.origins.set(token.attrs, origin);
  const before = state.created;
  state.parser.onStartTag(token);
  return state.created > before;
}

/** Closes an element that no raw tag stands for. */
export function closeElement(tagName: string, { parser }: BuildState): void {
  parser.onEndTag(tagToken(Tokens.TokenType.END_TAG, tagName));
}

function tagToken(type: Token.TokenType.START_TAG | Token.TokenType.END_TAG, tagName: string): Token.TagToken {
  const tagID = html.getTagID(tagName);
  return { type, tagName, tagID, selfClosing: false, ackSelfClosing: false, attrs: [], location: null };
}
