import type { LineIndex, Place } from '../../model/place.ts';
import type { PairingContext, ShortcodeMark, Unpaired, UnpairedNode } from './raw.ts';
import { endOf, placeAt } from '../../model/place.ts';
import { isBlank } from './content-model.ts';
import { append } from '../../model/append.ts';

type Parent = UnpairedNode & { readonly children: readonly Unpaired[] };

/** Where a mark stands: the way down from the document, one step for each list of children. */
interface Step {
  readonly list: readonly Unpaired[];
  readonly index: number;
}

interface FoundMark {
  readonly mark: ShortcodeMark;
  readonly trail: readonly Step[];
}

/**
 * Puts the two edges of a `{{% %}}` call into one list of children, so that what stands between its tags becomes its
 * content: in `{{% note %}}one⏎⏎two{{% /note %}}` they stand in two paragraphs, and a browser would let the first one end
 * the call. An edge goes to just outside the child that it stands in; a paragraph is cut there.
 */
export function liftMarks(
  nodes: readonly Unpaired[],
  holders: ReadonlySet<Unpaired>,
  context: PairingContext,
): readonly Unpaired[] {
  const moves = new Map<Unpaired, { readonly mark: ShortcodeMark; readonly list: readonly Unpaired[] }>();
  const opened = new Map<string, FoundMark>();
  const visit = (list: readonly Unpaired[], trail: readonly Step[]): void => {
    for (const [index, node] of list.entries()) {
      if (!holders.has(node)) continue;
      const here = trail.concat({ list, index });
      const mark = readMark(node, context);
      if (mark?.edge === 'open') opened.set(mark.call.path, { mark, trail: here });
      else if (mark) matchMarks(opened.get(mark.call.path), { mark, trail: here }, moves);
      else if ('children' in node) visit(node.children, here);
    }
  };
  visit(nodes, []);
  return moves.size === 0 ? nodes : moveIn(nodes, moves, context.lines);
}

type Moves = Map<Unpaired, { readonly mark: ShortcodeMark; readonly list: readonly Unpaired[] }>;

function matchMarks(open: FoundMark | undefined, close: FoundMark, moves: Moves): void {
  if (!open) return;
  let depth = 0;
  while (open.trail[depth + 1] && close.trail[depth + 1] && isSameStep(open.trail[depth], close.trail[depth])) depth++;
  const list = open.trail[depth]?.list;
  if (!list || list !== close.trail[depth]?.list) return;
  for (const { mark, trail } of [open, close]) {
    const last = trail.at(-1);
    const node = last?.list[last.index];
    if (node && trail.length > depth + 1) moves.set(node, { mark, list });
  }
}

const isSameStep = (a: Step | undefined, b: Step | undefined): boolean => a?.list === b?.list && a?.index === b?.index;

/** The edge that a node is, if it is one and nothing else. */
function readMark(node: Unpaired, context: PairingContext): ShortcodeMark | undefined {
  if (node.type === 'shortcodeMark') return node;
  if (node.type !== 'rawHtmlBlock' && node.type !== 'rawHtmlInline') return undefined;
  const html = node.value.trim();
  if (!html.startsWith('<') || !html.endsWith('>')) return undefined;
  const isComment = html.startsWith('<!--') && html.endsWith('-->');
  const isEnd = html.startsWith('</');
  const name = isComment ? html.slice(4, -3) : html.slice(isEnd ? 2 : 1, -1);
  const marked = context.mark(name);
  if (!marked) return undefined;
  const edge = isComment ? marked.edge : isEnd ? 'close' : 'open';
  return edge && { type: 'shortcodeMark', edge, call: marked.call, innerReading: marked.innerReading };
}

function moveIn(nodes: readonly Unpaired[], moves: Moves, lines: LineIndex): readonly Unpaired[] {
  return nodes.flatMap((node) => moveOut(node, nodes, moves, lines));
}

/** A node of `list` without the marks that leave it, and around it those that come to `list`. */
function moveOut(node: Unpaired, list: readonly Unpaired[], moves: Moves, lines: LineIndex): readonly Unpaired[] {
  if (moves.has(node)) return [];
  if (!('children' in node)) return [node];
  const leaving = marksLeaving(node, list, moves);
  if (node.type === 'paragraph' && leaving.length > 0) return cutParagraph(node, list, moves, lines);
  const children = moveIn(node.children, moves, lines);
  const isSame = children.length === node.children.length && children.every((child, at) => child === node.children[at]);
  if (isSame) return [node];
  if (node.type === 'paragraph') return isEmpty(children) ? [] : [pieceOf(node, children, lines)];
  // A tag stood somewhere in it, so that its source is no longer its text.
  const { place: _place, ...rest } = node;
  const changed = { ...rest, children } as UnpairedNode; // the same node with other children
  return [...leaving.filter(isOpen), changed, ...leaving.filter((mark) => !isOpen(mark))];
}

const isOpen = ({ edge }: ShortcodeMark): boolean => edge === 'open';

/** The marks below a node that go into the list which the node is in. */
function marksLeaving(node: Parent, list: readonly Unpaired[], moves: Moves): ShortcodeMark[] {
  return node.children.flatMap((child) => {
    const move = moves.get(child);
    if (move) return move.list === list ? [move.mark] : [];
    return 'children' in child ? marksLeaving(child, list, moves) : [];
  });
}

/** A paragraph in pieces, with the marks that leave it between them. */
function cutParagraph(paragraph: Parent, list: readonly Unpaired[], moves: Moves, lines: LineIndex): Unpaired[] {
  const pieces: Unpaired[] = [];
  let run: Unpaired[] = [];
  const endRun = (): void => {
    if (!isEmpty(run)) pieces.push(pieceOf(paragraph, run, lines));
    run = [];
  };
  const leave = (marks: readonly ShortcodeMark[]): void => {
    if (marks.length === 0) return;
    endRun();
    append(pieces, marks);
  };
  for (const child of paragraph.children) {
    const move = moves.get(child);
    if (move) {
      if (move.list === list) leave([move.mark]);
      continue;
    }
    const leaving = 'children' in child ? marksLeaving(child, list, moves) : [];
    leave(leaving.filter(isOpen));
    append(run, moveOut(child, paragraph.children, moves, lines));
    leave(leaving.filter((mark) => !isOpen(mark)));
  }
  endRun();
  return pieces;
}

const isEmpty = (nodes: readonly Unpaired[]): boolean =>
  nodes.every((node) => node.type === 'text' && isBlank(node.value));

function pieceOf(paragraph: Parent, children: readonly Unpaired[], lines: LineIndex): Unpaired {
  const { place: _place, ...rest } = paragraph;
  const [first, last] = [placeOf(children[0]), placeOf(children.at(-1))];
  const place = first && last ? { place: placeAt(lines, first.offset, endOf(last)) } : {};
  return { ...rest, children, ...place } as UnpairedNode; // the paragraph with other children
}

function placeOf(node: Unpaired | undefined): Place | undefined {
  if (!node || node.type === 'shortcodeMark') return undefined;
  return 'locate' in node ? node.locate(0, node.value.length) : node.place;
}
