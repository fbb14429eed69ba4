import type { Code, Facts } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FieldValue } from '../../model/page.ts';
import type { Place } from '../../model/place.ts';
import { createCollector, createDiagnostic } from '../../diagnostics/diagnostic.ts';

/** Collects the findings of a whole site: each names the file that it is in. */
export interface SiteReport {
  report<C extends Code>(code: C, facts: Facts[C], where?: { readonly file?: string; readonly place?: Place }): void;
  /** Runs `read` with a collector for one file and keeps what it finds. */
  within<Result>(file: string, read: (collector: ReturnType<typeof createCollector>) => Result): Result;
  /** Remembers that a value and all values in it come from `file`: merged configuration has many. */
  remember(value: FieldValue, file: string): void;
  /** Where a remembered value stands. */
  whereIs(value: FieldValue | undefined): { readonly file?: string; readonly place?: Place };
  readonly diagnostics: readonly Diagnostic[];
}

export function createSiteReport(): SiteReport {
  const diagnostics: Diagnostic[] = [];
  const files = new WeakMap<FieldValue, string>();
  const remember = (value: FieldValue, file: string): void => {
    if (files.has(value)) return;
    files.set(value, file);
    if (value.type === 'list') for (const item of value.items) remember(item, file);
    else if (value.type === 'map') for (const field of value.fields) remember(field.value, file);
  };
  return {
    diagnostics,
    report: (code, facts, where = {}) => void diagnostics.push(createDiagnostic(code, facts, where)),
    within: (file, read) => {
      const collector = createCollector(file);
      const result = read(collector);
      diagnostics.push(...collector.diagnostics);
      return result;
    },
    remember,
    whereIs: (value) => {
      const file = value && files.get(value);
      const place = value?.place;
      return { ...(file !== undefined && { file }), ...(place && { place }) };
    },
  };
}
