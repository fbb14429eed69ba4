import type { PhrasingContent, RootContent } from 'mdast';
import type { Card, Cards, Column, Columns, FlowContent, Inline, Node } from '../../../../model/nodes.ts';
import type { CardsForm } from '../../dialect.ts';
import type { JsxAttribute } from '../../jsx/print.ts';
import type { TreeState } from '../state.ts';
import { isBlock } from '../../../../model/kinds.ts';
import { plainText } from '../../../../model/plain-text.ts';
import { walk } from '../../../../model/walk.ts';
import { plainMdx } from '../../plain-mdx.ts';
import { expressionAttribute, textAttribute } from '../../jsx/attributes.ts';
import { jsxBlock } from '../element.ts';
import { flowElement, text } from '../nodes.ts';
import { paragraph } from '../phrasing.ts';
import { detailAttributes, titleAttribute, writtenAddress } from '../props.ts';
import { append } from '../../../../model/append.ts';

export function cards(node: Cards, state: TreeState): RootContent[] {
  const { draft, dialect } = state.writing;
  const { component, columns: prop } = dialect.cards;
  draft.component(component);
  const attributes: JsxAttribute[] = [];
  if (node.columns !== undefined && prop !== undefined) attributes.push(expressionAttribute(prop, node.columns));
  else if (node.columns !== undefined) draft.report('mdx-detail-dropped', { component, detail: 'columns' }, node.place);
  return [
    flowElement(
      component,
      attributes,
      node.children.flatMap((child) => state.node(child)),
    ),
  ];
}

/** A card. What the target has a prop for is one; the rest stands in its content, where a reader expects it. */
export function card(node: Card, state: TreeState): RootContent[] {
  const { writing } = state;
  const form = formFor(node, writing.dialect.cards);
  writing.draft.component(form.card);
  const attributes: JsxAttribute[] = [];
  const put = (prop: string | undefined, content: readonly Inline[] | undefined): void => {
    if (prop !== undefined && content) attributes.push(titleAttribute(prop, content, node, writing));
  };
  put(form.title, node.title);
  put(form.subtitle, node.subtitle);
  put(form.footer, node.footer);
  for (const name of ['link', 'image'] as const) {
    const [address, prop] = [node[name], form[name]];
    if (address !== undefined && prop !== undefined) {
      attributes.push(textAttribute(prop, writtenAddress(address, node, writing)));
    }
  }
  for (const name of ['icon', 'tag'] as const) {
    const what = { component: form.card, detail: name, ...(node.place && { place: node.place }) };
    append(attributes, detailAttributes(node[name], form[name], what, writing));
  }
  const [before, after] = [contentBefore(node, form, state), contentAfter(node, form, state)];
  if (before.length + after.length === 0) return jsxBlock(form.card, attributes, node.children, state);
  return [flowElement(form.card, attributes, [...before, ...state.blocks(inParagraph(node.children)), ...after])];
}

/** The form of a card: that of plain MDX for a component of the site where the target's own will not do. */
function formFor({ link, children }: Card, form: CardsForm): CardsForm {
  const { plain } = form;
  const isOwn = link === undefined ? plain?.cards !== 'leading' : !children.some(holdsLink);
  return !plain || isOwn ? form : { ...plainMdx.cards, card: plain.component };
}

function holdsLink(node: Node): boolean {
  let found = false;
  walk([node], (inner) => {
    const { type } = inner;
    if (type === 'link' || type === 'linkReference' || type === 'button') found = true;
    if ((type === 'elementInline' || type === 'elementBlock') && inner.tagName === 'a') found = true;
  });
  return found;
}

/** Bare text gets a paragraph where blocks come to stand beside it. */
export const inParagraph = (children: readonly FlowContent[]): readonly FlowContent[] =>
  children.length > 0 && !children.some(isBlock)
    ? [{ type: 'paragraph', children: children as readonly Inline[] }]
    : children; // no block, so inline

function contentBefore(node: Card, form: CardsForm, state: TreeState): RootContent[] {
  const { writing } = state;
  const { title, subtitle, link, image } = node;
  const before: RootContent[] = [];
  const linked = (content: PhrasingContent[]): PhrasingContent[] =>
    link === undefined || form.link !== undefined
      ? content
      : [{ type: 'link', url: writtenAddress(link, node, writing), title: null, children: content as never }]; // nothing that links stands in it
  if (image !== undefined && form.image === undefined) {
    const alt = title ? plainText(title) : '';
    before.push(paragraph([{ type: 'image', url: writtenAddress(image, node, writing), alt, title: null }]));
  }
  const inner = link === undefined ? state : state.inside({ link: true });
  if (title && form.title === undefined) {
    before.push(paragraph([{ type: 'strong', children: linked(inner.inlines(title)) }]));
  } else if (link !== undefined && form.link === undefined) {
    before.push(paragraph(linked([text(title ? plainText(title) : writtenAddress(link, node, writing))])));
  }
  if (subtitle && form.subtitle === undefined) before.push(paragraph(state.inlines(subtitle)));
  return before;
}

const contentAfter = ({ footer }: Card, form: CardsForm, state: TreeState): RootContent[] =>
  footer && form.footer === undefined ? [paragraph(state.inlines(footer))] : [];

export function columns(node: Columns, state: TreeState): RootContent[] {
  const { component, count } = state.writing.dialect.columns;
  state.writing.draft.component(component);
  const isCounted = count !== undefined && node.children.length !== 2;
  return [
    flowElement(
      component,
      isCounted ? [expressionAttribute(count, node.children.length)] : [],
      node.children.flatMap((child) => state.node(child)),
    ),
  ];
}

export function column(node: Column, state: TreeState): RootContent[] {
  const { column: component, width } = state.writing.dialect.columns;
  state.writing.draft.component(component);
  const what = { component, detail: 'width', ...(node.place && { place: node.place }) };
  return jsxBlock(component, detailAttributes(node.width, width, what, state.writing), node.children, state);
}
