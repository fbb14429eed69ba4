/**
 * Kills conversions at random moments and looks at what is left.
 *
 *     npm run build && node bench/kill.ts SITE [--kills 50] [--to mdx] [--seed 1]      (Node 22.18 or newer)
 *
 * Each round changes some pages of a copy of the site, as they would change in real life, and converts it into a folder that has seen all
 * rounds before. The run is killed with SIGKILL at a random moment of the time that such a run takes; one that was faster than the
 * signal does not count. Then a run is left alone: its output must have the same bytes as that of a run into an empty folder, and so
 * must what belongs into a repository of decant's own files; no temporary file, journal or lock may be left.
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
    kills: { type: 'string', default: '50' },
    to: { type: 'string', default: 'mdx' },
    seed: { type: 'string', default: '1' },
  },
});
const [given] = positionals;
if (given === undefined) throw new Error('usage: bench/kill.ts SITE [--kills N] [--to TARGET] [--seed N]');

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

function finish(out: string): number {
  const started = performance.now();
  const run = spawnSync(process.execPath, command(out), { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0 && run.status !== 1) throw new Error(`a run ended with ${run.status}: ${run.stderr}`);
  return performance.now() - started;
}

/** Whether the run was killed before it ended. */
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

/** Changes the text of some pages, and now and then a title, after which everything is converted. */
function change(): void {
  for (let count = 1 + Math.floor(random() * 5); count > 0; count--) {
    const page = pages[Math.floor(random() * pages.length)];
    if (page !== undefined) writeFileSync(join(site, page), `${readFileSync(join(site, page), 'utf8')}\nMore.\n`);
  }
  if (random() < 0.6) writeFileSync(join(site, 'content/kill.md'), `---\ntitle: Round ${random()}\n---\nText.\n`);
}

/** The files of an output folder, without what is of use to this machine alone. */
function contentOf(out: string): Map<string, string> {
  const entries = readdirSync(join(folder, out), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const start = join(folder, out).length + 1;
  const kept = files.filter((file) => !file.slice(start).startsWith('.decant/cache/'));
  return new Map(kept.map((file) => [file.slice(start), readFileSync(file, 'latin1')]));
}

/** The names of files that differ between the two folders, and of what a run should have taken away. */
function faults(): string[] {
  const [ours, expected] = [contentOf('killed'), contentOf('expected')];
  const names = new Set([...ours.keys(), ...expected.keys()]);
  const left = readdirSync(join(folder, 'killed/.decant'), { recursive: true, encoding: 'utf8' });
  return [
    ...[...names].filter((file) => ours.get(file) !== expected.get(file)),
    ...left.filter((name) => /tmp|lock|journal|next/.test(name)),
  ];
}

const wanted = Number(values.kills);
let whole = finish('killed');
let [killed, runs] = [0, 0];
while (killed < wanted && runs < wanted * 20) {
  runs++;
  change();
  if (!(await killAfter(random() * whole, 'killed'))) continue;
  killed++;
  finish('killed');
  rmSync(join(folder, 'expected'), { recursive: true, force: true });
  whole = finish('expected');
  const found = faults();
  for (const name of found) console.log(`  after kill ${killed}: ${name}`);
  if (found.length > 0) process.exitCode = 1;
}
console.log(
  `${killed} runs killed (${runs - killed} were faster), ${contentOf('expected').size} files compared each time`,
);
if (killed < wanted) process.exitCode = 1;
rmSync(folder, { recursive: true });
