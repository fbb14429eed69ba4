/**
 * Feeds the nodes of an island to the tree builder: raw HTML as it is, Markdown as the tags that Hugo prints for it.
 * The line breaks that Hugo prints between blocks are left out where nobody sees them: behind an unclosed `<b>` a browser
 * would open another one around each of them, and with that around the list or table that follows.
 */
import type { FlowContent, Node } from '../../model/nodes.ts';
import type { Unpaired, UnpairedNode } from './raw.ts';
import type { BuiltElement } from './tree.ts';
import type { TreeBuilder } from './tree-builder.ts';
import { isBlank } from './content-model.ts';
import { endOf } from '../../model/place.ts';
import { plainText } from '../../model/plain-text.ts';
import { SHORTCODE_TAG } from './build-state.ts';

/** A name without rules in HTML, for inline content that has no markup of its own. */
const NEUTRAL_TAG = 'x-node';

const TAGS: { readonly [type: string]: string } = {
  paragraph: 'p',
  thematicBreak: 'hr',
  blockquote: 'blockquote',
  code: 'pre',
  table: 'table',
  tableRow: 'tr',
  definitionList: 'dl',
  definitionTerm: 'dt',
  definitionDescription: 'dd',
  listItem: 'li',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  insert: 'ins',
  mark: 'mark',
  subscript: 'sub',
  superscript: 'sup',
  link: 'a',
  linkReference: 'a',
  image: 'img',
  imageReference: 'img',
  break: 'br',
  shortcodeBlock: SHORTCODE_TAG,
  shortcodeInline: SHORTCODE_TAG,
};

/** Nodes that print nothing where they stand: nesting rules do not apply to them. */
const WITHOUT_OUTPUT: ReadonlySet<string> = new Set(['definition', 'footnoteDefinition', 'summaryDivider']);

const VOID: ReadonlySet<string> = new Set(['hr', 'img', 'br']);

export interface Feeder {
  readonly builder: TreeBuilder;
  /** Nodes that are, or hold, raw HTML or call edges. */
  readonly holders: ReadonlySet<Unpaired>;
  /** Makes a node final whose HTML, if it holds any, has nothing to do with what stands around it. */
  readonly finish: (node: UnpairedNode) => FlowContent;
  readonly source: string;
  /** Told of each element that swallows Markdown as text. */
  readonly swallowedBy: (element: BuiltElement) => void;
}

interface FeedContext {
  /** Whether paragraphs stand in a tight list item or description. */
  readonly tight: boolean;
  readonly cellTag: 'th' | 'td';
}

const OUTSIDE: FeedContext = { tight: false, cellTag: 'td' };

/** Feeds a block and what is below it. */
export function feedBlock(node: Unpaired, feeder: Feeder): void {
  feedNode(node, feeder, OUTSIDE);
  if (node.type !== 'rawHtmlBlock' && node.type !== 'shortcodeMark') feeder.builder.endLine();
}

function feedNode(node: Unpaired, feeder: Feeder, context: FeedContext): void {
  const { builder, holders } = feeder;
  switch (node.type) {
    case 'rawHtmlBlock':
      builder.raw(node);
      return builder.endLine();
    case 'rawHtmlInline':
      return builder.raw(node);
    case 'shortcodeMark':
      return feedMark(node, feeder);
  }
  const textOnly = builder.textOnly();
  if (textOnly) {
    feeder.swallowedBy(textOnly);
    return feedSwallowed(node, feeder, context);
  }
  if (WITHOUT_OUTPUT.has(node.type)) return builder.append(feeder.finish(node));
  // In a table, white space stays where it is; everything else is moved out.
  if (node.type === 'text' && isBlank(node.value)) return builder.whitespace(node.value);
  // Hugo prints the paragraph of a tight list item without a tag.
  if (node.type === 'paragraph' && context.tight) return feedChildren(node, feeder, context);
  const tagName = tagOf(node, context);
  if (!('children' in node) || isShortcode(node) || (!holders.has(node) && builder.isPlain())) {
    // Nothing raw is below it: a call's content is a document of its own and was paired by itself.
    const isAllowed = builder.open(tagName, { kind: 'whole', node: node as Node, tight: context.tight });
    if (isAllowed) {
      if (!VOID.has(tagName)) builder.close(tagName);
    } else if ('children' in node && !isShortcode(node)) {
      // Browsers ignore the tag: a paragraph in a <select>, a row where raw HTML ended the table.
      feedChildren(node, feeder, context);
    } else {
      builder.append(feeder.finish(node));
    }
    return;
  }
  builder.open(tagName, { kind: 'open', node, tight: context.tight });
  feedChildren(node, feeder, context);
  builder.close(tagName);
}

