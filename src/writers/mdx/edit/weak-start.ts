import type { FlowContent } from '../../../model/nodes.ts';
import { hasLineEnding } from './lines.ts';

/**
 * Whether a list or quote starts in a way that MDX takes for text right behind a paragraph: with an empty item, one whose
 * content starts on the next line, or, inside of another, a number other than 1.
 */
export function startsWeakly(node: FlowContent, source: string, nested = false): boolean {
  if (node.type === 'blockquote') {
    const [first] = node.children;
    return first !== undefined && startsWeakly(first, source, true);
  }
  if (node.type !== 'list') return false;
  const [item] = node.children;
  const first = item?.children[0];
  if (!item?.place || !first) return true;
  if (first.place && hasLineEnding(source, item.place.offset, first.place.offset)) return true;
  return (nested && node.ordered && node.start !== undefined && node.start !== 1) || startsWeakly(first, source, true);
}
