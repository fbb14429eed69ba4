import type { Inline, NodeOf } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { endOf, type Place } from '../../../model/place.ts';
import { editAttention, editExtra } from './attention.ts';
import { editBreak, editComment, editInlineCode, replaceInline } from './spans.ts';
import { editComponent, editElement } from './elements.ts';
import { editImage, editImageReference, editLink, editLinkReference } from './links.ts';
import { breakLine, type Line } from './line.ts';
import { hasLineEnding, isBlankBetween, isInlineSpace, isLineEnding } from './lines.ts';
import { printOpenTag } from '../jsx/print.ts';
import { editText, type Neighbours } from './text.ts';

/** Edits one node where it stands; false where only a new text for the whole block will do. */
type InlineEditor<T extends Inline['type']> = (
  node: NodeOf<T>,
  line: Line,
  writing: Writing,
  beside: Neighbours,
) => boolean;

const keep = (_: Inline, line: Line): boolean => {
  line.plain = true;
  return true;
};

const editors: { readonly [T in Inline['type']]: InlineEditor<T> } = {
  text: editText,
  emphasis: editAttention,
  strong: editAttention,
  delete: editAttention,
  insert: editExtra,
  mark: editExtra,
  subscript: editExtra,
  superscript: editExtra,
  inlineCode: editInlineCode,
  break: editBreak,
  link: editLink,
  image: editImage,
  linkReference: editLinkReference,
  imageReference: editImageReference,
  footnoteReference: keep,
  mathInline: replaceInline,
  emoji: replaceInline,
  elementInline: editElement,
  commentInline: editComment,
  omittedHtmlInline: replaceInline,
  shortcodeInline: replaceInline,
  button: replaceInline,
  badge: replaceInline,
  icon: replaceInline,
  componentInline: editComponent,
  value: replaceInline,
};

/**
 * Whether a line starts with what goes: without it there could be a blank line, and a tag may have started HTML there, in
 * which no Markdown is read.
 */
function startsLine(from: number, to: number, source: string): boolean {
  if (hasLineEnding(source, from, to)) return true;
  let start = from;
  while (isInlineSpace(source.charCodeAt(start - 1)) || source[start - 1] === '>') start--;
  return isLineEnding(source.charCodeAt(start - 1));
}

const NOWHERE: Place = { line: 1, column: 1, offset: 0, length: 0 };
const STAYS: Neighbours = { before: false, after: false, bracket: false, from: 0, to: 0, cut: false };

/**
 * Edits the inline content between two offsets. What stands there beside the children, such as the tags of a call that
 * was unwrapped, goes; false where the children's places do not allow that.
 */
export function editInlines(
  children: readonly Inline[],
  from: number,
  to: number,
  line: Line,
  writing: Writing,
): boolean {
  const { draft, source } = writing;
  const quoted = line.frame.prefix.includes('>');
  let at = from;
  let run = NO_RUN;
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as Inline; // the loop stays inside the list
    const { place } = child;
    if (!place && isSourceSpace(child, at, children[index + 1]?.place?.offset ?? to, source)) continue;
    if (!place || place.offset < at || endOf(place) > to) return false;
    if (!isBlankBetween(source, at, place.offset, quoted)) {
      if (startsLine(at, place.offset, source) || (index === 0 && line.free)) return false;
      draft.edit(at, place.offset, '');
    } else if (index > 0 && hasLineEnding(source, at, place.offset)) {
      const hard = writing.markup.hardWraps;
      breakLine(line, at, place.offset, hard, hard);
    }
    // A line break with nothing behind it would be a backslash.
    if (child.type === 'break' && index === children.length - 1) {
      draft.edit(place.offset, endOf(place), printOpenTag('br', [], { selfClosing: true }));
      line.jsx = true;
      at = endOf(place);
      continue;
    }
    const beside =
      child.type === 'text' || child.type === 'linkReference'
        ? besideText(children, index, (run = runAt(children, index, run)), line.free ? to : undefined, source)
        : STAYS;
    // The table pairs each type with the editor of that type, which indexing by a union hides from the compiler.
    const edit = editors[child.type] as InlineEditor<Inline['type']>;
    if (!edit(child as never, line, writing, beside)) return false;
    at = endOf(place);
  }
  if (!isBlankBetween(source, at, to, quoted)) draft.edit(at, to, '');
  return !draft.failed;
}

/** Whether a text is the white space that stands between two places, as between two tags. */
const isSourceSpace = (node: Inline, from: number, to: number, source: string): boolean =>
  node.type === 'text' && !node.origin && node.value.trim() === '' && from < to && source.slice(from, to).trim() === '';

/** Text nodes that follow each other: one text to MDX. */
interface Run {
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

const NO_RUN: Run = { last: -1, from: 0, to: 0 };

function runAt(children: readonly Inline[], index: number, before: Run): Run {
  if (index <= before.last) return before;
  let last = index;
  while (children[last + 1]?.type === 'text') last++;
  return { last, from: children[index]?.place?.offset ?? 0, to: endOf(children[last]?.place ?? NOWHERE) };
}

function besideText(
  children: readonly Inline[],
  index: number,
  { from, to }: Run,
  end: number | undefined,
  source: string,
): Neighbours {
  return {
    before: changesEdge(children[index - 1]),
    after: changesEdge(children[index + 1]),
    bracket: children[index + 1]?.type === 'link',
    from,
    to,
    cut: isCut(children[index], children[index + 1], end, source),
  };
}

const KEPT: ReadonlySet<Inline['type']> = new Set<Inline['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'image',
  'linkReference',
  'imageReference',
  'footnoteReference',
]);

function isCut(node: Inline | undefined, next: Inline | undefined, end: number | undefined, source: string): boolean {
  const from = endOf(node?.place ?? NOWHERE);
  if (next && !KEPT.has(next.type) && (next.type !== 'link' || next.notation !== 'inline')) return true;
  if (next) return !isBlankBetween(source, from, next.place?.offset ?? from, true);
  // What follows a paragraph on its line comes to stand on another.
  let behind = end ?? source.length;
  if (end !== undefined && !isBlankBetween(source, from, end, true)) return true;
  while (isInlineSpace(source.charCodeAt(behind))) behind++;
  return behind < source.length && !isLineEnding(source.charCodeAt(behind));
}

/** Whether Goldmark saw a word there, that of a call or a bare address, and MDX sees what has become of it. */
function changesEdge(node: Inline | undefined): boolean {
  if (!node) return false;
  if (node.type === 'link') return node.notation === 'linkify';
  return node.origin !== undefined || node.type === 'shortcodeInline' || node.type === 'value';
}
