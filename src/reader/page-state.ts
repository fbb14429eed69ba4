import type { Collector } from '../diagnostics/diagnostic.ts';
import type { FlowContent } from '../model/nodes.ts';
import type { CallTree } from '../model/page.ts';
import type { Literal, Region } from './markdown/compose.ts';
import type { PageState } from './markdown/state.ts';
import type { PageFormat } from './formats/read-format.ts';
import type { ReadInput } from './read-page.ts';
import { DEFAULT_NESTING } from '../model/limits.ts';
import { endOf, indexLines } from '../model/place.ts';
import { readFormat } from './formats/read-format.ts';
import { readDocument } from './markdown/read-document.ts';
import { createWords } from './markdown/words.ts';
import { innerReader } from './inner-reading.ts';
import { keepAsText } from './keep-as-text.ts';
import { readHtml } from './read-html.ts';
import { findSummaryDivider } from './shortcode/find-divider.ts';

/** What the scan of a page's shortcodes found, as far as reading needs it. */
export interface ScannedCalls {
  readonly calls: readonly CallTree[];
  readonly literals: readonly Literal[];
}

/** Gathers what reading any part of a page needs. */
export function createPageState(input: ReadInput, scan: ScannedCalls, collector: Collector): PageState {
  const { source, markup, engine, bodyStart } = input;
  const words = createWords(source);
  const { readingOf, joins, deindents } = innerReader(input);
  const { format } = input.meta;
  const convert = input.converters?.get(format);
  const divider = findSummaryDivider(source, bodyStart, scan.calls);
  const formatOf = (call: CallTree): PageFormat | undefined =>
    convert && isInPageFormat(call, input) ? { name: format, convert } : undefined;
  const state: PageState = {
    source,
    lines: indexLines(source),
    markup,
    engine,
    words,
    compose: {
      source,
      words,
      literals: scan.literals,
      divider: divider && { start: divider.offset, end: endOf(divider) },
      unsafe: markup.unsafe,
      // Marks around an inner text would not outlive a converter.
      joins: convert ? () => false : joins,
    },
    collector,
    maxDepth: input.limits?.nesting ?? DEFAULT_NESTING,
    readingOf,
    deindents,
    inners: new Map(),
    readInner: (call, depth) => {
      const known = state.inners.get(call);
      if (known) return known;
      const content = readInner(call, state, depth + 1, formatOf(call));
      state.inners.set(call, content);
      return content;
    },
  };
  return state;
}

/**
 * Whether a call's inner text is in the page's own format: that of `{{% %}}` is put into the page's text, and Hugo's own
 * templates render theirs likewise. A theme's template mostly has `.Inner | markdownify`, which is Markdown on any page.
 */
function isInPageFormat({ name, notation }: CallTree, { shortcodes }: ReadInput): boolean {
  return notation === 'markdown' || shortcodes.get(name.toLowerCase())?.learnedFrom !== 'template';
}

function readInner(
  call: CallTree,
  state: PageState,
  depth: number,
  format: PageFormat | undefined,
): readonly FlowContent[] {
  const { inner } = call;
  const reading = state.readingOf(call);
  if (!inner || reading === 'none') return [];
  const region: Region = { start: inner.place.offset, end: endOf(inner.place), calls: call.calls, nested: true };
  if (depth > state.maxDepth) {
    state.collector.report('markdown-too-deep', { limit: state.maxDepth }, call.place);
    return [{ type: 'text', value: inner.raw, place: inner.place }];
  }
  if (reading === 'html') return readHtml(region, state, depth);
  if (reading !== 'markdown') return keepAsText(region, state, depth);
  if (format) {
    const content = readFormat(region, format, state, depth);
    return inner.raw.includes('\n') ? content : content.flatMap(asLine);
  }
  const indentation = deindentation(call, state);
  const content = readDocument({ ...region, indentation }, state, depth);
  return call.notation === 'markdown' ? withoutLoneParagraph(content, inner.raw) : content;
}

function deindentation(call: CallTree, { deindents, source }: PageState): string {
  const as = deindents(call);
  const [first] = call.calls;
  const before = first && call.inner ? source.slice(call.inner.place.offset, first.place.offset) : undefined;
  if (as === 'as its content' && first && before?.trim() === '' && before.includes('\n'))
    return indentationOf(first, source);
  return as ? indentationOf(call, source) : '';
}

/** The white space in front of a call that begins its line. */
function indentationOf({ place }: CallTree, source: string): string {
  const before = source.slice(place.offset - place.column + 1, place.offset);
  return /^[ \t]*$/.test(before) ? before : '';
}

/** Of a `{{% %}}` call inside another call, one line of inner text is no paragraph to Hugo. */
function withoutLoneParagraph(content: readonly FlowContent[], inner: string): readonly FlowContent[] {
  const [only] = content;
  return content.length === 1 && only?.type === 'paragraph' && !inner.includes('\n') ? only.children : content;
}

/** What a converter makes of a line of text, which may be a paragraph in a box of its own: `<div class="paragraph"><p>`. */
function asLine(node: FlowContent, _: number, { length }: readonly FlowContent[]): readonly FlowContent[] {
  if (length > 1) return [node];
  if (node.type === 'paragraph') return node.children;
  const [only] = node.type === 'elementBlock' && node.tagName === 'div' ? node.children : [];
  return only?.type === 'paragraph' && 'children' in node && node.children.length === 1 ? only.children : [node];
}
