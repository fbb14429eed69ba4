/** One long test: `npm run test:fuzz` runs it, with the time and the seed in the environment. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targets } from './targets.ts';
import { tryText } from './try-text.ts';

const { DECANT_FUZZ_SECONDS = '60', DECANT_FUZZ_SEED = '1', DECANT_FUZZ_ONLY = '', DECANT_FUZZ_CURRENT } = process.env;
const names = DECANT_FUZZ_ONLY === '' ? Object.keys(targets) : DECANT_FUZZ_ONLY.split(',');
const seconds = Number(DECANT_FUZZ_SECONDS) / names.length;

/** Texts that are tried before the clock is looked at again. */
const ROUND = 20;

describe('fuzzing', () => {
  it.each(names)('%s', { timeout: seconds * 1000 + 300_000 }, async (name) => {
    const target = targets[name];
    if (!target) throw new Error(`there is no target ${name}; there are ${Object.keys(targets).join(', ')}`);
    const property = fc.asyncProperty(target.texts, async (source) => {
      // Whoever looks on sees what takes so long, or what it was that brought everything down.
      if (DECANT_FUZZ_CURRENT !== undefined) writeFileSync(DECANT_FUZZ_CURRENT, `${name}\n${source}`);
      await tryText(name, source);
    });
    // Loading and warming up is no fault of a text.
    await target.run('a');
    const end = Date.now() + seconds * 1000;
    let tried = 0;
    for (let seed = Number(DECANT_FUZZ_SEED); Date.now() < end; seed++) {
      const result = await fc.check(property, { seed, numRuns: ROUND });
      tried += result.numRuns;
      const found = result.counterexample?.[0];
      const kept = found === undefined ? '' : keep(name, found);
      expect(String(result.errorInstance ?? 'sound'), `seed ${seed}, kept as ${kept}`).toBe('sound');
    }
    process.stderr.write(`${name}: ${tried} texts, seeds from ${DECANT_FUZZ_SEED}\n`);
  });
});

/** Keeps a text that was found: from now on the ordinary tests try it too. */
function keep(target: string, source: string): string {
  const folder = join(import.meta.dirname, 'found', target);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${createHash('sha1').update(source).digest('hex').slice(0, 10)}.txt`);
  // As JSON, for half a surrogate pair has no place in a text file.
  writeFileSync(file, `${JSON.stringify(source)}\n`);
  return file;
}
