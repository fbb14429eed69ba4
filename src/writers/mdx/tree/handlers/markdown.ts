import type { AlignType, RootContent, TableRow as MdastTableRow } from 'mdast';
import type {
  Blockquote,
  Definition,
  FootnoteDefinition,
  List,
  ListItem,
  MathBlock,
  Paragraph,
  SummaryDivider,
  Table,
  TableRow,
  ThematicBreak,
} from '../../../../model/nodes.ts';
import type { TreeState } from '../state.ts';
import { writtenText } from '../../templated.ts';
import { attributedElement, jsxLine, trimmed } from '../element.ts';
import { commentExpression, LIST_MARKS, type ListMark, text } from '../nodes.ts';
import { isOnlyJsx, keepOuterSpaces, paragraph } from '../phrasing.ts';
import { attributedList, checkbox } from './attributed-list.ts';
import { labelOf } from './inline.ts';
import { attributedTable } from './attributed-table.ts';

export function paragraphNode(node: Paragraph, state: TreeState): RootContent[] {
  if (node.attributes?.length) return attributedElement('p', node.attributes, node, node.children, state);
  const children = trimmed(state.inlines(node.children));
  if (children.length === 0) return [];
  // MDX takes tags that are alone in a paragraph out of it; only a tag of its own keeps the paragraph. Comments need none.
  if (!isOnlyJsx(children)) return [paragraph(children)];
  const bare = state.tight || children.every(({ type }) => type !== 'mdxJsxTextElement');
  return bare ? [paragraph(keepOuterSpaces(children))] : jsxLine('p', [], children);
}

export const thematicBreak = (node: ThematicBreak, state: TreeState): RootContent[] =>
  node.attributes?.length ? attributedElement('hr', node.attributes, node, [], state) : [{ type: 'thematicBreak' }];

export function blockquote(node: Blockquote, state: TreeState): RootContent[] {
  if (node.attributes?.length) return attributedElement('blockquote', node.attributes, node, node.children, state);
  // The types of mdast know no bare text in a quote, and `blocks` makes none.
  return [{ type: 'blockquote', children: state.blocks(node.children) as never }];
}

export function list(node: List, state: TreeState): RootContent[] {
  if (node.attributes?.length) return attributedList(node, state);
  const inner = state.inside({ tight: !node.spread });
  const items = node.children.map((item) => ({ ...itemNode(item, inner), spread: node.spread }));
  const { ordered, start = null, spread } = node;
  const listMark = markOf(node, state);
  return [{ type: 'list', ordered, start, spread, children: items, ...(listMark && { data: { listMark } }) }];
}

/** The author's mark of a list: what stands before the first item's text, or behind its number. */
function markOf({ place, origin }: List, { writing: { source } }: TreeState): ListMark | undefined {
  if (!place || origin) return undefined;
  let at = place.offset;
  while (DIGITS.includes(source[at] ?? ' ')) at++;
  return LIST_MARKS.find((mark) => mark === source[at]);
}

const DIGITS = '0123456789';

function itemNode(node: ListItem, state: TreeState) {
  const { checked } = node;
  // The box is printed with a paragraph; where none comes first it is an element of its own.
  const children = (checked === undefined ? state : state.inside({ copies: false })).blocks(node.children);
  const boxed = checked !== undefined && children[0]?.type !== 'paragraph';
  if (boxed) children.unshift(paragraph([checkbox(checked)]));
  // As above.
  return { type: 'listItem' as const, checked: boxed ? null : (checked ?? null), children: children as never };
}

export const listItem = (node: ListItem, state: TreeState): RootContent[] => [itemNode(node, state)];

export function table(node: Table, state: TreeState): RootContent[] {
  if (node.attributes?.length) return attributedTable(node, state);
  return [
    { type: 'table', align: [...node.align] as AlignType[], children: node.children.map((row) => rowNode(row, state)) },
  ];
}

const rowNode = (node: TableRow, state: TreeState): MdastTableRow => ({
  type: 'tableRow',
  children: node.children.map((cell) => ({ type: 'tableCell', children: state.inlines(cell.children) })),
});

export const tableRow = (node: TableRow, state: TreeState): RootContent[] => [rowNode(node, state)];

export const footnoteDefinition = (node: FootnoteDefinition, state: TreeState): RootContent[] => [
  {
    type: 'footnoteDefinition',
    identifier: node.identifier,
    label: node.label,
    // As in a quote.
    children: state.blocks(node.children) as never,
  },
];

export function definition(node: Definition, { writing }: TreeState): RootContent[] {
  if (typeof node.url !== 'string') writing.draft.report('mdx-call-in-address', {}, node.place);
  const title = node.title === undefined ? null : writtenText(node.title, writing);
  return [
    {
      type: 'definition',
      identifier: labelOf(node.identifier, writing),
      label: labelOf(node.label, writing),
      url: writtenText(node.url, writing),
      title,
    },
  ];
}

export const summaryDivider = (_: SummaryDivider, { writing }: TreeState): RootContent[] => [
  commentExpression(writing.dialect.summaryDivider),
];

/** Plain MDX has no math: the formula stays text, as Hugo hands it to the script that sets it in the browser. */
export function mathBlock(
  { value, delimiters: [open, close], place }: MathBlock,
  { writing }: TreeState,
): RootContent[] {
  writing.draft.report('mdx-math-as-text', {}, place);
  return [paragraph([text(`${open}${value}${close}`)])];
}
