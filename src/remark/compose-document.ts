import type { CallTree } from '../model/page.ts';
import type { Held, Words } from '../reader/markdown/words.ts';
import type { Piece, ScannedDocument } from './scan-document.ts';
import { endOf, type Place } from '../model/place.ts';
import { createComposer, type ComposedText } from '../reader/markdown/composed-text.ts';
import { createWords } from '../reader/markdown/words.ts';
import { findFlowLines, type FlowLine } from './flow-lines.ts';
import { isClosed } from './scan-document.ts';

/** How a paired call is put before the parser, where its tags are not simply two words. */
export interface Plan {
  /** Calls that are one word: their inner text is not read. */
  readonly whole: (call: CallTree) => boolean;
  /** Calls whose tags need a blank line before them, or raw HTML would go on over them. */
  readonly spaced: ReadonlySet<CallTree>;
}

/** A word in the composed text and what it stands for. */
export interface StandIn {
  readonly piece: Piece;
  /** What the composed text has before the word and the author's text has not. */
  readonly lead: string;
}

export interface ComposedDocument {
  readonly composed: ComposedText;
  readonly words: Words;
  readonly standIns: ReadonlyMap<Held, StandIn>;
}

/**
 * Puts a word in the place of each tag. A line that has nothing but tags of calls around blocks becomes a heading of
 * words, `# word`: like the tag that the author sees there, and unlike bare text, a heading ends the paragraph, the
 * list or the table before it and joins none behind it, in every dialect of Markdown.
 */
export function composeDocument(document: ScannedDocument, plan: Plan): ComposedDocument {
  const { source } = document;
  const pieces = piecesOf(document, plan);
  const lines = findFlowLines(source, pieces);
  const words = createWords(source);
  const standIns = new Map<Held, StandIn>();
  const composer = createComposer(source);
  let at = 0;
  for (const piece of pieces) {
    const lead = leadOf(piece, lines.get(piece), plan);
    const held: Held = { kind: 'literal', text: source.slice(piece.start, piece.end) };
    standIns.set(held, { piece, lead });
    composer.verbatim(at, piece.start);
    composer.replace(lead + words.hold(held), piece.start, piece.end);
    at = piece.end;
  }
  composer.verbatim(at, source.length);
  return { composed: composer.finish(), words, standIns };
}

function leadOf(piece: Piece, line: FlowLine | undefined, { spaced }: Plan): string {
  if (!line) return '';
  const needsSpace = 'call' in piece && spaced.has(piece.call) && line.isRepeatable;
  return needsSpace ? `\n${line.prefix}# ` : '# ';
}

/** What becomes a word, in the order of the source. */
function piecesOf({ calls, others }: ScannedDocument, plan: Plan): Piece[] {
  const found: Piece[] = [];
  const stack: { calls: readonly CallTree[]; next: number; close?: Piece }[] = [{ calls, next: 0 }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const call = frame.calls[frame.next++];
    if (!call) {
      if (frame.close) found.push(frame.close);
      stack.pop();
    } else if (!isClosed(call)) {
      found.push(pieceAt('whole', call, call.openTag));
      if (call.calls.length > 0) stack.push({ calls: call.calls, next: 0 });
    } else if (plan.whole(call)) {
      found.push(pieceAt('whole', call, call.place));
    } else {
      found.push(pieceAt('open', call, call.openTag));
      stack.push({ calls: call.calls, next: 0, close: pieceAt('close', call, call.closeTag ?? call.place) });
    }
  }
  return others.length === 0 ? found : mergePieces(found, others);
}

const pieceAt = (role: 'open' | 'close' | 'whole', call: CallTree, place: Place): Piece => {
  return { role, call, start: place.offset, end: endOf(place) };
};

/** All pieces in order; what stands inside a call that is one word goes with it. */
function mergePieces(found: readonly Piece[], others: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  let end = 0;
  for (const piece of [...found, ...others].toSorted((a, b) => a.start - b.start)) {
    if (piece.start < end) continue;
    merged.push(piece);
    end = piece.end;
  }
  return merged;
}
