import type { PhrasingContent, RootContent } from 'mdast';
import type {
  Admonition,
  Attribute,
  ComponentBlock,
  ComponentInline,
  Container,
  Details,
  Figure,
  Tab,
  Tabs,
} from '../../../../model/nodes.ts';
import type { JsxAttribute } from '../../jsx/print.ts';
import type { Writing } from '../../writing.ts';
import type { TreeState } from '../state.ts';
import { plainText } from '../../../../model/plain-text.ts';
import { bareAttribute, expressionAttribute, propAttributes, textAttribute } from '../../jsx/attributes.ts';
import { writeAttributes } from '../attributes.ts';
import { componentName } from '../component-name.ts';
import { jsxBlock, jsxLine } from '../element.ts';
import { flowElement, text, textElement } from '../nodes.ts';
import { paragraph } from '../phrasing.ts';
import { titleAttribute } from '../props.ts';

export function admonition(node: Admonition, state: TreeState): RootContent[] {
  const { writing } = state;
  const { admonition: form } = writing.dialect;
  const attributes: JsxAttribute[] = [textAttribute(form.kind, node.kind)];
  if (node.title) attributes.push(titleAttribute(form.title, node.title, node, writing));
  if (node.collapsible !== 'none') attributes.push(textAttribute(form.collapsible, node.collapsible));
  writing.draft.component(form.component);
  return jsxBlock(form.component, attributes, node.children, state);
}

export function tabs(node: Tabs, state: TreeState): RootContent[] {
  const { writing } = state;
  const { tabs: form } = writing.dialect;
  writing.draft.component(form.component);
  const attributes: JsxAttribute[] = [];
  if (form.items !== undefined)
    attributes.push(
      expressionAttribute(
        form.items,
        node.children.map(({ label }) => label),
      ),
    );
  if (node.group !== undefined && form.group !== undefined) attributes.push(textAttribute(form.group, node.group));
  return [
    flowElement(
      form.component,
      attributes,
      node.children.flatMap((child) => state.node(child)),
    ),
  ];
}

export function tab(node: Tab, state: TreeState): RootContent[] {
  const { tabs: form } = state.writing.dialect;
  state.writing.draft.component(form.tab);
  const label = [{ type: 'text', value: node.label }] as const;
  const attributes = form.label === undefined ? [] : [titleAttribute(form.label, label, node, state.writing)];
  if (node.value !== undefined && form.value !== undefined) attributes.push(textAttribute(form.value, node.value));
  return jsxBlock(form.tab, attributes, node.children, state);
}

/** The attributes of a figure's picture, and those of the link around it where there is one. */
export function pictureOf(
  node: Figure,
  writing: Writing,
): { readonly picture: readonly JsxAttribute[]; readonly link?: readonly JsxAttribute[] } {
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
  const link = [...given('href', node.link), ...(node.linkAttributes ?? [])];
  return {
    picture: writeAttributes('img', picture, node, writing),
    ...(node.link !== undefined && { link: writeAttributes('a', link, node, writing) }),
  };
}

/** As Hugo's own `figure` prints it: the title is a heading above the caption. */
export function figure(node: Figure, state: TreeState): RootContent[] {
  const { writing } = state;
  const { picture, link } = pictureOf(node, writing);
  const image = textElement('img', picture, []);
  const linked = link ? textElement('a', link, [image]) : image;
  const caption = [
    ...(node.title === undefined ? [] : [textElement('h4', [], [text(node.title)])]),
    ...(node.caption ? [textElement('p', [], state.inlines(node.caption))] : []),
  ];
  const children = [paragraph([linked]), ...(caption.length > 0 ? jsxLine('figcaption', [], caption) : [])];
  return [flowElement('figure', writeAttributes('figure', node.attributes ?? [], node, writing), children)];
}

export function details(node: Details, state: TreeState): RootContent[] {
  const summary = jsxLine('summary', [], state.inlines(node.summary));
  return [
    flowElement('details', node.open ? [bareAttribute('open')] : [], [...summary, ...state.blocks(node.children)]),
  ];
}

export const container = (node: Container, state: TreeState): RootContent[] =>
  jsxBlock(node.tagName, writeAttributes(node.tagName, node.attributes, node, state.writing), node.children, state);

export function componentBlock(node: ComponentBlock, state: TreeState): RootContent[] {
  const name = componentName(node, state.writing);
  return jsxBlock(name, propAttributes(node.props), node.children, state);
}

export function componentInline(node: ComponentInline, state: TreeState): PhrasingContent[] {
  const name = componentName(node, state.writing);
  return [textElement(name, propAttributes(node.props), state.inlines(node.children))];
}
