import type { PhrasingContent, RootContent } from 'mdast';
import type { Text } from '../../../model/nodes.ts';
import type { TreeState } from './state.ts';
import { autolinkBreakAt } from '../autolink.ts';
import { text, textExpression } from './nodes.ts';

/** Text. In raw HTML its white space is one space, unless it counts; then it stands in an expression. */
export function textNode(node: Text, state: TreeState): RootContent[] {
  return textNodes(node.value, state);
}

export function textNodes(value: string, state: TreeState): PhrasingContent[] {
  if (value === '') return [];
  if (state.preformatted)
    return /^\s|\s$|\s\s|[\r\n\t]/.test(value) ? [textExpression(value)] : splitAtSigns(value, state);
  return splitAtSigns(state.html ? value.replace(/[ \t\r\n\f]+/g, ' ') : value, state);
}

/** Cuts text at dollar signs where these enclose formulas: the serializer knows nothing of them. */
function splitAtSigns(value: string, state: TreeState): PhrasingContent[] {
  if (state.writing.dialect.formulas !== 'dollars' || !value.includes('$')) return splitAtAutolinks(value, state);
  return value
    .split('$')
    .flatMap((part, at) => [
      ...(at > 0 ? [{ type: 'html' as const, value: '\\$' }] : []),
      ...(part === '' ? [] : splitAtAutolinks(part, state)),
    ]);
}

/**
 * Cuts text where GFM would find an address that Hugo left as text. Backslashes do not last until it searches, a node
 * boundary does: `https{":"}//example.org`.
 */
function splitAtAutolinks(value: string, { link }: TreeState): PhrasingContent[] {
  if (link || !/:\/\/|www\.|@/i.test(value)) return [text(value)];
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    if (autolinkBreakAt(value, at, 0, value.length) !== 'split') continue;
    if (at > from) nodes.push(text(value.slice(from, at)));
    nodes.push(textExpression(value.charAt(at)));
    from = at + 1;
  }
  if (from < value.length) nodes.push(text(value.slice(from)));
  return nodes;
}
