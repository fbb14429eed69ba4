import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ROOT, temporaryFolder } from '../../support/run-decant.ts';

const PATIENCE = { timeout: 60_000, interval: 50 };

describe('convert --watch', { timeout: 200_000 }, () => {
  const folder = temporaryFolder();
  const site = join(folder, 'site');
  const out = join(site, 'out');
  let child: ChildProcess | undefined;
  afterEach(() => void child?.kill('SIGKILL'));

  function write(file: string, text: string): void {
    mkdirSync(join(site, file, '..'), { recursive: true });
    writeFileSync(join(site, file), text);
  }

  function start() {
    rmSync(site, { recursive: true, force: true });
    write('hugo.yaml', 'title: Site\n');
    write('content/one.md', 'First.\n');
    let said = '';
    const command = [join(ROOT, 'bin/decant.js'), 'convert', site, '--to', 'mdx', '--out', out, '--watch'];
    const started = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (text) => (said += String(text)));
    child = started;
    const ended = new Promise<number | null>((resolve) => started.on('exit', resolve));
    const rounds = (): number => said.split('waiting for changes').length - 1;
    return {
      started,
      ended,
      said: () => said,
      untilIdle: (round: number) => vi.waitFor(() => expect(rounds()).toBeGreaterThanOrEqual(round), PATIENCE),
    };
  }

  const written = (file: string): string => readFileSync(join(out, file), 'utf8');

  it('converts what is changed, added and taken away, and ends with 0 at Ctrl-C', async () => {
    const { started, ended, said, untilIdle } = start();
    await untilIdle(1);
    expect(written('one.mdx')).toContain('First.');
    write('content/one.md', 'Second.\n');
    await vi.waitFor(() => expect(written('one.mdx')).toContain('Second.'), PATIENCE);
    // A folder that comes with its files is watched like the others.
    write('content/docs/deep/two.md', 'Two.\n');
    await vi.waitFor(() => expect(existsSync(join(out, 'docs/deep/two.mdx'))).toBe(true), PATIENCE);
    write('content/docs/deep/two.md', 'Two and a half.\n');
    await vi.waitFor(() => expect(written('docs/deep/two.mdx')).toContain('half'), PATIENCE);
    await untilIdle(4);
    started.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(said()).toContain('changed: ');
    expect(existsSync(join(out, '.decant/lock'))).toBe(false);
  });

  it('says what is wrong with the settings and goes on when they are mended', async () => {
    const { started, ended, said, untilIdle } = start();
    await untilIdle(1);
    write('decant.yaml', 'version: 1\nnonsense: true\n');
    await untilIdle(2);
    expect(said()).toContain('decant.yaml cannot be used');
    write('decant.yaml', 'version: 1\n');
    write('content/one.md', 'Mended.\n');
    await vi.waitFor(() => expect(written('one.mdx')).toContain('Mended.'), PATIENCE);
    started.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('fails at once where the first run cannot start', async () => {
    const run = spawn(process.execPath, [
      join(ROOT, 'bin/decant.js'),
      'convert',
      join(folder, 'nowhere'),
      '--to',
      'mdx',
      '--out',
      out,
      '--watch',
    ]);
    child = run;
    expect(await new Promise((resolve) => run.on('exit', resolve))).toBe(2);
  });
});
