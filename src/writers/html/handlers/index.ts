import type { ElementContent } from 'hast';
import type { Handlers } from '../../writer.ts';
import type { HtmlState } from '../state.ts';
import { footnoteDefinition } from '../footnotes.ts';
import { admonition } from './admonition.ts';
import { blockquote, heading, paragraph, thematicBreak } from './block.ts';
import { card, cards, column, columns, step, steps } from './cards.ts';
import { code, inlineCode, math } from './code.ts';
import { componentBlock, componentInline } from './component.ts';
import { container, details } from './details.ts';
import { embed } from './embed.ts';
import { figure } from './figure.ts';
import { characters, hardBreak, marked, text } from './inline.ts';
import { image, imageReference, link, linkReference } from './link.ts';
import { badge, button, icon } from './marks.ts';
import { diagram, gallery, include, media } from './media.ts';
import { definitionDescription, definitionList, definitionTerm, list, listItem } from './list.ts';
import { comment, elementBlock, elementInline, omitted } from './raw-html.ts';
import { shortcode, shortcodeBlock } from './shortcode.ts';
import { table, tableCell, tableRow } from './table.ts';
import { tab, tabs } from './tabs.ts';

/** What prints nothing where it stands: the page's scope knows it. */
const nothing = (): ElementContent[] => [];

export const handlers: Handlers<ElementContent[], HtmlState> = {
  admonition,
  audio: media,
  badge,
  blockquote,
  break: hardBreak,
  button,
  card,
  cards,
  code,
  column,
  columns,
  commentBlock: comment,
  commentInline: comment,
  componentBlock,
  componentInline,
  container,
  definition: nothing,
  definitionDescription,
  definitionList,
  definitionTerm,
  delete: marked,
  details,
  diagram,
  elementBlock,
  elementInline,
  embed,
  emoji: characters,
  emphasis: marked,
  figure,
  footnoteDefinition,
  footnoteReference: (node, state) => state.footnoteMark(node),
  gallery,
  heading,
  icon,
  image,
  imageReference,
  include,
  inlineCode,
  insert: marked,
  link,
  linkReference,
  list,
  listItem,
  mark: marked,
  mathBlock: math,
  mathInline: math,
  omittedHtmlBlock: omitted,
  omittedHtmlInline: omitted,
  paragraph,
  shortcodeBlock,
  shortcodeInline: shortcode,
  step,
  steps,
  strong: marked,
  subscript: marked,
  summaryDivider: nothing,
  superscript: marked,
  tab,
  table,
  tableCell,
  tableRow,
  tabs,
  text,
  thematicBreak,
  value: characters,
  video: media,
};
