/** Parts of semantic nodes as props of the components that stand for them. */
import type { Inline, Node, TemplatedString } from '../../../model/nodes.ts';
import type { JsxAttribute } from '../jsx/print.ts';
import type { Writing } from '../writing.ts';
import { plainText } from '../../../model/plain-text.ts';
import { textAttribute } from '../jsx/attributes.ts';
import { printPhrasing } from '../serialize.ts';
import { hasCall, writtenText } from '../templated.ts';
import { onOneLine } from './phrasing.ts';

type Placed = Pick<Node, 'place'>;

/** A title as a prop, which holds text alone: what goes with its markup is reported. */
export function titleAttribute(
  name: string,
  title: readonly Inline[],
  { place }: Placed,
  writing: Writing,
): JsxAttribute {
  if (writing.dialect.titles === 'markdown' && title.every(isReadInTitles)) {
    return textAttribute(name, printPhrasing(onOneLine(writing.tree.inlines(title)), false));
  }
  if (title.some(({ type }) => type !== 'text')) writing.draft.report('mdx-title-as-text', {}, place);
  return textAttribute(name, plainText(title));
}

/** Whether a title in Markdown holds it as it is; a link loses its address there. */
export const isReadInTitles = (node: Inline): boolean => {
  if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete')
    return node.children.every(isReadInTitles);
  return node.type === 'text' || node.type === 'inlineCode';
};

/** An address as text. A call in it that nothing has replaced is reported. */
export function writtenAddress(address: TemplatedString, { place }: Placed, writing: Writing): string {
  if (hasCall(address)) writing.draft.report('mdx-call-in-address', {}, place);
  return writtenText(address, writing);
}

/** A detail as a prop; where the target has none for it, it is left out and reported. */
export function detailAttributes(
  value: string | undefined,
  prop: string | undefined,
  what: { readonly component: string; readonly detail: string } & Placed,
  { draft }: Writing,
): readonly JsxAttribute[] {
  if (value === undefined) return [];
  if (prop !== undefined) return [textAttribute(prop, value)];
  draft.report('mdx-detail-dropped', { component: what.component, detail: what.detail }, what.place);
  return [];
}
