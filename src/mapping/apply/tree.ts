/** The walk over a page's body. What does not change is given back as it is, so that a writer can copy it. */
import type { FlowContent, Inline, Node, Paragraph } from '../../model/nodes.ts';
import { isInline, trimmed } from './inlines-of.ts';
import { placeCall } from './place-call.ts';
import { mapEach, mapNode } from './map-node.ts';
import { mapStrings } from './map-strings.ts';
import { placeBlockquote } from './place-alert.ts';
import { placeElement, placeFence } from './place-element.ts';
import type { ApplyState, Content } from './state.ts';

/** Maps flow content; tabs may come out that still need a set. */
export function mapContents(nodes: readonly FlowContent[], state: ApplyState): readonly Content[] {
  const { takesMarkup } = state;
  return mapEach<FlowContent, Content>(nodes, (node) => {
    if (!takesMarkup && isUntouched(node, state)) return node;
    switch (node.type) {
      case 'shortcodeBlock':
        return placeCall(node, 'flow', state);
      case 'shortcodeInline':
        return placeCall(node, 'paragraph', state);
      case 'paragraph':
        return mapParagraph(node, state);
      case 'elementBlock':
        return placeElement(node, 'flow', state);
      case 'elementInline':
        return placeElement(node, 'paragraph', state);
      case 'code':
        return placeFence(node, state);
      case 'blockquote':
        return placeBlockquote(node, state);
      default:
        return mapNode(node, state);
    }
  });
}

/** Maps inline content where no block can stand. */
export function mapInlines(nodes: readonly Inline[], state: ApplyState): readonly Inline[] {
  // What is placed in an inline position is inline: what would not be stays a call or an element.
  return mapEach<Inline, Content>(nodes, (node) => mapInline(node, 'inline', state)) as readonly Inline[];
}

/** Whether nothing in a node can change: no call begins where it stands. Most of most pages is skipped by this. */
const isUntouched = ({ place }: Node, { calls }: ApplyState): boolean => place !== undefined && !calls.beginsIn(place);

function mapInline(node: Inline, position: 'paragraph' | 'inline', state: ApplyState): Content | readonly Content[] {
  if (node.type === 'text' || (state.rules.elements.length === 0 && isUntouched(node, state))) return node;
  if (node.type === 'shortcodeInline') return placeCall(node, position, state);
  if (node.type === 'elementInline') return placeElement(node, position, state);
  return mapNode(node, state);
}

/** A paragraph; a block in it splits it, as the paragraph ends there in a browser. */
function mapParagraph(node: Paragraph, state: ApplyState): Content | readonly Content[] {
  const contents = mapEach<Inline, Content>(node.children, (child) => mapInline(child, 'paragraph', state));
  const mapped = mapStrings(node, state);
  if (contents === node.children) return mapped;
  if (contents.every(isInline)) {
    // What was dropped at the end of a line leaves the space in front of it.
    const children = trimmed(contents);
    return children.length === 0 ? [] : { ...mapped, children };
  }
  return splitParagraph(mapped, contents, state);
}

function splitParagraph(node: Paragraph, contents: readonly Content[], state: ApplyState): readonly Content[] {
  const pieces: Content[] = [];
  let line: Inline[] = [];
  let split = false;
  const close = (): void => {
    const children = trimmed(line);
    line = [];
    if (children.length === 0) return;
    split = true;
    const { attributes } = pieces.some(({ type }) => type === 'paragraph') ? {} : node;
    pieces.push({ type: 'paragraph', children, ...(attributes && { attributes }) });
  };
  for (const one of contents) {
    if (isInline(one)) line.push(one);
    else {
      close();
      pieces.push(one);
    }
  }
  close();
  const cause = contents.find((one) => !isInline(one));
  if (split && cause?.origin?.rule) {
    const name = (cause.origin.call && state.calls.get(cause.origin.call)?.name) ?? cause.type;
    state.collector.report('mapping-paragraph-split', { name, rule: cause.origin.rule }, cause.place);
  }
  return pieces;
}
