import type { Call } from '../model/nodes.ts';
import type { PageMeta } from '../model/page.ts';
import { candidateFor } from './apply/subject.ts';
import type { Mapping, Rule } from './mapping.ts';
import { resolveRules, selectRule } from './resolve.ts';

/** Finds the rule that takes a call, which may stand in another one. */
export type RuleFinder = (page: PageMeta, call: Call, parent?: Call) => Rule | undefined;

/** Finds rules of `mapping` for a target without applying them. */
export function createRuleFinder(mapping: Mapping, target: string): RuleFinder {
  const { shortcodes } = resolveRules(mapping, target);
  return (page, call, parent) => selectRule(shortcodes.get(call.name.toLowerCase()), candidateFor(page, call, parent));
}
