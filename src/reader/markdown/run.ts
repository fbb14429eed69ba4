import type { Unpaired } from '../html/raw.ts';

/** Text of one value, and where each of its characters stands in the composed text. */
export interface TextRun {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The offset of a character of the value; with `value.length` the end of the run. */
  readonly offsetOf: (index: number) => number;
}

/** A stretch of a run's value that is something other than text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Makes the nodes that stand for the stretch; nothing where it stands for nothing. */
  readonly make: () => readonly Unpaired[];
}
