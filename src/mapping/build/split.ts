/** Cutting inner content into parts: by headings, list items, thematic breaks, or a text that stands between them. */
import type { Heading } from '../../model/nodes.ts';
import { plainText } from '../../model/plain-text.ts';
import { isBlank } from '../apply/inlines-of.ts';
import type { Content } from '../apply/state.ts';
import type { Split } from '../mapping.ts';
import { append } from '../../model/append.ts';

/** One part: the heading that begins it, where one does, and what is in it. */
export interface Piece {
  readonly heading?: Heading;
  readonly content: readonly Content[];
}

export interface Pieces {
  /** What belongs to no part. */
  readonly stray: readonly Content[];
  readonly pieces: readonly Piece[];
}

/** Cuts content into parts. */
export function splitContent(contents: readonly Content[], split: Split): Pieces {
  switch (split.at) {
    case 'heading':
      return atHeadings(contents, split.depth);
    case 'item':
      return atItems(contents);
    case 'break':
      return between(contents, ({ type }) => type === 'thematicBreak');
    case 'text':
      return between(contents, (node) => isText(node, split.text));
  }
}

/** A paragraph of nothing but a text, or a comment that the text is: `<!-- break -->`, also where the site leaves out raw HTML. */
function isText(node: Content, text: string): boolean {
  switch (node.type) {
    case 'commentBlock':
      return typeof node.value === 'string' && `<!--${node.value}-->` === text;
    case 'omittedHtmlBlock':
      return typeof node.value === 'string' && node.value.trim() === text;
    default:
      return node.type === 'paragraph' && plainText([node]).trim() === text;
  }
}

function atHeadings(contents: readonly Content[], depth: number): Pieces {
  const stray: Content[] = [];
  const pieces: { heading: Heading; content: Content[] }[] = [];
  for (const node of contents) {
    if (node.type === 'heading' && node.depth === depth) pieces.push({ heading: node, content: [] });
    else (pieces.at(-1)?.content ?? stray).push(node);
  }
  return { stray, pieces };
}

/** The items of all lists; what stands beside them is in none. */
function atItems(contents: readonly Content[]): Pieces {
  const stray: Content[] = [];
  const pieces: Piece[] = [];
  for (const node of contents) {
    if (node.type === 'list')
      append(
        pieces,
        node.children.map(({ children }) => ({ content: children })),
      );
    else stray.push(node);
  }
  return { stray, pieces };
}

function between(contents: readonly Content[], isBetween: (node: Content) => boolean): Pieces {
  const pieces: Content[][] = [[]];
  for (const node of contents) {
    if (isBetween(node)) pieces.push([]);
    else pieces.at(-1)?.push(node);
  }
  const filled = pieces.filter((content) => content.some((node) => !isBlank(node)));
  // With nothing between them there are no parts, but for the one that all is.
  return { stray: [], pieces: filled.map((content) => ({ content })) };
}
