/** Keeps the ids of headings where a target would derive other ones from their texts. */
import type { Heading, Node } from '../model/nodes.ts';
import type { Page } from '../model/page.ts';
import { plainText } from '../model/plain-text.ts';
import { mapAll, mapChildren } from './map-nodes.ts';

/** Derives the ids of one page's headings from their texts, in the order of the page. */
export type IdMaker = (text: string) => string;

/**
 * Marks every id as the author's own that the target would not come to by itself. Ids that are the author's already are not
 * derived, so that they do not count among those that make later ones `-1`.
 */
export function keepHeadingIds(page: Page, createIds: () => IdMaker): Page {
  const idFor = createIds();
  const change = (node: Node): Node => {
    if (node.type === 'heading') return keepId(node, idFor);
    return mapChildren(node, (nodes) => mapAll(nodes, change));
  };
  const body = mapAll(page.body, change);
  return body === page.body ? page : { ...page, body };
}

function keepId(node: Heading, idFor: IdMaker): Heading {
  if (node.idSource !== 'automatic' || node.id === undefined) return node;
  return idFor(plainText(node.children)) === node.id ? node : { ...node, idSource: 'explicit' };
}
