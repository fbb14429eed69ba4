import { argumentNames } from './argument-names.ts';
import type { Rule } from './mapping.ts';

/** Those of some arguments that no rule of a shortcode uses, keeps or leaves out on purpose. */
export function unspokenArguments(rules: readonly Rule[], given: readonly string[]): readonly string[] {
  if (rules.length === 0 || rules.some(({ rest }) => rest === 'keep')) return [];
  const spoken = new Set(
    rules.flatMap((rule) => [
      ...rule.ignore,
      ...argumentNames(rule).flatMap(({ names, of }) => (of === 'call' ? names : [])),
    ]),
  );
  return given.filter((name) => !spoken.has(name));
}
