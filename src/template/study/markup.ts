/** What a template prints as a tree of elements, with arguments and inner content where they come out. */
import type { DefaultTreeAdapterMap } from 'parse5';
import { parseFragment } from 'parse5';
import type { Part, Value } from './value.ts';
import { argumentsOf, holdsInner } from './value.ts';

export interface MarkupElement {
  readonly tagName: string;
  /** The words of `class` that stand in the template. */
  readonly classes: readonly string[];
  readonly attributes: ReadonlyMap<string, readonly Part[]>;
  readonly children: readonly MarkupNode[];
  readonly parent?: MarkupElement;
}

export type MarkupNode = MarkupElement | Part;

export const isElement = (node: MarkupNode): node is MarkupElement => typeof node === 'object' && 'tagName' in node;

export interface Markup {
  /** What stands at the top, white space left out. */
  readonly roots: readonly MarkupNode[];
  /** All elements in document order. */
  readonly elements: readonly MarkupElement[];
}

type HtmlNode = DefaultTreeAdapterMap['childNode'];

/** Stands in the markup for a value; a word that survives as text, as attribute value and as attribute name. */
const MARK = 'dcnthole';

/** The rest of longer output is left out: what it means has been said, and deep nesting takes parse5 long. */
const MAX_LENGTH = 30_000;

export function readMarkup(parts: readonly Part[]): Markup {
  const values: Value[] = [];
  const html = flatten(parts, values);
  const fragment = parseFragment(html.slice(0, MAX_LENGTH));
  const elements: MarkupElement[] = [];
  const roots = readNodes(fragment.childNodes, undefined, { values, elements }).filter(
    (node) => typeof node !== 'string' || node.trim() !== '',
  );
  return { roots, elements };
}

function flatten(parts: readonly Part[], values: Value[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.type === 'text') return flatten(part.parts, values);
      if (part.type === 'literal') return part.value === null ? '' : String(part.value);
      values.push(part);
      return `${MARK}${values.length - 1}x`;
    })
    .join('');
}

interface Reading {
  readonly values: readonly Value[];
  readonly elements: MarkupElement[];
}

/** Elements deeper than this are left out: what a shortcode means stands further up. */
const MAX_DEPTH = 60;

function readNodes(
  nodes: readonly HtmlNode[],
  parent: MarkupElement | undefined,
  reading: Reading,
  depth = 0,
): MarkupNode[] {
  if (depth > MAX_DEPTH) return [];
  return nodes.flatMap((node): MarkupNode[] => {
    if ('value' in node) return splitText(node.value, reading.values);
    if (!('tagName' in node)) return [];
    const attributes = new Map(
      node.attrs.flatMap(({ name, value }) =>
        name.startsWith(MARK) ? [] : [[name, splitText(value, reading.values)] as const],
      ),
    );
    const classes = (attributes.get('class') ?? []).flatMap((part) =>
      typeof part === 'string'
        ? part
            .toLowerCase()
            .split(/\s+/)
            .filter((word) => word !== '')
        : [],
    );
    const children: MarkupNode[] = [];
    const element = { tagName: node.tagName, classes, attributes, children, ...(parent && { parent }) };
    reading.elements.push(element);
    children.push(
      ...readNodes('content' in node ? node.content.childNodes : node.childNodes, element, reading, depth + 1),
    );
    return [element];
  });
}

/** Text with the values that stand in it. */
function splitText(text: string, values: readonly Value[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (let mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, at)) {
    const end = text.indexOf('x', mark + MARK.length);
    const value = values[Number(text.slice(mark + MARK.length, end))];
    if (mark > at) parts.push(text.slice(at, mark));
    if (value) parts.push(value);
    at = end < 0 ? text.length : end + 1;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** The values and texts in a node, in order. */
export function partsIn(node: MarkupNode): readonly Part[] {
  return isElement(node) ? node.children.flatMap(partsIn) : [node];
}

/** Whether the inner content comes out somewhere in a node. */
export const showsInner = (node: MarkupNode): boolean =>
  partsIn(node).some((part) => typeof part !== 'string' && holdsInner(part));

/** Whether an argument of one of some names comes out somewhere in a node's text. */
export const showsAny = (node: MarkupNode, names: readonly string[]): boolean =>
  partsIn(node).some(
    (part) =>
      typeof part !== 'string' &&
      argumentsOf(part).some((argument) => argument.names.some((name) => names.includes(name))),
  );

/** The value that an attribute has, where it is one alone; text and values together are a text. */
export function attributeOf(element: MarkupElement, name: string): Value | undefined {
  const parts = element.attributes.get(name) ?? [];
  const [only, ...others] = parts.filter((part) => typeof part !== 'string' || part.trim() !== '');
  if (only === undefined) return undefined;
  if (others.length === 0) return typeof only === 'string' ? { type: 'literal', value: only } : only;
  return { type: 'text', parts };
}

/** What readers do not see of a page. */
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template']);

/** Whether a template has words of its own beside one element: there is more to it than that element then. */
export function hasWordsBeside({ roots }: Markup, element: MarkupElement | undefined): boolean {
  const hasWords = (node: MarkupNode): boolean => {
    if (typeof node === 'string') return /\p{L}{2}/u.test(node);
    return isElement(node) && node !== element && !SILENT.has(node.tagName) && node.children.some(hasWords);
  };
  return roots.some(hasWords);
}
