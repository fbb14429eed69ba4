import type { RootContent } from 'mdast';
import type { Step, Steps } from '../../../../model/nodes.ts';
import type { JsxAttribute } from '../../jsx/print.ts';
import type { TreeState } from '../state.ts';
import { jsxBlock } from '../element.ts';
import { flowElement } from '../nodes.ts';
import { onOneLine, paragraph } from '../phrasing.ts';
import { titleAttribute } from '../props.ts';

export function steps(node: Steps, state: TreeState): RootContent[] {
  const { dialect, draft } = state.writing;
  const form = dialect.steps;
  const children =
    form.form === 'list' ? [orderedList(node, state)] : node.children.flatMap((child) => state.node(child));
  if (form.component === undefined) return children;
  draft.component(form.component);
  return [flowElement(form.component, [], children)];
}

/** Steps as the items of an ordered list, whatever form the target has for them. */
export const listedSteps = (node: Steps, state: TreeState): RootContent[] => [orderedList(node, state)];

function orderedList({ children }: Steps, state: TreeState): RootContent {
  const items = children.map((child) => ({
    type: 'listItem' as const,
    spread: true,
    checked: null,
    // The types of mdast know no bare text in an item, and `blocks` makes none.
    children: titled(child, state) as never,
  }));
  return { type: 'list', ordered: true, start: 1, spread: true, children: items };
}

/** What is in a step, its title in front of it. */
const titled = ({ title, children }: Step, state: TreeState): RootContent[] => [
  ...(title ? [paragraph([{ type: 'strong' as const, children: state.inlines(title) }])] : []),
  ...state.blocks(children),
];

export function step(node: Step, state: TreeState): RootContent[] {
  const { writing } = state;
  const form = writing.dialect.steps;
  const { title, children } = node;
  if (form.form === 'list') return [orderedList({ type: 'steps', children: [node] }, state)];
  if (form.form === 'headings') {
    const heading: RootContent[] = title
      ? [{ type: 'heading', depth: form.depth, children: onOneLine(state.inlines(title)) }]
      : [];
    return [...heading, ...state.blocks(children)];
  }
  writing.draft.component(form.step);
  const attributes: JsxAttribute[] = [];
  if (title && form.title !== undefined) attributes.push(titleAttribute(form.title, title, node, writing));
  if (!title || form.title !== undefined) return jsxBlock(form.step, attributes, children, state);
  return [flowElement(form.step, attributes, titled(node, state))];
}
