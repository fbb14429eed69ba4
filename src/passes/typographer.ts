import type { Markup } from '../model/markup.ts';
import type {
  Image,
  ImageReference,
  Node,
  Paragraph,
  ShortcodeBlock,
  ShortcodeInline,
  TemplatedString,
  Text,
} from '../model/nodes.ts';
import type { Page } from '../model/page.ts';
import type { Place } from '../model/place.ts';
import { alignText } from '../model/align-text.ts';
import { isBlock } from '../model/kinds.ts';
import { endOf } from '../model/place.ts';
import { mapAll, mapChildren } from './map-nodes.ts';
import { readMarks, type TypographicMarks } from './typographer/marks.ts';
import { type OpenQuotes, type Sight, substitute } from './typographer/rules.ts';
import { sightAt, sightIn, type Surroundings, surroundingsOf } from './typographer/surroundings.ts';

/**
 * Puts typographic quotes, dashes, dots and angles into a page's text as Goldmark's typographer does: in text and in
 * images' alternative text; not in code, raw HTML, titles and bare addresses, nor where the author escaped the mark.
 * Returns the same page where the site has it off, and keeps every node that does not change.
 */
export function applyTypographer(page: Page, source: string, markup: Markup): Page {
  // Org and AsciiDoc are typeset by converters of their own, and HTML pages by nobody.
  if (!markup.typographer || page.format !== 'markdown') return page;
  const pass: Pass = { marks: readMarks(markup.typographer), surroundings: surroundingsOf(page, source, markup) };
  const body = inDocument(page.body, pass);
  return body === page.body ? page : { ...page, body };
}

interface Pass {
  readonly marks: TypographicMarks;
  readonly surroundings: Surroundings;
}

/** A page's body or an inner text read on its own. Goldmark counts open quotes over all of it, not block by block. */
interface Document extends Pass {
  readonly open: OpenQuotes;
  /** In how many blockquotes we are: their marks begin each source line. */
  readonly quotes: number;
}

/** One run of text: a paragraph, a heading, a cell. */
interface Line extends Document {
  readonly block: { readonly start: number; readonly end: number };
}

function inDocument<T extends Node>(nodes: readonly T[], { marks, surroundings }: Pass): readonly T[] {
  return inContainer(nodes, { marks, surroundings, open: { single: 0, double: 0 }, quotes: 0 });
}

/** Blocks, and beside them text that lost its paragraph: the text of one container is one line. */
function inContainer<T extends Node>(nodes: readonly T[], document: Document): readonly T[] {
  const stray = nodes.filter((node) => !isBlock(node));
  const line = stray.length > 0 ? lineOf(stray, document) : undefined;
  let at = 0;
  return mapAll(nodes, (node) => {
    const neighbours = [nodes[at - 1], nodes[at + 1]] as const;
    at++;
    if (line && !isBlock(node)) return inLine(node, line);
    return node.type === 'paragraph' ? inParagraph(node, neighbours, document) : inBlock(node, document);
  });
}

/** Goldmark takes a formula out of its paragraph after the typographer, which saw one paragraph. */
function inParagraph(node: Paragraph, [before, behind]: readonly (Node | undefined)[], document: Document): Node {
  const line = lineOf(node.children, document);
  const { block } = line;
  const start = isSameParagraph(before, node, document) ? -1 : block.start;
  // Tags that closed nothing are no nodes, but they were part of the paragraph.
  const written = node.place ? Math.max(block.end, endOf(node.place)) : block.end;
  const end = isSameParagraph(node, behind, document) ? Number.POSITIVE_INFINITY : written;
  return inInlines(node, { ...line, block: { start, end } });
}

function isSameParagraph(first: Node | undefined, second: Node | undefined, document: Document): boolean {
  if (first?.type !== 'mathBlock' && second?.type !== 'mathBlock') return false;
  return !!first?.place && !!second?.place && isOneParagraph(first.place, second.place, document);
}

/** Whether no blank line lies between two places. */
function isOneParagraph(first: Place, second: Place, { surroundings }: Document): boolean {
  const between = surroundings.source.slice(endOf(first), second.offset);
  return between.length < 64 && between.split('\n').length <= 2;
}

const inInlines = (node: Node, line: Line): Node =>
  mapChildren(node, (children) => mapAll(children, (child) => inLine(child, line)));

function inBlock(node: Node, document: Document): Node {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'definitionTerm':
      return inInlines(node, lineOf(node.children, document));
    case 'shortcodeBlock':
    case 'shortcodeInline':
      return inCall(node, document);
    case 'elementBlock':
      return mapChildren(node, (children) => mapAll(children, (child) => inRawHtml(child, document)));
    case 'blockquote':
      return mapChildren(node, (children) => inContainer(children, { ...document, quotes: document.quotes + 1 }));
    default:
      return mapChildren(node, (children) => inContainer(children, document));
  }
}

