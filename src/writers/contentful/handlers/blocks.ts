import type {
  Alert,
  Attribute,
  Blockquote,
  DefinitionDescription,
  DefinitionList,
  DefinitionTerm,
  Heading,
  List,
  ListItem,
  Paragraph,
  ThematicBreak,
} from '../../../model/nodes.ts';
import type { Place } from '../../../model/place.ts';
import type { Piece } from '../pieces.ts';
import type { RichBlock, RichHeading, RichListItem, RichParagraph } from '../rich-text.ts';
import type { State } from '../state.ts';
import { alertContent } from '../../../model/alert.ts';
import { fitBlocks, fitItem, fitLine } from '../fit.ts';

import { MARK, embeddedBlock, ledParagraph, paragraph as richParagraph, richDocument, text } from '../rich-text.ts';
import { wordsOf } from '../plain-text.ts';
import { admonition } from './semantic.ts';

/** Says which attributes of a block rich text has no place for. */
export function dropAttributes(
  element: string,
  attributes: readonly Attribute[] | undefined,
  state: State,
  place: Place | undefined,
): void {
  if (!attributes || attributes.length === 0) return;
  const names = attributes.map((attribute) => attribute.name).toSorted();
  state.tally.count('contentful-attributes-dropped', { element, attributes: names }, place);
}

export function paragraph(node: Paragraph, state: State): readonly Piece[] {
  dropAttributes('p', node.attributes, state, node.place);
  return fitBlocks(state.pieces(node.children), state);
}

export function heading(node: Heading, state: State): readonly Piece[] {
  dropAttributes(`h${node.depth}`, node.attributes, state, node.place);
  const rich = headingOf(node.depth, state.pieces(node.children), state);
  noteHeading(rich, node.id, node.idSource === 'explicit', state);
  return [rich];
}

export function headingOf(depth: Heading['depth'], pieces: readonly Piece[], state: State): RichHeading {
  const content = fitLine(pieces, state);
  return { nodeType: `heading-${depth}`, data: {}, content: content.length > 0 ? content : [text('')] };
}

/** Remembers a heading's id, for which rich text has no place, for the page's list of heading ids. */
export function noteHeading(node: RichHeading, id: string | undefined, explicit: boolean, state: State): void {
  if (id === undefined || id === '') return;
  state.headings.push({ id, explicit, depth: Number(node.nodeType.slice(-1)), text: wordsOf([node]) });
}

export function thematicBreak(node: ThematicBreak, state: State): readonly Piece[] {
  dropAttributes('hr', node.attributes, state, node.place);
  return [{ nodeType: 'hr', data: {}, content: [] }];
}

/** A quote of paragraphs stays one; one that holds more becomes an entry, an alert an admonition. */
export function blockquote(node: Blockquote, state: State): readonly Piece[] {
  dropAttributes('blockquote', node.attributes, state, node.place);
  if (node.alert) return alert(node.alert, node, state);
  return quoteOf(fitBlocks(state.pieces(node.children), state), state);
}

function alert({ kind, title, sign }: Alert, node: Blockquote, state: State): readonly Piece[] {
  const collapsible = sign === '+' ? 'open' : sign === '-' ? 'closed' : 'none';
  const children = alertContent(node.children);
  return admonition(
    { type: 'admonition', kind, ...(title && { title }), collapsible, children, ...placed(node) },
    state,
  );
}

const placed = ({ place }: Blockquote): { readonly place?: Place } => (place ? { place } : {});

export function quoteOf(blocks: readonly RichBlock[], state: State): readonly Piece[] {
  if (blocks.length === 0) return [];
  const paragraphs = blocks.filter((block): block is RichParagraph => block.nodeType === 'paragraph');
  if (paragraphs.length === blocks.length) return [{ nodeType: 'blockquote', data: {}, content: paragraphs }];
  return [embeddedBlock(state.entry('quote', { body: richDocument(blocks) }))];
}

export function list(node: List, state: State): readonly Piece[] {
  dropAttributes(node.ordered ? 'ol' : 'ul', node.attributes, state, node.place);
  const { start = 1 } = node;
  if (node.ordered && start !== 1) state.findings.report('contentful-list-start-dropped', { start }, node.place);
  return listOf(
    node.ordered,
    node.children.map((item) => itemOf(item, state)),
  );
}

export const listOf = (ordered: boolean, items: readonly RichListItem[]): readonly Piece[] =>
  items.length === 0 ? [] : [{ nodeType: ordered ? 'ordered-list' : 'unordered-list', data: {}, content: items }];

/** Where an item stands without its list: its content. */
export const listItem = (node: ListItem, state: State): readonly Piece[] => state.pieces(node.children);

function itemOf(node: ListItem, state: State): RichListItem {
  const content = fitItem(state.pieces(node.children), state);
  return {
    nodeType: 'list-item',
    data: {},
    content: node.checked === undefined ? content : withBox(node.checked, content),
  };
}

/** The state of a task as a character, for which rich text has no other place. */
function withBox(checked: boolean, content: RichListItem['content']): RichListItem['content'] {
  const box = checked ? '☑ ' : '☐ ';
  const [first, ...rest] = content;
  if (first?.nodeType !== 'paragraph') return [ledParagraph(box, []), ...content];
  return [ledParagraph(box, first.content), ...rest];
}

/** A term is a bold paragraph, its description what follows: rich text has no definition lists. */
export function definitionList(node: DefinitionList, state: State): readonly Piece[] {
  dropAttributes('dl', node.attributes, state, node.place);
  return state.pieces(node.children);
}

export function definitionTerm(node: DefinitionTerm, state: State): readonly Piece[] {
  const content = fitLine(state.marked(MARK.bold, node.children), state);
  return content.length > 0 ? [richParagraph(content)] : [];
}

export const definitionDescription = (node: DefinitionDescription, state: State): readonly Piece[] =>
  fitBlocks(state.pieces(node.children), state);
