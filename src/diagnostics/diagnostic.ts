import type { Place } from '../model/place.ts';
import type { Code, Facts } from './catalogue.ts';
import type { Rule, Severity } from './rule.ts';
import { findRule } from './areas.ts';

/** One finding: what, about what, where. Words are added when it is printed. */
export interface Diagnostic<C extends Code = Code> {
  readonly code: C;
  readonly severity: Severity;
  readonly facts: Facts[C];
  /** The file it is in: a path below the site's folder, or as the user gave it. */
  readonly file?: string;
  readonly place?: Place;
  /** In the report of a run to several targets: those that it is about, where it is not about all of them. */
  readonly targets?: readonly string[];
}

/** Collects the findings of one file. */
export interface Collector {
  /** Adds a finding; without a place it is about the file as a whole. */
  report<C extends Code>(code: C, facts: Facts[C], place?: Place): void;
  /** Takes over what was found in a text that is none of the file’s own, at the place in the file that it came from. */
  adopt(found: readonly Diagnostic[], place?: Place): void;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a collector for `file`, or for findings that belong to no file. */
export function createCollector(file?: string): Collector {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report: (code, facts, place) => {
      diagnostics.push(createDiagnostic(code, facts, { ...(file !== undefined && { file }), ...(place && { place }) }));
    },
    adopt: (found, place) => {
      for (const { code, severity, facts } of found) {
        diagnostics.push({
          code,
          severity,
          facts,
          ...(file !== undefined && { file }),
          ...(place && { place }),
        } as Diagnostic);
      }
    },
  };
}

/** Makes one finding, with the severity that the catalogue gives its code. */
export function createDiagnostic<C extends Code>(
  code: C,
  facts: Facts[C],
  where: { readonly file?: string; readonly place?: Place } = {},
): Diagnostic<C> {
  return { code, severity: findRule(code).severity, facts, ...where };
}

/** The words of a finding. */
export function wordsOf(diagnostic: Diagnostic): { message: string; hint?: string } {
  // Each code's rule takes that code's facts; the union of all codes hides the pairing from the compiler.
  const rule = findRule(diagnostic.code) as Rule<unknown>;
  const hint = rule.hint?.(diagnostic.facts);
  return { message: rule.message(diagnostic.facts), ...(hint !== undefined && { hint }) };
}

/** Orders findings by file, then place, then code, so that reports do not depend on the order of work. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.place?.offset ?? -1) - (b.place?.offset ?? -1) ||
    compareText(a.code, b.code)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
