/** Turns the browser's tree of an island back into the model's nodes. */
import type {
  Attribute,
  ElementBlock,
  ElementInline,
  FlowContent,
  Inline,
  Node,
  ShortcodeBlock,
  ShortcodeInline,
} from '../../model/nodes.ts';
import type { Place } from '../../model/place.ts';
import type { PairingContext, UnpairedNode } from './raw.ts';
import type { BuiltComment, BuiltElement, BuiltNode, BuiltText } from './tree.ts';
import { endOf, placeAt } from '../../model/place.ts';
import { isBlockLevel, isPreformatted } from './content-model.ts';
import { attributesOf, type BalanceSheet, placeOfElement, placeOfRange } from './element.ts';
import { isBlock, isInlineType, isPart } from '../../model/kinds.ts';
import { rebuildMarkdown } from './rebuild-markdown.ts';
import { settleFlow } from './settle.ts';
import { standIn } from './stand-in.ts';
import { append } from '../../model/append.ts';

export interface Rebuilder {
  readonly context: PairingContext;
  readonly balance: BalanceSheet;
  flow(nodes: readonly BuiltNode[], parent?: BuiltElement): FlowContent[];
  inline(nodes: readonly BuiltNode[]): Inline[];
  /** The model's node for an element that a Markdown node stands behind, if it still is what Markdown said. */
  markdown(element: BuiltElement): Node | undefined;
}

export function createRebuilder(context: PairingContext, balance: BalanceSheet): Rebuilder {
  const rebuilder: Rebuilder = {
    context,
    balance,
    flow: (nodes, parent) => {
      const content: FlowContent[] = [];
      for (const node of nodes) append(content, flowNode(node, rebuilder));
      return parent && isInPreformatted(parent) ? content : settleFlow(content, context);
    },
    inline: (nodes) => nodes.flatMap((node) => inlineNode(node, rebuilder)),
    markdown: (element) => rebuildMarkdown(element, rebuilder),
  };
  return rebuilder;
}

function flowNode(node: BuiltNode, rebuilder: Rebuilder): FlowContent[] {
  switch (node.type) {
    case 'text':
      return textNodes(node, rebuilder.context);
    case 'comment':
      return [commentNode(node, rebuilder.context)];
    case 'leaf':
      return [node.node];
    case 'element':
      return flowElement(node, rebuilder);
  }
}

function flowElement(element: BuiltElement, rebuilder: Rebuilder): FlowContent[] {
  const { origin, tagName, children } = element;
  rebuilder.balance.note(element);
  switch (origin?.kind) {
    case 'mark': {
      const { call, innerReading } = origin.mark;
      const inner = rebuilder.flow(children);
      // Beside other inline content it stays in the line; `settleFlow` makes a lone one a block.
      const type = inner.some(isBlock) ? 'shortcodeBlock' : 'shortcodeInline';
      return [{ type, call, innerReading, children: inner, place: call.place }];
    }
    case 'whole':
    case 'open':
      return [markdownInFlow(element, origin.node, rebuilder)];
  }
  // A browser makes a paragraph of a stray </p>, also of Markdown's own where raw HTML ended its paragraph.
  if (!origin && tagName === 'p' && children.length === 0) return [];
  const calls = callsInTagName(element, rebuilder.context);
  if (calls) return [...calls, ...rebuilder.flow(children)];
  const lone = loneCall(element, rebuilder.context);
  if (lone) return [lone];
  if (isBlockLevel(tagName) || holdsBlock(element)) return [blockElement(element, rebuilder)];
  return [inlineElement(element, rebuilder)];
}

function markdownInFlow(element: BuiltElement, node: UnpairedNode | Node, rebuilder: Rebuilder): FlowContent {
  const whole = element.origin?.kind === 'whole';
  const fits = whole || !isInlineType(node.type) || !holdsBlock(element);
  const rebuilt = fits ? rebuilder.markdown(element) : undefined;
  return rebuilt && !isPart(rebuilt) ? rebuilt : standIn(element, node, rebuilder);
}

function inlineNode(node: BuiltNode, rebuilder: Rebuilder): Inline[] {
  switch (node.type) {
    case 'text':
      return textNodes(node, rebuilder.context);
    case 'comment':
      return [commentNode(node, rebuilder.context)];
    case 'leaf':
      return asInline(node.node);
    case 'element':
      return inlineFromElement(node, rebuilder);
  }
}

function inlineFromElement(element: BuiltElement, rebuilder: Rebuilder): Inline[] {
  const { origin, children } = element;
  rebuilder.balance.note(element);
  switch (origin?.kind) {
    case 'mark': {
      const { call, innerReading } = origin.mark;
      return [{ type: 'shortcodeInline', call, innerReading, children: rebuilder.inline(children), place: call.place }];
    }
    case 'whole':
    case 'open':
      return asInline(rebuilder.markdown(element));
  }
  const calls = callsInTagName(element, rebuilder.context);
  return calls ? [...calls, ...rebuilder.inline(children)] : [inlineElement(element, rebuilder)];
}

