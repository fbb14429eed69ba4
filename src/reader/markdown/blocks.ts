import type { Blockquote, Definition, FootnoteDefinition, Paragraph, RootContent, ThematicBreak } from 'mdast';
import type { Unpaired } from '../html/raw.ts';
import { alertOf } from './alerts.ts';
import { attachAttributes, readAttributeComment } from './block-attributes.ts';
import { convertCode, joinIndentedCode } from './code-block.ts';
import { readDefinitionList } from './definition-lists.ts';
import { childBlocks, enterLeaf } from './descend.ts';
import { convertHeading } from './headings.ts';
import { inflate, shortcodeBlock, sourceText } from './inflate.ts';
import { convertList } from './lists.ts';
import { seekMissedLists } from './missed-lists.ts';
import { splitAtMath } from './passthrough.ts';
import { rawBlock } from './raw-html.ts';
import { placeOf, placeOfBlock, rangeOf, type Conversion } from './state.ts';
import { convertTable } from './tables.ts';
import { markOf } from './text-run.ts';
import { tooDeep } from './too-deep.ts';
import { append } from '../../model/append.ts';

/** Turns an engine's blocks into the model's, in order, with the rules that look at a block's neighbours. */
export function convertBlocks(all: readonly RootContent[], state: Conversion): Unpaired[] {
  if (state.depth >= state.page.maxDepth) return tooDeep(all, state);
  const nodes = joinIndentedCode(all, state.composed.text);
  const made: Unpaired[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node) break;
    const descriptions = readDefinitionList(nodes, at, state);
    if (descriptions) {
      made.push(descriptions.node);
      at = descriptions.end - 1;
      continue;
    }
    const attributes = node.type === 'html' ? readAttributeComment(node, state) : undefined;
    if (attributes && node.type === 'html') attachAttributes(made, attributes, node, state);
    else append(made, convertBlock(node, state));
  }
  return made;
}

function convertBlock(node: RootContent, state: Conversion): readonly Unpaired[] {
  switch (node.type) {
    case 'paragraph':
      return convertParagraph(node, state);
    case 'heading':
      return [convertHeading(node, state)];
    case 'thematicBreak':
      return [convertBreak(node, state)];
    case 'blockquote':
      return [convertQuote(node, state)];
    case 'list':
      return [convertList(node, state)];
    case 'code':
      return [convertCode(node, state)];
    case 'html':
      return [rawBlock(node, state)];
    case 'table':
      return [convertTable(node, state)];
    case 'definition':
      return [convertDefinition(node, state)];
    case 'footnoteDefinition':
      return [convertFootnote(node, state)];
    default:
      return tooDeep([node], state);
  }
}

function convertParagraph(node: Paragraph, state: Conversion): readonly Unpaired[] {
  const [start, end] = rangeOf(node);
  const alone = wordAlone(node, state);
  if (alone) return [alone];
  seekMissedLists(start, state);
  enterLeaf(state, start);
  const children = state.inlines(node.children, state);
  // What held nothing but the summary divider is gone with it.
  if (children.length === 0 && node.children.length > 0) return [];
  return splitAtMath({ children, place: placeOf(state, start, end) }, state);
}

/** A paragraph that is one placeholder word: Hugo takes the paragraph away around a call's output. */
function wordAlone(node: Paragraph, state: Conversion): Unpaired | undefined {
  const { page } = state;
  const [only] = node.children;
  if (!page.words.used || node.children.length !== 1 || only?.type !== 'text') return undefined;
  const held = page.words.read(only.value.trim());
  if (held?.kind === 'call') return shortcodeBlock(held.call, page, state.depth);
  if (held?.kind === 'edge') {
    state.hasRaw = true;
    return markOf(held.call, held.edge);
  }
  if (held?.kind !== 'summaryDivider') return undefined;
  const [start, end] = rangeOf(only);
  return { type: 'summaryDivider', place: placeOf(state, start, end) };
}

function convertBreak(node: ThematicBreak, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  return { type: 'thematicBreak', place: placeOf(state, start, end) };
}

function convertQuote(node: Blockquote, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  state.quotes++;
  const children = childBlocks(node.children, state);
  state.quotes--;
  const alert = alertOf(children);
  return { type: 'blockquote', ...(alert && { alert }), children, place: placeOfBlock(state, start, end) };
}

function convertDefinition(node: Definition, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const { identifier, title } = node;
  return {
    type: 'definition',
    identifier,
    label: node.label ?? identifier,
    url: inflate(node.url, state.page, state.depth),
    ...(title !== null && title !== undefined && { title: inflate(title, state.page, state.depth) }),
    place: placeOf(state, start, end),
  };
}

function convertFootnote(node: FootnoteDefinition, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const label = sourceText(node.label ?? node.identifier, state.page);
  const children = childBlocks(node.children, state);
  return { type: 'footnoteDefinition', identifier: label, label, children, place: placeOfBlock(state, start, end) };
}
