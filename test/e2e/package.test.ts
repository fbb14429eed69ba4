import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runNode, temporaryFolder } from '../support/run-decant.ts';

describe('the packed package', () => {
  const folder = temporaryFolder();

  it('installs without the sources and converts a site', () => {
    npm(['pack', '--pack-destination', folder], ROOT);
    const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    npm(['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`], folder);
    const installed = join(folder, 'node_modules/decant');
    expect(readdirSync(installed)).not.toContain('src');

    const bin = join(folder, 'node_modules/.bin/decant');
    const help = runNode([bin, '--help'], folder);
    expect(help.stdout).toContain('Usage: decant');
    expect(help.status).toBe(0);

    const run = runNode([bin, 'convert', join(ROOT, 'samples/mesh-docs'), '--to', 'html', '--out', 'out'], folder);
    expect([0, 1], run.stderr).toContain(run.status);
    expect(readFileSync(join(folder, 'out/mesh/index.html'), 'utf8')).toContain('Charting the water');
  });

  it('offers its interface and its schemas', () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      exports: Record<string, unknown>;
    };
    for (const file of Object.values(exports).flatMap((entry) =>
      typeof entry === 'object' ? Object.values(entry ?? {}) : [entry],
    )) {
      expect(existsSync(join(ROOT, String(file))), String(file)).toBe(true);
    }
  });
});

function npm(args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  expect(status, stderr).toBe(0);
}
