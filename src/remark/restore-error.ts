import type { Point, Position } from 'unist';
import type { SourcePositions } from './source-positions.ts';

interface PlacedError extends Error {
  place: Point | Position;
  line?: number | undefined;
  column?: number | undefined;
}

/** Gives the error of a parser, which names a place in the text that it got, the place in the author's text. */
export function restoreError(error: unknown, positions: SourcePositions): unknown {
  if (!isPlaced(error)) return error;
  const place = 'start' in error.place ? positions.map(error.place) : positions.mapPoint(error.place, 'start');
  const { line, column } = 'start' in place ? place.start : place;
  return Object.assign(error, { place, line, column });
}

function isPlaced(error: unknown): error is PlacedError {
  if (!(error instanceof Error) || !('place' in error)) return false;
  const { place } = error;
  return typeof place === 'object' && place !== null && ('start' in place || 'line' in place);
}
