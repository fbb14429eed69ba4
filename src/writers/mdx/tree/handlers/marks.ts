/** Buttons, badges and icons: what stands in a line of text. */
import type { PhrasingContent } from 'mdast';
import type { Badge, Button, Icon } from '../../../../model/nodes.ts';
import type { JsxAttribute } from '../../jsx/print.ts';
import type { TreeState } from '../state.ts';
import { textAttribute } from '../../jsx/attributes.ts';
import { writeAttributes } from '../attributes.ts';
import { textElement } from '../nodes.ts';
import { detailAttributes, titleAttribute, writtenAddress } from '../props.ts';

export function button(node: Button, state: TreeState): PhrasingContent[] {
  const { writing } = state;
  const { component, url, kind, icon: iconProp } = writing.dialect.button;
  writing.draft.component(component);
  const at = node.place && { place: node.place };
  const attributes: JsxAttribute[] = [
    ...(node.url === undefined ? [] : [textAttribute(url, writtenAddress(node.url, node, writing))]),
    ...detailAttributes(node.kind, kind, { component, detail: 'kind', ...at }, writing),
    ...detailAttributes(node.icon, iconProp, { component, detail: 'icon', ...at }, writing),
    ...writeAttributes(component, node.attributes ?? [], node, writing),
  ];
  return [textElement(component, attributes, state.inside({ link: true }).inlines(node.children))];
}

export function badge(node: Badge, state: TreeState): PhrasingContent[] {
  const { writing } = state;
  const { component, kind, text } = writing.dialect.badge;
  writing.draft.component(component);
  const what = { component, detail: 'kind', ...(node.place && { place: node.place }) };
  const attributes: JsxAttribute[] = [...detailAttributes(node.kind, kind, what, writing)];
  if (text !== undefined) attributes.unshift(titleAttribute(text, node.children, node, writing));
  const inner = node.url === undefined ? state : state.inside({ link: true });
  const element = textElement(component, attributes, text === undefined ? inner.inlines(node.children) : []);
  if (node.url === undefined) return [element];
  return [{ type: 'link', url: writtenAddress(node.url, node, writing), title: null, children: [element] }];
}

export function icon(node: Icon, { writing }: TreeState): PhrasingContent[] {
  const { component, name, set, label } = writing.dialect.icon;
  writing.draft.component(component);
  const at = node.place && { place: node.place };
  const attributes: JsxAttribute[] = [
    textAttribute(name, node.name),
    ...detailAttributes(node.set, set, { component, detail: 'set', ...at }, writing),
    ...detailAttributes(node.label, label, { component, detail: 'label', ...at }, writing),
  ];
  return [textElement(component, attributes, [])];
}
