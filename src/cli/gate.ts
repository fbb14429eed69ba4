/** Which findings fail a run. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Severity } from '../diagnostics/rule.ts';
import { compareBaseline, createBaseline, parseBaseline } from '../diagnostics/baseline.ts';
import { countSeverities } from '../diagnostics/run-report.ts';
import { EXIT, type ExitCode, UsageError, findingsCode } from './exit-code.ts';

export interface GateFlags {
  readonly strict?: boolean;
  readonly failOn?: Severity;
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** The exit code for some findings. */
export function gate(diagnostics: readonly Diagnostic[], { strict = false, failOn, maxWarnings }: GateFlags): ExitCode {
  const code = findingsCode(diagnostics, strict || failOn === 'warning' || failOn === 'info');
  if (code !== EXIT.clean) return code;
  const counts = countSeverities(diagnostics);
  const fails = (failOn === 'info' && counts.info > 0) || (maxWarnings !== undefined && counts.warning > maxWarnings);
  return fails ? EXIT.findings : EXIT.clean;
}

/**
 * The findings that are not in the baseline; with `--update-baseline` it is written anew, and nothing is left to report.
 * @throws UsageError where the baseline is none.
 */
export function beyondBaseline(
  diagnostics: readonly Diagnostic[],
  { baseline: file, updateBaseline = false }: GateFlags,
): readonly Diagnostic[] {
  if (file === undefined) {
    if (updateBaseline) throw new UsageError('--update-baseline needs --baseline FILE');
    return diagnostics;
  }
  if (updateBaseline) {
    writeFileSync(file, `${JSON.stringify(createBaseline(diagnostics), null, 1)}\n`);
    process.stderr.write(`baseline: ${diagnostics.length} findings are known from now on\n`);
    return [];
  }
  if (!existsSync(file)) throw new UsageError(`there is no baseline ${file}`, 'make it with --update-baseline');
  const baseline = parseBaseline(readFileSync(file, 'utf8'));
  if (!baseline) throw new UsageError(`${file} is no baseline`, 'make it anew with --update-baseline');
  const { fresh, known, gone } = compareBaseline(diagnostics, baseline);
  const shrink = gone > 0 ? `, ${gone} are gone: --update-baseline forgets them` : '';
  if (known > 0 || gone > 0) process.stderr.write(`baseline: ${known} known findings not shown${shrink}\n`);
  return fresh;
}
