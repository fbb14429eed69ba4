import type { Diagnostic } from './diagnostic.ts';
import type { Severity } from './rule.ts';

/** How many things of one kind there were in the source, and what became of them. */
export interface Totals {
  readonly source: number;
  readonly mapped: number;
  readonly kept: number;
  readonly dropped: number;
}

/** One output file and what the run did, or would do, with it. */
export interface PlannedFile {
  readonly path: string;
  readonly source?: string;
  readonly action: FileAction;
}

/** A file that a run changes: what stands there, and what comes there; one of the two may be missing. */
export interface FileChange {
  readonly path: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
}

/**
 * What becomes of an output file. `keep`: it was edited by hand and stays so; `merge`: the edit and the new conversion go together;
 * `refuse`: it cannot be written; `remove`: nothing makes it any more.
 */
export type FileAction = 'write' | 'unchanged' | 'keep' | 'merge' | 'refuse' | 'remove';

/** What a run came to: the input of every reporter. */
export interface RunReport {
  readonly version: string;
  readonly target: string;
  readonly site: string;
  readonly out: string;
  readonly dryRun: boolean;
  readonly interrupted: boolean;
  readonly pages: { readonly selected: number; readonly converted: number };
  readonly files: readonly PlannedFile[];
  /** Files of an earlier run that this one no longer makes. */
  readonly stale: readonly string[];
  readonly totals: Readonly<Record<'call' | 'argument' | 'field' | 'element', Totals>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** How many findings there are of each severity. */
export function countSeverities(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}
