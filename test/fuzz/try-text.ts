import { cpuTime } from '../support/cpu-time.ts';
import { targets } from './targets.ts';

/** How much CPU a text of some kilobytes may cost, in milliseconds. */
const LIMIT_MS = 1000;

/** Tries a text on a target; it throws where something is wrong, and where it takes too long. */
export async function tryText(target: string, source: string): Promise<void> {
  const found = targets[target];
  if (!found) throw new Error(`there is no fuzz target ${target}`);
  const start = cpuTime();
  const check = await found.run(source);
  const spent = cpuTime() - start;
  await check();
  if (spent > LIMIT_MS) throw new Error(`it took ${Math.round(spent)} ms of CPU for ${source.length} characters`);
}
