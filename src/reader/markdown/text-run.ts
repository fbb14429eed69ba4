import type { Link, PhrasingContent, Text } from 'mdast';
import type { Place } from '../../model/place.ts';
import type { ShortcodeMark, Unpaired } from '../html/raw.ts';
import type { Stretch, TextRun } from './run.ts';
import { alignText } from '../../model/align-text.ts';
import { joinWideLines } from './cjk.ts';
import { findEmoji } from './emoji.ts';
import { findExtras, hasExtras } from './extras.ts';
import { callOf, shortcodeInline } from './inflate.ts';
import { findAddresses, freeSwallowedText, mayHoldAddress } from './linkify.ts';
import { placeOf, rangeOf, type Conversion } from './state.ts';
import { append } from '../../model/append.ts';

/** Whether an engine's node is text to Goldmark: text, or an address that GFM made a link of. */
export function isTextual(node: PhrasingContent, source: string): node is Text | Link {
  if (node.type === 'text') return true;
  if (node.type !== 'link' || node.children.length !== 1 || node.children[0]?.type !== 'text') return false;
  const first = source[rangeOf(node)[0]];
  return first !== '[' && first !== '<';
}

/**
 * Turns neighbouring textual nodes into the model's inlines: text, and what Goldmark and Hugo find in it.
 *
 * @param atInline whether another inline follows.
 */
export function convertText(
  nodes: readonly (Text | Link)[],
  atInline: boolean,
  state: Conversion,
  made: Unpaired[],
): void {
  const [first] = nodes;
  if (nodes.length === 1 && first?.type === 'text' && isPlain(first.value, state)) {
    const [start, end] = rangeOf(first);
    made.push({ type: 'text', value: first.value, place: placeOf(state, start, end) });
    return;
  }
  const run = joinRun(nodes, state);
  if (!run) return;
  const addresses = findAddresses(run, state);
  freeSwallowedText(nodes, run, addresses, state);
  const stretches = [...addresses, ...findWords(run, state), ...findEmoji(run, state), ...findExtras(run, state)];
  if (state.page.markup.hardWraps) append(stretches, findLineBreaks(run, state));
  cutRun(run, stretches, atInline, state, made);
}

/** Whether there is certainly nothing in a text that the rules look for: most text is like that. */
function isPlain(value: string, { page, inLink }: Conversion): boolean {
  const { markup, words } = page;
  if (markup.hardWraps || markup.cjk.enable || hasExtras(markup)) return false;
  if (words.used && words.find(value, 0)) return false;
  if (value.includes('\r') || (markup.emoji && value.includes(':'))) return false;
  return !markup.linkify || inLink || !mayHoldAddress(value);
}

function joinRun(nodes: readonly (Text | Link)[], state: Conversion): TextRun | undefined {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) return undefined;
  const value = nodes.map((node) => (node.type === 'text' ? node.value : plainOf(node))).join('');
  const [start] = rangeOf(first);
  const [, end] = rangeOf(last);
  let offsets: readonly number[] | undefined;
  const { text } = state.composed;
  const verbatim = value.length === end - start && text.startsWith(value, start);
  return {
    value,
    start,
    end,
    offsetOf: (index) => {
      if (verbatim) return start + index;
      offsets ??= alignText(value, text, [start, end], state.quotes) ?? [];
      return offsets[index] ?? (index === 0 ? start : end);
    },
  };
}

const plainOf = (node: Link): string =>
  node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');

/** Adds the text of a run and, in their places, what was found in it. */
function cutRun(
  run: TextRun,
  stretches: readonly Stretch[],
  atInline: boolean,
  state: Conversion,
  made: Unpaired[],
): void {
  let at = 0;
  const addText = (end: number): void => {
    if (end <= at) return;
    const follows = end < run.value.length || atInline;
    const value = joinWideLines(cleanText(run.value.slice(at, end)), state.page.markup.cjk, follows);
    made.push({ type: 'text', value, place: placeOf(state, run.offsetOf(at), run.offsetOf(end)) });
  };
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // What begins inside an address belongs to the address.
    if (stretch.start < at) continue;
    addText(stretch.start);
    append(made, stretch.make());
    at = stretch.end;
  }
  addText(run.value.length);
}

// A line of text ends in a line feed, whatever the file's line ends.
const cleanText = (value: string): string => (value.includes('\r') ? value.replaceAll('\r\n', '\n') : value);

function findWords(run: TextRun, state: Conversion): readonly Stretch[] {
  const { page } = state;
  if (!page.words.used) return [];
  const found: Stretch[] = [];
  for (let word = page.words.find(run.value, 0); word; word = page.words.find(run.value, word.end)) {
    const { held, start, end } = word;
    const place = (): Place => placeOf(state, run.offsetOf(start), run.offsetOf(end));
    found.push({
      start,
      end,
      make: (): readonly Unpaired[] => {
        switch (held.kind) {
          case 'call':
            return [shortcodeInline(held.call, page, state.depth)];
          case 'edge':
            state.hasRaw = true;
            return [markOf(held.call, held.edge)];
          case 'inline':
            return [held.node];
          case 'summaryDivider':
            return [];
          case 'literal':
          case 'attributes':
            return [{ type: 'text', value: held.text, place: place() }];
        }
      },
    });
  }
  return found;
}

/** An edge of a call whose inner text is part of the Markdown around it. */
export function markOf(call: Parameters<typeof callOf>[0], edge: 'open' | 'close'): ShortcodeMark {
  return { type: 'shortcodeMark', call: callOf(call), innerReading: 'markdown', edge };
}

/** Hugo's `hardWraps`: every line break in a paragraph is a hard one. */
function findLineBreaks(run: TextRun, state: Conversion): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = run.value.indexOf('\n'); at >= 0; at = run.value.indexOf('\n', at + 1)) {
    const start = run.offsetOf(at);
    const place = placeOf(state, start, Math.min(start + 1, run.offsetOf(at + 1)));
    found.push({ start: at, end: at + 1, make: () => [{ type: 'break', place }] });
  }
  return found;
}
