/** The addresses in a page's tree, wherever they stand. */
import type { MediaSource, Node, Prop, TemplatedString } from '../../model/nodes.ts';
import type { Place } from '../../model/place.ts';
import type { AddressUse } from './resolve.ts';
import { walk } from '../../model/walk.ts';
import { mapAll, mapChildren } from '../map-nodes.ts';
import { changeAttributes, type ChangeAddress } from './html-addresses.ts';

/** Makes an address of another; `place` is that of the node which has it. */
export type AddressChange = (address: string, use: AddressUse, place: Place | undefined) => string;

/** Nodes with their addresses changed; the same ones where nothing is. */
export function changeAddresses<T extends Node>(nodes: readonly T[], change: AddressChange): readonly T[] {
  let pictures: ReadonlySet<string> | undefined;
  const context: ChangeContext = {
    change: ({ place }, address, use) => changeTemplated(address, use, place, change),
    isPicture: (identifier) => (pictures ??= picturesIn(nodes)).has(identifier.toLowerCase()),
  };
  const changeNodes = (list: readonly Node[]): readonly Node[] => mapAll(list, changeNode);
  const changeNode = (node: Node): Node => mapChildren(changeOwn(node, context), changeNodes);
  return changeNodes(nodes) as readonly T[]; // a node is replaced by one of its own type
}

interface ChangeContext {
  /** Changes one of a node's addresses. */
  readonly change: (node: Node, address: TemplatedString, use: AddressUse) => TemplatedString;
  /** Whether a definition is used as a picture. */
  readonly isPicture: (identifier: string) => boolean;
}

function picturesIn(nodes: readonly Node[]): ReadonlySet<string> {
  const pictures = new Set<string>();
  walk(nodes, (node) => {
    if (node.type === 'imageReference') pictures.add(node.identifier.toLowerCase());
  });
  return pictures;
}

function changeOwn(node: Node, { change, isPicture }: ChangeContext): Node {
  switch (node.type) {
    case 'link':
      return withField(node, 'url', change(node, node.url, 'link'));
    case 'image':
      // Markdown has no attributes of a picture: one with them comes of a call, and is written as an element.
      return withField(node, 'url', change(node, node.url, node.attributes?.length ? 'figure' : 'image'));
    case 'definition':
      return withField(node, 'url', change(node, node.url, isPicture(node.identifier) ? 'image' : 'link'));
    case 'figure': {
      const pictured = withField(node, 'src', change(node, node.src, 'figure'));
      return pictured.link === undefined ? pictured : withField(pictured, 'link', change(node, pictured.link, 'href'));
    }
    case 'card': {
      const linked = node.link === undefined ? node : withField(node, 'link', change(node, node.link, 'prop'));
      return linked.image === undefined ? linked : withField(linked, 'image', change(node, linked.image, 'figure'));
    }
    case 'button':
    case 'badge':
      return node.url === undefined ? node : withField(node, 'url', change(node, node.url, 'prop'));
    case 'video': {
      const played = withField(node, 'sources', changeSources(node.sources, changeOf(node, change)));
      return played.poster === undefined ? played : withField(played, 'poster', change(node, played.poster, 'figure'));
    }
    case 'audio':
      return withField(node, 'sources', changeSources(node.sources, changeOf(node, change)));
    case 'elementBlock':
    case 'elementInline':
    case 'container':
      return withField(node, 'attributes', changeAttributes(node.tagName, node.attributes, changeOf(node, change)));
    case 'componentBlock':
    case 'componentInline':
      return withField(node, 'props', changeProps(node.props, changeOf(node, change)));
    default:
      return node;
  }
}

const changeOf =
  (node: Node, change: ChangeContext['change']): ChangeAddress =>
  (address, use) =>
    change(node, address, use);

function withField<T extends Node, K extends keyof T>(node: T, field: K, value: T[K]): T {
  return node[field] === value ? node : { ...node, [field]: value };
}

const changeSources = (sources: readonly MediaSource[], change: ChangeAddress): readonly MediaSource[] =>
  mapSame(sources, (source) => {
    const src = change(source.src, 'figure');
    return src === source.src ? source : { ...source, src };
  });

function changeProps(props: readonly Prop[], change: ChangeAddress): readonly Prop[] {
  return mapSame(props, (prop) => {
    if (!prop.asset || typeof prop.value !== 'string') return prop;
    const value = change(prop.value, 'figure');
    return typeof value !== 'string' || value === prop.value ? prop : { ...prop, value };
  });
}

function mapSame<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change);
  return changed.some((item, at) => item !== items[at]) ? changed : items;
}

/** Where calls are left in an address, only one whose path is whole can be changed: the calls stand in query or fragment. */
function changeTemplated(
  address: TemplatedString,
  use: AddressUse,
  place: Place | undefined,
  change: AddressChange,
): TemplatedString {
  if (typeof address === 'string') return change(address, use, place);
  const [first, ...rest] = address;
  if (typeof first !== 'string') return address;
  const end = first.search(/[?#]/);
  if (end <= 0) return address;
  const path = change(first.slice(0, end), use, place);
  return path === first.slice(0, end) ? address : [path + first.slice(end), ...rest];
}
