/** Ids of first-level headings: Docusaurus’ theme leaves them out. */
import type { Heading, Node } from '../../model/nodes.ts';
import type { Page } from '../../model/page.ts';
import { decodeAddress } from '../../model/address.ts';
import { walk } from '../../model/walk.ts';
import { mapAll, mapChildren } from '../../passes/map-nodes.ts';
import { withAnchor } from '../../passes/original-ids.ts';

/**
 * Puts the place of a first-level heading into its text. The heading that begins a page is its title, whose place is the top of the
 * page: it stays as it is unless the page links to it or the author has named it.
 */
export function keepTitleIds<T extends Pick<Page, 'body'>>(page: T): T {
  const linked = new Set<string>();
  let hasTitle = false;
  walk(page.body, (node) => {
    if (node.type === 'heading' && node.depth === 1) hasTitle = true;
    const address = addressOf(node);
    if (address?.startsWith('#')) linked.add(decodeAddress(address.slice(1)));
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

function addressOf(node: Node): string | undefined {
  if (node.type === 'link' || node.type === 'definition') return typeof node.url === 'string' ? node.url : undefined;
  if (node.type !== 'elementInline' && node.type !== 'elementBlock') return undefined;
  const value = node.attributes.find(({ name }) => name === 'href')?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The place instead of the heading's own id, which would be lost. */
function withPlace(heading: Heading, id: string): Heading {
  const { type, depth, children, attributes, place } = withAnchor(heading, id);
  return { type, depth, idSource: 'none', children, ...(attributes && { attributes }), ...(place && { place }) };
}
