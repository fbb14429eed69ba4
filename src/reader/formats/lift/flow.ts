/** Markdown's nodes in the place of the elements that a converter made, where nothing is lost by it; and no places. */
import type { Block, ElementBlock, FlowContent, ShortcodeBlock } from '../../../model/nodes.ts';
import type { LiftContext } from './context.ts';
import { isBlock } from '../../../model/kinds.ts';
import { plainText } from '../../../model/plain-text.ts';
import { bare, idOf, isWithout } from './attributes.ts';
import { liftCode } from './code.ts';
import { inlineContent } from './inline-content.ts';
import { liftInline } from './inlines.ts';
import { liftList } from './list.ts';
import { liftTable } from './table.ts';

/** The content of a page, or of an element, without places but those of calls. */
export function liftFlow(content: readonly FlowContent[], context: LiftContext): readonly FlowContent[] {
  return content.flatMap((node): readonly FlowContent[] => {
    if (!isBlock(node))
      return context.isDivider(plainText([node])) ? [{ type: 'summaryDivider' }] : [liftInline(node, context)];
    if (node.type === 'elementBlock') return [liftElement(node, context)];
    if (node.type === 'commentBlock') return [{ type: 'commentBlock', value: node.value }];
    return [node];
  });
}

type LiftElement = (element: ElementBlock, children: readonly FlowContent[], context: LiftContext) => Block | undefined;

const DIVIDER_BOXES: ReadonlySet<string> = new Set(['p', 'div']);

function liftElement(element: ElementBlock, context: LiftContext): Block {
  const children = liftFlow(element.children, context);
  const [only] = children;
  // `<div class="paragraph"><p>`: the box of a paragraph that is nothing but the divider.
  if (children.length === 1 && only?.type === 'summaryDivider' && DIVIDER_BOXES.has(element.tagName)) return only;
  const lift = Object.hasOwn(LIFTED, element.tagName) ? LIFTED[element.tagName] : undefined;
  return lift?.(element, children, context) ?? { ...bare(element, context), type: 'elementBlock', children };
}

const LIFTED: { readonly [tagName: string]: LiftElement } = {
  p: (element, children) => {
    const call = blockCall(children);
    if (call && isWithout(element)) return call;
    const inlines = inlineContent(children);
    return inlines && inlines.length > 0 && isWithout(element) ? { type: 'paragraph', children: inlines } : undefined;
  },
  h1: liftHeading(1),
  h2: liftHeading(2),
  h3: liftHeading(3),
  h4: liftHeading(4),
  h5: liftHeading(5),
  h6: liftHeading(6),
  hr: (element) => (isWithout(element) ? { type: 'thematicBreak' } : undefined),
  blockquote: (element, children) =>
    // A quote's bare text would get a paragraph of its own.
    isWithout(element) && children.every(isBlock) ? { type: 'blockquote', children } : undefined,
  ul: liftList,
  ol: liftList,
  pre: liftCode,
  table: liftTable,
};

/** A call that fills its paragraph and holds blocks: what its template prints around them is no paragraph. */
function blockCall(children: readonly FlowContent[]): ShortcodeBlock | undefined {
  const [only] = children;
  if (children.length !== 1 || (only?.type !== 'shortcodeInline' && only?.type !== 'shortcodeBlock')) return undefined;
  const content: readonly FlowContent[] = only.children;
  return content.some(isBlock) ? { ...only, type: 'shortcodeBlock' } : undefined;
}

/** The id is the converter's own: where it is not the one that Markdown would give the heading, it counts as written. */
function liftHeading(depth: 1 | 2 | 3 | 4 | 5 | 6): LiftElement {
  return (element, children, context) => {
    const inlines = inlineContent(children);
    if (!inlines || !isWithout(element, 'id')) return undefined;
    const id = idOf(element, context);
    const isUsual = id !== undefined && id === context.headingId(plainText(inlines));
    return {
      type: 'heading',
      depth,
      ...(id !== undefined && { id }),
      idSource: id === undefined ? 'none' : isUsual ? 'automatic' : 'explicit',
      children: inlines,
    };
  };
}
