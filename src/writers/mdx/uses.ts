/** What a written page needs of the site that shows it: components with their props, languages of code. */
import type { Nodes, PhrasingContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { MdxParser } from './parser.ts';

export type PropType = 'text' | 'number' | 'flag' | 'list' | 'map' | 'nothing';

export interface ComponentUse {
  readonly name: string;
  /** The types of the values that its props were given. */
  readonly props: Readonly<Record<string, readonly PropType[]>>;
  /** Whether it stands in a line of text somewhere. */
  readonly inline: boolean;
  readonly children: boolean;
}

export interface PageUses {
  /** Each component once, by name. */
  readonly components: readonly ComponentUse[];
  /** Languages of code blocks, each once. */
  readonly languages: readonly string[];
}

/** Reads off MDX or Markdown, without front matter, what it uses. */
export function readUses(text: string, syntax: 'mdx' | 'markdown', parser: MdxParser): PageUses {
  const tree = syntax === 'mdx' ? parser.treeOf(text) : parser.markdownTreeOf(text);
  const uses = new Map<string, ComponentUse>();
  const languages = new Set<string>();
  const pending: { readonly node: Nodes; readonly inline: boolean }[] = [{ node: tree, inline: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node } = next;
    if (node.type === 'code' && node.lang) languages.add(node.lang);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const use = useOf(node, next.inline);
      const known = use && uses.get(use.name);
      if (use) uses.set(use.name, known ? joinUses(known, use) : use);
    }
    // MDX takes elements out of a paragraph that holds nothing else.
    const inline = next.inline || (isLine(node) && !(node.type === 'paragraph' && node.children.every(isElement)));
    if ('children' in node) for (const child of node.children) pending.push({ node: child, inline });
  }
  const byName = (a: ComponentUse, b: ComponentUse): number => (a.name < b.name ? -1 : 1);
  return { components: [...uses.values()].toSorted(byName), languages: [...languages].toSorted() };
}

const isLine = ({ type }: Nodes): boolean => type === 'paragraph' || type === 'heading' || type === 'tableCell';

const isElement = (node: PhrasingContent): boolean =>
  node.type === 'mdxJsxTextElement' || (node.type === 'text' && node.value.trim() === '');

/** Both uses as one. */
export function joinUses(a: ComponentUse, b: ComponentUse): ComponentUse {
  const props = new Map(Object.entries(a.props));
  for (const [name, types] of Object.entries(b.props)) {
    props.set(name, [...new Set([...(props.get(name) ?? []), ...types])].toSorted());
  }
  return {
    name: a.name,
    props: Object.fromEntries(props),
    inline: a.inline || b.inline,
    children: a.children || b.children,
  };
}

function useOf(
  { name, attributes, children }: MdxJsxFlowElement | MdxJsxTextElement,
  inline: boolean,
): ComponentUse | undefined {
  if (name === null || !/^\p{Lu}/u.test(name)) return undefined;
  const props: [string, readonly PropType[]][] = [];
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxAttribute') props.push([attribute.name, [typeOf(attribute.value)]]);
  }
  return { name, props: Object.fromEntries(props), inline, children: children.length > 0 };
}

function typeOf(value: MdxJsxAttribute['value']): PropType {
  if (value === null || value === undefined) return 'flag';
  if (typeof value === 'string') return 'text';
  switch (value.value.trim().charAt(0)) {
    case '"':
      return 'text';
    case '[':
      return 'list';
    case '{':
      return 'map';
    case 't':
    case 'f':
      return 'flag';
    case 'n':
      return 'nothing';
    default:
      return 'number';
  }
}
