import type { List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Unpaired } from '../html/raw.ts';
import type { Words } from './words.ts';
import { childBlocks, enterLeaf } from './descend.ts';
import { isReplaced, type Edit } from './composed-text.ts';
import { headingText } from './heading-text.ts';
import { linesOf, type Leaf, type LeafLine } from './leaf-lines.ts';
import { isBlankBefore } from './blank-lines.ts';
import { splitLines } from './split-lines.ts';
import { placeOf, placeOfBlock, rangeOf, type Conversion } from './state.ts';
import { append } from '../../model/append.ts';

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
        edits.push(markerFor(composed.text, line.start, page.words));
      }
    }
  }
  return edits;
}

/** The first line of a paragraph describes the paragraph before it, or goes on with a list of descriptions. */
function isDescription({ start, indent, lazy }: LeafLine, described: Nodes | undefined, state: Conversion): boolean {
  const { text } = state.composed;
  if (text[start] !== ':' || indent > 0 || lazy) return false;
  if (text[start + 1] !== ' ' && text[start + 1] !== '\t') return false;
  return described?.type === 'paragraph' || (described?.type === 'list' && isDefinitionList(described, state));
}

function isBlankFrom(text: string, start: number): boolean {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text[at] === undefined || text[at] === '\n' || text[at] === '\r';
}

const MARKER = '+';
const MAX_SPACES = 4;

// Goldmark allows seven spaces behind the colon, a list item four; from eight on they begin indented code.
function markerFor(text: string, start: number, words: Words): Edit {
  // An item without content could not follow a paragraph: a description can.
  if (isBlankFrom(text, start + 1)) {
    const word = words.hold({ kind: 'attributes', attributes: [], text: '' });
    return { start, end: start + 1, text: `${MARKER} <!--${word}-->` };
  }
  let end = start + 1;
  while (text[end] === ' ') end++;
  const spaces = end - start - 1;
  return spaces > MAX_SPACES
    ? { start, end, text: MARKER + ' '.repeat(spaces < 8 ? MAX_SPACES : spaces - MAX_SPACES) }
    : { start, end: start + 1, text: MARKER };
}

/** Whether a list is one of descriptions: its marker is ours, not the author's. */
export function isDefinitionList(node: List, { composed }: Conversion): boolean {
  const [start] = rangeOf(node);
  return composed.text[start] === MARKER && isReplaced(composed, start);
}

/** A definition list, and the index behind the last of the engine's nodes that it is made of. */
export interface DefinitionRun {
  readonly node: Unpaired;
  readonly end: number;
}

/** Reads the definition list that begins at an index: paragraphs of terms, each with the descriptions below it. */
export function readDefinitionList(
  nodes: readonly RootContent[],
  from: number,
  state: Conversion,
): DefinitionRun | undefined {
  const children: Unpaired[] = [];
  let end = from;
  for (;;) {
    const terms = nodes[end];
    const list = terms?.type === 'paragraph' ? nodes[end + 1] : terms;
    if (list?.type !== 'list' || !isDefinitionList(list, state)) break;
    if (terms?.type === 'paragraph') append(children, convertTerms(terms, state));
    for (const item of list.children) children.push(describe(item, state));
    end += terms?.type === 'paragraph' ? 2 : 1;
  }
  const [first, last] = [nodes[from], nodes[end - 1]];
  if (end === from || !first || !last) return undefined;
  const place = placeOfBlock(state, rangeOf(first)[0], rangeOf(last)[1]);
  return { node: { type: 'definitionList', children, place }, end };
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
  const { text } = headingText(children, state.page);
  const id = state.page.markup.autoDefinitionTermId ? state.ids.generate(text, 'definitionTerm') : undefined;
  return { type: 'definitionTerm', ...(id !== undefined && { id }), children, place: placeOf(state, start, end) };
}

/** A description is tight, its first paragraph without `<p>`, unless a blank line stands before it. */
function describe(node: ListItem, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const spread = isBlankBefore(start, state);
  const children = childBlocks(node.children, state, { tight: !spread });
  return { type: 'definitionDescription', spread, children, place: placeOfBlock(state, start, end) };
}
