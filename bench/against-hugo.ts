/**
 * CPU of decant against CPU of Hugo on the same site, whole processes in turn.
 *
 *     npm run build && node bench/against-hugo.ts SITE --hugo HUGO [--do read|mdx|html] [--runs 7] [--keep DIR]
 *
 * (Node 22.18 or newer, and a POSIX `sh`.) Hugo renders the site bare: a copy of the pages with one layout that prints `.Content`,
 * a word in the place of every shortcode tag, the site's own Markdown settings, code highlighting off, nothing written to the disk.
 * decant does what `--do` says: `read` reads every page to the model, the others convert the site as the command line does.
 * CPU is user and system time of the process and what it started. `--keep` lays Hugo's site out in DIR and leaves it there.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { layOutBareSite } from './hugo/bare-site.ts';

const USAGE = 'usage: against-hugo SITE --hugo HUGO [--do read|mdx|html] [--runs N] [--keep DIR]';
const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Cost {
  readonly cpu: number;
  readonly status: number;
  readonly output: string;
}

/** Runs a command; the shell's `times` tells what it cost. */
function run(command: readonly string[]): Cost {
  const script = '"$@" >&2; echo $?; times';
  const { stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', ...command], { encoding: 'utf8' });
  const [status = '', , children = ''] = stdout.split('\n');
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => 60 * Number(minutes) + Number(rest),
  );
  return { cpu: seconds.reduce((sum, each) => sum + each, 0), status: Number(status), output: stderr };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const spread = (values: readonly number[], digits = 2): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

function commandOf(task: string, site: string, scratch: string): readonly string[] {
  if (task === 'read') return [process.execPath, join(root, 'bench/read.js'), site];
  const out = join(scratch, 'out');
  return [process.execPath, join(root, 'bin/decant.js'), 'convert', site, '--to', task, '--out', out];
}

function compare(decant: readonly string[], hugo: readonly string[], runs: number, before: () => void): void {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let at = -1; at < runs; at++) {
    before();
    const own = run(decant);
    const other = run(hugo);
    // An outdated key in a page's front matter is an error at the end of a whole rendering.
    if (!other.output.includes('Total in ')) throw new Error(`Hugo did not render ${hugo.join(' ')}:\n${other.output}`);
    if (own.status > 1) throw new Error(`decant ended with status ${own.status}: ${decant.join(' ')}`);
    // The first run of each warms the disk's cache.
    if (at < 0) continue;
    ours.push(own.cpu);
    theirs.push(other.cpu);
  }
  const ratios = ours.map((cpu, at) => cpu / (theirs[at] ?? Number.NaN));
  console.log(`decant ${spread(ours)} s CPU, Hugo ${spread(theirs)} s CPU, ratio ${spread(ratios)}, ${runs} runs`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hugo: { type: 'string' },
    do: { type: 'string', default: 'read' },
    runs: { type: 'string', default: '7' },
    keep: { type: 'string' },
  },
});
const [given] = positionals;
const { hugo, keep } = values;
if (given === undefined || hugo === undefined || !['read', 'mdx', 'html'].includes(values.do)) {
  console.error(USAGE);
  process.exit(2);
}
const site = resolve(given);
const scratch = mkdtempSync(join(tmpdir(), 'decant-bench-'));
const bare = keep === undefined ? join(scratch, 'hugo') : resolve(keep);
try {
  const files = await layOutBareSite(site);
  for (const [file, text] of files) {
    mkdirSync(dirname(join(bare, file)), { recursive: true });
    writeFileSync(join(bare, file), text);
  }
  const render = [hugo, '--source', bare, '--renderToMemory', '--cacheDir', join(scratch, 'cache')];
  compare(commandOf(values.do, site, scratch), render, Number(values.runs), () =>
    rmSync(join(scratch, 'out'), { recursive: true, force: true }),
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
