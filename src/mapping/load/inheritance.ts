import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Layer, RuleTables } from '../mapping.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { INHERIT } from '../mapping.ts';

/** Finds every `- inherit` that has nothing to stand for. */
export function checkInheritance(layers: readonly Layer[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const known = new Set<string>();
  for (const { file, rules, perTarget } of layers) {
    check(file, rules, known, found);
    // What one target adds is known to no other, but goes on with what all have.
    for (const [, tables] of perTarget) check(file, tables, new Set(known), found);
  }
  return found;
}

function check(file: string, tables: RuleTables, known: Set<string>, found: Diagnostic[]): void {
  const entries = [
    ...tables.shortcodes.map(({ name, place, rules }) => ({
      where: `rules for the shortcode “${name}”`,
      place,
      rules,
    })),
    ...tables.code.map(({ lang, place, rules }) => ({ where: `rules for “${lang}” code`, place, rules })),
    ...tables.alerts.map(({ kind, place, rules }) => ({ where: `rules for “${kind}” alerts`, place, rules })),
  ];
  for (const { where, place, rules } of entries) {
    if (rules.includes(INHERIT) && !known.has(where)) {
      found.push(createDiagnostic('mapping-nothing-inherited', { where }, { file, place }));
    }
    known.add(where);
  }
}
