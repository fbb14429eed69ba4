/** Findings that are known and no longer reported: a baseline says how often each may come up. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostic.ts';

export interface Baseline {
  readonly version: 1;
  /** How often a finding is known, by `file code hash`. */
  readonly findings: Readonly<Record<string, number>>;
}

/** What a finding is, wherever in its file it stands: lines move when somebody writes above them. */
export function identityOf({ file = '', code, facts }: Diagnostic): string {
  const hash = createHash('sha1').update(JSON.stringify(facts)).digest('hex').slice(0, 12);
  return `${file} ${code} ${hash}`;
}

export function createBaseline(diagnostics: readonly Diagnostic[]): Baseline {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const identity = identityOf(diagnostic);
    counts.set(identity, (counts.get(identity) ?? 0) + 1);
  }
  return { version: 1, findings: Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The findings that a baseline does not know, and how many of those that it knows are gone. */
export function compareBaseline(
  diagnostics: readonly Diagnostic[],
  { findings }: Baseline,
): { readonly fresh: readonly Diagnostic[]; readonly known: number; readonly gone: number } {
  const left = new Map(Object.entries(findings));
  const fresh = diagnostics.filter((diagnostic) => {
    const identity = identityOf(diagnostic);
    const count = left.get(identity) ?? 0;
    if (count > 0) left.set(identity, count - 1);
    return count === 0;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { fresh, known: diagnostics.length - fresh.length, gone };
}

/** Reads a baseline; `undefined` where the text is none. */
export function parseBaseline(text: string): Baseline | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1) return undefined;
  if (!('findings' in value) || typeof value.findings !== 'object' || value.findings === null) return undefined;
  const isSound = Object.values(value.findings).every((count) => Number.isInteger(count) && count > 0);
  return isSound ? (value as Baseline) : undefined; // its form was just looked at
}
