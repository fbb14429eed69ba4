import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type { Code, Facts } from '../../diagnostics/catalogue.ts';
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Markup } from '../../model/markup.ts';
import type { FlowContent, InnerReading } from '../../model/nodes.ts';
import type { CallTree } from '../../model/page.ts';
import type { LineIndex, Place } from '../../model/place.ts';
import type { Unpaired } from '../html/raw.ts';
import type { ComposeContext } from './compose.ts';
import type { ComposedText, Edit } from './composed-text.ts';
import type { Deindentation } from '../inner-reading.ts';
import type { MarkdownEngine } from './engine.ts';
import type { HeadingIds } from './heading-ids.ts';
import type { Delimiter } from './extras.ts';
import type { Words } from './words.ts';
import { placeAt } from '../../model/place.ts';
import { toSource } from './composed-text.ts';

/** What reading any part of a page needs: the page's facts, and what has been read so far. */
export interface PageState {
  readonly source: string;
  readonly lines: LineIndex;
  readonly markup: Markup;
  readonly engine: MarkdownEngine;
  readonly words: Words;
  readonly compose: ComposeContext;
  readonly collector: Collector;
  /** How deep nodes and calls may nest before they are kept as plain text. */
  readonly maxDepth: number;
  readonly readingOf: (call: CallTree) => InnerReading;
  readonly deindents: (call: CallTree) => Deindentation | undefined;
  /** Inner texts that have been read, as one call may be met more than once while its document is read. */
  readonly inners: Map<CallTree, readonly FlowContent[]>;
  /** Reads the inner text of a call that is read apart from the Markdown around it. */
  readonly readInner: (call: CallTree, depth: number) => readonly FlowContent[];
}

/** One go at turning an engine's tree into the model. */
export interface Conversion {
  readonly page: PageState;
  readonly composed: ComposedText;
  readonly tree: Root;
  readonly ids: HeadingIds;
  /** The labels of the footnotes that the document defines. */
  readonly footnotes: ReadonlySet<string>;
  readonly blocks: (nodes: readonly RootContent[], state: Conversion) => Unpaired[];
  readonly inlines: (nodes: readonly PhrasingContent[], state: Conversion) => Unpaired[];
  /** What turned out to need another text for the engine; where there is any, the result of this go is discarded. */
  readonly edits: Edit[];
  /** Findings, reported once the result stands. */
  readonly findings: (() => void)[];
  /** Text nodes that may open or close one of Goldmark's extras. */
  readonly delimiters: Map<Unpaired, Delimiter>;
  /** Whether raw HTML or a mark is among the nodes made, so that pairing has work. */
  hasRaw: boolean;
  depth: number;
  /** How many block quotes are open around the node at hand. */
  quotes: number;
  /** Whether the blocks at hand are direct children of a tight list's item. */
  tight: boolean;
  /** Whether the blocks at hand are in a list item, with no quote in between. */
  inItem: boolean;
  /** Whether the inlines at hand are inside a link's text. */
  inLink: boolean;
  /** Where the leaf block at hand starts in the composed text. */
  blockStart: number;
  /** Whether the tree has been searched for lists that the engine missed. */
  hasSoughtLists: boolean;
  /** How many `[` in the leaf block's text so far have no `]`. */
  openBrackets: number;
}

/** The author's place of a stretch of the composed text. */
export function placeOf(state: Conversion, start: number, end: number): Place {
  const { composed, page } = state;
  const from = toSource(composed, start, 'start');
  return placeAt(page.lines, from, Math.max(from, toSource(composed, end, 'end')));
}

/** Where an engine's node stands in the composed text. Both engines give every node a position. */
export function rangeOf(node: Nodes): readonly [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

/**
 * The place of a code block or a container, without the empty lines behind it. In a container both engines let a fence
 * without an end, and all that is around it, take the beginning of the next line along.
 */
export function placeOfBlock(state: Conversion, start: number, end: number): Place {
  const { text } = state.composed;
  let stop = end;
  for (let at = end - 1; at >= start && ' \t\r\n'.includes(text[at] ?? '-'); at--)
    if (text[at] === '\n' || text[at] === '\r') stop = at;
  return placeOf(state, start, stop);
}

/** Notes a finding at a stretch of the composed text. */
export function report<C extends Code>(
  state: Conversion,
  code: C,
  facts: Facts[C],
  range: readonly [number, number],
): void {
  const place = placeOf(state, range[0], range[1]);
  state.findings.push(() => state.page.collector.report(code, facts, place));
}
