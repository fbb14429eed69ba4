import type {
  Delete,
  FootnoteReference,
  Image,
  ImageReference,
  InlineCode,
  Link,
  LinkReference,
  PhrasingContent,
  Text,
} from 'mdast';
import type { TemplatedString } from '../../model/nodes.ts';
import type { Place } from '../../model/place.ts';
import type { Unpaired } from '../html/raw.ts';
import { endOf } from '../../model/place.ts';
import { freeAngleQuotes } from './angle-quotes.ts';
import { applyExtras } from './extras.ts';
import { inflate, sourceText } from './inflate.ts';
import { rawInline } from './raw-html.ts';
import { placeOf, rangeOf, type Conversion } from './state.ts';
import { convertText, isTextual } from './text-run.ts';
import { tooDeep } from './too-deep.ts';
import { append } from '../../model/append.ts';

/** Turns an engine's inline nodes into the model's, neighbouring text taken together. */
export function convertInlines(nodes: readonly PhrasingContent[], state: Conversion): Unpaired[] {
  if (state.depth >= state.page.maxDepth && nodes.some((node) => 'children' in node)) return tooDeep(nodes, state);
  const made: Unpaired[] = [];
  const { text } = state.composed;
  freeAngleQuotes(nodes, state);
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at];
    if (!node) break;
    let end = at;
    for (let next: PhrasingContent | undefined = node; next && isTextual(next, text); next = nodes[end]) end++;
    if (end === at) {
      convertInline(node, state, made);
      at++;
    } else {
      // Between `at` and `end` there are only textual nodes.
      convertText(nodes.slice(at, end) as (Text | Link)[], end < nodes.length, state, made);
      at = end;
    }
  }
  return joinText(applyExtras(made, state));
}

/** Neighbouring text nodes become one: what was looked for between them turned out to be text. */
function joinText(nodes: Unpaired[]): Unpaired[] {
  if (!nodes.some((node, index) => node.type === 'text' && nodes[index + 1]?.type === 'text')) return nodes;
  const joined: Unpaired[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type !== 'text' || node.type !== 'text') joined.push(node);
    else joined[joined.length - 1] = { ...last, value: last.value + node.value, ...joinPlaces(last.place, node.place) };
  }
  return joined;
}

const joinPlaces = (first: Place | undefined, last: Place | undefined): { place?: Place } =>
  first && last ? { place: { ...first, length: endOf(last) - first.offset } } : {};

function convertInline(node: PhrasingContent, state: Conversion, made: Unpaired[]): void {
  const [start, end] = rangeOf(node);
  switch (node.type) {
    case 'emphasis':
    case 'strong':
      made.push({ type: node.type, children: childrenOf(node.children, state), place: placeOf(state, start, end) });
      break;
    case 'delete':
      append(made, convertDelete(node, state));
      break;
    case 'inlineCode':
      made.push({ type: 'inlineCode', value: codeValue(node, state), place: placeOf(state, start, end) });
      break;
    case 'break':
      made.push({ type: 'break', place: placeOf(state, start, end) });
      break;
    case 'html':
      made.push(rawInline(node, state));
      break;
    case 'link':
      made.push(convertLink(node, state));
      break;
    case 'image':
      made.push(convertImage(node, state));
      break;
    case 'linkReference':
    case 'imageReference':
      made.push(convertReference(node, state));
      break;
    case 'footnoteReference':
      made.push(convertFootnoteReference(node, state));
      break;
    default:
      made.push({ type: 'text', value: state.composed.text.slice(start, end), place: placeOf(state, start, end) });
  }
}

function childrenOf(nodes: readonly PhrasingContent[], state: Conversion): Unpaired[] {
  state.depth++;
  const made = state.inlines(nodes, state);
  state.depth--;
  return made;
}

function labelOf(nodes: readonly PhrasingContent[], state: Conversion): Unpaired[] {
  const around = state.inLink;
  state.inLink = true;
  const made = childrenOf(nodes, state);
  state.inLink = around;
  return made;
}

// Where strikethrough is off, the tildes stay text; the engines know them in any case.
function convertDelete(node: Delete, state: Conversion): readonly Unpaired[] {
  const { strikethrough, extras } = state.page.markup;
  const [start, end] = rangeOf(node);
  const double = state.composed.text.startsWith('~~', start);
  const children = childrenOf(node.children, state);
  if (strikethrough || (extras.delete && double)) {
    return [{ type: 'delete', children, place: placeOf(state, start, end) }];
  }
  if (extras.subscript && !double) return [{ type: 'subscript', children, place: placeOf(state, start, end) }];
  const width = double ? 2 : 1;
  const tildes = '~'.repeat(width);
  return [
    { type: 'text', value: tildes, place: placeOf(state, start, start + width) },
    ...children,
    { type: 'text', value: tildes, place: placeOf(state, end - width, end) },
  ];
}

const codeValue = (node: InlineCode, state: Conversion): TemplatedString =>
  inflate(node.value, state.page, state.depth);

const titleOf = (node: Link | Image, state: Conversion): { title?: TemplatedString } =>
  node.title === null || node.title === undefined ? {} : { title: inflate(node.title, state.page, state.depth) };

function convertLink(node: Link, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  return {
    type: 'link',
    notation: state.composed.text[start] === '<' ? 'autolink' : 'inline',
    url: inflate(node.url, state.page, state.depth),
    ...titleOf(node, state),
    children: labelOf(node.children, state),
    place: placeOf(state, start, end),
  };
}

function convertImage(node: Image, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  return {
    type: 'image',
    url: inflate(node.url, state.page, state.depth),
    ...titleOf(node, state),
    alt: inflate(node.alt ?? '', state.page, state.depth),
    place: placeOf(state, start, end),
  };
}

function convertReference(node: LinkReference | ImageReference, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const { identifier, referenceType } = node;
  const common = { identifier, label: node.label ?? identifier, referenceType, place: placeOf(state, start, end) };
  return node.type === 'linkReference'
    ? { type: 'linkReference', ...common, children: labelOf(node.children, state) }
    : { type: 'imageReference', ...common, alt: inflate(node.alt ?? '', state.page, state.depth) };
}

// Goldmark compares the labels of footnotes letter by letter, upper and lower case apart.
function convertFootnoteReference(node: FootnoteReference, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  const place = placeOf(state, start, end);
  const label = sourceText(node.label ?? node.identifier, state.page);
  return state.footnotes.has(label)
    ? { type: 'footnoteReference', identifier: label, label, place }
    : { type: 'text', value: sourceText(state.composed.text.slice(start, end), state.page), place };
}
