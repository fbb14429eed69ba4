import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What reporters for other programs need beside the report. */
export interface LocateOptions {
  /** Path of a file that findings name from where the reader of the report stands, with `/`. */
  readonly locate: (file: string) => string;
}

/** Whom of several targets a finding is about, behind its code; nothing where it is about all of them. */
export const aboutTargets = ({ targets }: Diagnostic): string => (targets ? ` (${targets.join(', ')})` : '');

/** A finding's file from where the reader of the report stands. */
export const pathOf = ({ file }: Diagnostic, { locate }: LocateOptions): string | undefined =>
  file === undefined ? undefined : locate(file);
