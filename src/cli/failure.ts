import { EXIT, UsageError, type ExitCode } from './exit-code.ts';

/** Says on standard error why a command could not do its work. Returns the exit code for it. */
export function reportFailure(error: unknown): ExitCode {
  if (error instanceof UsageError) {
    process.stderr.write(`error: ${error.message}\n${error.hint === undefined ? '' : `hint: ${error.hint}\n`}`);
    return EXIT.usage;
  }
  const refusal = [error, error instanceof Error ? error.cause : undefined].find(isRefusal);
  if (error instanceof Error && refusal) {
    process.stderr.write(`error: ${error === refusal ? '' : `${error.message}: `}${refusal.message}\n`);
    return EXIT.usage;
  }
  process.stderr.write(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.internal;
}

/** Whether the machine said no (ENOSPC, EACCES, …), or another run has the folder: the user can act on it, a stack would not help. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof Error && (('syscall' in error && 'code' in error) || error.name === 'LockedError');
