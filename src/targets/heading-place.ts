/** Ids of headings that a framework does not take, as places in their texts. */
import type { Heading, Node } from '../model/nodes.ts';
import type { Page } from '../model/page.ts';
import { decodeAddress } from '../model/address.ts';
import { walk } from '../model/walk.ts';
import { withAnchor } from '../passes/original-ids.ts';

/** The ids that a page links to on itself. */
export function linkedIds({ body }: Pick<Page, 'body'>): ReadonlySet<string> {
  const linked = new Set<string>();
  walk(body, (node) => {
    const address = addressOf(node);
    if (address?.startsWith('#')) linked.add(decodeAddress(address.slice(1)));
  });
  return linked;
}

function addressOf(node: Node): string | undefined {
  if (node.type === 'link' || node.type === 'definition') return typeof node.url === 'string' ? node.url : undefined;
  if (node.type !== 'elementInline' && node.type !== 'elementBlock') return undefined;
  const value = node.attributes.find(({ name }) => name === 'href')?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The place instead of the heading's own id, which would be lost. */
export function withPlace(heading: Heading, id: string): Heading {
  const { type, depth, children, attributes, place } = withAnchor(heading, id);
  return { type, depth, idSource: 'none', children, ...(attributes && { attributes }), ...(place && { place }) };
}
