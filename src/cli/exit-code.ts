import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What a run says to the shell. */
export const EXIT = { clean: 0, findings: 1, usage: 2, internal: 3, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code for some findings: errors fail a run, with `strict` warnings too, and a fault of decant's own most of all. */
export function findingsCode(diagnostics: readonly Diagnostic[], strict: boolean): ExitCode {
  if (diagnostics.some(({ code }) => code === 'internal-error')) return EXIT.internal;
  const fails = diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
  return fails ? EXIT.findings : EXIT.clean;
}

/** A fault of the command line or of a file that it names: printed without a stack, exit 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}
