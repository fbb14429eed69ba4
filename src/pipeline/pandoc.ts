/**
 * The program `pandoc` as a converter. With git for `--since` it is the only other program that decant ever starts, and only for a site that has
 * pages in a format which pandoc reads: without a shell, with the text on its standard input, with fixed arguments.
 */
import { spawnSync } from 'node:child_process';
import type { FormatConverter } from '../reader/formats/converter.ts';

/** What running a program came to; `undefined` where there is no such program. */
export interface ProgramResult {
  readonly status: number | null;
  readonly output: string;
  readonly problem: string;
}

export type RunProgram = (args: readonly string[], input: string) => ProgramResult | undefined;

const LONGEST_RUN = 60_000;
const LONGEST_OUTPUT = 256 * 1024 * 1024;

/** Runs `pandoc`. */
export const runPandoc: RunProgram = (args, input) => {
  const run = spawnSync('pandoc', args, {
    input,
    encoding: 'utf8',
    shell: false,
    windowsHide: true,
    timeout: LONGEST_RUN,
    maxBuffer: LONGEST_OUTPUT,
  });
  if (run.error && 'code' in run.error && run.error.code === 'ENOENT') return undefined;
  return { status: run.status, output: run.stdout ?? '', problem: run.error?.message ?? run.stderr ?? '' };
};

/** What pandoc calls the formats; Hugo hands pages in `pandoc` to it as pandoc's own Markdown, with MathJax. */
const FORMATS = {
  rst: ['--from=rst'],
  pandoc: ['--from=markdown', '--mathjax'],
} as const;

/** Makes a converter of the program; nothing where it is not installed. */
export function createPandocConverter(
  format: keyof typeof FORMATS,
  run: RunProgram = runPandoc,
): FormatConverter | undefined {
  const version = run(['--version'], '');
  if (version?.status !== 0) return undefined;
  const args = [...FORMATS[format], '--to=html5', '--wrap=preserve', '--no-highlight'];
  // In its sandbox pandoc reads no files, whatever the page includes.
  if (hasSandbox(version.output)) args.push('--sandbox');
  return (text) => {
    const result = run(args, text);
    if (result?.status === 0) return result.output;
    throw new Error(result?.problem.trim().split('\n', 1)[0] || 'pandoc did not finish');
  };
}

/** Since 2.15; the first line is `pandoc 3.1.9`. */
function hasSandbox(version: string): boolean {
  const [major = 0, minor = 0] = (version.split(/\s+/)[1] ?? '').split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 15);
}
