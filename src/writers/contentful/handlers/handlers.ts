import type { Handlers } from '../../writer.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import {
  blockquote,
  definitionDescription,
  definitionList,
  definitionTerm,
  heading,
  list,
  listItem,
  paragraph,
  thematicBreak,
} from './blocks.ts';
import { card, cards, column, columns, step, steps } from './cards.ts';
import { code, inlineCode, mathBlock, mathInline } from './code.ts';
import { commentBlock, commentInline, nothing } from './dropped.ts';
import { elementBlock, elementInline } from './elements.ts';
import { figure, image, imageReference } from './images.ts';
import { link, linkReference } from './links.ts';
import { badge, button, icon } from './marks.ts';
import { diagram, gallery, include, media } from './media.ts';
import {
  admonition,
  componentBlock,
  componentInline,
  container,
  details,
  embed,
  shortcode,
  tab,
  tabs,
} from './semantic.ts';
import { table, tableCell, tableRow } from './tables.ts';
import { emphasis, extra, footnoteReference, hardBreak, strikethrough, strong, text, value } from './text.ts';

/** What each node type becomes in rich text. */
export const handlers: Handlers<readonly Piece[], State> = {
  paragraph,
  heading,
  thematicBreak,
  blockquote,
  list,
  listItem,
  code,
  table,
  tableRow,
  tableCell,
  definitionList,
  definitionTerm,
  definitionDescription,
  // Written at the end of the page if something refers to it.
  footnoteDefinition: nothing,
  // Looked up where something refers to it.
  definition: nothing,
  // Its place is in the page's field `summary`.
  summaryDivider: nothing,
  mathBlock,
  text,
  emphasis,
  strong,
  delete: strikethrough,
  insert: extra,
  mark: extra,
  subscript: extra,
  superscript: extra,
  inlineCode,
  break: hardBreak,
  link,
  image,
  linkReference,
  imageReference,
  footnoteReference,
  mathInline,
  emoji: value,
  elementBlock,
  elementInline,
  commentBlock,
  commentInline,
  // Hugo itself leaves it out; the reader has said so.
  omittedHtmlBlock: nothing,
  omittedHtmlInline: nothing,
  shortcodeBlock: shortcode,
  shortcodeInline: shortcode,
  admonition,
  tabs,
  tab,
  figure,
  details,
  embed,
  steps,
  step,
  cards,
  card,
  columns,
  column,
  gallery,
  video: media,
  audio: media,
  diagram,
  // What was taken in is a part of the page.
  include,
  button,
  badge,
  icon,
  container,
  componentBlock,
  componentInline,
  value,
};
