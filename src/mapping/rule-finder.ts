import type { Call } from '../model/nodes.ts';
import type { PageMeta } from '../model/page.ts';
import { argumentOf, hasInnerText } from './apply/subject.ts';
import type { Mapping, Rule } from './mapping.ts';
import { resolveRules, selectRule } from './resolve.ts';

/** Finds the rule that takes a call; `parent` is the lower-cased name of the call around it, empty for none. */
export type RuleFinder = (page: PageMeta, call: Call, parent: string) => Rule | undefined;

/** Finds rules of `mapping` for a target without applying them. */
export function createRuleFinder(mapping: Mapping, target: string): RuleFinder {
  const { shortcodes } = resolveRules(mapping, target);
  return (page, call, parent) => {
    const argument = (name: string): string | undefined => {
      const value = argumentOf(call, name);
      return value === undefined ? undefined : String(value);
    };
    return selectRule(shortcodes.get(call.name.toLowerCase()), {
      page,
      call,
      parent,
      argument,
      hasInner: () => hasInnerText(call),
    });
  };
}
