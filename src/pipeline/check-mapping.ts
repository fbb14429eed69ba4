/** What a mapping does for one site: which rule takes how many calls, and what is left over. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Inventory, ShortcodeUse } from '../model/inventory.ts';
import { createDiagnostic } from '../diagnostics/diagnostic.ts';
import { unknownArguments } from '../mapping/unknown-arguments.ts';
import { unusedRules } from '../mapping/unused-rules.ts';
import type { OpenedSite } from './open-site.ts';
import { shippedMappings } from './read-mapping.ts';
import type { ScanOptions } from './scan/scan-site.ts';
import { scanSite } from './scan/scan-site.ts';

export interface MappingCheck {
  readonly inventory: Inventory;
  readonly coverage: Coverage;
  /** Shortcodes without a rule, rules without a call, and arguments that no call has. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How many calls of a site rules take. */
export interface Coverage {
  readonly calls: number;
  /** Taken by a rule of any kind. */
  readonly taken: number;
  /** Taken by one that says what the shortcode means: any kind but a component, or the call as it is. */
  readonly meant: number;
}

const UNMAPPED = 'unmapped';
const WITHOUT_MEANING: ReadonlySet<string> = new Set(['component', 'keep']);

/**
 * Finds out what a mapping does for a site. Every page is read, and nothing is written.
 * @example const { coverage } = await checkMapping(opened, { mapping, target: 'mdx' });
 */
export async function checkMapping(opened: OpenedSite, options: ScanOptions): Promise<MappingCheck> {
  const { inventory } = await scanSite(opened, options);
  const uses = inventory.shortcodes.flatMap(({ rules }) => rules);
  const sum = (counted: typeof uses): number => counted.reduce((total, { calls }) => total + calls, 0);
  const taken = uses.filter(({ id }) => id !== UNMAPPED);
  const shipped = new Set(Object.values(shippedMappings()));
  const ids = new Set(uses.map(({ id }) => id));
  const isOwn = (file: string): boolean => !shipped.has(file);
  const open = inventory.shortcodes.filter(({ rules }) => rules.some(({ id }) => id === UNMAPPED));
  const { mapping } = options.mapping;
  const names = open.map(({ name }) => name);
  const unused = unusedRules(mapping, options.target, ids, isOwn, names);
  return {
    inventory,
    coverage: {
      calls: sum(uses),
      taken: sum(taken),
      meant: sum(taken.filter(({ as }) => !WITHOUT_MEANING.has(as))),
    },
    diagnostics: [
      ...inventory.shortcodes.flatMap(withoutRule),
      // Which elements and fields a rule takes shows only in a run.
      ...unused.filter(({ facts }) => 'table' in facts && facts.table === 'shortcodes'),
      ...unknownArguments(mapping, options.target, inventory.shortcodes, isOwn),
    ],
  };
}

function withoutRule({ name, rules, first }: ShortcodeUse): Diagnostic[] {
  const open = rules.find(({ id }) => id === UNMAPPED);
  if (!open) return [];
  const { file, ...place } = first;
  return [createDiagnostic('mapping-no-rule', { name, calls: open.calls, policy: open.as }, { file, place })];
}
