import type { RootContent } from 'mdast';
import type { Break, CommentBlock, CommentInline, Inline, InlineCode } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { forSyntax } from '../tree/markdown-only.ts';
import { toPhrasing } from '../tree/phrasing.ts';
import { printPhrasing } from '../serialize.ts';
import { withPrefix } from './frame.ts';
import { breakLine, type Line } from './line.ts';
import { isInlineSpace, isLineEnding } from './lines.ts';
import { startsBlock } from './block-marks.ts';
import { isCallAt, skipLineStart } from './text.ts';

/** Puts the target's text for a node in the place of the author's. */
export function replaceInline(node: Inline, line: Line, writing: Writing): boolean {
  const { place } = node;
  if (!place) return false;
  const { draft, tree, source } = writing;
  const nodes = forSyntax(toPhrasing(tree.node(node)), writing);
  const text = withPrefix(printPhrasing(nodes, line.frame.table), line.frame.prefix);
  const end = endOf(place);
  if (source.length < end || source.slice(place.offset, end) !== text) draft.edit(place.offset, end, text);
  if (nodes.some(isJsx)) line.jsx = true;
  if (nodes.some((child) => !isJsx(child))) line.plain = true;
  return true;
}

const isJsx = ({ type }: RootContent): boolean => type === 'mdxJsxTextElement' || type === 'mdxTextExpression';

/** A comment stays where comments are HTML. */
export function editComment(node: CommentInline, line: Line, writing: Writing): boolean {
  return (!line.mdx && isOwnComment(node, writing)) || replaceInline(node, line, writing);
}

/** Whether a comment is what the author wrote. */
export const isOwnComment = ({ place, origin }: CommentBlock | CommentInline, { source }: Writing): boolean =>
  place !== undefined && !origin && source.startsWith('<!--', place.offset) && source.endsWith('-->', endOf(place));

/** A line break: two spaces or a backslash before the line ending, as in CommonMark. */
export function editBreak(node: Break, line: Line, writing: Writing): boolean {
  const { source } = writing;
  const { place } = node;
  if (!place) return false;
  const end = skipLineStart(endOf(place), line, source);
  const first = source[place.offset];
  if (first !== '\\' && !isInlineSpace(first?.charCodeAt(0) ?? 0) && !isLineEnding(first?.charCodeAt(0) ?? 0))
    return false;
  // Where `hardWraps` is on any line ending breaks the line.
  breakLine(line, place.offset, end, true, isLineEnding(first?.charCodeAt(0) ?? 0));
  return true;
}

/**
 * Code in a line of text is copied, unless a call in it has become something else, or a line in it would start a block:
 * MDX looks for tags, braces and list marks at the front of a line before it looks for code.
 */
export function editInlineCode(node: InlineCode, line: Line, writing: Writing): boolean {
  const { source, hasCalls } = writing;
  const { place } = node;
  if (!place || node.origin || source[place.offset] !== '`') return false;
  line.plain = true;
  const end = endOf(place);
  for (let at = place.offset; at < end; at++) {
    const code = source.charCodeAt(at);
    if (hasCalls && code === 123 && isCallAt(source, at)) return replaceInline(node, line, writing);
    if (!isLineEnding(code) || !line.mdx) continue;
    at = skipLineStart(at, line, source);
    if (startsBlock(at, end, source)) return replaceInline(node, line, writing);
    at--;
  }
  return true;
}
