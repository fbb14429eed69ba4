import type { Heading, PhrasingContent } from 'mdast';
import type { Attribute, Heading as ModelHeading } from '../../model/nodes.ts';
import type { Unpaired } from '../html/raw.ts';
import { attributesOf } from './attribute-list.ts';
import { enterLeaf } from './descend.ts';
import { cutInlines, dropClosingHashes } from './cut-inlines.ts';
import { findHeadingAttributes } from './heading-attributes.ts';
import { headingText } from './heading-text.ts';
import { placeOf, rangeOf, report, type Conversion } from './state.ts';

/** A heading with the id that Hugo gives it. */
export function convertHeading(node: Heading, state: Conversion): Unpaired {
  const [start, end] = rangeOf(node);
  enterLeaf(state, rangeOf(node.children[0] ?? node)[0]);
  const { children: inlines, attributes } = withoutAttributes(node, state);
  const children = state.inlines(inlines, state);
  const rest = attributes.filter(({ name }) => name !== 'id');
  return {
    type: 'heading',
    depth: node.depth,
    ...identify(attributes, children, [start, end], state),
    ...(rest.length > 0 && { attributes: rest }),
    children,
    place: placeOf(state, start, end),
  };
}

interface Content {
  readonly children: readonly PhrasingContent[];
  readonly attributes: readonly Attribute[];
}

/** Takes `{#id .class}` off the end of a heading. Goldmark reads it before it looks at what the heading's text means. */
function withoutAttributes(node: Heading, state: Conversion): Content {
  const plain = { children: node.children, attributes: [] };
  if (!state.page.markup.attributes.title) return plain;
  const found = findHeadingAttributes(node, state);
  if (!found) return plain;
  const children = cutInlines(node.children, found.start, state);
  if (!children) {
    // The braces are in the middle of what Markdown made of them: they are held and the document is read again.
    const text = state.composed.text.slice(found.start, found.end);
    const attributes = attributesOf(found.entries);
    const word = state.page.words.hold({ kind: 'attributes', attributes, text });
    state.edits.push({ start: found.start, end: found.end, text: word });
    return plain;
  }
  const isAtx = state.composed.text[rangeOf(node)[0]] === '#';
  return {
    children: isAtx ? dropClosingHashes(children) : children,
    attributes: found.held ?? attributesOf(found.entries),
  };
}

function identify(
  attributes: readonly Attribute[],
  children: readonly Unpaired[],
  range: readonly [number, number],
  state: Conversion,
): Pick<ModelHeading, 'id' | 'idSource'> {
  const explicit = attributes.find(({ name }) => name === 'id');
  if (explicit) {
    const id = String(explicit.value);
    state.ids.reserve(id);
    return { id, idSource: 'explicit' };
  }
  if (!state.page.markup.autoHeadingId) return { idSource: 'none' };
  const { text, hasCalls } = headingText(children, state.page);
  const id = state.ids.generate(text, 'heading');
  if (hasCalls) report(state, 'heading-id-unknown', { id: id ?? '' }, range);
  return id === undefined ? { idSource: 'none' } : { id, idSource: 'automatic' };
}
