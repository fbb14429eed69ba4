/** Figures as a component with the caption as a prop. */
import type { Attribute, Figure, Inline } from '../../../../model/nodes.ts';
import type { TreeHandlers, TreeState } from '../state.ts';
import { plainText } from '../../../../model/plain-text.ts';
import { writeAttributes } from '../attributes.ts';
import { flowElement, textElement } from '../nodes.ts';
import { onOneLine, paragraph } from '../phrasing.ts';
import { printPhrasing } from '../../serialize.ts';
import { textAttribute } from '../../jsx/attributes.ts';
import { figure } from './semantic.ts';

export interface FrameForm {
  readonly component: string;
  /** The prop for the caption, in which Markdown is read. */
  readonly caption: string;
}

/** Writes figures so; one with attributes of its own stays an element. */
export const frames =
  (form: FrameForm): TreeHandlers['figure'] =>
  (node, state) =>
    node.attributes?.length ? figure(node, state) : frame(node, form, state);

function frame(node: Figure, { component, caption }: FrameForm, state: TreeState): ReturnType<TreeHandlers['figure']> {
  const { writing } = state;
  const given = (name: string, value: Attribute['value'] | undefined): Attribute[] =>
    value === undefined ? [] : [{ name, value }];
  const picture = [
    ...given('src', node.src),
    { name: 'alt', value: node.alt ?? (node.caption ? plainText(node.caption) : '') },
    ...given('width', node.width),
    ...given('height', node.height),
    ...(node.imageAttributes ?? []),
  ];
  if (typeof node.src !== 'string') writing.draft.report('mdx-call-in-address', {}, node.place);
  const attributes = writeAttributes('img', picture, node, writing);
  const link = [...given('href', node.link), ...(node.linkAttributes ?? [])];
  const content =
    node.link === undefined
      ? flowElement('img', attributes, [])
      : paragraph([textElement('a', writeAttributes('a', link, node, writing), [textElement('img', attributes, [])])]);
  const words = captionOf(node);
  const text = words.length === 0 ? '' : printPhrasing(onOneLine(state.inlines(words)), false);
  writing.draft.component(component);
  return [flowElement(component, text === '' ? [] : [textAttribute(caption, text)], [content])];
}

/** Hugo has the title above the caption. */
function captionOf({ title, caption }: Figure): readonly Inline[] {
  if (title === undefined) return caption ?? [];
  const strong: Inline = { type: 'strong', children: [{ type: 'text', value: title }] };
  return caption ? [strong, { type: 'text', value: ' ' }, ...caption] : [strong];
}
