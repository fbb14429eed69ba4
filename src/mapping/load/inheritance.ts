import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Layer, RuleTables } from '../mapping.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { INHERIT } from '../mapping.ts';
import { layerTables } from '../resolve.ts';

/** Finds every `- inherit` that has nothing to stand for. */
export function checkInheritance(layers: readonly Layer[]): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const targets = new Set(layers.flatMap(({ perTarget }) => perTarget.map(([target]) => target)));
  // What one target adds is known to no other, but goes on with what all have.
  for (const target of [NO_TARGET, ...targets]) {
    const known = new Set<string>();
    for (const layer of layers) {
      for (const tables of layerTables(layer, target)) check(layer.file, tables, known, found);
    }
  }
  return [...found.values()];
}

const NO_TARGET = '';

function check(file: string, tables: RuleTables, known: Set<string>, found: Map<string, Diagnostic>): void {
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
      const finding = createDiagnostic('mapping-nothing-inherited', { where }, { file, place });
      found.set(`${file} ${place.offset}`, finding);
    }
    known.add(where);
  }
}
