/** Figures as a component with the caption as a prop. */
import type { Figure, Inline } from '../../../../model/nodes.ts';
import type { TreeHandlers, TreeState } from '../state.ts';
import { flowElement, textElement } from '../nodes.ts';
import { onOneLine, paragraph } from '../phrasing.ts';
import { printPhrasing } from '../../serialize.ts';
import { textAttribute } from '../../jsx/attributes.ts';
import { figure, pictureOf } from './semantic.ts';

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
  const { picture, link } = pictureOf(node, writing);
  const content = link
    ? paragraph([textElement('a', link, [textElement('img', picture, [])])])
    : flowElement('img', picture, []);
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
