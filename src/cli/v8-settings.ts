/** The settings of V8 for a run over a site. */
import { versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/**
 * The heap may grow by half of what is in use before V8 looks for what is not, instead of to four times as much: a fifth less memory
 * on a large site, for the same time.
 */
const SMALL_HEAP = '--heap-growing-percent=50';

/**
 * Leaves to TurboFan, V8's last compiler, only what is called more than 40,000 times. By default it is 3,000 times, which hundreds of
 * functions reach in a conversion that is over before they have earned back what it took to compile them: a tenth of its CPU. For the
 * V8 of Node 24, in which Maglev compiles what is called less often; Node 22 has that off.
 */
const LATE_TURBOFAN = '--invocation-count-for-turbofan=40000';

/** By the major version of V8, from Node 20 on. Versions that nobody has tried are not told: V8 complains of what it does not know. */
const SETTINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['11', [SMALL_HEAP]],
  ['12', [SMALL_HEAP]],
  ['13', [SMALL_HEAP, LATE_TURBOFAN]],
]);

export function setUpV8(): void {
  const [major = ''] = versions.v8.split('.');
  for (const setting of SETTINGS.get(major) ?? []) setFlagsFromString(setting);
}
