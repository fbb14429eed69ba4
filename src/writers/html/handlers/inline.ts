import type { ElementContent } from 'hast';
import type { NodeOf } from '../../../model/nodes.ts';
import type { HtmlState } from '../state.ts';
import { element, newline, text as textNode } from '../hast.ts';

export const text = (node: NodeOf<'text'>): ElementContent[] => [textNode(node.value)];

/** An emoji is its characters, a computed value is its text. */
export const characters = (node: NodeOf<'emoji' | 'value'>): ElementContent[] => [textNode(node.value)];

const TAGS = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  insert: 'ins',
  mark: 'mark',
  subscript: 'sub',
  superscript: 'sup',
} as const;

/** Emphasis and its kin, Goldmark's extras included. */
export function marked(node: NodeOf<keyof typeof TAGS>, state: HtmlState): ElementContent[] {
  return [element(TAGS[node.type], {}, state.nodes(node.children))];
}

export const hardBreak = (): ElementContent[] => [element('br', {}, []), newline];
