import type { Code, Facts } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FieldValue } from '../../model/page.ts';
import type { Place } from '../../model/place.ts';
import { createCollector, createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { append } from '../../model/append.ts';

interface Where {
  readonly file?: string;
  readonly place?: Place;
}

/** Collects the findings of a whole site: each names the file that it is in. */
export interface SiteReport {
  report<C extends Code>(code: C, facts: Facts[C], where?: Where): void;
  /** Runs `read` with a collector for one file and keeps what it finds. */
  within<Result>(file: string, read: (collector: ReturnType<typeof createCollector>) => Result): Result;
  /** Remembers that a value and all values in it come from `file`: merged configuration has many. */
  remember(value: FieldValue, file: string): void;
  /** Remembers where a value without a place of its own was written. */
  rememberAt(value: FieldValue, where: Where): void;
  /** Where a remembered value stands. */
  whereIs(value: FieldValue | undefined): Where;
  readonly diagnostics: readonly Diagnostic[];
}

export function createSiteReport(): SiteReport {
  const diagnostics: Diagnostic[] = [];
  const known = new WeakMap<FieldValue, Where>();
  const remember = (value: FieldValue, file: string): void => {
    if (known.has(value)) return;
    known.set(value, { file, ...(value.place && { place: value.place }) });
    if (value.type === 'list') for (const item of value.items) remember(item, file);
    else if (value.type === 'map') for (const field of value.fields) remember(field.value, file);
  };
  /** A merged map is new; what it holds is not. */
  const whereIs = (value: FieldValue | undefined): Where => {
    const where = value && known.get(value);
    if (where || !value) return where ?? {};
    const first = value.type === 'list' ? value.items[0] : value.type === 'map' ? value.fields[0]?.value : undefined;
    const { file } = whereIs(first);
    return { ...(file !== undefined && { file }), ...(value.place && { place: value.place }) };
  };
  return {
    diagnostics,
    report: (code, facts, where = {}) => void diagnostics.push(createDiagnostic(code, facts, where)),
    within: (file, read) => {
      const collector = createCollector(file);
      const result = read(collector);
      append(diagnostics, collector.diagnostics);
      return result;
    },
    remember,
    rememberAt: (value, where) => void known.set(value, where),
    whereIs,
  };
}
