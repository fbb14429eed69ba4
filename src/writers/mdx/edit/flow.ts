import type { RootContent } from 'mdast';
import type { Block, FlowContent, Inline, ListItem, NodeOf } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { isBlock } from '../../../model/kinds.ts';
import { endOf } from '../../../model/place.ts';
import { printFlow } from '../serialize.ts';
import { forSyntax } from '../tree/markdown-only.ts';
import { isText } from '../tree/copy.ts';
import { isElementHeading } from '../tree/heading.ts';
import { type Frame, withPrefix } from './frame.ts';
import { keepHtml } from './html.ts';
import { startsWeakly } from './weak-start.ts';
import {
  columnsOf,
  continuationOf,
  countLineEndings,
  hasLineEnding,
  isBlankBetween,
  isInlineSpace,
  isSpaceOrEnding,
  lineStartOf,
} from './lines.ts';

/** Content that is written as one: a block, or inline content between blocks. */
export interface Unit {
  readonly nodes: readonly FlowContent[];
  readonly start: number;
  readonly end: number;
  /** Whether source text stands for it. */
  readonly placed: boolean;
}

/** What stands at the end of what has been written so far. */
export type Written =
  | { readonly form: 'nothing' }
  /** The author's own block. */
  | { readonly form: 'source'; readonly block: Block }
  /** New text. `open` where a line right behind it would join it. */
  | { readonly form: 'new'; readonly open: boolean };

export const NOTHING: Written = { form: 'nothing' };

/**
 * Edits the blocks between two offsets. Between blocks the author's blank lines stay; where something is gone from
 * between them, or a block is new text that must stand apart, there is one blank line. False where the blocks' places do
 * not lie in order, so that only new text for their container will do.
 */
export function editFlow(
  children: readonly FlowContent[],
  from: number,
  to: number,
  frame: Frame,
  writing: Writing,
): boolean {
  let at = from;
  let before = NOTHING;
  for (const unit of unitsOf(children)) {
    if (!unit.placed || unit.start < at || unit.end > to) return false;
    const written = editUnit(unit, at, before, frame, writing);
    if (!written) return false;
    if (written === NOTHING) continue;
    before = written;
    at = unit.end;
  }
  if (before === NOTHING && from < to) return false;
  const { source, draft } = writing;
  // An item may reach up to the next one.
  let end = to;
  while (end > at && isSpaceOrEnding(source.charCodeAt(end - 1))) end--;
  if (!isBlankIn(at, end, frame, writing)) draft.edit(at, end, '');
  return !draft.failed;
}

/** The children, inline content in runs. */
export function unitsOf(children: readonly FlowContent[]): Unit[] {
  const units: Unit[] = [];
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as FlowContent; // the loop stays inside the list
    const nodes: FlowContent[] = [child];
    if (!isBlock(child)) while (isInlineAt(children, index + 1)) nodes.push(children[++index] as Inline);
    const first = nodes[0]?.place;
    const last = nodes.at(-1)?.place;
    units.push({
      nodes,
      start: first?.offset ?? 0,
      end: last ? endOf(last) : 0,
      placed: first !== undefined && last !== undefined,
    });
  }
  return units;
}

function isInlineAt(children: readonly FlowContent[], index: number): boolean {
  const child = children[index];
  return child !== undefined && !isBlock(child);
}

const isBlankIn = (from: number, to: number, { prefix }: Frame, { source }: Writing): boolean =>
  isBlankBetween(source, from, to, prefix.includes('>'));

