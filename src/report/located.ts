import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What reporters for other programs need beside the report. */
export interface LocateOptions {
  /** Path of a file that findings name from where the reader of the report stands, with `/`. */
  readonly locate: (file: string) => string;
}

/** A finding's file from where the reader of the report stands. */
export const pathOf = ({ file }: Diagnostic, { locate }: LocateOptions): string | undefined =>
  file === undefined ? undefined : locate(file);
