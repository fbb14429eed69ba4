import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { takeLock } from '../../../../src/pipeline/output/lock.ts';

let out: string;
let file: string;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'decant-lock-'));
  onTestFinished(() => rmSync(out, { recursive: true }));
  mkdirSync(join(out, '.decant'));
  file = join(out, '.decant/lock');
});

const NOBODY = 2 ** 22 + 1;

describe('a lock', () => {
  it('refuses a second run and lets the next one in', () => {
    const lock = takeLock(out);
    expect(() => takeLock(out)).toThrow(`another run of decant (process ${process.pid} on ${hostname()}) writes here`);
    lock.release();
    expect(existsSync(file)).toBe(false);
    takeLock(out).release();
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: NOBODY, host: hostname() })],
    ['an earlier process of the same number', JSON.stringify({ pid: process.pid, host: hostname(), started: '1' })],
    ['a run that was killed while it wrote the lock', '{"pid":'],
    ['nobody', ''],
  ])('of %s is taken over', (_, text) => {
    writeFileSync(file, text);
    const lock = takeLock(out);
    lock.release();
    expect(existsSync(file)).toBe(false);
  });

  it('of another machine counts as long as it is refreshed', () => {
    writeFileSync(file, JSON.stringify({ pid: 1, host: `not-${hostname()}` }));
    expect(() => takeLock(out)).toThrow('another run');
    const longAgo = Date.now() / 1000 - 3600;
    utimesSync(file, longAgo, longAgo);
    takeLock(out).release();
  });
});
