import type { Markup } from '../model/markup.ts';
import type { Image, ImageReference, Node, ShortcodeBlock, ShortcodeInline, TemplatedString, Text } from '../model/nodes.ts';
import type { Page } from '../model/page.ts';
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
  if (!markup.typographer) return page;
  const pass: Pass = { marks: readMarks(markup.typographer), surroundings: surroundingsOf(page, source, markup) };
  const body = inContainer(page.body, pass, 0);
  return body === page.body ? page : { ...page, body };
}

interface Pass {
  readonly marks: TypographicMarks;
  readonly surroundings: Surroundings;
}

/** One line of text with its own quotes: a paragraph, a heading, a cell. */
interface Line extends Pass {
  readonly block: { readonly start: number; readonly end: number };
  readonly open: OpenQuotes;
  /** In how many blockquotes it stands: their marks begin each source line. */
  readonly quotes: number;
}

/** Blocks, and beside them text that lost its paragraph: the text of one container is one line. */
function inContainer<T extends Node>(nodes: readonly T[], pass: Pass, quotes: number): readonly T[] {
  const line = nodes.every(isBlock) ? undefined : lineOf(nodes.filter((node) => !isBlock(node)), pass, quotes);
  return mapAll(nodes, (node) => (line && !isBlock(node) ? inLine(node, line) : inBlock(node, pass, quotes)));
}

function inBlock<T extends Node>(node: T, pass: Pass, quotes: number): T {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'definitionTerm': {
      const line = lineOf(node.children, pass, quotes);
      return mapChildren(node, (children) => mapAll(children, (child) => inLine(child, line)));
    }
    case 'shortcodeBlock':
    case 'shortcodeInline':
      // Inner text that was not read as Markdown stays as it is; calls in it have inner text of their own.
      if (node.innerReading !== 'markdown') return mapChildren(node, (children) => mapAll(children, (child) => inRawHtml(child, pass, quotes)));
      return mapChildren(node, (children) => inContainer(children, pass, 0));
    case 'elementBlock':
      return mapChildren(node, (children) => mapAll(children, (child) => inRawHtml(child, pass, quotes)));
    case 'blockquote':
      return mapChildren(node, (children) => inContainer(children, pass, quotes + 1));
    default:
      return mapChildren(node, (children) => inContainer(children, pass, quotes));
  }
}

/** Text right in an HTML block is not Markdown; what is has a block of its own. */
function inRawHtml<T extends Node>(node: T, pass: Pass, quotes: number): T {
  if (isBlock(node) || isCall(node)) return inBlock(node, pass, quotes);
  return mapChildren(node, (children) => mapAll(children, (child) => inRawHtml(child, pass, quotes)));
}

function inLine<T extends Node>(node: T, line: Line): T {
  switch (node.type) {
    case 'text':
      return inText(node, line) as T; // text stays text
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
      // The inner text of a top-level `{{% %}}` call is part of the line; that of others is a document of its own.
      if (node.call.notation === 'standard' || node.call.path.includes('.')) return inBlock(node, line, 0);
  }
  return mapChildren(node, (children) =>
    mapAll(children, (child) => (isBlock(child) ? inBlock(child, line, line.quotes) : inLine(child, line))),
  );
}

const isCall = (node: Node): node is ShortcodeBlock | ShortcodeInline =>
  node.type === 'shortcodeBlock' || node.type === 'shortcodeInline';

function lineOf(nodes: readonly Node[], pass: Pass, quotes: number): Line {
  const [first, last] = [nodes[0]?.place, nodes.at(-1)?.place];
  const block = { start: first ? first.offset : -1, end: last ? endOf(last) : Number.POSITIVE_INFINITY };
  return { ...pass, block, open: { single: 0, double: 0 }, quotes };
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

const inPlainText = (text: string, line: Line): string => replaceMarks(text, line, (index) => sightIn(text, index, '['));

function replaceMarks(value: string, line: Line, look: (index: number) => Sight | undefined): string {
  let result = '';
  let from = 0;
  for (let index = 0; index < value.length; ) {
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
