/** The lines of the table in `docs/performance.md`: what is run, against what, and what is wanted of it. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contender, Cost } from './measure.ts';
import type { Yard } from './yard.ts';
import { growth } from './growth.ts';
import { inTurn, median, medianOf, ratioOf } from './measure.ts';

export interface Row {
  readonly what: string;
  readonly decant: string;
  readonly against: string;
  readonly ratio: number;
  /** The ratio is to be no higher. */
  readonly wanted: number;
}

const DECANT = fileURLToPath(new URL('../../bin/decant.js', import.meta.url));
const READ = fileURLToPath(new URL('../read.js', import.meta.url));
const PASSES = fileURLToPath(new URL('../passes.js', import.meta.url));
const PASS_COUNT = 8;
/** Starting takes so little that single runs are mostly noise. */
const ROUNDS_OF_A_START = 15;

const seconds = (costs: readonly Cost[], of: 'cpu' | 'wall'): string =>
  `${medianOf(costs, of).toFixed(2)} s${of === 'cpu' ? ' CPU' : ''}`;

function row(
  what: string,
  ours: readonly Cost[],
  theirs: readonly Cost[],
  wanted: number,
  of: 'cpu' | 'wall' = 'cpu',
): Row {
  const [decant, against] = [seconds(ours, of), seconds(theirs, of)];
  return { what, decant, against, ratio: ratioOf(ours, theirs, of), wanted };
}

const convert = (
  yard: Yard,
  site: string,
  targets: readonly string[] = ['mdx'],
  node: string = yard.node,
): readonly string[] => [node, DECANT, 'convert', site, '--to', ...targets, '--out', yard.out(targets.join('-'))];

/** A run into an empty folder. */
const anew = (yard: Yard, command: readonly string[]): Contender => ({ command, before: yard.clear });

async function full(yard: Yard): Promise<readonly Row[]> {
  const site = yard.large();
  const { decant, hugo } = await inTurn(
    { decant: anew(yard, convert(yard, site)), hugo: await yard.hugo(site) },
    yard.rounds,
  );
  const [peak, theirs] = [medianOf(decant, 'peak'), medianOf(hugo, 'peak')];
  return [
    row('all pages to MDX', decant, hugo, 1),
    row('the same, on the clock', decant, hugo, 1, 'wall'),
    {
      what: 'the same, most memory at a time',
      decant: `${peak.toFixed(0)} MB`,
      against: `${theirs.toFixed(0)} MB`,
      ratio: ratioOf(decant, hugo, 'peak'),
      wanted: 0.4,
    },
  ];
}

async function otherNode(yard: Yard): Promise<readonly Row[]> {
  const site = yard.large();
  const { otherNode: other } = yard;
  if (other === undefined) return [];
  const version = spawnSync(other, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const contenders = { decant: anew(yard, convert(yard, site, ['mdx'], other)), hugo: await yard.hugo(site) };
  const { decant, hugo } = await inTurn(contenders, yard.rounds);
  return [row(`all pages to MDX, Node ${version}`, decant, hugo, 1)];
}

async function alone(yard: Yard): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, dir } of yard.sites) {
    const contenders = { decant: anew(yard, convert(yard, dir)), hugo: await yard.hugo(dir) };
    const { decant, hugo } = await inTurn(contenders, yard.rounds);
    rows.push(row(`${name} alone to MDX`, decant, hugo, 1.3));
  }
  return rows;
}

async function reading(yard: Yard): Promise<readonly Row[]> {
  const site = yard.large();
  const contenders = { decant: { command: [yard.node, READ, site] }, hugo: await yard.hugo(site) };
  const { decant, hugo } = await inTurn(contenders, yard.rounds);
  return [row('all pages to the model, nothing written', decant, hugo, 1)];
}

async function severalTargets(yard: Yard): Promise<readonly Row[]> {
  const site = yard.large();
  const contenders = {
    all: anew(yard, convert(yard, site, ['mdx', 'html', 'contentful'])),
    mdx: anew(yard, convert(yard, site)),
  };
  const { all, mdx } = await inTurn(contenders, yard.rounds);
  return [row('MDX, HTML and Contentful in one run, against MDX alone', all, mdx, 1.6)];
}

