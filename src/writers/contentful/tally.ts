import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Facts } from '../../diagnostics/catalogue.ts';
import type { Place } from '../../model/place.ts';

/** Findings that come in numbers: a table with a class in every cell is one finding, not a hundred. */
type CountedCode = {
  [C in keyof Facts]: Facts[C] extends { readonly count: number } ? C : never;
}[keyof Facts];

type Uncounted<C extends CountedCode> = Omit<Facts[C], 'count'>;

export interface Tally {
  /** Counts one more of equal findings; the place of the first is reported. */
  count<C extends CountedCode>(code: C, facts: Uncounted<C>, place?: Place): void;
  /** Reports what was counted, in the order in which it first came up. */
  close(): void;
}

export function openTally(collector: Collector): Tally {
  const counted = new Map<string, { times: number; report: (times: number) => void }>();
  return {
    count(code, facts, place) {
      const key = `${code} ${JSON.stringify(facts)}`;
      const known = counted.get(key);
      if (known) {
        known.times++;
        return;
      }
      // Facts of a counted code are these facts and the count: that is what CountedCode selects.
      const report = (count: number): void => collector.report(code, { ...facts, count } as Facts[typeof code], place);
      counted.set(key, { times: 1, report });
    },
    close() {
      for (const { times, report } of counted.values()) report(times);
      counted.clear();
    },
  };
}
