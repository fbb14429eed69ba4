import type { Call } from '../../model/nodes.ts';
import type { CallTree } from '../../model/page.ts';
import type { Words } from './words.ts';
import { endOf } from '../../model/place.ts';
import { createComposer, type ComposedText, type Composer } from './composed-text.ts';

/** A stretch of the author's text that is read as one Markdown document. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** The calls directly in it, in order. */
  readonly calls: readonly CallTree[];
  /** Whether the stretch is the inner text of a call. */
  readonly nested: boolean;
  /** What the lines behind the first one lose at their starts, where they have it. */
  readonly indentation?: string;
}

/** Text that Hugo's lexer puts in the place of what the author wrote: the comment form of a call without its comment marks. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What composing needs to know of the page. */
export interface ComposeContext {
  readonly source: string;
  readonly words: Words;
  readonly literals: readonly Literal[];
  /** Hugo's `<!--more-->` and the white space behind it. */
  readonly divider: { readonly start: number; readonly end: number } | undefined;
  readonly unsafe: boolean;
  /** Whether a call's inner text becomes part of the Markdown around the call, or is read apart from it. */
  readonly joins: (call: Call, nested: boolean) => boolean;
}

/**
 * Writes a region as Hugo hands it to Goldmark: each call that is read apart as one word, a call whose inner text joins
 * the Markdown as its inner text between two marks.
 */
export function composeRegion(region: Region, context: ComposeContext): ComposedText {
  const composer = createComposer(context.source);
  writeRegion(region, context, composer);
  return composer.finish();
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly write: (composer: Composer) => void;
}

function writeRegion(region: Region, context: ComposeContext, composer: Composer): void {
  let at = region.start;
  for (const replacement of replacementsIn(region, context)) {
    // A literal inside the inner text of a call that is read apart goes with the call.
    if (replacement.start < at) continue;
    writeText(at, replacement.start, region, context, composer);
    replacement.write(composer);
    at = replacement.end;
  }
  writeText(at, region.end, region, context, composer);
}

function writeText(start: number, end: number, region: Region, { source }: ComposeContext, composer: Composer): void {
  const { indentation = '' } = region;
  let at = start;
  if (indentation !== '') {
    for (let line = source.indexOf('\n', start); line >= 0 && line < end; line = source.indexOf('\n', line + 1)) {
      const from = line + 1;
      if (from + indentation.length > end || !source.startsWith(indentation, from)) continue;
      composer.verbatim(at, from);
      at = from + indentation.length;
    }
  }
  composer.verbatim(at, end);
}

function replacementsIn(region: Region, context: ComposeContext): readonly Replacement[] {
  const { divider } = context;
  const found: Replacement[] = region.calls.map((call) => ({
    start: call.place.offset,
    end: endOf(call.place),
    write: (composer) => writeCall(call, region, context, composer),
  }));
  for (const literal of literalsIn(region, context.literals)) {
    found.push({ ...literal, write: (composer) => writeLiteral(literal, composer) });
  }
  if (divider && divider.start >= region.start && divider.end <= region.end) {
    const text = region.nested ? '' : `\n\n${context.words.hold({ kind: 'summaryDivider' })}\n\n`;
    found.push({ ...divider, write: (composer) => composer.replace(text, divider.start, divider.end) });
  }
  return found.length > region.calls.length ? found.toSorted((a, b) => a.start - b.start) : found;
}

function literalsIn({ start, end }: Region, literals: readonly Literal[]): readonly Literal[] {
  let low = 0;
  let high = literals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((literals[middle]?.start ?? end) < start) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while ((literals[stop]?.end ?? Infinity) <= end) stop++;
  return literals.slice(low, stop);
}

// `{{</*` and `*/>}}` lose the comment marks; what is between them stays where the author has it.
function writeLiteral({ start, end, text }: Literal, composer: Composer): void {
  const mark = 5;
  if (text.length !== end - start - 4) {
    composer.replace(text, start, end);
    return;
  }
  composer.replace(text.slice(0, 3), start, start + mark);
  composer.verbatim(start + mark, end - mark);
  composer.replace(text.slice(-3), end - mark, end);
}

function writeCall(call: CallTree, around: Region, context: ComposeContext, composer: Composer): void {
  const { inner } = call;
  const { nested } = around;
  const end = endOf(call.place);
  if (!inner || inner.raw === '' || !context.joins(call, nested)) {
    composer.replace(context.words.hold({ kind: 'call', call, nested }), call.place.offset, end);
    return;
  }
  const [open, close] = edgesOf(call, inner.raw, context);
  const innerEnd = endOf(inner.place);
  composer.replace(open, call.place.offset, inner.place.offset);
  const region = { ...around, start: inner.place.offset, end: innerEnd, calls: call.calls, nested: true };
  writeRegion(region, context, composer);
  composer.replace(close, innerEnd, end);
}

/**
 * What stands in the Markdown for the two tags of a call whose inner text joins it. Inner text that starts on a line of
 * its own is meant as blocks, so comments keep it apart from the lines around it; other inner text goes on in the line.
 */
function edgesOf(call: CallTree, inner: string, { words, unsafe }: ComposeContext): readonly [string, string] {
  const open = words.hold({ kind: 'edge', call, edge: 'open' });
  const onOwnLine = startsWithLineBreak(inner);
  if (unsafe && !onOwnLine) return [`<${open}>`, `</${open}>`];
  const close = words.hold({ kind: 'edge', call, edge: 'close' });
  if (unsafe) return [`<!--${open}-->`, `<!--${close}-->`];
  return onOwnLine ? [`\n\n${open}\n\n`, `\n\n${close}\n\n`] : [open, close];
}

function startsWithLineBreak(text: string): boolean {
  let at = 0;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at++;
  return text[at] === '\n';
}
