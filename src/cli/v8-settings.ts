/** The settings of V8 for a run over a site. */
import { versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/** V8 complains on standard error of a setting that it does not know: versions that nobody has tried are not told. */
const [MAJOR = ''] = versions.v8.split('.');

/** Those of Node 20, 22 and 24. */
const WITH_GROWTH: ReadonlySet<string> = new Set(['11', '12', '13']);

/** The V8 of Node 24, in which Maglev compiles what TurboFan does not; Node 22 has that off. */
const WITH_MAGLEV = '13';

/**
 * Leaves to TurboFan, V8's last compiler, only what is called more than 40,000 times. By default it is 3,000 times, which hundreds of
 * functions reach in a conversion that is over before they have earned back what it took to compile them: a tenth of its CPU.
 */
export function delayTurbofan(): void {
  if (MAJOR === WITH_MAGLEV) setFlagsFromString('--invocation-count-for-turbofan=40000');
}

/** Pages from which on a run needs so much memory that less of it is worth a little time. */
const MANY_PAGES = 2000;

/**
 * For a large site the heap may grow by half of what is in use before V8 looks for what is not, instead of to four times as much: a fifth
 * less memory.
 */
export function saveMemory(pages: number): void {
  if (pages >= MANY_PAGES && WITH_GROWTH.has(MAJOR)) setFlagsFromString('--heap-growing-percent=50');
}
