import type { Block, Node, NodeType, Part } from './nodes.ts';

const BLOCKS: { readonly [T in Block['type']]: true } = {
  paragraph: true,
  heading: true,
  thematicBreak: true,
  blockquote: true,
  list: true,
  code: true,
  table: true,
  definitionList: true,
  footnoteDefinition: true,
  definition: true,
  summaryDivider: true,
  mathBlock: true,
  elementBlock: true,
  commentBlock: true,
  omittedHtmlBlock: true,
  shortcodeBlock: true,
  admonition: true,
  tabs: true,
  figure: true,
  details: true,
  embed: true,
  steps: true,
  cards: true,
  columns: true,
  gallery: true,
  video: true,
  audio: true,
  diagram: true,
  include: true,
  container: true,
  componentBlock: true,
};

const PARTS: { readonly [T in Part['type']]: true } = {
  listItem: true,
  tableRow: true,
  tableCell: true,
  definitionTerm: true,
  definitionDescription: true,
  tab: true,
  step: true,
  card: true,
  column: true,
};

const BLOCK_TYPES: ReadonlySet<string> = new Set(Object.keys(BLOCKS));

export const isBlock = (node: Node): node is Block => BLOCK_TYPES.has(node.type);

/** Whether a node stands only inside one kind of parent. */
export const isPart = (node: Node): node is Part => Object.hasOwn(PARTS, node.type);

/** Whether nodes of that type stand in a line of text. */
export const isInlineType = (type: NodeType): boolean => !Object.hasOwn(BLOCKS, type) && !Object.hasOwn(PARTS, type);
