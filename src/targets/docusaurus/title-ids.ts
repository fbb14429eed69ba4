/** Ids of first-level headings: Docusaurus’ theme leaves them out. */
import type { Node } from '../../model/nodes.ts';
import type { Page } from '../../model/page.ts';
import { walk } from '../../model/walk.ts';
import { mapAll, mapChildren } from '../../passes/map-nodes.ts';
import { linkedIds, withPlace } from '../heading-place.ts';

/**
 * Puts the place of a first-level heading into its text. The heading that begins a page is its title, whose place is the top of the
 * page: it stays as it is unless the page links to it or the author has named it.
 */
export function keepTitleIds<T extends Pick<Page, 'body'>>(page: T): T {
  const linked = linkedIds(page);
  let hasTitle = false;
  walk(page.body, (node) => {
    if (node.type === 'heading' && node.depth === 1) hasTitle = true;
  });
  if (!hasTitle) return page;
  const [title] = page.body;
  const change = (node: Node): Node => {
    if (node.type !== 'heading') return mapChildren(node, (nodes) => mapAll(nodes, change));
    const { depth, id, idSource } = node;
    if (depth > 1 || id === undefined) return node;
    return node !== title || idSource === 'explicit' || linked.has(id) ? withPlace(node, id) : node;
  };
  const body = mapAll(page.body, change);
  return body === page.body ? page : { ...page, body };
}
