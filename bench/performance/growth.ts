/** How much longer a text takes that is twice as long, for each of the texts that have brought parsers to their knees. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { convertText } from '../../test/support/convert-text.ts';
import { cpuTime } from '../../test/support/cpu-time.ts';
import { PATHOLOGICAL_TEXTS } from '../../test/support/pathological-texts.ts';
import { median } from './measure.ts';

export interface Growth {
  readonly text: string;
  readonly target: string;
  /** Milliseconds of CPU for a text, and for one twice as long. */
  readonly small: number;
  readonly large: number;
}

const FIRST = 1000;
const LAST = 32_000;
/** What takes less is no hurt, and mostly noise. */
const MATTERS_MS = 50;
const TRIES = 5;

/** The worst of all. */
export async function growth(): Promise<Growth> {
  let worst: Growth = { text: '', target: '', small: 1, large: 0 };
  for (const target of ['mdx', 'html', 'contentful'] as const) {
    for (const [text, make] of Object.entries(PATHOLOGICAL_TEXTS)) {
      let small = 0;
      for (let n = FIRST; n <= LAST; n *= 2) {
        const large = await time(make(n), target);
        if (small >= MATTERS_MS) {
          if (large / small > worst.large / worst.small) worst = { text, target, small, large };
          break;
        }
        small = large;
      }
    }
  }
  return worst;
}

async function time(source: string, target: 'mdx' | 'html' | 'contentful'): Promise<number> {
  const times: number[] = [];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await nextTurn();
    const start = cpuTime();
    await convertText(source, target);
    times.push(cpuTime() - start);
  }
  return median(times);
}
