import type { CallTree } from '../model/page.ts';
import type { Piece } from './scan-document.ts';

/** A line that has only tags, behind the marks of the quotes and lists that it stands in. */
export interface FlowLine {
  /** Those marks. */
  readonly prefix: string;
  /** Whether another line with the same marks stands in the same containers: list marks would start a new item. */
  readonly isRepeatable: boolean;
}

interface Group {
  readonly pieces: Piece[];
  readonly lineStart: number;
}

/**
 * Finds the lines of tags that stand among blocks, by the first tag of each. A call is around blocks where both of its
 * tags are on such lines, and not on the same one: `{{< note >}}text{{< /note >}}` is a line of text, and so is an
 * `{{< icon >}}` that has a line of its own in the middle of a paragraph.
 */
export function findFlowLines(source: string, pieces: readonly Piece[]): ReadonlyMap<Piece, FlowLine> {
  const lineOfOpen = new Map<CallTree, Group>();
  const around = new Set<Group>();
  const groups = tagLines(source, pieces);
  for (const group of groups) {
    for (const piece of group.pieces) {
      if (piece.role === 'open') lineOfOpen.set(piece.call, group);
      else if (piece.role === 'whole' && isOnLines(piece.call)) around.add(group);
      else if (piece.role === 'close') {
        const opened = lineOfOpen.get(piece.call);
        if (opened && opened !== group) around.add(opened).add(group);
      }
    }
  }
  const lines = new Map<Piece, FlowLine>();
  for (const {
    pieces: [first],
    lineStart,
  } of around) {
    if (!first) continue;
    const prefix = source.slice(lineStart, first.start);
    lines.set(first, { prefix, isRepeatable: isRepeatable(prefix) });
  }
  return lines;
}

/** The runs of tags with nothing but white space between them, from the start of a line to its end. */
function tagLines(source: string, pieces: readonly Piece[]): Group[] {
  const groups: Group[] = [];
  let current: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    current.push(piece);
    const next = pieces[index + 1];
    if (next && skipBlanks(source, piece.end) === next.start) continue;
    const [first = piece] = current;
    const lineStart = startOfLine(source, first.start, pieces[index - current.length]?.end ?? 0);
    const isAlone = isLineEnd(source, skipBlanks(source, piece.end));
    const isText = current.some(({ role }) => role === 'literal' || role === 'refused');
    if (!isText && isAlone && lineStart >= 0 && skipPrefix(source, lineStart) === first.start) {
      groups.push({ pieces: current, lineStart });
    }
    current = [];
  }
  return groups;
}

// The line of a tag starts behind the tag before it, or it is not the tag's alone.
function startOfLine(source: string, start: number, from: number): number {
  for (let at = start; at >= from; at--) {
    if (at === 0 || source[at - 1] === '\n' || source[at - 1] === '\r') return at;
  }
  return -1;
}

/** Whether the tags of a call that is one word have lines of their own. */
function isOnLines({ inner }: CallTree): boolean {
  return inner !== undefined && isLineBreak(inner.raw, skipBlanks(inner.raw, 0)) && endsOnOwnLine(inner.raw);
}

function endsOnOwnLine(inner: string): boolean {
  let at = inner.length - 1;
  while (inner[at] === ' ' || inner[at] === '\t' || inner[at] === '>') at--;
  return isLineBreak(inner, at);
}

/** Skips the marks of block quotes and list items, as in `> 1. `. */
function skipPrefix(source: string, from: number): number {
  let at = from;
  for (;;) {
    at = skipBlanks(source, at);
    const behind = skipMark(source, at);
    if (behind === at) return at;
    at = behind;
  }
}

function skipMark(source: string, at: number): number {
  const mark = source[at];
  if (mark === '>') return at + 1;
  let end = at;
  if (mark === '-' || mark === '*' || mark === '+') end++;
  else {
    while (end - at < 9 && isDigit(source.charCodeAt(end))) end++;
    if (end === at || (source[end] !== '.' && source[end] !== ')')) return at;
    end++;
  }
  return source[end] === ' ' || source[end] === '\t' ? end : at;
}

function isRepeatable(prefix: string): boolean {
  for (const character of prefix) if (character !== ' ' && character !== '\t' && character !== '>') return false;
  return true;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isLineBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r';

const isLineEnd = (text: string, at: number): boolean => at >= text.length || isLineBreak(text, at);

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
