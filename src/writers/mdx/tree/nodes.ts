/** The target's nodes: mdast, its MDX extension, and copies of source text. */
import type { Literal, Parent, PhrasingContent, RootContent, Text } from 'mdast';
import type { MdxFlowExpression, MdxJsxFlowElement, MdxJsxTextElement, MdxTextExpression } from 'mdast-util-mdx';
import type { JsxAttribute } from '../jsx/print.ts';
import { printString } from '../jsx/literal.ts';

/** Markdown that is printed as it is. */
export interface Copy extends Literal {
  type: 'copy';
  /** Types of the first and last block in it. */
  first: string;
  last: string;
  /** Whether it starts with a list that takes a blank line before it. */
  startsWeakly: boolean;
}

/** `:::name[Label]` … `:::`: a block that a directive plugin reads. */
export interface DirectiveBlock extends Parent {
  type: 'directiveBlock';
  name: string;
  label: PhrasingContent[];
  children: RootContent[];
}

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    directiveBlock: 'directiveBlock';
    directiveLabel: 'directiveLabel';
  }
}

declare module 'mdast' {
  interface BlockContentMap {
    copy: Copy;
    directiveBlock: DirectiveBlock;
  }
  interface RootContentMap {
    copy: Copy;
    directiveBlock: DirectiveBlock;
  }
}

declare module 'mdast' {
  interface HeadingData {
    /** The id that the mark at its end gives it. */
    markedId?: string;
  }
  interface ListData {
    /** The mark of its items in the source. */
    listMark?: ListMark;
  }
}

export const LIST_MARKS = ['-', '*', '+', '.', ')'] as const;

export type ListMark = (typeof LIST_MARKS)[number];

export const text = (value: string): Text => ({ type: 'text', value });

/** An element among blocks. */
export const flowElement = (
  name: string | null,
  attributes: readonly JsxAttribute[],
  children: readonly RootContent[],
): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: [...attributes],
  // Everything that a root may hold, an element among blocks may hold too; mdast's types know blocks only.
  children: children as MdxJsxFlowElement['children'],
});

/** An element in a line of text. */
export const textElement = (
  name: string | null,
  attributes: readonly JsxAttribute[],
  children: readonly PhrasingContent[],
): MdxJsxTextElement => ({ type: 'mdxJsxTextElement', name, attributes: [...attributes], children: [...children] });

/** `{"text"}`: text that no Markdown is read in. */
export const textExpression = (value: string): MdxTextExpression => ({
  type: 'mdxTextExpression',
  value: printString(value),
});

/** A comment. The mark that would end it early is broken up. */
export const commentExpression = (value: string): MdxFlowExpression => ({
  type: 'mdxFlowExpression',
  value: commentSource(value),
});

export const commentSource = (value: string): string => {
  const inner = value.replaceAll('*/', '* /');
  const spaced = (end: string | undefined): string => (end === undefined || /\s/.test(end) ? '' : ' ');
  return `/*${spaced(inner[0])}${inner}${spaced(inner.at(-1))}*/`;
};
