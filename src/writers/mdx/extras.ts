import type { Extra } from '../../model/nodes.ts';

interface ExtraForm {
  /** How many characters its marks have. */
  readonly size: number;
  readonly tag: string;
}

const EXTRAS: { readonly [T in Extra['type']]: ExtraForm } = {
  insert: { size: 2, tag: 'ins' },
  mark: { size: 2, tag: 'mark' },
  subscript: { size: 1, tag: 'sub' },
  superscript: { size: 1, tag: 'sup' },
};

/** The HTML element that Goldmark prints for one of its extras. */
export const tagOfExtra = (node: Extra): string => EXTRAS[node.type].tag;

export const markSizeOfExtra = (node: Extra): number => EXTRAS[node.type].size;
