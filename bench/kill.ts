/**
 * Kills conversions at random moments and looks at what is left.
 *
 *     npm run build && node bench/kill.ts SITE [--runs 50] [--to mdx] [--seed 1]      (Node 22.18 or newer)
 *
 * One run is left alone and says what the output should be. Then runs into another folder are killed with SIGKILL, each after a random
 * part of the time that a run takes; some pages of a copy of the site change in between, as they would in real life. At last a run is left alone:
 * its output must have the same bytes as that of a clean run over the same copy, and there must be no temporary file, journal or lock.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '50' },
    to: { type: 'string', default: 'mdx' },
    seed: { type: 'string', default: '1' },
  },
});
const [given] = positionals;
if (given === undefined) throw new Error('usage: bench/kill.ts SITE [--runs N] [--to TARGET] [--seed N]');

const folder = mkdtempSync(join(tmpdir(), 'decant-kill-'));
const site = join(folder, 'site');
cpSync(given, site, { recursive: true });
const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
const command = (out: string): string[] => [
  join(root, 'bin/decant.js'),
  'convert',
  site,
  '--to',
  values.to,
  '--out',
  join(folder, out),
  '--reporter',
  'json',
];

/** A small generator of its own, so that a seed names a sequence. */
let state = Number(values.seed);
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

function finish(out: string): void {
  const run = spawnSync(process.execPath, command(out), { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0 && run.status !== 1) throw new Error(`a run ended with ${run.status}: ${run.stderr}`);
}

function killAfter(milliseconds: number, out: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command(out), { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', (_, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
}

function changeAPage(): void {
  const page = pages[Math.floor(random() * pages.length)];
  if (page !== undefined) writeFileSync(join(site, page), `${readFileSync(join(site, page), 'utf8')}\nMore.\n`);
}

function contentOf(out: string): Map<string, string> {
  const entries = readdirSync(join(folder, out), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const start = join(folder, out).length + 1;
  const own = files.filter((file) => !file.slice(start).startsWith('.decant'));
  return new Map(own.map((file) => [file.slice(start), readFileSync(file, 'latin1')]));
}

const started = performance.now();
finish('clean');
const whole = performance.now() - started;
let killed = 0;
for (let run = 0; run < Number(values.runs); run++) {
  if (random() < 0.5) changeAPage();
  if (await killAfter(random() * whole, 'killed')) killed++;
}
finish('killed');
finish('expected');
const [ours, expected] = [contentOf('killed'), contentOf('expected')];
const different = [...new Set([...ours.keys(), ...expected.keys()])].filter(
  (file) => ours.get(file) !== expected.get(file),
);
const left = readdirSync(join(folder, 'killed/.decant')).filter((name) => /tmp|lock|journal|next/.test(name));
console.log(
  `${killed} of ${values.runs} runs killed, ${expected.size} files, ${different.length} different, left over: ${left.length}`,
);
for (const file of [...different, ...left]) console.log(`  ${file}`);
process.exitCode = different.length === 0 && left.length === 0 ? 0 : 1;
rmSync(folder, { recursive: true });
