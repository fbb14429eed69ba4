import type { CommentBlock, CommentInline } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';

const NOTHING: readonly Piece[] = [];

export const nothing = (): readonly Piece[] => NOTHING;

function comment(node: CommentBlock | CommentInline, state: State): readonly Piece[] {
  state.tally.count('contentful-comment-dropped', {}, node.place);
  return NOTHING;
}

export const commentBlock = comment;
export const commentInline = comment;
