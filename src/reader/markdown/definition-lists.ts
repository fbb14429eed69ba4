import type { List, ListItem, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { Unpaired } from '../html/raw.ts';
import { endOf } from '../../model/place.ts';
import { childBlocks, enterLeaf } from './blocks.ts';
import { isReplaced, type Edit } from './composed-text.ts';
import { headingText } from './heading-text.ts';
import { linesOf, type Leaf, type LeafLine } from './leaf-lines.ts';
import { isBlankBefore } from './lists.ts';
import { splitLines } from './split-lines.ts';
import { placeOf, rangeOf, type Conversion } from './state.ts';

/**
 * Goldmark's definition lists: `: ` at the start of a line describes the lines of the paragraph above it. A description
 * holds blocks by the same rules as a list item, so for the engine its colon becomes the marker of one; what is read is
 * turned back here.
 */
export function findDescriptions(leaves: readonly Leaf[], state: Conversion): readonly Edit[] {
  const { page, composed } = state;
  if (!page.markup.definitionList || !composed.text.includes(':')) return [];
  const edits: Edit[] = [];
  for (const leaf of leaves) {
    if (leaf.node.type !== 'paragraph' || !composed.text.slice(leaf.start, leaf.end).includes(':')) continue;
    for (const [index, line] of linesOf(leaf, state).entries()) {
      if (isDescription(line, index === 0 ? leaf.previous : leaf.node, state)) {
        edits.push(markerFor(composed.text, line.start));
      }
    }
  }
  return edits;
}

/** The first line of a paragraph describes the paragraph before it, or goes on with a list of descriptions. */
function isDescription({ start, indent, lazy }: LeafLine, described: Nodes | undefined, state: Conversion): boolean {
  const { text } = state.composed;
  if (text[start] !== ':' || indent > 0 || lazy) return false;
  if ((text[start + 1] !== ' ' && text[start + 1] !== '\t') || isBlankFrom(text, start + 1)) return false;
  return described?.type === 'paragraph' || (described?.type === 'list' && isDefinitionList(described, state));
}

function isBlankFrom(text: string, start: number): boolean {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text[at] === undefined || text[at] === '\n' || text[at] === '\r';
}

const MARKER = '+';
const MAX_SPACES = 4;

// Goldmark allows seven spaces behind the colon, a list item four.
function markerFor(text: string, start: number): Edit {
  let end = start + 1;
  while (text[end] === ' ') end++;
  const spaces = end - start - 1;
  return spaces > MAX_SPACES
    ? { start, end, text: MARKER + ' '.repeat(spaces > 8 ? spaces - 1 : MAX_SPACES) }
    : { start, end: start + 1, text: MARKER };
}

/** Whether a list is one of descriptions: its marker is ours, not the author's. */
export function isDefinitionList(node: List, { composed }: Conversion): boolean {
  const [start] = rangeOf(node);
  return composed.text[start] === MARKER && isReplaced(composed, start);
}

type DefinitionNode = Extract<Unpaired, { type: 'definitionList' }>;

/** Adds the terms and descriptions to the list that `made` ends with, or to a new one. */
export function addDescriptions(made: Unpaired[], terms: Paragraph | undefined, list: List, state: Conversion): void {
  const [start, end] = [rangeOf(terms ?? list)[0], rangeOf(list)[1]];
  const children = [...(terms ? convertTerms(terms, state) : []), ...list.children.map((item) => describe(item, state))];
  const last = made.at(-1);
  const open: DefinitionNode | undefined = last?.type === 'definitionList' ? last : undefined;
  if (!open) {
    made.push({ type: 'definitionList', children, place: placeOf(state, start, end) });
    return;
  }
  const place = open.place && { ...open.place, length: endOf(placeOf(state, start, end)) - open.place.offset };
  made[made.length - 1] = { ...open, children: [...open.children, ...children], ...(place && { place }) };
}

/** Each line of the paragraph above is a term of its own. */
function convertTerms(node: Paragraph, state: Conversion): Unpaired[] {
  return splitLines(node.children, state)
    .filter((line) => line.length > 0)
    .map((line) => convertTerm(line, state));
}

function convertTerm(nodes: readonly PhrasingContent[], state: Conversion): Unpaired {
  const start = rangeOf(nodes[0] ?? state.tree)[0];
  const end = rangeOf(nodes.at(-1) ?? state.tree)[1];
  enterLeaf(state, start);
  const children = state.inlines(nodes, state);
  const { text } = headingText(children, state.page.source);
  const id = state.page.markup.autoDefinitionTermId ? state.ids.generate(text, 'definitionTerm') : undefined;
  return { type: 'definitionTerm', ...(id !== undefined && { id }), children, place: placeOf(state, start, end) };
}

/** A description is tight, its first paragraph without `<p>`, unless a blank line stands before it. */
function describe(node: ListItem, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const spread = isBlankBefore(start, state);
  const children = childBlocks(node.children, state, { tight: !spread });
  return { type: 'definitionDescription', spread, children, place: placeOf(state, start, end) };
}