/** What stands in a line of text; `holdsBlock` and `holdsMarkdownBlock` keep Markdown's blocks out of there. */
function asInline(node: Node | undefined): Inline[] {
  if (node?.type === 'shortcodeBlock') return [{ ...node, type: 'shortcodeInline' }];
  return node && !isBlock(node) && !isPart(node) ? [node] : [];
}

function inlineElement(element: BuiltElement, rebuilder: Rebuilder): ElementInline {
  const children = rebuilder.inline(element.children);
  return { type: 'elementInline', ...elementFields(element, children, rebuilder.context), children };
}

function blockElement(element: BuiltElement, rebuilder: Rebuilder): ElementBlock {
  const children = rebuilder.flow(element.children, element);
  return { type: 'elementBlock', ...elementFields(element, children, rebuilder.context), children };
}

interface ElementFields {
  readonly tagName: string;
  readonly attributes: readonly Attribute[];
  readonly place?: Place;
  readonly openTag?: Place;
  readonly closeTag?: Place;
}

function elementFields(element: BuiltElement, children: readonly Node[], context: PairingContext): ElementFields {
  const { tagName, origin, closing } = element;
  const place = placeOfElement(element, children, context);
  return {
    tagName,
    attributes: attributesOf(element, context),
    ...(place && { place }),
    ...(origin?.kind === 'tag' && { openTag: placeOfRange(origin.range) }),
    ...(closing && origin?.kind === 'tag' && { closeTag: placeOfRange(closing) }),
  };
}

/** Hugo takes `<p>` and `</p>` off the output of a `{{< >}}` that is all there is between them, whoever wrote the tags. */
function loneCall(
  { tagName, origin, closing, children }: BuiltElement,
  { inflate }: PairingContext,
): ShortcodeBlock | undefined {
  const [only, ...others] = children;
  if (tagName !== 'p' || origin?.kind !== 'tag' || !closing || only?.type !== 'text' || others.length > 0)
    return undefined;
  if (origin.range.end - origin.range.start !== '<p>'.length) return undefined;
  const parts = inflate(only.value);
  if (typeof parts === 'string') return undefined;
  const [call, ...rest] = parts;
  if (typeof call !== 'object' || rest.length > 0 || call.call.notation !== 'standard') return undefined;
  return { ...call, type: 'shortcodeBlock' };
}

/** The calls in a tag's name, `<{{< tag >}}>`: nothing can say what element they make. */
function callsInTagName({ tagName }: BuiltElement, { inflate }: PairingContext): ShortcodeInline[] | undefined {
  const parts = inflate(tagName);
  return typeof parts === 'string' ? undefined : parts.filter((part) => typeof part !== 'string');
}

function textNodes({ value, range }: BuiltText, { inflate, lines }: PairingContext): Inline[] {
  const parts = inflate(value);
  const whole = range && placeOfRange(range);
  if (typeof parts === 'string') return [{ type: 'text', value: parts, ...(whole && { place: whole }) }];
  return parts.map((part, at) => {
    if (typeof part !== 'string') return part;
    const [before, after] = [parts[at - 1], parts[at + 1]];
    if (!whole) return { type: 'text', value: part };
    const start = typeof before === 'object' ? endOf(before.call.place) : whole.offset;
    const end = typeof after === 'object' ? after.call.place.offset : endOf(whole);
    return { type: 'text', value: part, place: placeAt(lines, start, end) };
  });
}

function commentNode(
  { value, range }: BuiltComment,
  { inflate }: PairingContext,
): Extract<Inline, { type: 'commentInline' }> {
  return { type: 'commentInline', value: inflate(value), ...(range && { place: placeOfRange(range) }) };
}

/** Whether white space counts in an element: in `<pre>`, and in whatever stands in one. */
function isInPreformatted(element: BuiltElement): boolean {
  element.preformatted ??= isPreformatted(element.tagName) || (!!element.parent && isInPreformatted(element.parent));
  return element.preformatted;
}

/** Whether anything below an element stands among blocks. */
function holdsBlock(element: BuiltElement): boolean {
  element.holdsBlock ??= element.children.some((child) => {
    if (child.type === 'leaf') return isBlock(child.node);
    if (child.type !== 'element') return false;
    const { origin, tagName } = child;
    if (origin?.kind === 'whole' || origin?.kind === 'open')
      return !isInlineType(origin.node.type) || holdsBlock(child);
    return (origin?.kind !== 'mark' && isBlockLevel(tagName)) || holdsBlock(child);
  });
  return element.holdsBlock;
}