function inCall(node: ShortcodeBlock | ShortcodeInline, document: Document): Node {
  // Inner text that was not read as Markdown stays as it is; calls in it have inner text of their own.
  if (node.innerReading !== 'markdown') {
    return mapChildren(node, (children) => mapAll(children, (child) => inRawHtml(child, document)));
  }
  return mapChildren(node, (children) =>
    isPartOfPage(node) ? inContainer(children, document) : inDocument(children, document),
  );
}

/** The inner text of a top-level `{{% %}}` call is part of the page's Markdown. */
const isPartOfPage = ({ call }: ShortcodeBlock | ShortcodeInline): boolean =>
  call.notation === 'markdown' && !call.path.includes('.');

/** Text right in an HTML block is not Markdown; what is has a block of its own. */
function inRawHtml(node: Node, document: Document): Node {
  if (isBlock(node) || isCall(node)) return inBlock(node, document);
  return mapChildren(node, (children) => mapAll(children, (child) => inRawHtml(child, document)));
}

function inLine(node: Node, line: Line): Node {
  switch (node.type) {
    case 'text':
      return inText(node, line);
    case 'image':
    case 'imageReference': {
      const alt = inAlternative(node, line);
      return alt === node.alt ? node : { ...node, alt };
    }
    case 'link':
      if (node.notation !== 'inline') return node;
      break;
    case 'shortcodeBlock':
    case 'shortcodeInline':
      if (!isPartOfPage(node)) return inCall(node, line);
  }
  return mapChildren(node, (children) =>
    mapAll(children, (child) => (isBlock(child) ? inBlock(child, line) : inLine(child, line))),
  );
}

const isCall = (node: Node): node is ShortcodeBlock | ShortcodeInline =>
  node.type === 'shortcodeBlock' || node.type === 'shortcodeInline';

function lineOf(nodes: readonly Node[], document: Document): Line {
  const [first, last] = [nodes[0]?.place, nodes.at(-1)?.place];
  const block = { start: first ? first.offset : -1, end: last ? endOf(last) : Number.POSITIVE_INFINITY };
  return { ...document, block };
}

// Most text holds none of these; the look at it is all that the pass costs there.
const MAY_CHANGE = /['"]|--|\.\.\.|<<|>>/;

function inText(node: Text, line: Line): Text {
  if (!MAY_CHANGE.test(node.value)) return node;
  const { value, place } = node;
  const { surroundings, quotes } = line;
  const { source } = surroundings;
  const offsets = place && alignText(value, source, [place.offset, endOf(place)], quotes);
  const replaced = replaceMarks(value, line, (index) => {
    const offset = offsets?.[index];
    if (offset === undefined) return sightIn(value, index, ' ');
    // An escaped mark, or one that is written as a character reference, stays.
    return source[offset] === value[index] ? sightAt(offset, line.block, surroundings) : undefined;
  });
  return replaced === value ? node : { ...node, value: replaced };
}

function inAlternative({ alt, place }: Image | ImageReference, line: Line): TemplatedString {
  if (typeof alt !== 'string') {
    return alt.map((part) => (typeof part === 'string' ? inPlainText(part, line) : part));
  }
  if (!MAY_CHANGE.test(alt)) return alt;
  // Behind the `![`, if it holds neither markup nor escapes.
  const start = place ? place.offset + 2 : -1;
  const { surroundings } = line;
  if (start < 0 || !surroundings.source.startsWith(alt, start)) return inPlainText(alt, line);
  return replaceMarks(alt, line, (index) => sightAt(start + index, line.block, surroundings));
}

// The brackets around the text, as in `![alternative](`, are what the typographer sees at its ends.
const inPlainText = (text: string, line: Line): string =>
  replaceMarks(text, line, (index) => sightIn(`${text}](`, index, '['));

function replaceMarks(value: string, line: Line, look: (index: number) => Sight | undefined): string {
  let result = '';
  let from = 0;
  for (let index = 0; index < value.length;) {
    const sight = isTrigger(value.charCodeAt(index)) ? look(index) : undefined;
    const found = sight && substitute(sight, line.open, line.marks);
    if (!found) {
      index++;
      continue;
    }
    result += value.slice(from, index) + found.value;
    index += found.length;
    from = index;
  }
  return from === 0 ? value : result + value.slice(from);
}

/** `"`, `'`, `-`, `.`, `<`, `>` */
const isTrigger = (code: number): boolean =>
  code === 34 || code === 39 || code === 45 || code === 46 || code === 60 || code === 62;
