import type { RootContent } from 'mdast';
import type { CommentBlock, CommentInline } from '../../../../model/nodes.ts';
import type { TreeState } from '../state.ts';
import { writtenText } from '../../templated.ts';
import { commentExpression, commentSource } from '../nodes.ts';

export const commentBlock = (node: CommentBlock, { writing }: TreeState): RootContent[] => [
  commentExpression(writtenText(node.value, writing)),
];

/** In a line of text a line of the comment could start a list or quote, so that it gets no lines of its own. */
export const commentInline = (node: CommentInline, { writing }: TreeState): RootContent[] => [
  { type: 'mdxTextExpression', value: commentSource(writtenText(node.value, writing).replace(/\s*[\r\n]\s*/g, ' ')) },
];

/** Hugo leaves it out, and the reader has reported it. */
export const omittedHtml = (): RootContent[] => [];
