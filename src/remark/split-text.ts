import type { Nodes, RootContent, Text } from 'mdast';
import type { CallTree } from '../model/page.ts';
import type { ComposedDocument, StandIn } from './compose-document.ts';
import type { SourcePositions } from './source-positions.ts';

export interface Restoring extends ComposedDocument {
  readonly source: string;
  readonly positions: SourcePositions;
}

/** A tag of a call between nodes, until the calls have been nested. */
export interface Mark {
  readonly type: 'mark';
  readonly standsIn: 'flow' | 'text';
  readonly role: 'open' | 'close' | 'whole';
  readonly call: CallTree;
}

interface Found extends StandIn {
  /** Where the word stands in the text, lead included. */
  readonly start: number;
  readonly end: number;
}

function* wordsIn(text: string, { words, standIns }: Restoring): Generator<Found> {
  for (let found = words.find(text, 0); found; found = words.find(text, found.end)) {
    const standIn = standIns.get(found.held);
    if (!standIn) continue;
    const { lead } = standIn;
    const start =
      lead !== '' && text.startsWith(lead, found.start - lead.length) ? found.start - lead.length : found.start;
    yield { ...standIn, start, end: found.end };
  }
}

/** Puts the author's text in the place of the words in a string. */
export function restoreText(text: string, restoring: Restoring, onTag: (call: CallTree) => void): string {
  let restored = '';
  let at = 0;
  for (const { piece, start, end } of wordsIn(text, restoring)) {
    if ('call' in piece && piece.role !== 'whole') onTag(piece.call);
    restored += text.slice(at, start) + restoring.source.slice(piece.start, piece.end);
    at = end;
  }
  return at === 0 ? text : restored + text.slice(at);
}

/** Whether a node is a heading only because a line of tags became one. */
export function isWordHeading(node: Nodes, restoring: Restoring): boolean {
  if (node.type !== 'heading' || node.children.length !== 1) return false;
  const [child] = node.children;
  if (child?.type !== 'text') return false;
  const first = restoring.words.find(child.value, 0);
  return first?.start === 0 && restoring.standIns.get(first.held)?.lead !== '';
}

/** The text and the tags that a node is made of; the node itself where no words are in it. */
export function splitText(node: RootContent, restoring: Restoring): (RootContent | Mark)[] {
  if (node.type === 'heading' && isWordHeading(node, restoring)) {
    const [child] = node.children;
    return child?.type === 'text' ? marksIn(child.value, restoring) : [];
  }
  return node.type === 'text' && restoring.words.find(node.value, 0) ? splitNode(node, restoring) : [node];
}

function marksIn(text: string, restoring: Restoring): Mark[] {
  const marks: Mark[] = [];
  for (const { piece } of wordsIn(text, restoring)) {
    if ('call' in piece) marks.push({ type: 'mark', standsIn: 'flow', role: piece.role, call: piece.call });
  }
  return marks;
}

function splitNode(node: Text, restoring: Restoring): (Text | Mark)[] {
  const { positions, source } = restoring;
  const parts: (Text | Mark)[] = [];
  let value = '';
  let start = node.position?.start;
  const flush = (end: typeof start): void => {
    if (value !== '') parts.push({ type: 'text', value, ...(start && end && { position: { start, end } }) });
    value = '';
  };
  let at = 0;
  for (const found of wordsIn(node.value, restoring)) {
    const { piece } = found;
    value += node.value.slice(at, found.start);
    at = found.end;
    if (piece.role === 'literal') {
      value += piece.text;
      continue;
    }
    flush(positions.point(piece.start));
    start = positions.point(piece.end);
    if ('call' in piece) parts.push({ type: 'mark', standsIn: 'text', role: piece.role, call: piece.call });
    else
      parts.push(
        refusedText(source.slice(piece.start, piece.end), { start: positions.point(piece.start), end: start }),
      );
  }
  value += node.value.slice(at);
  flush(node.position?.end);
  return parts;
}

const refusedText = (value: string, position: NonNullable<Text['position']>): Text => {
  return { type: 'text', value, data: { refusedShortcode: true }, position };
};
