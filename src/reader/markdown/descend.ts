import type { RootContent } from 'mdast';
import type { Unpaired } from '../html/raw.ts';
import type { Conversion } from './state.ts';

/** Reads blocks one level further down: of a list item with what the item says of them. */
export function childBlocks(
  nodes: readonly RootContent[],
  state: Conversion,
  { tight = false, inItem = false }: Partial<Pick<Conversion, 'tight' | 'inItem'>> = {},
): Unpaired[] {
  const around = { tight: state.tight, inItem: state.inItem };
  Object.assign(state, { tight, inItem });
  state.depth++;
  const made = state.blocks(nodes, state);
  state.depth--;
  Object.assign(state, around);
  return made;
}

/** Starts a leaf block: what is counted along its text starts afresh. */
export function enterLeaf(state: Conversion, start: number): void {
  state.blockStart = start;
  state.openBrackets = 0;
}
