import type { PhrasingContent, RootContent } from 'mdast';
import type {
  Delete,
  Emoji,
  Emphasis,
  Extra,
  FootnoteReference,
  Image,
  ImageReference,
  Link,
  LinkReference,
  MathInline,
  Strong,
  Value,
} from '../../../../model/nodes.ts';
import type { Writing } from '../../writing.ts';
import type { TreeState } from '../state.ts';
import { codeAttribute, textAttribute } from '../../jsx/attributes.ts';
import { liveText } from '../../live-text.ts';
import { hasCall, writtenText } from '../../templated.ts';
import { tagOfExtra } from '../../extras.ts';
import { writeAttributes } from '../attributes.ts';
import { textElement } from '../nodes.ts';
import { textNodes } from '../text.ts';

export const attention = (node: Emphasis | Strong | Delete, state: TreeState): RootContent[] => {
  const children = state.inlines(node.children);
  return children.length === 0 ? [] : [{ type: node.type, children }];
};

export const extra = (node: Extra, state: TreeState): RootContent[] => [
  textElement(tagOfExtra(node), [], state.inlines(node.children)),
];

export function link(node: Link, state: TreeState): RootContent[] {
  const { writing } = state;
  const live = liveText(node.url, writing);
  if (live !== undefined) return liveLink(node, live, state);
  if (hasCall(node.url)) writing.draft.report('mdx-call-in-address', {}, node.place);
  const title = node.title === undefined ? null : writtenText(node.title, writing);
  const children = state.inside({ link: true }).inlines(node.children);
  return [{ type: 'link', url: writtenText(node.url, writing), title, children }];
}

/** A link whose address follows a variable: Markdown has no such addresses. */
function liveLink(node: Link, address: string, state: TreeState): RootContent[] {
  const title = node.title === undefined ? [] : [textAttribute('title', writtenText(node.title, state.writing))];
  const children = state.inside({ link: true }).inlines(node.children);
  return [textElement('a', [codeAttribute('href', address), ...title], children)];
}

export function image(node: Image, { writing }: TreeState): RootContent[] {
  const [url, alt] = [writtenText(node.url, writing), writtenText(node.alt, writing)];
  const title = node.title === undefined ? undefined : writtenText(node.title, writing);
  if (hasCall(node.url)) writing.draft.report('mdx-call-in-address', {}, node.place);
  if (!node.attributes?.length) return [{ type: 'image', url, alt, title: title ?? null }];
  const named = [
    { name: 'src', value: url },
    { name: 'alt', value: alt },
    ...(title === undefined ? [] : [{ name: 'title', value: title }]),
  ];
  return [textElement('img', writeAttributes('img', [...named, ...node.attributes], node, writing), [])];
}

/**
 * The label of a definition or reference, without what MDX reads as code in it. Where the site has no footnotes `[^1]` may
 * be one, which GFM takes for a footnote.
 */
export const labelOf = (label: string, { escapes, dialect }: Writing): string => {
  const renamed = escapes.footnotes && label.startsWith('^') ? `ref${label.slice(1)}` : label;
  return dialect.syntax === 'mdx' ? renamed.replace(/[{}<>]/g, '-') : renamed;
};

/** Whether a label may stay as it is. */
export const isOwnLabel = (label: string, writing: Writing): boolean => labelOf(label, writing) === label;

export const linkReference = (node: LinkReference, state: TreeState): RootContent[] => [
  {
    type: 'linkReference',
    identifier: labelOf(node.identifier, state.writing),
    label: labelOf(node.label, state.writing),
    referenceType: node.referenceType,
    children: state.inside({ link: true }).inlines(node.children),
  },
];

export const imageReference = (node: ImageReference, { writing }: TreeState): RootContent[] => [
  {
    type: 'imageReference',
    identifier: labelOf(node.identifier, writing),
    label: labelOf(node.label, writing),
    referenceType: node.referenceType,
    alt: writtenText(node.alt, writing),
  },
];

export const footnoteReference = (node: FootnoteReference): RootContent[] => [
  { type: 'footnoteReference', identifier: node.identifier, label: node.label },
];

/** As with blocks of math, the formula stays text. */
export function mathInline(
  { value, delimiters: [open, close], place }: MathInline,
  state: TreeState,
): PhrasingContent[] {
  state.writing.draft.report('mdx-math-as-text', {}, place);
  return textNodes(`${open}${value}${close}`, state);
}

/** The character itself: no `:name:` is read in MDX. */
export const emoji = (node: Emoji, state: TreeState): PhrasingContent[] => textNodes(node.value, state);

export const value = (node: Value, state: TreeState): PhrasingContent[] => {
  const live = liveText([node], state.writing);
  return live === undefined ? textNodes(node.value, state) : [{ type: 'mdxTextExpression', value: live }];
};
