import { settingsOf } from './kinds.ts';
import type { Expression, NamedExpression, Rule, Template } from './mapping.ts';

/** Arguments that a rule speaks of, of which one is enough. */
export interface ArgumentNames {
  readonly names: readonly string[];
  readonly of: 'call' | 'parent';
}

/** Every argument that a rule speaks of: in its conditions, its settings and the rule for its inner content. */
export function argumentNames(rule: Rule): readonly ArgumentNames[] {
  const { args = [], parentArgs = [] } = rule.when ?? {};
  return [
    ...args.map(({ name }): ArgumentNames => ({ names: [name], of: 'call' })),
    ...parentArgs.map(({ name }): ArgumentNames => ({ names: [name], of: 'parent' })),
    ...Object.entries(settingsOf(rule.as)).flatMap(([name, { form }]) => {
      const value = (rule.settings as Readonly<Record<string, unknown>>)[name];
      // The label of tabs is seen from the tab: its arguments are those of another call.
      const isOfAnother = rule.as === 'tabs' && name === 'label';
      return value === undefined || isOfAnother ? [] : inSetting(form, value);
    }),
  ];
}

/** A setting of a form is compiled to what its form says, which is what the casts here rest on. */
function inSetting(form: string, value: unknown): readonly ArgumentNames[] {
  switch (form) {
    case 'word':
    case 'parts':
      return [];
    case 'rule':
      return argumentNames(value as Rule);
    case 'paths':
      return inTemplates(value as readonly Template[]);
    case 'map':
      return (value as readonly NamedExpression[]).flatMap((item) => inExpression(item.value));
    default:
      return inExpression(value as Expression);
  }
}

function inExpression({ source, default: fallback }: Expression): readonly ArgumentNames[] {
  const more = fallback ? inExpression(fallback) : [];
  switch (source.type) {
    case 'argument':
      return [{ names: source.names, of: source.of }, ...more];
    case 'template':
      return [...inTemplates([source.template]), ...more];
    case 'file':
      return [...inTemplates([source.path]), ...more];
    case 'lookup':
      return [...inTemplates(source.paths), ...more];
    default:
      return more;
  }
}

const inTemplates = (templates: readonly Template[]): readonly ArgumentNames[] =>
  templates.flat().flatMap((part) => (typeof part === 'string' ? [] : [{ names: part.names, of: 'call' }]));
