import type { Heading, Nodes, Paragraph, TableCell } from 'mdast';
import type { MathBlock, MathInline } from '../../model/nodes.ts';
import type { Place } from '../../model/place.ts';
import type { Unpaired } from '../html/raw.ts';
import type { Edit } from './composed-text.ts';
import { isEscapable } from '../../model/align-text.ts';
import { sourceText } from './inflate.ts';
import { placeOf, rangeOf, type Conversion } from './state.ts';

type Delimiters = MathInline['delimiters'];

/**
 * Hugo's passthrough extension: what stands between its delimiters is nobody's Markdown. It is held by a word, and the
 * document read again, so that the engine does not see it.
 */
export function findPassthrough(state: Conversion): readonly Edit[] {
  const { passthrough } = state.page.markup;
  if (!passthrough) return [];
  const delimiters = [...passthrough.block, ...passthrough.inline].filter(([open]) =>
    state.composed.text.includes(open),
  );
  if (delimiters.length === 0) return [];
  const edits: Edit[] = [];
  const stack: { readonly node: Nodes; readonly depth: number }[] = [{ node: state.tree, depth: 0 }];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { node, depth } = visit;
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      findIn(node, delimiters, state, edits);
    } else if ('children' in node && depth <= state.page.maxDepth) {
      for (const child of node.children) stack.push({ node: child, depth: depth + 1 });
    }
  }
  return edits.toSorted((a, b) => a.start - b.start);
}

function findIn(
  block: Paragraph | Heading | TableCell,
  delimiters: readonly Delimiters[],
  state: Conversion,
  edits: Edit[],
): void {
  const { text } = state.composed;
  const search: Search = { text, blockEnd: rangeOf(block)[1], delimiters, unclosed: new Set() };
  let from = 0;
  for (const [start, end] of textRanges(block, state)) {
    for (let at = Math.max(start, from); at < end;) {
      const step = stepAt(at, search);
      if (step.found) {
        const node = mathNode(step.found, at, step.end, state);
        const held = state.page.words.hold({ kind: 'inline', node, text: text.slice(at, step.end) });
        edits.push({ start: at, end: step.end, text: held });
        from = step.end;
      }
      at = step.end;
    }
  }
}

/** A search through one block. */
interface Search {
  readonly text: string;
  readonly blockEnd: number;
  readonly delimiters: readonly Delimiters[];
  /** Closing delimiters that do not come again in the block. */
  readonly unclosed: Set<string>;
}

/** Where a block's text stands in the composed text, in order. */
function textRanges(block: Nodes, state: Conversion): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  const stack: { readonly node: Nodes; readonly depth: number }[] = [{ node: block, depth: 0 }];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { node, depth } = visit;
    if (node.type === 'text') ranges.push(rangeOf(node));
    if (!('children' in node) || depth > state.page.maxDepth) continue;
    for (const child of node.children.toReversed()) stack.push({ node: child, depth: depth + 1 });
  }
  return ranges;
}

interface Step {
  readonly end: number;
  readonly found?: Delimiters;
}

function stepAt(at: number, search: Search): Step {
  const { text, delimiters } = search;
  const opened = delimiters.find(([open]) => text.startsWith(open, at));
  if (opened) return stepOver(opened, at, search);
  if (text[at] !== '\\') return { end: at + 1 };
  // Two backslashes before an opening delimiter make plain text of it.
  const escaped = text[at + 1] === '\\' && delimiters.find(([open]) => text.startsWith(open, at + 2));
  if (escaped) return { end: at + 2 + escaped[0].length };
  return { end: isEscapable(text.charCodeAt(at + 1)) ? at + 2 : at + 1 };
}

function stepOver(delimiters: Delimiters, at: number, { text, blockEnd, unclosed }: Search): Step {
  const [open, close] = delimiters;
  const behind = at + open.length;
  const end = unclosed.has(close) ? -1 : text.indexOf(close, behind);
  if (end === behind) return { end: at + 1 };
  if (end >= 0 && end < blockEnd) return { end: end + close.length, found: delimiters };
  unclosed.add(close);
  return { end: behind };
}

function mathNode(delimiters: Delimiters, start: number, end: number, state: Conversion): MathInline {
  const [open, close] = delimiters;
  const value = sourceText(state.composed.text.slice(start + open.length, end - close.length), state.page);
  return { type: 'mathInline', value, delimiters, place: placeOf(state, start, end) };
}

/** A paragraph before its parts are known. */
interface Draft {
  readonly children: readonly Unpaired[];
  readonly place: Place;
}

/**
 * Math in block delimiters ends the paragraph that it stands in, and what follows begins another.
 * In a tight list, which has no paragraphs, it stays where it is.
 */
export function splitAtMath({ children, place }: Draft, state: Conversion): readonly Unpaired[] {
  const block = state.page.markup.passthrough?.block ?? [];
  const isBlock = (node: Unpaired): node is MathInline =>
    node.type === 'mathInline' &&
    block.some(([open, close]) => open === node.delimiters[0] && close === node.delimiters[1]);
  if (state.tight || !children.some(isBlock)) return [{ type: 'paragraph', children, place }];
  const made: Unpaired[] = [];
  let part: Unpaired[] = [];
  const endPart = (): void => {
    if (part.length > 0) made.push({ type: 'paragraph', children: part, ...placeOfAll(part) });
    part = [];
  };
  for (const child of children) {
    if (!isBlock(child)) {
      part.push(child);
      continue;
    }
    endPart();
    const math: MathBlock = { ...child, type: 'mathBlock' };
    made.push(math);
  }
  endPart();
  return made;
}

function placeOfAll(nodes: readonly Unpaired[]): { place?: Place } {
  const places = nodes.flatMap((node) => ('place' in node && node.place ? [node.place] : []));
  const [first, last] = [places[0], places.at(-1)];
  return first && last ? { place: { ...first, length: last.offset + last.length - first.offset } } : {};
}
