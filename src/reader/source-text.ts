import type { Code, Facts } from '../diagnostics/catalogue.ts';
import type { Collector } from '../diagnostics/diagnostic.ts';
import { indexLines, placeAt, type LineIndex, type Place } from '../model/place.ts';

/** A source text that knows its lines once somebody asks for a place. */
export interface SourceText {
  readonly source: string;
  placeOf(start: number, end: number): Place;
  /** Adds a finding about the text from `start` up to `end`. */
  report<C extends Code>(code: C, facts: Facts[C], start: number, end: number): void;
}

/** Wraps `source`; only the lines before `end` are ever counted, so that front matter does not pay for a long body. */
export function createSourceText(source: string, collector: Collector, end = source.length): SourceText {
  let lines: LineIndex | undefined;
  const placeOf = (start: number, stop: number): Place => {
    lines ??= indexLines(end < source.length ? source.slice(0, end) : source);
    return placeAt(lines, start, stop);
  };
  return {
    source,
    placeOf,
    report: (code, facts, start, stop) => collector.report(code, facts, placeOf(start, stop)),
  };
}

/** White space as Hugo's page lexer sees it: ASCII only, line ends included. */
export const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
