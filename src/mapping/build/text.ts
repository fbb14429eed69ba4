import { contentOf, lookUp, textOf } from '../apply/evaluate.ts';
import type { Application } from '../apply/state.ts';
import { originOf } from '../apply/state.ts';
import type { RuleOf } from '../mapping.ts';
import type { Builder } from './settings.ts';
import { missing } from './settings.ts';

export const text: Builder<'text'> = (application) => {
  const content = contentOf(application.rule.settings.value, application);
  if (!content) return missing(application, 'value');
  const from = originOf(application.subject, application.rule.id);
  return content.map((node) => ({ ...node, ...from }));
};

export const value: Builder<'value'> = (application) => {
  const found = valueOf(application);
  if (!found) return undefined;
  const { rule, subject } = application;
  return [{ type: 'value', value: found.value, from: found.from, ...originOf(subject, rule.id) }];
};

export const variable: Builder<'variable'> = (application) => {
  const { rule, subject, state } = application;
  const name = textOf(rule.settings.name, application);
  if (name === undefined || name === '') return missing(application, 'name');
  const found = lookUp(rule.settings.from ?? [], application);
  const said = found ? String(found.value) : textOf(rule.settings.value, application);
  if (said === undefined) {
    state.collector.report(
      'mapping-variable-open',
      { name: subject.name, rule: rule.id, variable: name },
      subject.place,
    );
  }
  const from = originOf(subject, rule.id);
  return [{ type: 'value', value: said ?? name, from: found?.path ?? '', variable: name, ...from }];
};

/** The value that a rule looks up, as text; one that is not there is reported. */
export function valueOf(application: Application<RuleOf<'value'>>): { value: string; from: string } | undefined {
  const { rule, subject, state } = application;
  const found = lookUp(rule.settings.from, application);
  if (found) return { value: String(found.value), from: found.path };
  const paths = rule.settings.from.map((template) =>
    template.map((part) => (typeof part === 'string' ? part : String(argument(part.names, application)))).join(''),
  );
  const facts = { name: subject.name, rule: rule.id, paths };
  state.collector.report('mapping-unresolved-value', facts, subject.place);
  return undefined;
}

const argument = (names: readonly string[], { subject }: Application): string | number | boolean =>
  names.map((name) => subject.argument(name)).find((given) => given !== undefined) ?? `\${${names.join('|')}}`;
