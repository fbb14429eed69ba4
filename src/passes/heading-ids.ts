/** Keeps the ids of headings where a target would derive other ones from their texts. */
import type { Heading, Node } from '../model/nodes.ts';
import type { Page } from '../model/page.ts';
import { plainText } from '../model/plain-text.ts';
import { mapAll, mapChildren } from './map-nodes.ts';

/** An id that a target would give, and what it counts of it. */
export interface DerivedId {
  readonly id: string;
  /** The id without a number, and how often it has had to be numbered. */
  readonly base: string;
  readonly count: number;
}

/** Derives the ids of one page's headings from their texts, in the order of the page. */
export interface IdMaker {
  derive(text: string): DerivedId;
  /** Notes that the target gives this id, so that it is taken. */
  take(derived: DerivedId): void;
}

/**
 * Marks every id as the author's own that the target would not come to by itself. Ids that are the author's already are not
 * derived, so that they do not count among those that make later ones `-1`.
 */
export function keepHeadingIds(page: Page, createIds: () => IdMaker): Page {
  const ids = createIds();
  const changeAll = (nodes: readonly Node[]): readonly Node[] => mapAll(nodes, change);
  const change = (node: Node): Node => {
    if (node.type === 'heading') return keepId(node, ids);
    return node.type === 'paragraph' ? node : mapChildren(node, changeAll);
  };
  const body = mapAll(page.body, change);
  return body === page.body ? page : { ...page, body };
}

function keepId(node: Heading, ids: IdMaker): Heading {
  if (node.idSource !== 'automatic' || node.id === undefined) return node;
  const derived = ids.derive(plainText(node.children));
  // One that is written out is not derived, and does not count.
  if (derived.id !== node.id) return { ...node, idSource: 'explicit' };
  ids.take(derived);
  return node;
}