/** Edits one unit, and the gap between it and what is before it. `NOTHING` where nothing is left of it. */
export function editUnit(unit: Unit, at: number, before: Written, frame: Frame, writing: Writing): Written | undefined {
  const [node] = unit.nodes;
  const { draft } = writing;
  const mark = draft.mark();
  if (node && isBlock(node) && unit.nodes.length === 1 && canStand(node, unit, at, frame, writing)) {
    const open = becomesText(node, writing);
    const gap = writeGap({ at, before, frame }, unit.start, { form: open ? 'text' : 'source', node }, writing);
    const inner: Frame = gap === 'written' && frame.margin === 'source' ? { ...frame, margin: 'always' } : frame;
    // What a call swallows for want of its closing tag may reach beyond the block.
    const within = (): boolean => (draft.edits.at(-1)?.end ?? 0) <= unit.end;
    if (writing.edit.block(node, inner, writing) && within())
      return open ? { form: 'new', open } : { form: 'source', block: node };
    draft.reset(mark);
  }
  if (node && !isBlock(node) && unit.placed && writing.dialect.syntax === 'markdown') {
    // Raw HTML in no paragraph: an HTML block to Markdown.
    writeGap({ at, before, frame }, unit.start, { form: 'text', node }, writing);
    if (keepHtml({ children: unit.nodes }, unit.start, unit.end, frame, writing)) return { form: 'new', open: true };
    draft.reset(mark);
  }
  return replaceUnit(unit, at, before, frame, writing);
}

/** A heading that becomes `<h2>…</h2>` is a line of text to MDX. */
const becomesText = (node: Block, { dialect }: Writing): boolean =>
  node.type === 'heading' && isElementHeading(node, dialect);

/** Whether the lines of a block belong to the container: those of a call's inner text may have margins of their own. */
function canStand(node: Block, { start, end }: Unit, at: number, frame: Frame, writing: Writing): boolean {
  const { source } = writing;
  if (!hasLineEnding(source, start, end)) return true;
  const lineStart = lineStartOf(source, start);
  const lead = continuationOf(source.slice(lineStart, start));
  if (lead !== undefined && columnsOf(lead) >= frame.column) return true;
  // The rest of a paragraph may stand anywhere, as long as no quote is meant.
  const isLine = node.type === 'paragraph' || (node.type === 'heading' && lineStart < at);
  return isLine && !frame.prefix.includes('>');
}

/** New text in the place of a unit. */
export function replaceUnit(
  unit: Unit,
  at: number,
  before: Written,
  frame: Frame,
  writing: Writing,
): Written | undefined {
  const { tree } = writing;
  const [node] = unit.nodes;
  // The block itself cannot be copied, that has been tried; its children may.
  const nodes = node && isBlock(node) ? tree.node(node) : tree.blocks(unit.nodes);
  return writeNodes(nodes, unit, { at, before, frame }, writing);
}

/** Where something is written: behind what, up to where the source is done with, and in which container. */
interface Spot {
  readonly at: number;
  readonly before: Written;
  readonly frame: Frame;
}

/** What follows a gap: how it is written, and the block that it is in the source. */
interface Following {
  readonly form: 'source' | 'block' | 'tall' | 'text';
  readonly node: FlowContent | undefined;
}

/** Writes target nodes in the place of a unit. */
export function writeNodes(
  nodes: readonly RootContent[],
  unit: Unit,
  spot: Spot,
  writing: Writing,
): Written | undefined {
  const { draft, source } = writing;
  const { at, frame } = spot;
  if (nodes.length === 0) return NOTHING;
  const open = isOpen(nodes.at(-1));
  const gap = writeGap(spot, unit.start, { form: formOf(nodes[0]), node: unit.nodes[0] }, writing);
  const start = gap === 'kept' ? leadStart(unit.start, at, source) : unit.start;
  const pad = gap === 'kept' ? padFor(start, frame, source) : '';
  const text = pad + withPrefix(printFlow(forSyntax(nodes, writing)), frame.prefix);
  // An element without a closing tag may reach up to the next line.
  let end = unit.end;
  while (end > unit.start && isSpaceOrEnding(source.charCodeAt(end - 1))) end--;
  if (source.slice(start, end) !== text) draft.edit(start, end, text);
  return draft.failed ? undefined : { form: 'new', open };
}

/** Whether a block is a line of text, which lines beside it would join. */
function isOpen(node: RootContent | undefined): boolean {
  return node !== undefined && (node.type === 'copy' || isText(node.type));
}

function formOf(node: RootContent | undefined): Following['form'] {
  if (isOpen(node)) return 'text';
  return node?.type === 'mdxFlowExpression' && node.value.includes('\n') ? 'tall' : 'block';
}

