import type { PhrasingContent, RootContent } from 'mdast';
import type { Heading } from '../../../model/nodes.ts';
import type { MdxDialect } from '../dialect.ts';
import type { JsxAttribute } from '../jsx/print.ts';
import type { Writing } from '../writing.ts';
import type { TreeState } from './state.ts';
import { writeAttributes } from './attributes.ts';
import { commentSource, text, textElement } from './nodes.ts';
import { trimmed } from './element.ts';
import { keepSpaces, onOneLine, paragraph } from './phrasing.ts';

/**
 * Whether a heading is written as an element: in plain MDX only that gives it an id or class.
 * Ids that Hugo derives are left to the target, whose plugins derive them likewise from the text.
 */
export const isElementHeading = (node: Heading, { headingId }: MdxDialect): boolean =>
  headingId === 'element' && (node.idSource === 'explicit' || (node.attributes?.length ?? 0) > 0);

/** The attributes of a heading that is written as an element; where headings are not, they are reported as lost. */
export function headingAttributes(node: Heading, writing: Writing): readonly JsxAttribute[] {
  const { headingId } = writing.dialect;
  const attributes = node.attributes ?? [];
  if (headingId === 'element') {
    const id = node.id === undefined ? [] : [{ name: 'id', value: node.id }];
    return isElementHeading(node, writing.dialect)
      ? writeAttributes(`h${node.depth}`, [...id, ...attributes], node, writing)
      : [];
  }
  for (const { name } of attributes) {
    writing.draft.report(
      'mdx-attribute-dropped',
      { element: `h${node.depth}`, attribute: name, reason: 'heading' },
      node.place,
    );
  }
  return [];
}

/** What stands behind a heading's text to give it its id. */
export function headingMark({ id, idSource }: Heading, { headingId }: MdxDialect): string {
  if (idSource !== 'explicit' || !id) return '';
  switch (headingId) {
    case 'element':
      return '';
    case 'comment':
      return `{${commentSource(` #${id} `)}}`;
    case 'attribute':
    case 'hashes':
      return `{#${id}}`;
    case 'brackets':
      return `[#${id}]`;
  }
}

/** Brackets are text to Markdown's printer, which would escape them. */
const markNode = (mark: string): PhrasingContent =>
  mark.startsWith('{') ? { type: 'mdxTextExpression', value: mark.slice(1, -1) } : { type: 'html', value: mark };

export function heading(node: Heading, state: TreeState): RootContent[] {
  const { writing } = state;
  const attributes = headingAttributes(node, writing);
  const children = onOneLine(trimmed(state.inlines(node.children)));
  if (isElementHeading(node, writing.dialect))
    return [paragraph([textElement(`h${node.depth}`, attributes, keepSpaces(children))])];
  const mark = headingMark(node, writing.dialect);
  if (mark === '' || node.id === undefined) return [{ type: 'heading', depth: node.depth, children }];
  const marked = [...children, text(' '), markNode(mark)];
  return [{ type: 'heading', depth: node.depth, children: marked, data: { markedId: node.id } }];
}
