/**
 * Where a piece of source text stands in its file.
 * Lines and columns count from 1, `offset` from 0; columns, offsets and lengths are UTF-16 code units.
 */
// All four are whole numbers: after one place with an `Infinity`, V8 keeps that number of every place as an object of its own, which cost a
// conversion a tenth of its CPU.
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly length: number;
}

/** A place together with the file it is in: a path below the site's folder, with `/`. */
export interface FilePlace extends Place {
  readonly file: string;
}

/** The starts of all lines of a text, so that an offset becomes line and column in O(log lines). */
export interface LineIndex {
  readonly lineStarts: readonly number[];
  readonly length: number;
}

/** Indexes the lines of `source`; LF, CRLF and a lone CR end a line, as in CommonMark. */
export function indexLines(source: string): LineIndex {
  const lineStarts = [0];
  if (!source.includes('\r')) {
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) lineStarts.push(at + 1);
    return { lineStarts, length: source.length };
  }
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) lineStarts.push(at + 1);
  }
  return { lineStarts, length: source.length };
}

/** The place of the text from offset `start` up to (not including) `end`. */
export function placeAt(index: LineIndex, start: number, end: number): Place {
  const { lineStarts } = index;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const lineStart = lineStarts[low] ?? 0;
  return { line: low + 1, column: start - lineStart + 1, offset: start, length: Math.max(0, end - start) };
}

/** The offset behind the last code unit of a place. */
export const endOf = (place: Place): number => place.offset + place.length;
