/** What a new `decant.yaml` says. */
import type { Inventory, ShortcodeUse } from '../../model/inventory.ts';
import type { TargetName } from '../../targets/load-target.ts';
import type { Plain, SkeletonRule } from './rule-from-guess.ts';
import { INHERIT } from '../../mapping/mapping.ts';
import { ruleFor } from './rule-from-guess.ts';

export interface PlannedConfig {
  readonly target: TargetName;
  readonly extends: readonly string[];
  readonly components: readonly PlannedComponent[];
  readonly shortcodes: readonly PlannedRule[];
}

export interface PlannedComponent {
  readonly name: string;
  readonly module: string;
}

export interface PlannedRule {
  readonly name: string;
  readonly rule: Plain;
  readonly comment: string;
  /** Nobody knows yet what the shortcode means. */
  readonly isOpen: boolean;
}

/** Plans the file for a site, as it was scanned with the mappings that fit its themes. */
export function planConfig(inventory: Inventory, extended: readonly string[], target: TargetName): PlannedConfig {
  const isOpen = (use: ShortcodeUse): boolean => use.rules.some(({ id }) => id === UNMAPPED) || isOther(use);
  const open = inventory.shortcodes.filter(isOpen);
  const planned = open.map((use) => ({ use, skeleton: ruleFor(use) }));
  const names = new Set(planned.flatMap(({ skeleton }) => skeleton.component ?? []));
  return {
    target,
    extends: extended,
    // In Starlight every page imports the site's own components by itself.
    components:
      target === 'starlight' ? [] : [...names].toSorted().map((name) => ({ name, module: moduleOf(name, target) })),
    shortcodes: planned.map(({ use, skeleton }) => ({
      name: use.name,
      rule: listOf(isPartlyMapped(use) && !isOther(use) ? [INHERIT, ...skeleton.rules] : skeleton.rules),
      comment: commentOn(use, skeleton),
      isOpen: skeleton.component !== undefined,
    })),
  };
}

const listOf = (rules: readonly Plain[]): Plain => (rules.length === 1 ? (rules[0] ?? {}) : rules);

const UNMAPPED = 'unmapped';

/**
 * Hugo's own `details` takes its summary from an argument of that name. Where no call has one, and another argument reads
 * like it, the site has a `details` of its own whose template is not at hand.
 */
function isOwnDetails({ isBuiltIn, arguments: given, rules, study }: ShortcodeUse): boolean {
  const ofHugo = isBuiltIn && rules.length === 1 && rules[0]?.as === 'details';
  const isGuessed = study.guess?.as === 'details' && study.guess.settings['summary'] !== undefined;
  return ofHugo && isGuessed && !given.some(({ name }) => name === 'summary');
}

/** The site has a shortcode of its own in the place of a theme's: the theme's rules leave out what its calls say. */
const isOwnOfSite = ({ isOwn, unspoken }: ShortcodeUse): boolean => isOwn && unspoken.length > 0;

/** Rules speak of another shortcode of that name. */
const isOther = (use: ShortcodeUse): boolean => isOwnDetails(use) || isOwnOfSite(use);

/** Other rules take some of the calls: they are tried first. */
const isPartlyMapped = ({ rules }: ShortcodeUse): boolean => rules.some(({ id }) => id !== UNMAPPED);

function commentOn(use: ShortcodeUse, { reason }: SkeletonRule): string {
  const calls = `${use.calls} ${use.calls === 1 ? 'call' : 'calls'} on ${use.pages} ${use.pages === 1 ? 'page' : 'pages'}`;
  return `${calls}, first in ${use.first.file}:${use.first.line}; ${reason}`;
}

/** Where a target's sites keep components of their own. */
const moduleOf = (name: string, target: TargetName): string => `${COMPONENT_FOLDERS[target] ?? '@/components'}/${name}`;

const COMPONENT_FOLDERS: Readonly<Record<string, string>> = { docusaurus: '@site/src/components' };
