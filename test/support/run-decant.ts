import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export const ROOT = join(import.meta.dirname, '../..');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in the project's folder. */
export function runDecant(...args: readonly string[]): Run {
  return runNode([join(ROOT, 'bin/decant.js'), ...args], ROOT);
}

/** Runs Node in `cwd`. */
export function runNode(args: readonly string[], cwd: string): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

/**
 * Converts a site and returns what the command said; findings are no failure.
 * @throws Error where the run failed.
 */
export function convert(site: string, target: string, out: string, ...options: readonly string[]): Run {
  const run = runDecant('convert', site, '--to', target, '--out', out, ...options);
  if (run.status === 0 || run.status === 1) return run;
  throw new Error(`decant ended with ${run.status}: ${run.stderr}`);
}

/** A new folder, for the tests of a file or of a `describe`; it is removed behind the last of them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'decant-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
