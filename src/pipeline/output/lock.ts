/** One run at a time in an output folder. */
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { makeStateFolder, stateFile } from './state-folder.ts';

/** Another run holds the output folder. */
export class LockedError extends Error {
  constructor(file: string, { pid, host }: Holder) {
    super(`another run of decant (process ${pid} on ${host}) writes here; if it is gone, delete ${file}`);
    this.name = 'LockedError';
  }
}

export interface Lock {
  /** Says that the run is still alive; to be called now and then. */
  refresh(): void;
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process was started, as the system counts; absent where it does not say. */
  readonly started?: string;
}

/** How long the lock of another machine counts without having been refreshed. */
const LEASE_MS = 10 * 60_000;
const REFRESH_MS = 5000;

/**
 * Takes the output folder for this run. The lock of a run that was killed is taken over.
 * @throws LockedError while another run holds it.
 */
export function takeLock(out: string): Lock {
  const file = stateFile(out, 'lock');
  makeStateFolder(out);
  const own: Holder = { pid: process.pid, host: hostname(), ...startOf(process.pid) };
  const text = `${JSON.stringify(own)}\n`;
  while (!create(file, text)) takeAway(file, own);
  let refreshed = Date.now();
  return {
    refresh() {
      const now = Date.now();
      if (now - refreshed < REFRESH_MS) return;
      refreshed = now;
      if (read(file) === text) utimesSync(file, now / 1000, now / 1000);
    },
    release() {
      if (read(file) === text) rmSync(file, { force: true });
    },
  };
}

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw new Error(`cannot write ${file}`, { cause });
  }
}

/** Removes a lock that nobody holds any more; what is taken away is looked at again, for two runs may try at once. */
function takeAway(file: string, own: Holder): void {
  const found = read(file);
  if (found === undefined) return;
  const holder = parse(found);
  if (holder && isHeld(file, holder, own)) throw new LockedError(file, holder);
  const aside = `${file}.${own.pid}`;
  try {
    renameSync(file, aside);
  } catch (cause) {
    if (isMissing(cause)) return;
    throw cause;
  }
  if (read(aside) !== found) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function isHeld(file: string, holder: Holder, own: Holder): boolean {
  if (holder.host !== own.host) {
    const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return Date.now() - touched < LEASE_MS;
  }
  // A number is given again, in a container even the same one each time: only the start tells two processes apart.
  const { started } = startOf(holder.pid);
  if (started !== undefined && holder.started !== undefined) return started === holder.started;
  return holder.pid !== own.pid && isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it is there, and another user's.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** Linux says when a process was started: the 20th word behind its name, which stands in parentheses. */
function startOf(pid: number): { readonly started?: string } {
  const text = read(`/proc/${pid}/stat`);
  const started = text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  return started === undefined ? {} : { started };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ESRCH');

/** A lock that was cut off while it was written belongs to nobody. */
function parse(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isHolder = typeof value === 'object' && value !== null && 'pid' in value && 'host' in value;
    return isHolder && typeof value.pid === 'number' ? (value as Holder) : undefined; // its form was just looked at
  } catch {
    return undefined;
  }
}
