/** Brings pieces into the content that a rich text node may have: blocks, a line of inlines, or paragraphs alone. */
import type { Place } from '../../model/place.ts';
import type { Piece, ImagePiece } from './pieces.ts';
import type { RichBlock, RichInline, RichList, RichListItem, RichParagraph, RichTable, RichText } from './rich-text.ts';
import type { State } from './state.ts';
import { isInlinePiece } from './pieces.ts';
import {
  MARK,
  embeddedBlock,
  embeddedInline,
  ledParagraph,
  marksOf,
  paragraph,
  richDocument,
  text,
} from './rich-text.ts';
import { append } from '../../model/append.ts';

/** Blocks: runs of inlines become paragraphs, an image alone in its run a block. */
export function fitBlocks(pieces: readonly Piece[], state: State): RichBlock[] {
  const blocks: RichBlock[] = [];
  let run: (RichInline | ImagePiece)[] = [];
  const endRun = (): void => {
    if (run.length === 0) return;
    const block = blockOfRun(run, state);
    if (block) blocks.push(block);
    run = [];
  };
  for (const piece of pieces) {
    if (isInlinePiece(piece)) {
      run.push(piece);
      continue;
    }
    endRun();
    blocks.push(piece);
  }
  endRun();
  return blocks;
}

// Not String.trim: a no-break space is content.
const BLANK = /^[ \t\n]*$/;

function blockOfRun(run: readonly (RichInline | ImagePiece)[], state: State): RichBlock | undefined {
  const visible = run.filter((piece) => piece.nodeType !== 'text' || !BLANK.test(piece.value));
  const [first] = visible;
  if (first?.nodeType === 'image' && visible.length === 1) return state.imageBlock(first);
  const content = fitLine(run, state);
  return content.length > 0 ? paragraph(content) : undefined;
}

/** A line of inlines, white space collapsed as a browser would; blocks in it give their text and embeds. */
export function fitLine(pieces: readonly Piece[], state: State): RichInline[] {
  const inlines: RichInline[] = [];
  for (const piece of pieces) {
    if (piece.nodeType === 'image') inlines.push(embeddedInline(state.imageEntry(piece)));
    else if (isInlinePiece(piece)) inlines.push(piece);
    else inlines.push(text(' '), ...lineOfBlock(piece, state), text(' '));
  }
  return tidy(inlines);
}

const lineOfBlock = (block: RichBlock, state: State): RichInline[] =>
  paragraphsOf(block, state, '').flatMap((line, at) => (at === 0 ? line.content : [text(' '), ...line.content]));

/** Paragraphs alone, as table cells hold them: lists become lines with a mark, embeds inline ones. */
export function fitParagraphs(pieces: readonly Piece[], state: State, place: Place | undefined): RichParagraph[] {
  const found: RichParagraph[] = [];
  for (const block of fitBlocks(pieces, state)) {
    if (isFlattened(block)) state.flattened(block.nodeType, place);
    append(found, paragraphsOf(block, state, ''));
  }
  return found.length > 0 ? found : [paragraph([])];
}

const FLATTENED: ReadonlySet<string> = new Set(['ordered-list', 'unordered-list', 'blockquote', 'hr']);

const isFlattened = ({ nodeType }: RichBlock): boolean => FLATTENED.has(nodeType) || nodeType.startsWith('heading');

function paragraphsOf(block: RichBlock, state: State, lead: string): RichParagraph[] {
  switch (block.nodeType) {
    case 'paragraph':
      return [lead === '' ? block : ledParagraph(lead, block.content)];
    case 'embedded-entry-block':
      return [ledParagraph(lead, [embeddedInline(block.data.target.sys.id)])];
    case 'embedded-asset-block':
      return [ledParagraph(lead, [embeddedInline(state.assetEntry(block.data.target.sys.id))])];
    case 'hr':
      return [paragraph([text('———')])];
    case 'blockquote':
      return [...block.content];
    case 'ordered-list':
    case 'unordered-list':
      return linesOfList(block, state, lead);
    case 'table':
      return [paragraph([embeddedInline(state.entry('table', { body: richDocument([block]) }))])];
    default:
      return [ledParagraph(lead, block.content.map(bold))];
  }
}

const INDENT = '\u2003';

