/** Raw HTML: what rich text can say becomes that, the rest an entry of type `html` or `container`. */
import type { ElementBlock, ElementInline, Heading, Node } from '../../../model/nodes.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import type { Element } from './html-element.ts';
import { fitBlocks, fitItem, fitLine } from '../fit.ts';
import { MARK, paragraph, text } from '../rich-text.ts';
import { dropAttributes, headingOf, listOf, noteHeading, quoteOf } from './blocks.ts';
import { attributeOf, foreign, isBlank, isElement, keep, textOf } from './html-element.ts';
import { figureElement, pictureOf } from './html-figures.ts';
import { preElement } from './html-pre.ts';
import { tableElement } from './html-tables.ts';
import { linkTo } from './links.ts';
import { detailsOf } from './semantic.ts';

type Rule = (node: Element, state: State) => readonly Piece[];

export function elementBlock(node: ElementBlock, state: State): readonly Piece[] {
  return (ruleOf(node.tagName) ?? foreign)(node, state);
}

export function elementInline(node: ElementInline, state: State): readonly Piece[] {
  return (ruleOf(node.tagName) ?? foreign)(node, state);
}

/** The element's tags go, its content stays. One that shows by its attributes alone, such as an icon or an anchor, is kept as HTML. */
const unwrap: Rule = (node, state) => {
  if (isBare(node)) return bare(node, state);
  state.decide(node, node.attributes.length > 0 ? 'dropped' : 'kept', 'content-only');
  dropAttributes(node.tagName, node.attributes, state, node.openTag);
  return state.pieces(node.children);
};

/** The same for an element that stands in a block of its own: what it holds does not run into what stands beside it. */
const unwrapBlock: Rule = (node, state) => fitBlocks(unwrap(node, state), state);

const isBare = (node: Element): boolean => node.children.every(isBlank);

function bare(node: Element, state: State): readonly Piece[] {
  if (node.attributes.length > 0) return foreign(node, state);
  state.decide(node, 'dropped', 'empty');
  return state.pieces(node.children);
}

const marked =
  (bits: number): Rule =>
  (node, state) => {
    if (isBare(node)) return bare(node, state);
    keep(node, state);
    if (node.tagName === 'mark') state.tally.count('contentful-mark-approximated', {}, node.openTag);
    return state.marked(bits, node.children);
  };

const blocks: Rule = (node, state) => {
  keep(node, state);
  return fitBlocks(state.pieces(node.children), state);
};

const heading =
  (depth: Heading['depth']): Rule =>
  (node, state) => {
    keep(node, state, ['id']);
    const rich = headingOf(depth, state.pieces(node.children), state);
    noteHeading(rich, textOf(node, 'id', state), true, state);
    return [rich];
  };

const anchor: Rule = (node, state) => {
  const href = attributeOf(node, 'href')?.value;
  if (href === undefined || typeof href === 'boolean' || typeof href === 'number') return unwrap(node, state);
  keep(node, state, ['href', 'title']);
  const title = textOf(node, 'title', state) ?? '';
  const link = { address: state.address(href, node.place), title, place: node.openTag };
  return linkTo(link, () => state.pieces(node.children), state);
};

const picture: Rule = (node, state) => {
  state.decide(node, 'kept', 'image');
  return [pictureOf(node, state)];
};

const lineBreak: Rule = (node, state) => {
  keep(node, state);
  return [text('\n', state.marks)];
};

const rule: Rule = (node, state) => {
  keep(node, state);
  return [{ nodeType: 'hr', data: {}, content: [] }];
};

/** A place where a word may be broken: nothing that rich text, which wraps by itself, could show. */
const breakPoint: Rule = (node, state) => {
  state.decide(node, 'dropped', 'break-point');
  return [];
};

const list =
  (ordered: boolean): Rule =>
  (node, state) => {
    const start = Number(textOf(node, 'start', state) ?? 1);
    keep(node, state, ['start']);
    if (ordered && Number.isSafeInteger(start) && start !== 1) {
      state.findings.report('contentful-list-start-dropped', { start }, node.openTag);
    }
    const items = node.children.filter((child: Node) => !isBlank(child)).map((child: Node) => itemOf(child, state));
    return listOf(ordered, items);
  };

/** What stands in a list without an item around it gets one. */
function itemOf(child: Node, state: State): ReturnType<typeof richItem> {
  if (!isElement(child) || child.tagName !== 'li') return richItem(fitItem(state.pieces([child]), state));
  keep(child, state);
  return richItem(fitItem(state.pieces(child.children), state));
}

const richItem = (content: ReturnType<typeof fitItem>) => ({ nodeType: 'list-item', data: {}, content }) as const;

const quote: Rule = (node, state) => {
  keep(node, state);
  return quoteOf(fitBlocks(state.pieces(node.children), state), state);
};

const term: Rule = (node, state) => {
  keep(node, state);
  const content = fitLine(state.marked(MARK.bold, node.children), state);
  return content.length > 0 ? [paragraph(content)] : [];
};

const quotation: Rule = (node, state) => {
  keep(node, state);
  return [text('“', state.marks), ...state.pieces(node.children), text('”', state.marks)];
};

const details: Rule = (node, state) => {
  keep(node, state, ['open']);
  const children: readonly Node[] = node.children;
  const summary = children.find((child): child is Element => isElement(child) && child.tagName === 'summary');
  if (summary) keep(summary, state);
  const rest = children.filter((child) => child !== summary);
  const open = attributeOf(node, 'open') !== undefined;
  return detailsOf({ summary: summary?.children ?? [], open, children: rest, place: node.place }, state);
};

const bold = marked(MARK.bold);
const italic = marked(MARK.italic);
const underline = marked(MARK.underline);
const struck = marked(MARK.strikethrough);
const code = marked(MARK.code);

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['a', anchor],
  ['b', bold],
  ['strong', bold],
  ['mark', bold],
  ['i', italic],
  ['em', italic],
  ['cite', italic],
  ['dfn', italic],
  ['var', italic],
  ['address', blocks],
  ['u', underline],
  ['ins', underline],
  ['s', struck],
  ['strike', struck],
  ['del', struck],
  ['code', code],
  ['kbd', code],
  ['samp', code],
  ['tt', code],
  ['sub', marked(MARK.subscript)],
  ['sup', marked(MARK.superscript)],
  ['q', quotation],
  ['br', lineBreak],
  ['wbr', breakPoint],
  ['hr', rule],
  ['img', picture],
  ['p', blocks],
  ['h1', heading(1)],
  ['h2', heading(2)],
  ['h3', heading(3)],
  ['h4', heading(4)],
  ['h5', heading(5)],
  ['h6', heading(6)],
  ['ul', list(false)],
  ['menu', list(false)],
  ['ol', list(true)],
  ['dt', term],
  ['dd', blocks],
  ['blockquote', quote],
  ['pre', preElement],
  ['table', tableElement],
  ['figure', figureElement],
  ['details', details],
  ...['html', 'body', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'center', 'hgroup'].map(
    (name): [string, Rule] => [name, unwrapBlock],
  ),
  ...['span', 'font', 'big', 'small', 'abbr', 'acronym', 'time', 'label', 'data', 'bdi', 'nobr'].map(
    (name): [string, Rule] => [name, unwrap],
  ),
  ...['dl', 'li', 'summary', 'figcaption', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'].map(
    (name): [string, Rule] => [name, unwrapBlock],
  ),
]);

const ruleOf = (tagName: string): Rule | undefined => rules.get(tagName);
