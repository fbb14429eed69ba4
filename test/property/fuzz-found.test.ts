/** What fuzzing has found, once mended, stays so. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { targets } from '../fuzz/targets.ts';
import { tryText } from '../fuzz/try-text.ts';

const FOUND = join(import.meta.dirname, '../fuzz/found');

const found = Object.keys(targets).flatMap((target) => {
  const folder = join(FOUND, target);
  return existsSync(folder) ? readdirSync(folder).map((file) => [target, file] as const) : [];
});

describe('texts that fuzzing has found', () => {
  it.each(found)('%s %s', async (target, file) => {
    const source: unknown = JSON.parse(readFileSync(join(FOUND, target, file), 'utf8'));
    await expect(tryText(target, String(source))).resolves.toBeUndefined();
  });

  it.each(Object.keys(targets))('are tried again with the means of fuzzing: %s', async (target) => {
    await expect(tryText(target, '# Nothing *special*\n')).resolves.toBeUndefined();
  });
});
