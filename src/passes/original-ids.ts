/** Ids of an original's headings on those of its translation, where addresses name them. */
import type { ElementInline, Heading, Node } from '../model/nodes.ts';
import type { Page } from '../model/page.ts';
import { walk } from '../model/walk.ts';
import { mapAll, mapChildren } from './map-nodes.ts';

/** A page's headings in their order: all that is needed to pair them with those of a translation. */
export type Outline = readonly Pick<Heading, 'depth' | 'id'>[];

export function outlineOf({ body }: Pick<Page, 'body'>): Outline {
  const outline: Outline[number][] = [];
  walk(body, (node) => {
    if (node.type === 'heading') outline.push({ depth: node.depth, ...(node.id !== undefined && { id: node.id }) });
  });
  return outline;
}

export interface PageWithIds {
  readonly page: Page;
  /** The headings that have come to have an id of the original. */
  readonly added: readonly { readonly id: string; readonly heading: Heading }[];
}

/**
 * Gives headings of a translation the ids of the original's too, where `wanted` has them: ids that are no place on the page. Headings pair up
 * by their place in the outline: where two sections have other numbers of parts, nobody can tell which is which.
 */
export function addOriginalIds(page: Page, original: Outline, wanted: ReadonlySet<string>): PageWithIds {
  const ids = pairOutlines(outlineOf(page), original);
  const taken = new Set<string>();
  const added: { readonly id: string; readonly heading: Heading }[] = [];
  let at = 0;
  const change = (node: Node): Node => {
    if (node.type !== 'heading') return mapChildren(node, (nodes) => mapAll(nodes, change));
    const id = ids[at++];
    if (id === undefined || !wanted.has(id) || taken.has(id)) return node;
    taken.add(id);
    added.push({ id, heading: node });
    return withAnchor(node, id);
  };
  const body = mapAll(page.body, change);
  return { page: body === page.body ? page : { ...page, body }, added };
}

/** The id of the original's heading for each of a translation's that has one. */
function pairOutlines(own: Outline, original: Outline): readonly (string | undefined)[] {
  const none = own.map(() => undefined);
  const [first, ...sections] = sectionsOf(own);
  const [originalFirst, ...originalSections] = sectionsOf(original);
  if (!first || !originalFirst || sections.length !== originalSections.length) return none;
  const before = pairOutlines(first.below, originalFirst.below);
  const pairs = sections.flatMap((section, at) => {
    const other = originalSections[at];
    if (!other || section.heading?.depth !== other.heading?.depth)
      return [undefined, ...section.below.map(() => undefined)];
    return [other.heading?.id, ...pairOutlines(section.below, other.below)];
  });
  return [...before, ...pairs];
}

/** A heading with those below it. */
interface Section {
  readonly heading?: Outline[number];
  readonly below: Outline;
}

/** The sections of the highest level; before them what stands above the first one. */
function sectionsOf(outline: Outline): readonly Section[] {
  if (outline.length === 0) return [];
  const top = Math.min(...outline.map(({ depth }) => depth));
  const starts = outline.flatMap(({ depth }, at) => (depth === top ? [at] : []));
  return [
    { below: outline.slice(0, starts[0]) },
    ...starts.map((start, at): Section => {
      const heading = outline[start];
      return { ...(heading && { heading }), below: outline.slice(start + 1, starts[at + 1]) };
    }),
  ];
}

/** A heading that can also be reached by `id`. */
export function withAnchor(heading: Heading, id: string): Heading {
  const anchor: ElementInline = {
    type: 'elementInline',
    tagName: 'a',
    attributes: [{ name: 'id', value: id }],
    children: [],
  };
  return { ...heading, children: [anchor, ...heading.children] };
}
