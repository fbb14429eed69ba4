import type { ElementBlock, FlowContent, Inline, List, ListItem } from '../../../model/nodes.ts';
import { isBlock } from '../../../model/kinds.ts';
import { isWithout, textOf } from './attributes.ts';

/** A list whose items all have paragraphs, or none of which has: Markdown knows no others. */
export function liftList(element: ElementBlock, children: readonly FlowContent[]): List | undefined {
  const ordered = element.tagName === 'ol';
  const start = textOf(element, 'start');
  if (!isWithout(element, ...(ordered ? ['start'] : [])) || children.length === 0) return undefined;
  if (start !== undefined && !/^\d{1,9}$/.test(start)) return undefined;
  const items: ListItem[] = [];
  let loose: boolean | undefined;
  for (const child of children) {
    if (child.type !== 'elementBlock' || child.tagName !== 'li' || !isWithout(child)) return undefined;
    const isLoose = readItem(child.children);
    if (isLoose === 'mixed' || (isLoose !== undefined && loose !== undefined && isLoose !== loose)) return undefined;
    loose ??= isLoose;
    items.push({ type: 'listItem', children: inParagraph(child.children) });
  }
  return {
    type: 'list',
    ordered,
    ...(ordered && { start: Number(start ?? 1) }),
    spread: loose ?? false,
    children: items,
  };
}

/** Whether an item's text stands in paragraphs; nothing where it has no text of its own. */
function readItem(children: readonly FlowContent[]): boolean | 'mixed' | undefined {
  const hasParagraph = children.some(({ type }) => type === 'paragraph');
  const lastInline = children.findLastIndex((child) => !isBlock(child));
  if (lastInline < 0) return hasParagraph || undefined;
  // Text behind a block would be read as a paragraph.
  return hasParagraph || children.slice(0, lastInline).some(isBlock) ? 'mixed' : false;
}

/** The text of a tight item as the paragraph that Markdown has there. */
function inParagraph(children: readonly FlowContent[]): readonly FlowContent[] {
  const at = children.findIndex(isBlock);
  const end = at < 0 ? children.length : at;
  if (end === 0) return children;
  const line = children.slice(0, end).filter((child): child is Inline => !isBlock(child));
  return [{ type: 'paragraph', children: line }, ...children.slice(end)];
}
