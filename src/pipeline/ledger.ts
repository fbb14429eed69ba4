/** The account of a run: everything that the sources hold, and what became of it. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Page } from '../model/page.ts';
import type { Outcome } from '../writers/writer.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { callsWithin, walk } from '../model/walk.ts';
import { replaceParts } from './replace-parts.ts';

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

/** How many things of each kind a page has, by what became of them. */
export type LedgerCounts = Readonly<Record<Outcome['kind'], Omit<LedgerTotals, 'source'>>>;

/** A page's part of the account: its entries as JSON, which is all that the ledger needs of them, and their number. */
export interface PageAccount {
  readonly entries: string;
  readonly counts: LedgerCounts;
}

/** Counts the entries of a page. */
export function accountOf(entries: readonly LedgerEntry[]): PageAccount {
  const none = () => ({ mapped: 0, kept: 0, dropped: 0 });
  const counts = { call: none(), argument: none(), field: none(), element: none() };
  for (const { kind, result } of entries) counts[kind][result]++;
  return { entries: JSON.stringify(entries), counts };
}

/** Collects the account of a run, page by page. */
export interface LedgerBook {
  /** Enters a page, and the rules that took something on it. */
  enter(file: string, account: PageAccount & { readonly rules: readonly string[] }): void;
  readonly totals: Ledger['totals'];
  /** The rules that took something on any page. */
  readonly rules: ReadonlySet<string>;
  /** The whole account as JSON, a page a line. */
  text(): string;
}

/** Opens the account of a run to `target`. */
export function openLedger(target: string): LedgerBook {
  const pages = new Map<string, string>();
  const rules = new Set<string>();
  const none = () => ({ source: 0, mapped: 0, kept: 0, dropped: 0 });
  const totals = { call: none(), argument: none(), field: none(), element: none() };
  return {
    enter(file, { entries, counts, rules: taken }) {
      for (const rule of taken) rules.add(rule);
      const known = pages.get(file);
      // A file that is mounted in several languages is as many pages.
      pages.set(file, known === undefined || known === '[]' ? entries : joinLists(known, entries));
      for (const kind of KINDS) {
        const [total, { mapped, kept, dropped }] = [totals[kind], counts[kind]];
        total.source += mapped + kept + dropped;
        total.mapped += mapped;
        total.kept += kept;
        total.dropped += dropped;
      }
    },
    totals,
    rules,
    text() {
      const lines = [...pages]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([file, entries]) => `${JSON.stringify(file)}:${entries}`);
      return `${headOf(target, totals)}${lines.join(',\n')}\n}}\n`;
    },
  };
}

const headOf = (target: string, totals: Ledger['totals']): string =>
  `${JSON.stringify({ version: 1, target, totals }).slice(0, -1)},"pages":{\n`;

/** A page's part of the account, once as it was and once as it is. */
export interface AccountChange {
  readonly file: string;
  readonly before: PageAccount;
  readonly after: PageAccount;
}

/** The totals of an account after some pages have come to something else. */
export function changeTotals(totals: Ledger['totals'], changes: readonly AccountChange[]): Ledger['totals'] {
  const change = (kind: Outcome['kind']): LedgerTotals => {
    const { mapped, kept, dropped } = totals[kind];
    const sum = (of: keyof LedgerCounts['call']): number =>
      changes.reduce((all, { before, after }) => all + after.counts[kind][of] - before.counts[kind][of], 0);
    const now = { mapped: mapped + sum('mapped'), kept: kept + sum('kept'), dropped: dropped + sum('dropped') };
    return { source: now.mapped + now.kept + now.dropped, ...now };
  };
  return { call: change('call'), argument: change('argument'), field: change('field'), element: change('element') };
}

/**
 * An account with other parts for some pages, each of which has a file of its own. Nothing comes of it where `text`, an account in
 * UTF-8, does not have them as they are said to have been.
 */
export function patchLedger(
  text: Uint8Array,
  {
    target,
    before,
    after,
  }: { readonly target: string; readonly before: Ledger['totals']; readonly after: Ledger['totals'] },
  changes: readonly AccountChange[],
): Uint8Array | undefined {
  const head = Buffer.from(headOf(target, before));
  const pages = Buffer.from(text.buffer, text.byteOffset, text.length).subarray(head.length);
  if (!head.equals(text.subarray(0, head.length))) return undefined;
  const places = changes.map((change) => {
    const key = `${JSON.stringify(change.file)}:`;
    // No line but a page's starts with a quotation mark.
    const at = pages.subarray(0, key.length).equals(Buffer.from(key)) ? 0 : pages.indexOf(`\n${key}`) + 1;
    return { at, was: Buffer.from(key + change.before.entries), is: Buffer.from(key + change.after.entries) };
  });
  if (places.some(({ at, was }) => !pages.subarray(at, at + was.length).equals(was))) return undefined;
  const replacements = places.map(({ at, was, is }) => ({ start: at, end: at + was.length, part: is }));
  return Buffer.concat([
    Buffer.from(headOf(target, after)),
    ...replaceParts((start, end) => pages.subarray(start, end), replacements),
  ]);
}

const joinLists = (one: string, other: string): string =>
  other === '[]' ? one : `${one.slice(0, -1)},${other.slice(1)}`;

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
  for (const call of callsWithin(page.calls)) {
    add({ kind: 'call', id: call.path, name: call.name, place: call.openTag });
    call.arguments.items.forEach((argument, at) => {
      const name = 'name' in argument ? String(argument.name) : String(at);
      add({ kind: 'argument', id: `${call.path}/${name}`, name: `${call.name} ${name}`, place: argument.place });
    });
  }
  walk(page.body, (node) => {
    if ((node.type === 'elementBlock' || node.type === 'elementInline') && node.openTag && node.place) {
      add({ kind: 'element', id: `${node.tagName}@${node.place.offset}`, name: node.tagName, place: node.openTag });
    }
  });
  return [...found.values()];
}
