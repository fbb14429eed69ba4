/**
 * What the Markdown reader hands to the HTML pairing: the model's nodes, and between them raw HTML as Markdown leaves it
 * (a whole block, or one tag) and the edges of `{{% %}}` calls, neither of which is a tree yet.
 */
import type { Call, InnerReading, Node, CallString } from '../../model/nodes.ts';
import type { LineIndex, Place } from '../../model/place.ts';

/** One HTML block of CommonMark, container prefixes (`> `, list indentation) taken off every line. */
export interface RawHtmlBlock extends RawHtml {
  readonly type: 'rawHtmlBlock';
}

/** One inline tag, comment, declaration, processing instruction or CDATA section. */
export interface RawHtmlInline extends RawHtml {
  readonly type: 'rawHtmlInline';
}

interface RawHtml {
  /** The HTML with calls still as placeholder words. */
  readonly value: string;
  /** The author's place of `value.slice(start, end)`; worked out only where a place is needed. */
  readonly locate: (start: number, end: number) => Place;
}

/** Which call an edge belongs to, and how its inner text was read. */
export interface MarkedCall {
  readonly call: Call;
  readonly innerReading: InnerReading;
}

/** The opening or closing edge of a `{{% %}}` call whose inner text is part of the page's Markdown. */
export interface ShortcodeMark extends MarkedCall {
  readonly type: 'shortcodeMark';
  readonly edge: 'open' | 'close';
}

type WithUnpairedChildren<T> = T extends { readonly children: readonly unknown[] }
  ? Omit<T, 'children'> & { readonly children: readonly Unpaired[] }
  : T;

/** A node of the model whose descendants may be raw HTML or marks. */
export type UnpairedNode = WithUnpairedChildren<Node>;

/** A node before pairing. */
export type Unpaired = UnpairedNode | RawHtmlBlock | RawHtmlInline | ShortcodeMark;

/** What pairing has to know of the page. */
export interface PairingContext {
  /** Hugo's `markup.goldmark.renderer.unsafe`: off, raw HTML becomes omitted HTML. */
  readonly unsafe: boolean;
  /** The page's whole source text and its lines: places point into it. */
  readonly source: string;
  readonly lines: LineIndex;
  /** Turns the placeholder words in a piece of text back into calls; words match ignoring case. */
  readonly inflate: (text: string) => CallString;
  /**
   * The call edge that a comment's text (`<!--NAME-->`) or a tag's name (`<NAME>`, lower-cased) stands for, if it is one
   * that the reader put there; for a tag the edge follows from the kind of tag.
   */
  readonly mark: (name: string) => (MarkedCall & { readonly edge?: 'open' | 'close' }) | undefined;
}
