import type { Element, ElementContent } from 'hast';
import type { FlowContent, ListItem, NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { blockProperties } from '../block-attributes.ts';
import { element, newline, text } from '../hast.ts';
import { isBareLine } from './shortcode.ts';
import { append } from '../../../model/append.ts';

export function list(node: NodeOf<'list'>, state: HtmlState): ElementContent[] {
  const start = node.ordered && node.start !== undefined && node.start !== 1 ? node.start : undefined;
  const items = node.children.flatMap((item) => [itemElement(item, node.spread, state), newline]);
  const own = blockProperties(node, state);
  return [element(node.ordered ? 'ol' : 'ul', { start, ...own }, [newline, ...items])];
}

export function listItem(node: NodeOf<'listItem'>, state: HtmlState): ElementContent[] {
  return [itemElement(node, true, state)];
}

function itemElement(item: ListItem, loose: boolean, state: HtmlState): Element {
  const [first, ...rest] = item.children;
  if (item.checked === undefined) return element('li', {}, container(item.children, loose, state));
  const box = element('input', { checked: item.checked || undefined, disabled: true, type: 'checkbox' }, []);
  // Goldmark's task box is the first inline of the item's first paragraph.
  if (first?.type !== 'paragraph')
    return element('li', {}, [box, text(' '), ...container(item.children, loose, state)]);
  const label = [box, text(' '), ...state.nodes(first.children)];
  if (!loose) return element('li', {}, joinTight(label, rest, state));
  const paragraph = element('p', blockProperties(first, state), label);
  return element('li', {}, [newline, paragraph, newline, ...state.flow(rest)]);
}

/** What an item or a description holds: in a tight one, paragraphs have no tag. */
function container(children: readonly FlowContent[], loose: boolean, state: HtmlState): ElementContent[] {
  if (children.length === 0) return [];
  return loose ? [newline, ...state.flow(children)] : joinTight([], children, state);
}

function joinTight(
  head: readonly ElementContent[],
  children: readonly FlowContent[],
  state: HtmlState,
): ElementContent[] {
  const content = [...head];
  for (const child of children) {
    const line = lineOf(child);
    // Text begins on the line of the item's tag, a block on a line of its own.
    if (content.at(-1) !== newline && (content.length > 0 || !line)) content.push(newline);
    append(content, line ? state.nodes(line) : state.flow([child]));
  }
  return content;
}

/** The inline content of what is a paragraph to Hugo. */
function lineOf(node: FlowContent): readonly FlowContent[] | undefined {
  if (node.type === 'paragraph') return node.children;
  return node.type === 'shortcodeBlock' && isBareLine(node) ? [{ ...node, type: 'shortcodeInline' }] : undefined;
}

export function definitionList(node: NodeOf<'definitionList'>, state: HtmlState): ElementContent[] {
  const parts = node.children.flatMap((part) => [...state.nodes([part]), newline]);
  return [element('dl', blockProperties(node, state), [newline, ...parts])];
}

export function definitionTerm(node: NodeOf<'definitionTerm'>, state: HtmlState): ElementContent[] {
  return [element('dt', { id: node.id }, state.nodes(node.children))];
}

export function definitionDescription(node: NodeOf<'definitionDescription'>, state: HtmlState): ElementContent[] {
  if (node.spread) return [element('dd', {}, container(node.children, true, state))];
  // Of a tight description only the first paragraph has no tag.
  const [first, ...rest] = node.children;
  const line = first ? joinTight([], [first], state) : [];
  const separator = rest.length > 0 && line.at(-1) !== newline ? [newline] : [];
  return [element('dd', {}, [...line, ...separator, ...state.flow(rest)])];
}
