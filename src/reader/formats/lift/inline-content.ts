import type { ElementInline, FlowContent, Inline } from '../../../model/nodes.ts';
import type { LiftContext } from './context.ts';
import { isBlock } from '../../../model/kinds.ts';
import { liftInline } from './inlines.ts';

// What is alone in its box was made a block: a call, a picture, a comment.
const NOTHING_TO_TELL: LiftContext = {
  headingId: () => undefined,
  isDivider: () => false,
  unknownId: () => {},
  notIncluded: () => {},
};

/** The content of an element if all of it can stand in a line of text. */
export function inlineContent(children: readonly FlowContent[]): readonly Inline[] | undefined {
  const inlines: Inline[] = [];
  for (const child of children) {
    const inline = asInline(child);
    if (!inline) return undefined;
    inlines.push(inline);
  }
  return inlines;
}

function asInline(node: FlowContent): Inline | undefined {
  switch (node.type) {
    case 'shortcodeBlock':
      return { ...node, type: 'shortcodeInline' };
    case 'commentBlock':
      return { type: 'commentInline', value: node.value };
    case 'elementBlock': {
      const children = node.children.every((child): child is Inline => !isBlock(child)) ? node.children : undefined;
      if (!children || !STAND_ALONE.has(node.tagName)) return undefined;
      const element: ElementInline = {
        type: 'elementInline',
        tagName: node.tagName,
        attributes: node.attributes,
        children,
      };
      return liftInline(element, NOTHING_TO_TELL);
    }
    default:
      return isBlock(node) ? undefined : node;
  }
}

/** Elements of a line of text which are no text themselves. */
const STAND_ALONE: ReadonlySet<string> = new Set(
  'audio br button canvas embed iframe img input meter object picture progress svg video'.split(' '),
);
