/** What opens and closes as a component with its summary as a title. */
import type { Details, ElementBlock, FlowContent, Inline } from '../../../../model/nodes.ts';
import type { TreeHandlers, TreeState } from '../state.ts';
import type { JsxAttribute } from '../../jsx/print.ts';
import type { Writing } from '../../writing.ts';
import { isBlock } from '../../../../model/kinds.ts';
import { plainText } from '../../../../model/plain-text.ts';
import { bareAttribute, textAttribute } from '../../jsx/attributes.ts';
import { elementBlock, jsxBlock, noteElement } from '../element.ts';
import { isReadInTitles, titleAttribute } from '../props.ts';

export interface AccordionForm {
  readonly component: string;
  readonly title: string;
  readonly open: string;
}

/** Writes details as such components, those of raw HTML too where nothing of them is lost. */
export const accordions = (form: AccordionForm): Pick<TreeHandlers, 'details' | 'elementBlock'> => ({
  details: (node, state) => accordion(node, form, state, []),
  elementBlock: (node, state) => {
    const found = detailsOf(node);
    if (!found) return elementBlock(node, state);
    const { details, summary, id } = found;
    noteElement(node, state.writing);
    noteElement(summary, state.writing);
    const marked = { ...details, summary: details.summary.map((part) => asMarkdown(part, state.writing)) };
    return accordion(marked, form, state.inside({ html: true }), id === undefined ? [] : [textAttribute('id', id)]);
  },
});

function accordion(
  node: Details,
  { component, title, open }: AccordionForm,
  state: TreeState,
  given: readonly JsxAttribute[],
): ReturnType<TreeHandlers['details']> {
  state.writing.draft.component(component);
  const attributes = [
    titleAttribute(title, node.summary, node, state.writing),
    ...given,
    ...(node.open ? [bareAttribute(open)] : []),
  ];
  return jsxBlock(component, attributes, node.children, state);
}

interface FoundDetails {
  readonly details: Details;
  readonly summary: Extract<FlowContent, { type: 'elementBlock' | 'elementInline' }>;
  readonly id: string | undefined;
}

const KEPT = new Set(['open', 'id']);

/** What a `<details>` says, where its summary is a line of text and it has no attribute that the component has not. */
function detailsOf({ tagName, attributes, children, place }: ElementBlock): FoundDetails | undefined {
  if (tagName !== 'details' || attributes.some(({ name }) => !KEPT.has(name))) return undefined;
  const at = children.findIndex((child) => !isSpace(child));
  const summary = children[at];
  if (summary?.type !== 'elementBlock' && summary?.type !== 'elementInline') return undefined;
  const content = summary.type === 'elementBlock' ? lineOf(summary.children) : summary.children;
  if (summary.tagName !== 'summary' || summary.attributes.length > 0 || !content?.every(isMarkdown)) return undefined;
  const id = attributes.find(({ name }) => name === 'id')?.value;
  const open = attributes.some(({ name }) => name === 'open');
  const rest = children.slice(at + 1).filter((child, index) => index > 0 || !isSpace(child));
  const details: Details = { type: 'details', summary: content, open, children: rest, ...(place && { place }) };
  return { details, summary, id: typeof id === 'string' ? id : undefined };
}

const isSpace = (node: FlowContent): boolean => node.type === 'text' && node.value.trim() === '';

/** Content that is a line of text, without the white space at its ends. */
function lineOf(children: readonly FlowContent[]): readonly Inline[] | undefined {
  const [only] = children;
  if (children.length === 1 && only?.type === 'paragraph') return only.children;
  return children.some(isBlock) ? undefined : (children as readonly Inline[]); // no block, so inline
}

/** Elements that Markdown has marks for. */
const MARKS: Readonly<Record<string, 'strong' | 'emphasis'>> = {
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  strong: 'strong',
};

function isMarkdown(node: Inline): boolean {
  if (node.type === 'elementInline') {
    const { tagName, attributes, children } = node;
    return (
      (tagName === 'code' || Object.hasOwn(MARKS, tagName)) && attributes.length === 0 && children.every(isMarkdown)
    );
  }
  return isReadInTitles(node);
}

function asMarkdown(node: Inline, writing: Writing): Inline {
  if (node.type !== 'elementInline') return node;
  noteElement(node, writing);
  const type = MARKS[node.tagName];
  return type === undefined
    ? { type: 'inlineCode', value: plainText(node.children) }
    : { type, children: node.children.map((child) => asMarkdown(child, writing)) };
}
