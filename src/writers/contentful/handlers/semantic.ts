import type {
  Admonition,
  ComponentBlock,
  ComponentInline,
  Container,
  Details,
  Embed,
  Node,
  ShortcodeBlock,
  ShortcodeInline,
  Tab,
  Tabs,
} from '../../../model/nodes.ts';
import type { Place } from '../../../model/place.ts';
import type { JsonValue } from '../export.ts';
import type { Piece } from '../pieces.ts';
import type { RichDocument } from '../rich-text.ts';
import type { State } from '../state.ts';
import { limits } from '../limits.ts';
import { wordsOf } from '../plain-text.ts';
import { embeddedBlock, entryLink } from '../rich-text.ts';
import { cleanText } from '../values.ts';
import { attributesOf, splitText } from './code.ts';
import { inlineEntry } from './inline-entry.ts';

export function admonition(node: Admonition, state: State): readonly Piece[] {
  const { kind, collapsible } = node;
  const title = node.title && titleOf(node.title, state);
  return [
    embeddedBlock(
      state.entry(
        'admonition',
        {
          kind,
          title: title?.plain,
          richTitle: title?.rich,
          collapsible: collapsible === 'none' ? undefined : collapsible,
          body: state.document(node.children),
        },
        node.place,
      ),
    ),
  ];
}

export function details(node: Details, state: State): readonly Piece[] {
  return detailsOf({ ...node, place: node.place }, state);
}

export interface DetailsParts {
  readonly summary: readonly Node[];
  readonly open: boolean;
  readonly children: readonly Node[];
  readonly place: Place | undefined;
}

export function detailsOf({ summary, open, children, place }: DetailsParts, state: State): readonly Piece[] {
  const { plain, rich } = titleOf(summary, state);
  const fields = { summary: plain, richSummary: rich, open, body: state.document(children) };
  return [embeddedBlock(state.entry('details', fields, place))];
}

/** A title as plain text, and as rich text where plain text does not say all. */
export function titleOf(nodes: readonly Node[], state: State): { plain: string; rich: RichDocument | undefined } {
  const document = state.document(nodes);
  if (!document) return { plain: '', rich: undefined };
  const [only, second] = document.content;
  const isPlain =
    second === undefined &&
    only?.nodeType === 'paragraph' &&
    only.content.every((inline) => inline.nodeType === 'text' && inline.marks.length === 0);
  return { plain: wordsOf(document.content), rich: isPlain ? undefined : document };
}

export function tabs(node: Tabs, state: State): readonly Piece[] {
  const links = node.children.map((child) => entryLink(tabEntry(child, state)));
  return [embeddedBlock(state.entry('tabs', { group: node.group, tabs: links }, node.place))];
}

export const tab = (node: Tab, state: State): readonly Piece[] => [embeddedBlock(tabEntry(node, state))];

const tabEntry = (node: Tab, state: State): string =>
  state.entry('tab', { label: node.label, value: node.value, body: state.document(node.children) }, node.place);

export const embed = (node: Embed, state: State): readonly Piece[] => [
  embeddedBlock(
    state.entry(
      'embed',
      {
        provider: node.provider,
        embedId: node.id,
        url: node.url,
        title: node.title,
        attributes: attributesOf(node.attributes, state),
      },
      node.place,
    ),
  ),
];

export const container = (node: Container, state: State): readonly Piece[] => [
  embeddedBlock(
    state.entry(
      'container',
      { tagName: node.tagName, attributes: attributesOf(node.attributes, state), body: state.document(node.children) },
      node.place,
    ),
  ),
];

export const componentBlock = (node: ComponentBlock, state: State): readonly Piece[] => [
  embeddedBlock(state.component(node, state.document(node.children))),
];

export const componentInline = (node: ComponentInline, state: State): readonly Piece[] =>
  inlineEntry(state.component(node, state.document(node.children)), node.children);

/** A call that no rule took, as it is: nothing of it is lost. */
export function shortcode(node: ShortcodeBlock | ShortcodeInline, state: State): readonly Piece[] {
  const { call } = node;
  const body = state.document(node.children);
  // The inner text is kept once: as content if it was read as that, else as it stands in the source.
  const inner = body || !call.inner || call.inner.raw.trim() === '' ? undefined : call.inner.raw;
  const [first, ...rest] = inner === undefined ? [] : splitText(cleanText(inner), limits.text);
  const id = state.entry(
    'shortcode',
    {
      name: call.name,
      notation: call.notation,
      arguments: argumentsOf(call.arguments),
      inner: first,
      continued: rest,
      body,
    },
    node.place,
  );
  return node.type === 'shortcodeBlock' ? [embeddedBlock(id)] : inlineEntry(id, node.children);
}

/** Positional arguments as a list, named ones as an object; of two equal names Hugo takes the last. */
function argumentsOf(
  given: ShortcodeBlock['call']['arguments'],
): readonly JsonValue[] | { readonly [name: string]: JsonValue } {
  if (given.kind === 'positional') return given.items.map((item) => plain(item.value));
  return Object.fromEntries(given.items.map((item) => [cleanText(item.name), plain(item.value)]));
}

const plain = (value: string | number | boolean): JsonValue => (typeof value === 'string' ? cleanText(value) : value);
