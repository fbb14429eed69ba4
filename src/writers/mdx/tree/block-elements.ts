/** Elements among blocks that a target would leave out. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Writing } from '../writing.ts';
import { isOnlyJsx } from './phrasing.ts';

/** The nodes with a component in the place of each such element, which renders it. */
export function withKnownBlocks<T extends RootContent>(
  nodes: readonly T[],
  { dialect: { blockElements }, draft }: Writing,
): readonly T[] {
  if (!blockElements) return nodes;
  const { known, componentFor } = blockElements;
  const nameFor = (name: string): string => {
    if (known.has(name) || !/^[a-z]/.test(name)) return name;
    const component = componentFor(name);
    draft.component(component);
    return component;
  };
  const change = <N extends RootContent>(node: N): N => {
    if (!('children' in node)) return node;
    // MDX takes elements out of a paragraph that holds nothing else.
    if (node.type === 'paragraph' && isOnlyJsx(node.children)) return { ...node, children: outermost(node) };
    const children = (node.children as RootContent[]).map(change);
    return node.type === 'mdxJsxFlowElement' && node.name !== null
      ? { ...node, name: nameFor(node.name), children }
      : { ...node, children };
  };
  // On a line without any text what stands in them is among blocks too.
  const named = (children: readonly PhrasingContent[], isDeep: boolean): PhrasingContent[] =>
    children.map((child) => {
      if (child.type !== 'mdxJsxTextElement') return child;
      const name = child.name === null ? null : nameFor(child.name);
      return { ...child, name, ...(isDeep && { children: named(child.children, true) }) };
    });
  const outermost = ({ children }: Paragraph): PhrasingContent[] => named(children, children.every(isWithoutText));
  return nodes.map(change);
}

const isWithoutText = (node: PhrasingContent): boolean => {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type === 'mdxJsxTextElement') return node.children.every(isWithoutText);
  return node.type === 'mdxTextExpression';
};
