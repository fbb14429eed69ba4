/** `error`: output is wrong or missing. `warning`: fidelity is reduced. `info`: a choice that decant made. */
export type Severity = 'error' | 'warning' | 'info';

/** What the catalogue says about one code. */
export interface Rule<F> {
  readonly severity: Severity;
  /** One sentence that names what was found. */
  readonly message: (facts: F) => string;
  /** What to type. */
  readonly hint?: (facts: F) => string;
  /** For the docs: when it is reported and why it matters. */
  readonly about: string;
  /** For the docs: source text that is reported, and the same put right. */
  readonly bad: string;
  readonly good: string;
}

/** A rule for every code of a table of facts. */
export type Rules<Facts> = { readonly [C in keyof Facts]: Rule<Facts[C]> };

/** The words for a fact that is one of several; the docs, which have no facts, get its name. */
export const phraseOf = <Key extends string>(key: Key, phrases: Readonly<Record<Key, string>>): string =>
  Object.hasOwn(phrases, key) ? phrases[key] : `${key}`;

/** A number of bytes, or whatever counts, in a unit; the docs, which have no facts, get its name. */
export function inUnit(
  amount: number,
  unit: { readonly name: string; readonly size: number; readonly digits?: number },
): string {
  const units = amount / unit.size;
  return Number.isNaN(units) ? `${amount}` : `${units.toFixed(unit.digits ?? 0)} ${unit.name}`;
}
