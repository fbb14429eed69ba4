/** Ids of headings: Mintlify reads `{#id}` where a line starts with `#`, and derives ids of another make than Hugo's from texts. */
import type { Heading, Node } from '../../model/nodes.ts';
import type { Page } from '../../model/page.ts';
import { plainText } from '../../model/plain-text.ts';
import { mapAll, mapChildren } from '../../passes/map-nodes.ts';
import { withPlace } from '../heading-place.ts';

/** Headings below this have no id. */
const DEEPEST = 4;

/** Writes out the ids that Mintlify would not surely come to by itself; those that it would not take become places in the heading's text. */
export function keepMintlifyIds(page: Page): Page {
  const used = new Set<string>();
  let isLost = false;
  const changeIn =
    (isContained: boolean) =>
    (node: Node): Node => {
      // Mintlify counts lines of fences, and sees none behind the mark of a list: from there on it takes text for code.
      if (node.type === 'listItem' && node.children[0]?.type === 'code') isLost = true;
      if (node.type === 'heading') return keepId(node, used, isContained || isLost);
      if (node.type === 'elementBlock' && HEADINGS.has(node.tagName)) used.add(idOfElement(node));
      return mapChildren(node, (nodes) => mapAll(nodes, changeIn(isContained || CONTAINERS.has(node.type))));
    };
  const body = mapAll(page.body, changeIn(false));
  return body === page.body ? page : { ...page, body };
}

/** In these the lines start with more than white space, or with so much that Mintlify takes no heading there for one. */
const CONTAINERS: ReadonlySet<Node['type']> = new Set([
  'blockquote',
  'definitionDescription',
  'footnoteDefinition',
  'listItem',
] satisfies Node['type'][]);

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4']);

function idOfElement({ attributes, children }: Extract<Node, { type: 'elementBlock' }>): string {
  const own = attributes.find(({ name }) => name === 'id')?.value;
  return typeof own === 'string' ? own : (derivedId(plainText(children)) ?? '');
}

function keepId(node: Heading, used: Set<string>, isContained: boolean): Heading {
  const { id, idSource, depth } = node;
  const derived = depth > DEEPEST ? undefined : derivedId(plainText(node.children));
  if (id === undefined || idSource === 'none') {
    if (derived !== undefined) used.add(derived);
    return node;
  }
  const isFree = !used.has(id);
  used.add(id);
  if (isFree && derived === id && idSource === 'automatic') return node;
  const isTaken = isFree && depth <= DEEPEST && !isContained && isPlainId(id) && startsAsText(node);
  if (isTaken) return { ...node, idSource: 'explicit' };
  if (derived !== undefined) used.add(derived);
  return withPlace(node, id);
}

/** What Mintlify makes of plain English words; of any other text nothing is said. */
const derivedId = (text: string): string | undefined =>
  /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/i.test(text) ? text.toLowerCase().replaceAll(' ', '-') : undefined;

/** Whether an id comes through as it is: punctuation and pictures are taken out of it. */
const isPlainId = (id: string): boolean =>
  /^[\p{L}\p{M}\p{N}_.~*+/=@-]+$/u.test(id) && !/\p{Extended_Pictographic}/u.test(id);

/** Whether the text of a heading would be a paragraph on a line of its own, which is where Mintlify puts it. */
function startsAsText({ children }: Heading): boolean {
  const [first] = children;
  if (first?.type !== 'text')
    return first?.type === 'inlineCode' || first?.type === 'strong' || first?.type === 'emphasis';
  const { value } = first;
  return !/^(?:[-+*>#|~=:$<{`_[\s]|\d+[.)]|(?:im|ex)port\b)/.test(value);
}