/** `• ` and numbers in front of the first line of each item, further lines indented. */
function linesOfList(list: RichList, state: State, lead: string): RichParagraph[] {
  const indent = lead === '' ? '' : INDENT + lead.replace(/\S.*$/, '');
  return list.content.flatMap((item: RichListItem, at) => {
    const mark = `${indent}${list.nodeType === 'ordered-list' ? `${at + 1}.` : '•'} `;
    return item.content.flatMap((block, nth) => paragraphsOf(block, state, nth === 0 || isList(block) ? mark : ''));
  });
}

const isList = (block: RichBlock): boolean => block.nodeType === 'ordered-list' || block.nodeType === 'unordered-list';

function bold(inline: RichInline): RichInline {
  if (inline.nodeType === 'text') return withMark(inline);
  if (inline.nodeType === 'embedded-entry-inline') return inline;
  return { ...inline, content: inline.content.map(withMark) };
}

function withMark(node: RichText): RichText {
  if (node.marks.some((mark) => mark.type === 'bold')) return node;
  return text(
    node.value,
    node.marks.reduce<number>((bits, mark) => bits | MARK[mark.type], MARK.bold),
  );
}

/** The blocks of a list item, which may hold everything but a table: that one goes into an entry. */
export const fitItem = (pieces: readonly Piece[], state: State): RichListItem['content'] => {
  const blocks = fitBlocks(pieces, state).map((block) =>
    block.nodeType === 'table'
      ? embeddedBlock(state.entry('table', { body: richDocument([block as RichTable]) }))
      : block,
  );
  return blocks.length > 0 ? blocks : [paragraph([])];
};

const CODE = marksOf(MARK.code);

/**
 * Puts texts of equal marks together, collapses white space outside code, and trims the line. A line feed in a text is a hard
 * break: handlers have made spaces of all others.
 */
function tidy(line: readonly RichInline[]): RichInline[] {
  const tidied: RichInline[] = [];
  let spaceBefore = true;
  for (const inline of line) {
    if (inline.nodeType === 'text') {
      const value = collapse(inline, spaceBefore);
      if (value === '') continue;
      pushText(tidied, value === inline.value ? inline : { ...inline, value });
      spaceBefore = isSpace(value.charCodeAt(value.length - 1)) && !isCode(inline);
    } else if (inline.nodeType === 'embedded-entry-inline') {
      tidied.push(inline);
      spaceBefore = false;
    } else {
      const content = tidyLink(inline.content, spaceBefore);
      const end = content.at(-1)?.value ?? '';
      tidied.push({ ...inline, content });
      spaceBefore = end === '' ? spaceBefore : isSpace(end.charCodeAt(end.length - 1));
    }
  }
  trimEnd(tidied);
  return tidied;
}

function tidyLink(content: readonly RichText[], spaceBefore: boolean): RichText[] {
  const tidied: RichText[] = [];
  let space = spaceBefore;
  for (const piece of content) {
    const value = collapse(piece, space);
    if (value === '') continue;
    pushText(tidied, { ...piece, value });
    space = isSpace(value.charCodeAt(value.length - 1)) && !isCode(piece);
  }
  return tidied.length > 0 ? tidied : [text('')];
}

function pushText(line: RichInline[], node: RichText): void {
  const last = line.at(-1);
  if (last?.nodeType === 'text' && last.marks === node.marks) {
    const value = node.value.startsWith('\n') && last.value.endsWith(' ') ? last.value.slice(0, -1) : last.value;
    line[line.length - 1] = { ...last, value: value + node.value };
  } else line.push(node);
}

const isCode = (node: RichText): boolean => node.marks === CODE || node.marks.some((mark) => mark.type === 'code');

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9;

function collapse(node: RichText, spaceBefore: boolean): string {
  if (isCode(node)) return node.value;
  let { value } = node;
  if (value.includes('  ') || value.includes('\t') || value.includes('\n')) {
    value = value.replace(/[ \t]+/g, ' ').replace(/ ?\n ?/g, '\n');
  }
  return spaceBefore && value.startsWith(' ') ? value.slice(1) : value;
}

function trimEnd(line: RichInline[]): void {
  for (let last = line.at(-1); last?.nodeType === 'text' && !isCode(last); last = line.at(-1)) {
    let end = last.value.length;
    while (end > 0 && isSpace(last.value.charCodeAt(end - 1))) end--;
    const value = last.value.slice(0, end);
    line.pop();
    if (value === '') continue;
    line.push(value === last.value ? last : { ...last, value });
    return;
  }
}
