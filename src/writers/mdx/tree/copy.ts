import type { Block } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import type { Copy } from './nodes.ts';
import type { TreeState } from './state.ts';
import { endOf } from '../../../model/place.ts';
import { applyEdits } from '../draft.ts';
import { startsWeakly } from '../edit/weak-start.ts';
import { bodyFrame } from '../edit/frame.ts';
import {
  columnsOf,
  continuationOf,
  countLineEndings,
  hasLineEnding,
  isBlankBetween,
  lineStartOf,
  withoutLead,
} from '../edit/lines.ts';
import { isElementHeading } from './heading.ts';

export interface CopiedBlock {
  readonly copy: Copy;
  readonly start: number;
  readonly end: number;
}

/**
 * A block inside of new text as the author wrote it, its lines moved to the margin. Nothing where it has to be written
 * anew.
 */
export function copyBlock(node: Block, { writing, tight }: TreeState): CopiedBlock | undefined {
  const { place } = node;
  const { source, draft } = writing;
  if (!place || place.length === 0) return undefined;
  const start = place.offset;
  const end = endOf(place);
  const lead = leadFor(node, start, end, source);
  if (lead === undefined) return undefined;
  const mark = draft.mark();
  // The block may itself be indented in its container, by up to three columns, and loses that.
  const frame = { ...bodyFrame, prefix: lead, column: columnsOf(lead), tight, margin: 'always' as const, indented: 1 };
  if (!writing.edit.block(node, frame, writing) || draft.failed || (draft.edits.at(-1)?.end ?? 0) > end) {
    draft.reset(mark);
    return undefined;
  }
  const value = withoutLead(applyEdits(source, draft.takeEdits(mark), start, end), lead);
  return {
    copy: {
      type: 'copy',
      value,
      first: formOf(node, writing),
      last: formOf(node, writing),
      startsWeakly: startsWeakly(node, writing.source),
    },
    start,
    end,
  };
}

const formOf = (node: Block, { dialect }: Writing): string =>
  node.type === 'heading' && isElementHeading(node, dialect) ? 'paragraph' : node.type;

/** What the block's lines start with; text that goes on over lines loses its white space there anyway. */
function leadFor(node: Block, start: number, end: number, source: string): string | undefined {
  const before = source.slice(lineStartOf(source, start), start);
  if (!hasLineEnding(source, start, end)) return '';
  const isLead = /^[ \t>]*$/.test(before);
  // The text of a footnote has to stand four columns in, wherever the footnote itself stands.
  if (isLead) return node.type === 'footnoteDefinition' && before !== '' ? undefined : before;
  if (continuationOf(before) !== undefined && !before.includes('>')) return continuationOf(before);
  return node.type === 'paragraph' && !before.includes('>') ? '' : undefined;
}

/** Two copies with the author's blank lines between them, if nothing else is. */
export function joinCopies(
  before: { readonly copy: Copy; readonly end: number },
  next: CopiedBlock,
  { source }: Writing,
): Copy | undefined {
  if (next.start < before.end || !isBlankBetween(source, before.end, next.start, true)) return undefined;
  const lines = countLineEndings(source, before.end, next.start);
  if (lines === 0) return undefined;
  const joins = isText(before.copy.last) && (isText(next.copy.first) || next.copy.startsWeakly);
  const apart = joins ? Math.max(2, lines) : lines;
  const value = `${before.copy.value}${'\n'.repeat(apart)}${next.copy.value}`;
  return {
    type: 'copy',
    value,
    first: before.copy.first,
    last: next.copy.last,
    startsWeakly: before.copy.startsWeakly,
  };
}

/** Whether lines of such a block and text beside it join. */
export const isText = (type: string): boolean => type === 'paragraph' || type === 'table' || type === 'definition';
