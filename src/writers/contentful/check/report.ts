import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { ExportFault } from '../../../diagnostics/codes/contentful-check.ts';
import { createDiagnostic } from '../../../diagnostics/diagnostic.ts';

/** Collects what an import would fail on. */
export interface Report {
  file(file: string, reason: string): void;
  entity(
    entity: { readonly file: string; readonly id: string },
    fault: ExportFault,
    detail?: string,
    at?: string,
  ): void;
  add(diagnostic: Diagnostic): void;
  readonly diagnostics: readonly Diagnostic[];
}

export function openReport(): Report {
  const diagnostics: Diagnostic[] = [];
  const add = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  return {
    diagnostics,
    add,
    file: (file, reason) => add(createDiagnostic('contentful-check-file', { reason }, { file })),
    entity: ({ file, id }, fault, detail = '', at = '') =>
      add(createDiagnostic('contentful-check-entity', { entity: id, at, fault, detail }, { file })),
  };
}