function feedMark(node: Extract<Unpaired, { type: 'shortcodeMark' }>, { builder }: Feeder): void {
  if (node.edge === 'open') builder.open(SHORTCODE_TAG, { kind: 'mark', mark: node });
  else builder.close(SHORTCODE_TAG);
}

function feedChildren(
  node: UnpairedNode & { children: readonly Unpaired[] },
  feeder: Feeder,
  context: FeedContext,
): void {
  if (node.type === 'table') return feedRows(node, feeder);
  const loose: FeedContext = { ...context, tight: false };
  const tight: FeedContext = { ...context, tight: true };
  const isItem = isTight(node, context);
  // Of a tight description only the first paragraph has no tag.
  const isDescription = node.type === 'definitionDescription' && !node.spread;
  for (const [at, child] of node.children.entries()) {
    feedNode(child, feeder, isItem || (isDescription && at === 0) ? tight : loose);
  }
}

/** The first row is the table's head. */
function feedRows(table: Extract<UnpairedNode, { type: 'table' }>, feeder: Feeder): void {
  const { builder } = feeder;
  const [head, ...rows] = table.children;
  if (!head) return;
  builder.open('thead', { kind: 'open', node: table, tight: false });
  feedNode(head, feeder, { tight: false, cellTag: 'th' });
  builder.close('thead');
  builder.open('tbody', { kind: 'open', node: table, tight: false });
  for (const row of rows) feedNode(row, feeder, OUTSIDE);
  builder.close('tbody');
}

function isTight(node: UnpairedNode, context: FeedContext): boolean {
  if (node.type === 'list') return !node.spread;
  return node.type === 'listItem' && context.tight;
}

function tagOf(node: UnpairedNode, context: FeedContext): string {
  switch (node.type) {
    case 'heading':
      return `h${node.depth}`;
    case 'list':
      return node.ordered ? 'ol' : 'ul';
    case 'tableCell':
      return context.cellTag;
    default:
      return Object.hasOwn(TAGS, node.type) ? (TAGS[node.type] ?? NEUTRAL_TAG) : NEUTRAL_TAG;
  }
}

const isShortcode = (node: UnpairedNode): boolean => node.type === 'shortcodeBlock' || node.type === 'shortcodeInline';

/**
 * Inside `<script>` and its like a browser reads everything up to the closing tag as text, Hugo's rendering of Markdown
 * included. The author's own text stands in for that rendering.
 */
function feedSwallowed(node: UnpairedNode, feeder: Feeder, context: FeedContext): void {
  const { builder, holders, source } = feeder;
  if (holders.has(node) && 'children' in node) {
    // It may hold the closing tag: what browsers read up to there is what Hugo printed.
    const tagName = tagOf(node, context);
    builder.append({ type: 'text', value: `<${tagName}>` });
    for (const child of node.children) feedNode(child, feeder, context);
    if (builder.textOnly()) builder.append({ type: 'text', value: `</${tagName}>` });
    else builder.close(tagName);
    return;
  }
  if (node.type === 'text' || isShortcode(node)) return builder.append(feeder.finish(node));
  const { place } = node;
  const text = place ? source.slice(place.offset, endOf(place)) : plainText([node as Node]); // nothing raw is below
  builder.append({ type: 'text', value: text, ...(place && { place }) });
}
