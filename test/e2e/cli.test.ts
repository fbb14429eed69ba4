import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { replay } from '../support/console-case.ts';
import { ROOT, temporaryFolder } from '../support/run-decant.ts';

const CASES = join(ROOT, 'test/cli');

describe('the command line', () => {
  const folder = temporaryFolder();
  beforeEach(() => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    cpSync(join(ROOT, 'samples'), join(folder, 'samples'), { recursive: true });
  });

  it.each(readdirSync(CASES).toSorted())('%s', async (file) => {
    const path = join(CASES, file);
    await expect(replay(readFileSync(path, 'utf8'), folder)).toMatchFileSnapshot(path);
  });

  it('docs/guide.md', async () => {
    const path = join(ROOT, 'docs/guide.md');
    await expect(replay(readFileSync(path, 'utf8'), folder)).toMatchFileSnapshot(path);
  });
});
