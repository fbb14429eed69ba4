/** Markdown nodes that went through the browser's tree: back with the children that they have there. */
import type {
  DefinitionDescription,
  DefinitionTerm,
  FlowContent,
  Inline,
  ListItem,
  Node,
  TableCell,
  TableRow,
} from '../../model/nodes.ts';
import type { Rebuilder } from './rebuild.ts';
import type { BuiltElement, BuiltNode } from './tree.ts';
import type { LineIndex, Place } from '../../model/place.ts';
import { isBlock, isInlineType } from '../../model/kinds.ts';
import { endOf, placeAt } from '../../model/place.ts';
import { isTightItem } from './stand-in.ts';

/** The node behind an element, or nothing where the browser gave it content that it cannot hold. */
export function rebuildMarkdown(element: BuiltElement, rebuilder: Rebuilder): Node | undefined {
  const { origin, children } = element;
  if (origin?.kind === 'whole') return origin.node;
  if (origin?.kind !== 'open') return undefined;
  const { node } = origin;
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'definitionTerm':
    case 'tableCell':
      return holdsMarkdownBlock(element) ? undefined : { ...node, children: rebuilder.inline(children) };
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'insert':
    case 'mark':
    case 'subscript':
    case 'superscript':
    case 'link':
    case 'linkReference':
      return { ...node, children: rebuilder.inline(children) };
    case 'blockquote':
      return { ...node, children: rebuilder.flow(children) };
    case 'listItem': {
      const content = rebuilder.flow(children);
      return { ...node, children: isTightItem(element) ? inParagraphs(content, rebuilder) : content };
    }
    case 'definitionDescription': {
      const content = rebuilder.flow(children);
      return { ...node, children: node.spread ? content : withFirstParagraph(content, rebuilder) };
    }
    case 'list': {
      // An item that came here from another list may not be tight where this list is, or the other way round.
      if (children.some((child) => child.type === 'element' && isTightItem(child) === node.spread)) return undefined;
      const items = partsOf(children, rebuilder, (child): child is ListItem => child.type === 'listItem');
      return items && { ...node, children: items };
    }
    case 'definitionList': {
      const parts = partsOf(children, rebuilder, isDefinitionPart);
      return parts && { ...node, children: parts };
    }
    case 'tableRow': {
      const cells = partsOf(children, rebuilder, (child): child is TableCell => child.type === 'tableCell');
      return cells && { ...node, children: cells };
    }
    case 'table': {
      const rows = element.tagName === 'table' ? rowsOf(children, rebuilder) : undefined;
      return rows && { ...node, children: rows };
    }
    default:
      return undefined;
  }
}

/**
 * The text of a tight item stands in paragraphs that have no tag; one that has a tag came from elsewhere, and only a raw
 * element can say so here.
 */
function inParagraphs(content: readonly FlowContent[], { context }: Rebuilder): FlowContent[] {
  const result: FlowContent[] = [];
  let run: Inline[] = [];
  const endRun = (): void => {
    if (run.length > 0) result.push({ type: 'paragraph', children: run, ...placeOfRun(run, context.lines) });
    run = [];
  };
  for (const node of content) {
    if (!isBlock(node)) {
      run.push(node);
      continue;
    }
    endRun();
    result.push(node.type === 'paragraph' ? { ...node, type: 'elementBlock', tagName: 'p', attributes: [] } : node);
  }
  endRun();
  return result;
}

/** Of a tight description only the text that it begins with has no tag. */
function withFirstParagraph(content: readonly FlowContent[], rebuilder: Rebuilder): FlowContent[] {
  const end = content.findIndex(isBlock);
  const first = end < 0 ? content : content.slice(0, end);
  return [...inParagraphs(first, rebuilder), ...content.slice(first.length)];
}

function placeOfRun(run: readonly Inline[], lines: LineIndex): { place?: Place } {
  const [first, last] = [run[0]?.place, run.at(-1)?.place];
  return first && last ? { place: placeAt(lines, first.offset, endOf(last)) } : {};
}

const isDefinitionPart = (node: Node): node is DefinitionTerm | DefinitionDescription =>
  node.type === 'definitionTerm' || node.type === 'definitionDescription';

/** Children of one kind, or nothing where the browser put others among them. */
function partsOf<T extends Node>(
  children: readonly BuiltNode[],
  rebuilder: Rebuilder,
  isRight: (node: Node) => node is T,
): T[] | undefined {
  const types = children.map((child) => (child.type === 'element' ? partTypeOf(child) : undefined));
  if (types.includes(undefined)) return undefined;
  const parts: T[] = [];
  for (const child of children) {
    const node = child.type === 'element' ? rebuilder.markdown(child) : undefined;
    if (!node || !isRight(node)) return undefined;
    parts.push(node);
  }
  return parts;
}

function partTypeOf({ origin }: BuiltElement): string | undefined {
  return origin?.kind === 'whole' || origin?.kind === 'open' ? origin.node.type : undefined;
}

/** The rows of a Markdown table whose head and body are still where Hugo prints them. */
function rowsOf(children: readonly BuiltNode[], rebuilder: Rebuilder): TableRow[] | undefined {
  const [head, body, ...others] = children;
  if (head?.type !== 'element' || body?.type !== 'element' || others.length > 0) return undefined;
  if (head.tagName !== 'thead' || body.tagName !== 'tbody') return undefined;
  const isRow = (child: Node): child is TableRow => child.type === 'tableRow';
  return partsOf([...head.children, ...body.children], rebuilder, isRow);
}

/** Whether a Markdown block stands below an element that holds a line of text. */
function holdsMarkdownBlock(element: BuiltElement): boolean {
  return element.children.some((child) => {
    if (child.type === 'leaf') return !isInlineType(child.node.type);
    if (child.type !== 'element') return false;
    const { origin } = child;
    const isNode = origin?.kind === 'whole' || origin?.kind === 'open';
    return (
      (isNode && !isInlineType(origin.node.type) && origin.node.type !== 'shortcodeBlock') || holdsMarkdownBlock(child)
    );
  });
}