/** Runs after one that has converted everything. */
async function again(yard: Yard): Promise<readonly Row[]> {
  const site = yard.large();
  const command = convert(yard, site);
  yard.clear();
  await inTurn({ first: { command } }, 0);
  const page = filesBelow(site).find((file) => file.endsWith('.md'));
  if (page === undefined) return [];
  const { unchanged, touched, changed, hugo } = await inTurn(
    {
      unchanged: { command, prints: 'unchanged' },
      touched: {
        command,
        prints: 'unchanged',
        before: () => touch([...filesBelow(site), ...filesBelow(yard.out('mdx'))]),
      },
      changed: { command, before: () => appendFileSync(page, '\nOne line more.\n') },
      hugo: await yard.hugo(site),
    },
    yard.rounds,
  );
  return [
    row('nothing has changed, by times', unchanged, hugo, 0.06),
    row('nothing has changed, all times are new: by content', touched, hugo, 0.12),
    row('one page has changed', changed, hugo, 0.12),
  ];
}

const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !file.parentPath.includes('.decant'))
    .map((file) => join(file.parentPath, file.name));

/** As a fresh checkout leaves files: the same content, other times. */
function touch(files: readonly string[]): void {
  const now = new Date();
  for (const file of files) utimesSync(file, now, now);
}

async function passes(yard: Yard): Promise<readonly Row[]> {
  const command = [PASSES, yard.large(0.25), yard.out('passes'), String(PASS_COUNT)];
  const { stdout, stderr, status } = spawnSync(yard.node, command, { encoding: 'utf8' });
  rmSync(yard.out('passes'), { recursive: true, force: true });
  if (status !== 0) throw new Error(stderr);
  const [half = Number.NaN, end = Number.NaN] = JSON.parse(stdout) as number[]; // as the script prints them
  return [
    {
      what: `most memory after ${PASS_COUNT} passes in one process, against after ${PASS_COUNT / 2}`,
      decant: `${end.toFixed(0)} MB`,
      against: `${half.toFixed(0)} MB`,
      ratio: end / half,
      wanted: 1.1,
    },
  ];
}

async function starting(yard: Yard): Promise<readonly Row[]> {
  const { node, page } = yard;
  const { help, one, nothing } = await inTurn(
    {
      help: { command: [node, DECANT, '--help'], prints: 'Usage' },
      one: { command: [node, DECANT, 'export', page, '--to', 'mdx'], prints: 'Hello' },
      nothing: { command: [node, '-e', '0'] },
    },
    Math.max(yard.rounds, ROUNDS_OF_A_START),
  );
  return [
    row('`--help`, against `node -e 0`, on the clock', help, nothing, 1.8, 'wall'),
    row('one page to MDX, against `node -e 0`, on the clock', one, nothing, 3.5, 'wall'),
  ];
}

async function perMegabyte(yard: Yard): Promise<readonly Row[]> {
  const [whole, quarter] = [yard.large(), yard.large(0.25)];
  const costs = await inTurn(
    { whole: anew(yard, convert(yard, whole)), quarter: anew(yard, convert(yard, quarter)) },
    yard.rounds,
  );
  const [perWhole, perQuarter] = [costs.whole, costs.quarter].map((own, at) =>
    own.map(({ cpu }) => (1e6 * cpu) / yard.bytes(at === 0 ? whole : quarter)),
  );
  if (!perWhole || !perQuarter) return [];
  return [
    {
      what: 'CPU per MB of the whole site, against that of a quarter',
      decant: `${median(perWhole).toFixed(3)} s`,
      against: `${median(perQuarter).toFixed(3)} s`,
      ratio: median(perWhole.map((cost, at) => cost / (perQuarter[at] ?? Number.NaN))),
      wanted: 1.2,
    },
  ];
}

async function doubling(): Promise<readonly Row[]> {
  const { text, target, small, large } = await growth();
  return [
    {
      what: `texts made to hurt, twice as long: the worst is “${text}” to ${target}`,
      decant: `${large.toFixed(0)} ms`,
      against: `${small.toFixed(0)} ms`,
      ratio: large / small,
      wanted: 2.5,
    },
  ];
}

export const LINES: Readonly<Record<string, (yard: Yard) => Promise<readonly Row[]>>> = {
  full,
  'other-node': otherNode,
  alone,
  reading,
  targets: severalTargets,
  again,
  passes,
  start: starting,
  'per-mb': perMegabyte,
  doubling,
};
