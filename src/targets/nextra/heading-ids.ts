/** Ids of headings: Nextra makes one of every text, also of ids that are written out, of tabs, steps and summaries. */
import type { Heading, Node } from '../../model/nodes.ts';
import type { Page } from '../../model/page.ts';
import { plainText } from '../../model/plain-text.ts';
import { mapAll, mapChildren } from '../../passes/map-nodes.ts';
import type { IdMaker } from '../../passes/heading-ids.ts';
import { createGithubIds } from '../github-ids.ts';
import { linkedIds, withPlace } from '../heading-place.ts';

/** Writes out the ids that Nextra would not come to by itself; those that it would change become places in the heading's text. */
export function keepNextraIds(page: Page): Page {
  const ids = createGithubIds();
  const linked = linkedIds(page);
  const [title] = page.body;
  const isPlain = ({ id = '', idSource }: Heading): boolean => idSource !== 'explicit' && !linked.has(id);
  const change = (node: Node): Node => {
    if (node.type === 'heading' && node.depth > 1) return keepId(node, ids);
    // One of the first level gets no id by itself. The title's place is the top of the page.
    if (node.type === 'heading') return withId(node, node === title && isPlain(node) ? undefined : node.id);
    const text = textOf(node);
    if (text !== undefined) ids.take(ids.derive(text));
    return mapChildren(node, (nodes) => mapAll(nodes, change));
  };
  const body = mapAll(page.body, change);
  return body === page.body ? page : { ...page, body };
}

/** What stands on a page beside headings and gets an id. */
function textOf(node: Node): string | undefined {
  if (node.type === 'tab') return node.label;
  if (node.type === 'details') return plainText(node.summary);
  if (node.type === 'step') return node.title && plainText(node.title);
  if (node.type !== 'elementBlock' || node.tagName !== 'summary') return undefined;
  return plainText(node.children);
}

const withId = (node: Heading, id: string | undefined): Heading => ({
  ...node,
  idSource: id === undefined ? 'none' : 'explicit',
});

function keepId(node: Heading, ids: IdMaker): Heading {
  const { id, idSource } = node;
  const derived = ids.derive(plainText(node.children));
  const named = id === undefined ? derived : ids.derive(id);
  if (id === undefined || idSource === 'none' || (idSource === 'automatic' && derived.id === id)) {
    ids.take(derived);
    return node;
  }
  const isKept = named.id === id;
  ids.take(isKept ? named : derived);
  return isKept ? { ...node, idSource: 'explicit' } : withPlace(node, id);
}
