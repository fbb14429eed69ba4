import pc from 'picocolors';
import type { Paint } from '../report/pretty.ts';

/** Colour for one stream: on only where a person looks at it, never under `NO_COLOR` or in a pipe. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { env } = process;
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const enabled = forced || (env['NO_COLOR'] === undefined && env['CI'] === undefined && stream.isTTY === true);
  const colors = pc.createColors(enabled);
  const styles = { error: colors.red, warning: colors.yellow, info: colors.cyan, dim: colors.dim, bold: colors.bold };
  return (style, text) => styles[style](text);
}

/** A progress line on standard error that is rewritten in place. */
export interface Progress {
  update(done: number, total: number, file: string): void;
  clear(): void;
}

const SILENT: Progress = { update: () => {}, clear: () => {} };
const CLEAR_LINE = '\r\u001B[2K';
const INTERVAL_MS = 80;

/** Shows progress on a terminal; says nothing when piped or in CI. */
export function createProgress(): Progress {
  const { stderr, env } = process;
  if (stderr.isTTY !== true || env['CI'] !== undefined) return SILENT;
  let shownAt = 0;
  return {
    update(done, total, file) {
      const now = Date.now();
      if (now - shownAt < INTERVAL_MS) return;
      shownAt = now;
      const line = `${done}/${total} ${file}`;
      stderr.write(`${CLEAR_LINE}${line.slice(0, Math.max(20, (stderr.columns ?? 80) - 1))}`);
    },
    clear: () => {
      stderr.write(CLEAR_LINE);
    },
  };
}
