/**
 * The text that the Markdown engine gets: the author's text with pieces replaced (calls by placeholder words), together
 * with the way back from its offsets to the author's.
 */
export interface ComposedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A stretch of the composed text. Of a verbatim piece every offset has a counterpart, of a replaced one only the ends. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
  readonly verbatim: boolean;
}

/** Replaces `text.slice(start, end)` of a composed text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Composer {
  /** Takes over the author's text between two offsets. */
  verbatim(start: number, end: number): void;
  /** Puts `text` in the place of the author's text between two offsets. */
  replace(text: string, start: number, end: number): void;
  finish(): ComposedText;
}

/** Starts a composed text over the author's `source`. */
export function createComposer(source: string): Composer {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let at = 0;
  const add = (text: string, start: number, sourceLength: number, verbatim: boolean): void => {
    parts.push(text);
    pieces.push({ at, length: text.length, source: start, sourceLength, verbatim });
    at += text.length;
  };
  return {
    verbatim: (start, end) => {
      if (end > start) add(source.slice(start, end), start, end - start, true);
    },
    replace: (text, start, end) => add(text, start, end - start, false),
    finish: () => ({ text: parts.join(''), pieces }),
  };
}

/** Applies edits, which are in order and do not overlap, and keeps the way back to the author's offsets. */
export function editText(composed: ComposedText, edits: readonly Edit[]): ComposedText {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let at = 0;
  let from = 0;
  let index = 0;
  const add = (text: string, piece: Omit<Piece, 'at' | 'length'>): void => {
    if (text === '' && piece.verbatim) return;
    parts.push(text);
    pieces.push({ ...piece, at, length: text.length });
    at += text.length;
  };
  const keepUpTo = (end: number): void => {
    for (let piece = composed.pieces[index]; piece && piece.at < end; piece = composed.pieces[++index]) {
      const start = Math.max(from, piece.at);
      const stop = Math.min(end, piece.at + piece.length);
      if (stop > start) add(composed.text.slice(start, stop), cutPiece(piece, start, stop));
      if (piece.at + piece.length > end) break;
    }
    from = end;
  };
  for (const edit of edits) {
    keepUpTo(edit.start);
    const source = toSource(composed, edit.start, 'start');
    add(edit.text, {
      source,
      sourceLength: Math.max(0, toSource(composed, edit.end, 'end') - source),
      verbatim: false,
    });
    from = edit.end;
  }
  keepUpTo(composed.text.length);
  return { text: parts.join(''), pieces };
}

function cutPiece(piece: Piece, start: number, stop: number): Omit<Piece, 'at' | 'length'> {
  if (!piece.verbatim) return piece;
  return { source: piece.source + (start - piece.at), sourceLength: stop - start, verbatim: true };
}

/** The author's offset for an offset of the composed text; inside replaced text, the end that `side` names. */
export function toSource(composed: ComposedText, offset: number, side: 'start' | 'end'): number {
  const piece = pieceAt(composed, offset, side);
  if (!piece) return 0;
  const within = Math.min(offset - piece.at, piece.length);
  if (piece.verbatim) return piece.source + within;
  if (within <= 0) return piece.source;
  return within >= piece.length || side === 'end' ? piece.source + piece.sourceLength : piece.source;
}

/** Whether the character at an offset is not the author's but stands in the place of something the author wrote. */
export function isReplaced(composed: ComposedText, offset: number): boolean {
  return pieceAt(composed, offset, 'start')?.verbatim === false;
}

/** Whether the character at an offset was added between two of the author's. */
export function isInserted(composed: ComposedText, offset: number): boolean {
  const piece = pieceAt(composed, offset, 'start');
  return piece !== undefined && !piece.verbatim && piece.sourceLength === 0;
}

function pieceAt({ pieces }: ComposedText, offset: number, side: 'start' | 'end'): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const at = pieces[middle]?.at ?? 0;
    // An end belongs to the piece before it, a start to the piece behind it.
    if (side === 'start' ? at <= offset : at < offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
