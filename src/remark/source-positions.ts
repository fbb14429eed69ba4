import type { Point, Position } from 'unist';
import type { ComposedText } from '../reader/markdown/composed-text.ts';
import { endOf, placeAt, type LineIndex, type Place } from '../model/place.ts';
import { toSource } from '../reader/markdown/composed-text.ts';

/** The way from the parser's positions, which are those of the composed text, to the author's. */
export interface SourcePositions {
  /** Of a node that the parser made. */
  map(position: Position): Position;
  /** Of one point of the composed text. */
  mapPoint(point: Point, side: 'start' | 'end'): Point;
  /** Of what has been found in the source. */
  of(place: Place): Position;
  point(offset: number): Point;
}

/** `composed` is the text that was parsed, `lines` are those of the author's source. */
export function createSourcePositions(source: string, composed: ComposedText, lines: LineIndex): SourcePositions {
  // Parsers for unified count offsets from behind a byte order mark.
  const skipped = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const point = (offset: number): Point => {
    const { line, column } = placeAt(lines, offset, offset);
    return { line, column: line === 1 ? column - skipped : column, offset: offset - skipped };
  };
  const mapPoint = (from: Point, side: 'start' | 'end'): Point =>
    from.offset === undefined ? from : point(toSource(composed, from.offset + skipped, side));
  return {
    point,
    mapPoint,
    of: (place) => ({ start: point(place.offset), end: point(endOf(place)) }),
    map: ({ start, end }) => ({ start: mapPoint(start, 'start'), end: mapPoint(end, 'end') }),
  };
}
