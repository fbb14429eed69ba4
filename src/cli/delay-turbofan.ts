/** The settings of V8 for a run over a site. */
import { versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/**
 * The V8 of Node 24, in which Maglev compiles what is called less often; Node 22 has that off. Others are not told: V8 complains on
 * standard error of a flag that it does not know.
 */
const V8_WITH_MAGLEV = '13.';

/**
 * Leaves to TurboFan, V8's last compiler, only what is called more than 40,000 times. By default it is 3,000 times, which hundreds of
 * functions reach in a conversion that is over before they have earned back what it took to compile them: a tenth of its CPU.
 */
export function delayTurbofan(): void {
  if (versions.v8.startsWith(V8_WITH_MAGLEV)) setFlagsFromString('--invocation-count-for-turbofan=40000');
}
