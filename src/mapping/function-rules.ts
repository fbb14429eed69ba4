import type { Mapping, Rule, RuleOf, RuleTables } from './mapping.ts';
import { INHERIT } from './mapping.ts';

/** The rules of a mapping that name a function, with their files. */
export function functionRules(mapping: Mapping): { readonly rule: RuleOf<'function'>; readonly file: string }[] {
  return mapping.layers.flatMap(({ file, rules, perTarget }) =>
    [rules, ...perTarget.map(([, tables]) => tables)]
      .flatMap(rulesIn)
      .flatMap(withInner)
      .flatMap((rule) => (rule.as === 'function' ? [{ rule, file }] : [])),
  );
}

/** Every rule of some tables, front matter aside. */
export function rulesIn({ shortcodes, elements, code, alerts }: RuleTables): Rule[] {
  const listed = [...shortcodes, ...code, ...alerts].flatMap(({ rules }) => rules);
  return [...listed.filter((rule) => rule !== INHERIT), ...elements.map(({ rule }) => rule)];
}

/** A rule and the one for its inner content. */
function withInner(rule: Rule): Rule[] {
  const { children } = rule.settings as { readonly children?: Rule | { readonly at: string } }; // or no such setting
  return children && 'as' in children ? [rule, ...withInner(children)] : [rule];
}
