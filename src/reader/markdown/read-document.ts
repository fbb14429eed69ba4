import type { Root } from 'mdast';
import type { FlowContent } from '../../model/nodes.ts';
import type { Unpaired } from '../html/raw.ts';
import { type Conversion, type PageState, placeOf, report } from './state.ts';
import { findBlockAttributes } from './block-attributes.ts';
import { convertBlocks } from './blocks.ts';
import { composeRegion, type Region } from './compose.ts';
import { editText, type ComposedText, type Edit } from './composed-text.ts';
import { findDescriptions } from './definition-lists.ts';
import { findFootnoteLabels } from './footnote-labels.ts';
import { createHeadingIds } from './heading-ids.ts';
import { sourceText } from './inflate.ts';
import { convertInlines } from './inlines.ts';
import { findLazyRows } from './lazy-rows.ts';
import { findLeaves, hasLineWith } from './leaf-lines.ts';
import { pairDocument } from './pair-document.ts';
import { findPassthrough } from './passthrough.ts';
import { sourceAsText } from './too-deep.ts';
import { findShortHeaders, findSplitParagraphs, findUnreadTables, hasDelimiterRow } from './table-repairs.ts';
import { append } from '../../model/append.ts';

/**
 * Reads a stretch of the page's text as one Markdown document: a body, or an inner text that Hugo would render on its
 * own, with link definitions, footnotes and heading ids of its own.
 *
 * What the engine does not know by itself is found in its tree; the text is then changed so that the engine reads it
 * rightly, and read again. Most pages are read once.
 */
export function readDocument(region: Region, page: PageState, depth: number): readonly FlowContent[] {
  let composed = wellFormed(composeRegion(region, page.compose));
  for (let turn = 1; ; turn++) {
    const hard = page.engine.findHardText?.(composed.text);
    const state = startConversion(composed, page, depth, hard ? { type: 'root', children: [] } : undefined);
    if (hard) {
      report(state, 'markdown-too-hard', {}, [hard.start, hard.end]);
      const place = placeOf(state, 0, composed.text.length);
      return finish([{ type: 'paragraph', children: sourceAsText(0, composed.text.length, state), place }], state);
    }
    let edits = turn < MAX_TURNS ? findEdits(state) : [];
    if (edits.length === 0) {
      const nodes = convertBlocks(state.tree.children, state);
      edits = turn < MAX_TURNS ? withoutOverlaps(state.edits) : [];
      if (edits.length === 0) return finish(nodes, state);
    }
    composed = editText(composed, edits);
  }
}

// Each turn settles what the turn before has brought to light: descriptions in descriptions, math in those, …
const MAX_TURNS = 12;

/** NUL is U+FFFD to CommonMark, and half a surrogate pair is none of Unicode's characters; both keep their width. */
function wellFormed(composed: ComposedText): ComposedText {
  const { text, pieces } = composed;
  if (text.isWellFormed() && !text.includes('\0')) return composed;
  return { text: text.toWellFormed().replaceAll('\0', '\uFFFD'), pieces };
}

function finish(nodes: readonly Unpaired[], state: Conversion): readonly FlowContent[] {
  for (const add of state.findings) add();
  return pairDocument(nodes, state);
}

function findEdits(state: Conversion): readonly Edit[] {
  const leaves = needsLeaves(state) ? findLeaves(state) : [];
  const blocks = [
    ...findFootnoteLabels(state),
    ...findSplitParagraphs(leaves, state),
    ...findUnreadTables(leaves, state),
    ...findShortHeaders(leaves, state),
    ...findLazyRows(leaves, state),
    ...findBlockAttributes(leaves, state),
  ];
  // A line of attributes ends the paragraph that a description would belong to.
  if (blocks.length > 0) return withoutOverlaps(blocks);
  return withoutOverlaps([...findDescriptions(leaves, state), ...findPassthrough(state)]);
}

// Most pages hold nothing that these rules look for, and a look at the text is cheaper than one at the tree.
function needsLeaves({ page, composed }: Conversion): boolean {
  const { markup } = page;
  return (
    hasDelimiterRow(composed.text) ||
    (markup.definitionList && hasLineWith(':', composed.text)) ||
    (markup.attributes.block && hasLineWith('{', composed.text))
  );
}

function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  if (edits.length < 2) return edits;
  const kept: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  }
  return kept;
}

function startConversion(composed: ComposedText, page: PageState, depth: number, known?: Root): Conversion {
  const { markup, engine } = page;
  const gfm =
    markup.table || markup.strikethrough || markup.taskList || markup.extras.subscript || markup.extras.delete;
  const tree = known ?? engine.parse(composed.text, { gfm, footnotes: markup.footnote.enable });
  return {
    page,
    composed,
    tree,
    ids: createHeadingIds(markup.autoIdType),
    footnotes: footnotesOf(tree, composed.text, page),
    blocks: convertBlocks,
    inlines: convertInlines,
    edits: [],
    findings: [],
    delimiters: new Map(),
    hasRaw: false,
    depth,
    quotes: 0,
    tight: false,
    inItem: false,
    inLink: false,
    blockStart: 0,
    openBrackets: 0,
    hasSoughtLists: false,
  };
}

function footnotesOf(tree: Root, text: string, page: PageState): ReadonlySet<string> {
  const labels = new Set<string>();
  if (!text.includes('[^')) return labels;
  const stack: Root['children'] = [...tree.children];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'footnoteDefinition') labels.add(sourceText(node.label ?? node.identifier, page));
    if (node.type !== 'paragraph' && node.type !== 'heading' && 'children' in node) append(stack, node.children);
  }
  return labels;
}
