/**
 * Tries random texts on the parts that read what other people wrote, and on whole conversions.
 *
 *     npm run test:fuzz -- [--seconds 60] [--seed N] [--only lexer,mapping]
 *
 * The time is shared by all targets. A text that makes one of them throw, report a fault of its own, give a wrong place or take
 * more than a second is made as small as can be and kept in `test/fuzz/found`, where the ordinary tests find it. A run that hangs is
 * ended, and its text kept likewise.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    only: { type: 'string', default: '' },
  },
});
/** How long one text may go on, however busy the machine is. */
const HANGS_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'decant-fuzz-'));
const current = join(folder, 'current');
console.error(`seed ${values.seed}`);
const run = spawn(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'vitest.fuzz.config.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    detached: true,
    env: {
      ...process.env,
      DECANT_FUZZ_SECONDS: values.seconds,
      DECANT_FUZZ_SEED: values.seed,
      DECANT_FUZZ_ONLY: values.only,
      DECANT_FUZZ_CURRENT: current,
    },
  },
);
const watch = setInterval(() => {
  if (!existsSync(current) || Date.now() - statSync(current).mtimeMs < HANGS_MS) return;
  console.error(`${keepCurrent()} hangs`);
  process.kill(-run.pid, 'SIGKILL');
}, 1000);
process.on('SIGINT', () => process.kill(-run.pid, 'SIGKILL'));
run.on('exit', (code, signal) => {
  clearInterval(watch);
  // A crash of the process leaves the text that it was at.
  if (signal !== null && existsSync(current)) console.error(`ended by ${signal} at ${keepCurrent()}`);
  rmSync(folder, { recursive: true });
  process.exitCode = code ?? 1;
});

function keepCurrent() {
  const text = readFileSync(current, 'utf8');
  const end = text.indexOf('\n');
  const [target, source] = [text.slice(0, end), text.slice(end + 1)];
  const place = join(root, 'test/fuzz/found', target);
  mkdirSync(place, { recursive: true });
  const file = join(place, `${createHash('sha1').update(source).digest('hex').slice(0, 10)}.txt`);
  writeFileSync(file, `${JSON.stringify(source)}\n`);
  return file;
}
