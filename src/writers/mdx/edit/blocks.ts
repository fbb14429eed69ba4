import type { Block, NodeOf } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { editBlockquote, editFootnoteDefinition, editList } from './containers.ts';
import { editCode } from './code.ts';
import { editDefinition } from './links.ts';
import { editHtmlBlock } from './html.ts';
import { isOwnComment } from './spans.ts';
import { editHeading } from './heading.ts';
import { editParagraph, editTable } from './paragraph.ts';
import type { Frame } from './frame.ts';

type BlockEditor<T extends Block['type']> = (node: NodeOf<T>, frame: Frame, writing: Writing) => boolean;

/** What MDX has no form of its own for is new text. */
const rewrite = (): boolean => false;

const editors: { readonly [T in Block['type']]: BlockEditor<T> } = {
  paragraph: editParagraph,
  heading: editHeading,
  thematicBreak: (node) => !node.origin && !node.attributes?.length,
  blockquote: editBlockquote,
  list: editList,
  code: editCode,
  table: editTable,
  definitionList: rewrite,
  footnoteDefinition: editFootnoteDefinition,
  definition: (node, _, writing) => editDefinition(node, writing),
  summaryDivider: rewrite,
  mathBlock: rewrite,
  elementBlock: editHtmlBlock,
  commentBlock: (node, _, writing) => writing.dialect.syntax === 'markdown' && isOwnComment(node, writing),
  omittedHtmlBlock: rewrite,
  shortcodeBlock: rewrite,
  admonition: rewrite,
  tabs: rewrite,
  figure: rewrite,
  details: rewrite,
  embed: rewrite,
  steps: rewrite,
  cards: rewrite,
  columns: rewrite,
  gallery: rewrite,
  video: rewrite,
  audio: rewrite,
  diagram: rewrite,
  include: rewrite,
  container: rewrite,
  componentBlock: rewrite,
};

// Deeper than this no page is nested by hand, and each level costs stack.
const DEPTH_LIMIT = 200;

/** Edits a block where it stands; false where only new text will do, and the draft is then to be taken back. */
export function editBlock(node: Block, frame: Frame, writing: Writing): boolean {
  if (frame.depth > DEPTH_LIMIT) return false;
  // The table pairs each type with the editor of that type, which indexing by a union hides from the compiler.
  const edit = editors[node.type] as BlockEditor<Block['type']>;
  return edit(node as never, frame, writing);
}
