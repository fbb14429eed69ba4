/** The account of a run: everything that the sources hold, and what became of it. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CallTree, Page } from '../model/page.ts';
import type { Outcome } from '../writers/writer.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { walk } from '../model/walk.ts';

/** A thing in a page's source that must have an outcome. */
interface Entry {
  readonly kind: Outcome['kind'];
  readonly id: string;
  readonly name: string;
  readonly place?: Page['bodyPlace'];
}

/** One line of the ledger. */
export interface LedgerEntry {
  readonly kind: Outcome['kind'];
  readonly id: string;
  readonly name: string;
  readonly line?: number;
  readonly result: Outcome['result'];
  readonly by: string;
}

export interface LedgerTotals {
  readonly source: number;
  readonly mapped: number;
  readonly kept: number;
  readonly dropped: number;
}

/** `ledger.json`. */
export interface Ledger {
  readonly version: 1;
  readonly target: string;
  readonly totals: Readonly<Record<Outcome['kind'], LedgerTotals>>;
  readonly pages: Readonly<Record<string, readonly LedgerEntry[]>>;
}

const KINDS = ['call', 'argument', 'field', 'element'] as const;

/** Collects the account of a run, page by page. */
export interface LedgerBook {
  enter(file: string, entries: readonly LedgerEntry[]): void;
  close(): Ledger;
}

/** Opens the account of a run to `target`. */
export function openLedger(target: string): LedgerBook {
  const pages = new Map<string, LedgerEntry[]>();
  const totals = new Map<Outcome['kind'], { source: number; mapped: number; kept: number; dropped: number }>(
    KINDS.map((kind) => [kind, { source: 0, mapped: 0, kept: 0, dropped: 0 }]),
  );
  return {
    enter(file, entries) {
      // A file that is mounted in several languages is as many pages.
      pages.set(file, [...(pages.get(file) ?? []), ...entries]);
      for (const entry of entries) {
        const total = totals.get(entry.kind);
        if (!total) continue;
        total.source++;
        total[entry.result]++;
      }
    },
    close: () => ({
      version: 1,
      target,
      totals: Object.fromEntries(totals) as Ledger['totals'], // KINDS lists every kind
      pages: Object.fromEntries([...pages].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
}

/**
 * Draws up the account of one page: `page` as the reader gave it against what mapping and writer report. Everything that does
 * not balance is a finding.
 */
export function balance(
  page: Page,
  outcomes: readonly Outcome[],
): { readonly entries: readonly LedgerEntry[]; readonly findings: readonly Diagnostic[] } {
  const decided = new Map<string, Outcome>();
  for (const outcome of outcomes) decided.set(`${outcome.kind} ${outcome.id}`, outcome);
  const entries: LedgerEntry[] = [];
  const findings: Diagnostic[] = [];
  const missing = (kind: string, name: string, place?: Entry['place']): void => {
    findings.push(createDiagnostic('ledger-imbalance', { kind, name }, { file: page.file, ...(place && { place }) }));
  };
  for (const entry of contentsOf(page)) {
    const key = `${entry.kind} ${entry.id}`;
    const outcome = decided.get(key);
    if (!outcome) {
      missing(entry.kind, entry.name, entry.place);
      continue;
    }
    decided.delete(key);
    entries.push({
      kind: entry.kind,
      id: entry.id,
      name: entry.name,
      ...(entry.place && { line: entry.place.line }),
      result: outcome.result,
      by: outcome.by,
    });
  }
  // An outcome that nothing in the source asks for is as wrong as a thing without one: the account would not add up.
  for (const outcome of decided.values()) missing(outcome.kind, outcome.id);
  return { entries, findings };
}

/** Everything on a page that the ledger accounts for, each id once. */
function contentsOf(page: Page): Entry[] {
  const found = new Map<string, Entry>();
  const add = (entry: Entry): void => {
    found.set(`${entry.kind} ${entry.id}`, entry);
  };
  for (const field of page.frontMatter.fields) {
    add({ kind: 'field', id: field.key, name: field.key, ...(field.keyPlace && { place: field.keyPlace }) });
  }
  const pending: CallTree[] = page.calls.toReversed() as CallTree[]; // toReversed drops the readonly, not the type
  for (let call = pending.pop(); call; call = pending.pop()) {
    add({ kind: 'call', id: call.path, name: call.name, place: call.openTag });
    call.arguments.items.forEach((argument, at) => {
      const name = 'name' in argument ? String(argument.name) : String(at);
      add({ kind: 'argument', id: `${call.path}/${name}`, name: `${call.name} ${name}`, place: argument.place });
    });
    pending.push(...call.calls.toReversed());
  }
  walk(page.body, (node) => {
    if ((node.type === 'elementBlock' || node.type === 'elementInline') && node.openTag && node.place) {
      add({ kind: 'element', id: `${node.tagName}@${node.place.offset}`, name: node.tagName, place: node.openTag });
    }
  });
  return [...found.values()];
}
