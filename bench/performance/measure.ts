/** What a process costs, and what several cost that are run in turn. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Cost {
  /** Seconds of user and system time, of the process and what it started. */
  readonly cpu: number;
  /** Seconds on the clock. */
  readonly wall: number;
  /** The most memory that the process had at a time, in MB; 0 where the system does not tell. */
  readonly peak: number;
}

export interface Contender {
  readonly command: readonly string[];
  /** Brings the disk into the state that the run is to find; it is not measured. */
  readonly before?: () => void;
  /** What the run must have printed to count. */
  readonly prints?: string;
}

/** The shell says its child's number, waits, and says the exit status and what the child has cost. */
const SCRIPT = '"$@" >&2 & echo $!; wait $!; echo $?; times';
const POLL_MS = 10;

/** @throws Error where the process fails; findings in content (status 1) are no failure. */
export async function run({ command, prints = '' }: Contender): Promise<Cost> {
  const started = performance.now();
  const shell = spawn('sh', ['-c', SCRIPT, 'sh', ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let output = '';
  shell.stdout.setEncoding('utf8').on('data', (text: string) => void (said += text));
  shell.stderr.setEncoding('utf8').on('data', (text: string) => void (output += text));
  let peak = 0;
  const poll = setInterval(() => void (peak = Math.max(peak, peakOf(said.split('\n')[0] ?? ''))), POLL_MS);
  await new Promise((resolve) => void shell.on('close', resolve));
  clearInterval(poll);
  const wall = (performance.now() - started) / 1000;
  const [, status = '', , children = ''] = said.split('\n');
  if (Number(status) > 1 || !output.includes(prints)) {
    throw new Error(`status ${status}: ${command.join(' ')}\n${output.slice(-2000)}`);
  }
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => 60 * Number(minutes) + Number(rest),
  );
  return { cpu: seconds.reduce((sum, each) => sum + each, 0), wall, peak };
}

/** The high-water mark of a process as Linux keeps it; it only grows, so the last look before the end is close to it. */
function peakOf(pid: string): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0; // not Linux, or the process has just ended
  }
}

/** Runs the contenders in turn, so that all of them meet the same hour of the machine; a first round warms the disk's cache. */
export async function inTurn<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Record<Name, readonly Cost[]>> {
  const names = Object.keys(contenders) as Name[]; // a record's own keys
  const costs = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Cost[]>; // one for each
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      contenders[name].before?.();
      const cost = await run(contenders[name]);
      if (round >= 0) costs[name].push(cost);
    }
  }
  return costs;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const medianOf = (costs: readonly Cost[], of: keyof Cost): number => median(costs.map((cost) => cost[of]));

/** The median of the ratios of runs of the same round. */
export const ratioOf = (ours: readonly Cost[], theirs: readonly Cost[], of: keyof Cost): number =>
  median(ours.map((cost, at) => cost[of] / (theirs[at]?.[of] ?? Number.NaN)));