/** Where the white space before a block starts that stands between it and its container's marks. */
function leadStart(start: number, at: number, source: string): number {
  let lead = start;
  while (lead > at && isInlineSpace(source.charCodeAt(lead - 1))) lead--;
  return lead;
}

/** The white space that brings new text to the column of the container's content. */
function padFor(start: number, { prefix, column }: Frame, source: string): string {
  const lineStart = lineStartOf(source, start);
  if (lineStart === start) return prefix;
  return ' '.repeat(Math.max(0, column - columnsOf(source.slice(lineStart, start))));
}

/** Keeps the author's gap between two blocks, or writes one that keeps them apart. */
function writeGap(
  { at: from, before, frame }: Spot,
  to: number,
  { form, node }: Following,
  writing: Writing,
): 'kept' | 'written' {
  const { source, draft } = writing;
  const blank = isBlankIn(from, to, frame, writing);
  if (before.form === 'nothing') {
    if (blank) return 'kept';
    draft.edit(from, to, '');
    return 'written';
  }
  const apart = linesApart(before, form, node, source);
  // Counted in white space alone: what is left out behind a text may be thousands of blocks, and each of them asks.
  if (blank && countLineEndings(source, textEnd(from, frame, writing), to) >= Math.max(apart, 1)) return 'kept';
  const between =
    before.form === 'source' && before.block.type === 'list' && form === 'source' && node?.type === 'list'
      ? `\n\n${writing.dialect.syntax === 'mdx' ? '{/* */}' : '<!-- -->'}\n`
      : '\n';
  draft.edit(from, to, `${withPrefix(between, frame.prefix)}\n${frame.prefix}`);
  return 'written';
}

/** Where the text before a gap ends: a list in a quote may reach up to the mark of the next line. */
function textEnd(from: number, { prefix }: Frame, { source, draft }: Writing): number {
  const quoted = prefix.includes('>');
  // What has been replaced ends no lines any more: new text that no source stands for follows upon new text.
  const written = draft.edits.at(-1)?.end ?? 0;
  const isMargin = (at: number): boolean => isSpaceOrEnding(source.charCodeAt(at)) || (quoted && source[at] === '>');
  let end = from;
  while (end > written && isMargin(end - 1)) end--;
  return end;
}

/** How many line endings have to stand between what is written and what comes next. */
function linesApart(
  before: Written,
  form: Following['form'],
  block: FlowContent | undefined,
  source: string,
): 0 | 1 | 2 {
  if (form === 'text' || (before.form === 'new' && before.open)) return 2;
  // Right behind a list or quote MDX counts the first line of an expression to what stands in it, and then misses its end.
  if (form === 'tall' && (before.form === 'new' || (before.form === 'source' && isContainer(before.block)))) return 2;
  if (block && before.form === 'source' && isText(before.block.type) && startsWeakly(block, source)) return 2;
  if (before.form === 'source' && block && startsWithText(block) && endsOpen(before.block)) return 2;
  return before.form === 'new' || form !== 'source' ? 1 : 0;
}

const startsWithText = ({ type }: FlowContent): boolean => type === 'paragraph' || type === 'heading' || isText(type);

const isContainer = (block: Block): block is NodeOf<'list' | 'blockquote' | 'footnoteDefinition'> =>
  block.type === 'list' || block.type === 'blockquote' || block.type === 'footnoteDefinition';

/**
 * Whether a list or quote ends with what is new text now, so that a line behind it could go on with that:
 *
 *     > ## Heading {#id}
 *     text
 */
function endsOpen(block: Block): boolean {
  if (!isContainer(block)) return false;
  const last: FlowContent | ListItem | undefined = block.children.at(-1);
  const leaf = last?.type === 'listItem' ? last.children.at(-1) : last;
  if (!leaf || !isBlock(leaf)) return true;
  if (leaf.type === 'list' || leaf.type === 'blockquote') return endsOpen(leaf);
  return leaf.type !== 'code' && leaf.type !== 'thematicBreak';
}
