/** New text in the form that a page's syntax asks for. */
import type { Html, RootContent } from 'mdast';
import type { Writing } from '../writing.ts';
import { withKnownBlocks } from './block-elements.ts';

/** Elements without attributes that read the same in a line of Markdown. */
const PLAIN = new Set(['br', 'ins', 'mark', 'sub', 'sup']);

/**
 * The nodes as the page's syntax has them: in Markdown a comment is HTML. What only MDX can say stays, and is noted, for then
 * the page has to be MDX.
 */
export function forSyntax<T extends RootContent>(nodes: readonly T[], writing: Writing): readonly T[] {
  const { dialect, draft } = writing;
  if (dialect.syntax === 'mdx') return dialect.blockElements ? withKnownBlocks(nodes, writing) : nodes;
  const change = <N extends RootContent>(node: N, at: number): N => {
    const need = needOf(node, at);
    if (need !== undefined) draft.needs.push(need);
    const comment = commentOf(node);
    // An HTML node may stand wherever an expression may.
    if (comment) return comment as unknown as N;
    return 'children' in node ? { ...node, children: (node.children as RootContent[]).map(change) } : node;
  };
  return nodes.map(change);
}

function needOf(node: RootContent, at: number): string | undefined {
  switch (node.type) {
    case 'mdxJsxFlowElement':
      return `<${node.name ?? ''}>`;
    case 'mdxJsxTextElement': {
      const isPlain = PLAIN.has(node.name ?? '') && node.attributes.length === 0 && (node.name !== 'br' || at > 0);
      return isPlain ? undefined : `<${node.name ?? ''}>`;
    }
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isComment(node.value) || node.value.startsWith('#') ? undefined : `{${node.value}}`;
    default:
      return undefined;
  }
}

const isComment = (value: string): boolean => value.startsWith('/*') && value.endsWith('*/');

function commentOf(node: RootContent): Html | undefined {
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return undefined;
  if (!isComment(node.value)) return undefined;
  const text = node.value.slice(2, -2).trim().replaceAll('--', '- -');
  return { type: 'html', value: `<!-- ${text}${text === '' ? '' : ' '}-->` };
}
