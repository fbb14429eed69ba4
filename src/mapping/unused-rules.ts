import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Mapping } from './mapping.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { listRules } from './explain.ts';
import { meant } from './load/report-problems.ts';

/**
 * Rules for a target that took nothing in a run over a whole site: `used` are the ids of those that did. Files that `isOwn`
 * refuses are left out: nobody uses everything that a shipped mapping knows. `open` are the shortcodes that no rule takes, where
 * that is known: one of them may have been meant.
 */
export function unusedRules(
  mapping: Mapping,
  target: string,
  used: ReadonlySet<string>,
  isOwn: (file: string) => boolean,
  open: readonly string[] = [],
): Diagnostic[] {
  const files = mapping.layers.map(({ file }) => file).filter(isOwn);
  return listRules(mapping, target).flatMap(({ table, name, id, place }) => {
    const file = files.find((own) => id.startsWith(`${own}#`));
    if (file === undefined || used.has(id)) return [];
    const facts = { table, name, ...(table === 'shortcodes' && meant(name, open)) };
    return [createDiagnostic('mapping-unused-rule', facts, { file, place })];
  });
}
