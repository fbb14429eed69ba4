import type { TreeHandlers } from '../state.ts';
import { code, inlineCode } from '../code.ts';
import { elementBlock, elementInline } from '../element.ts';
import { heading } from '../heading.ts';
import { textNode } from '../text.ts';
import { definitionDescription, definitionList, definitionTerm } from './definition-list.ts';
import * as cards from './cards.ts';
import { embed } from './embed.ts';
import { commentBlock, commentInline, omittedHtml } from './html.ts';
import * as inline from './inline.ts';
import * as markdown from './markdown.ts';
import * as marks from './marks.ts';
import * as media from './media.ts';
import * as semantic from './semantic.ts';
import { shortcodeBlock, shortcodeInline } from './shortcode.ts';
import { step, steps } from './steps.ts';

/** What plain MDX makes of each type of node. */
export const treeHandlers: TreeHandlers = {
  paragraph: markdown.paragraphNode,
  heading,
  thematicBreak: markdown.thematicBreak,
  blockquote: markdown.blockquote,
  list: markdown.list,
  listItem: markdown.listItem,
  code,
  table: markdown.table,
  tableRow: markdown.tableRow,
  tableCell: (node, state) => state.inlines(node.children),
  definitionList,
  definitionTerm,
  definitionDescription,
  footnoteDefinition: markdown.footnoteDefinition,
  definition: markdown.definition,
  summaryDivider: markdown.summaryDivider,
  mathBlock: markdown.mathBlock,
  text: textNode,
  emphasis: inline.attention,
  strong: inline.attention,
  delete: inline.attention,
  insert: inline.extra,
  mark: inline.extra,
  subscript: inline.extra,
  superscript: inline.extra,
  inlineCode,
  break: () => [{ type: 'break' }],
  link: inline.link,
  image: inline.image,
  linkReference: inline.linkReference,
  imageReference: inline.imageReference,
  footnoteReference: inline.footnoteReference,
  mathInline: inline.mathInline,
  emoji: inline.emoji,
  elementBlock,
  elementInline,
  commentBlock,
  commentInline,
  omittedHtmlBlock: omittedHtml,
  omittedHtmlInline: omittedHtml,
  shortcodeBlock,
  shortcodeInline,
  admonition: semantic.admonition,
  tabs: semantic.tabs,
  tab: semantic.tab,
  figure: semantic.figure,
  details: semantic.details,
  embed,
  steps,
  step,
  cards: cards.cards,
  card: cards.card,
  columns: cards.columns,
  column: cards.column,
  gallery: media.gallery,
  video: media.media,
  audio: media.media,
  diagram: media.diagram,
  include: media.include,
  button: marks.button,
  badge: marks.badge,
  icon: marks.icon,
  container: semantic.container,
  componentBlock: semantic.componentBlock,
  componentInline: semantic.componentInline,
  value: inline.value,
};
