import type { RootContent } from 'mdast';
import type { Attribute, Audio, Diagram, Gallery, Include, Video } from '../../../../model/nodes.ts';
import type { TreeState } from '../state.ts';
import { textAttribute } from '../../jsx/attributes.ts';
import { writtenText } from '../../templated.ts';
import { writeAttributes } from '../attributes.ts';
import { jsxLine } from '../element.ts';
import { flowElement } from '../nodes.ts';
import { detailAttributes, writtenAddress } from '../props.ts';

export function gallery(node: Gallery, state: TreeState): RootContent[] {
  const { component } = state.writing.dialect.gallery;
  state.writing.draft.component(component);
  return [
    flowElement(
      component,
      [],
      node.children.flatMap((child) => state.node(child)),
    ),
  ];
}

/** HTML's own element, in a figure where there is a caption. */
export function media(node: Video | Audio, state: TreeState): RootContent[] {
  const { writing } = state;
  const { type, sources, title, caption, place } = node;
  const given = (name: string, value: Attribute['value'] | undefined): Attribute[] =>
    value === undefined ? [] : [{ name, value }];
  const files = sources.map(({ src, mimeType }) => [
    { name: 'src', value: writtenAddress(src, node, writing) },
    ...given('type', mimeType),
  ]);
  const [only, ...more] = files;
  const isOne = only !== undefined && more.length === 0;
  const attributes = [
    ...(isOne ? only.filter(({ name }) => name === 'src') : []),
    ...given('title', title),
    ...(node.type === 'video'
      ? [...given('poster', node.poster), ...given('width', node.width), ...given('height', node.height)]
      : []),
    ...(node.attributes ?? []),
  ];
  const children = isOne
    ? []
    : files.map((file) => flowElement('source', writeAttributes('source', file, node, writing), []));
  const element = flowElement(type, writeAttributes(type, attributes, { ...(place && { place }) }, writing), children);
  if (!caption) return [element];
  return [flowElement('figure', [], [element, ...jsxLine('figcaption', [], state.inlines(caption))])];
}

export function diagram(node: Diagram, { writing }: TreeState): RootContent[] {
  const { lang, title, place } = node;
  const value = writtenText(node.value, writing);
  const { diagram: form } = writing.dialect;
  if (form === 'code') {
    const meta =
      title === undefined
        ? []
        : writing.dialect.codeMeta({ type: 'code', notation: 'fenced', value, options: { title } });
    return [{ type: 'code', lang, meta: meta.length > 0 ? meta.join(' ') : null, value }];
  }
  writing.draft.component(form.component);
  const what = { component: form.component, ...(place && { place }) };
  const attributes = [
    textAttribute(form.value, value),
    ...detailAttributes(lang, form.lang, { ...what, detail: 'lang' }, writing),
    ...detailAttributes(title, form.title, { ...what, detail: 'title' }, writing),
  ];
  return [flowElement(form.component, attributes, [])];
}

/** A page of its own text: what was taken in stands in it. */
export const include = (node: Include, state: TreeState): RootContent[] => state.blocks(node.children);
