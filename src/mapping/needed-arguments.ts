import { settingsOf } from './kinds.ts';
import type { Expression, Rule, Template } from './mapping.ts';

/** The arguments that a rule cannot do without; of each list one is enough. */
export function neededArguments(rule: Rule): readonly (readonly string[])[] {
  const required = Object.entries(settingsOf(rule.as)).filter(([, setting]) => setting.required);
  return required.flatMap(([name]) => argumentsOfSetting(rule, name));
}

/** The arguments that one setting of a rule cannot do without. */
export function argumentsOfSetting(rule: Rule, name: string): readonly (readonly string[])[] {
  const form = settingsOf(rule.as)[name]?.form;
  const value = (rule.settings as Readonly<Record<string, unknown>>)[name];
  if (value === undefined) return [];
  // A setting of a form is compiled to what its form says.
  if (form === 'text' || form === 'content') return namesInExpression(value as Expression);
  return form === 'paths' ? namesInTemplates(value as readonly Template[]) : [];
}

function namesInExpression({ source, default: fallback }: Expression): readonly (readonly string[])[] {
  if (fallback) return [];
  if (source.type === 'argument' && source.of === 'call') return [source.names];
  return source.type === 'template' ? namesInTemplates([source.template]) : [];
}

const namesInTemplates = (templates: readonly Template[]): readonly (readonly string[])[] =>
  templates.flat().flatMap((part) => (typeof part === 'string' ? [] : [part.names]));
