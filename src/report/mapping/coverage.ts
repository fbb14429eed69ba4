/** What a mapping does for a site, for people. */
import type { ShortcodeUse } from '../../model/inventory.ts';
import type { Paint } from '../pretty.ts';
import { printTable } from '../inventory/pretty.ts';

interface Coverage {
  readonly calls: number;
  readonly taken: number;
  readonly meant: number;
}

/** A rule's place, as `decant.yaml:12`. */
export type PlaceOfRule = (id: string) => string;

/** Each shortcode with the rules that take its calls, and the share of calls that is taken. */
export function prettyCoverage(
  { coverage, shortcodes }: { readonly coverage: Coverage; readonly shortcodes: readonly ShortcodeUse[] },
  placeOf: PlaceOfRule,
  paint: Paint,
): string {
  const rows = shortcodes.flatMap(({ name, rules }) =>
    rules.map(({ id, as, calls }) => [name, String(calls), as, id === 'unmapped' ? 'no rule' : placeOf(id)]),
  );
  const columns = ['shortcode', 'calls', 'becomes', 'by the rule at'];
  const table = rows.length > 0 ? `${printTable({ title: 'Calls', columns, numbers: [1], rows }, paint)}\n` : '';
  return `${table}${inWords(coverage)}\n`;
}

function inWords({ calls, taken, meant }: Coverage): string {
  if (calls === 0) return 'the site calls no shortcodes';
  return `${taken} of ${calls} calls (${percent(taken, calls)}) are taken by a rule, ${meant} (${percent(meant, calls)}) by one that says what they mean`;
}

const percent = (part: number, whole: number): string => `${Math.floor((part / whole) * 100)} %`;
