/** Rules that a function of a plugin answers. */
import { textWithCalls, valueAt } from '../apply/evaluate.ts';
import type { Subject } from '../apply/state.ts';
import { readInlines } from '../apply/evaluate.ts';
import { originOf } from '../apply/state.ts';
import { wrapParts } from '../apply/wrap-parts.ts';
import type { RuleCall } from '../functions.ts';
import type { Builder } from './settings.ts';

export const ruleFunction: Builder<'function'> = (application) => {
  const { rule, subject, state } = application;
  const { name: called } = rule.settings;
  const result = state.hooks.run?.(called, callOf(subject)) ?? { problem: 'unknown' };
  if ('problem' in result) {
    const facts = { name: subject.name, rule: rule.id, called };
    if (result.problem === 'unknown') state.collector.report('mapping-function-missing', facts, subject.place);
    else {
      const code = result.problem === 'thrown' ? 'mapping-function-failed' : 'mapping-function-result';
      state.collector.report(code, { ...facts, message: result.message }, subject.place);
    }
    return undefined;
  }
  // What came out of the call's own content knows where it is from.
  return result.nodes?.map((node) => (node.place ? node : { ...node, ...originOf(subject, rule.id) }));
};

function callOf(subject: Subject): RuleCall {
  const { state, parent } = subject;
  const { file, path, language, kind, permalink } = state.page;
  const used = (of: Pick<Subject, 'argument' | 'use'>) => (wanted: string | number) => {
    const name = String(wanted);
    const value = of.argument(name);
    if (value !== undefined) of.use(name);
    return value;
  };
  return {
    name: subject.name,
    page: { file, path, language, kind, permalink },
    target: state.target,
    position: subject.position,
    argumentNames: subject.argumentNames,
    argument: used(subject),
    ...(parent && { parent: { name: parent.name, argument: used(parent) } }),
    ordinal: subject.ordinal,
    children: () => wrapParts(subject.contents()),
    inner: () => textWithCalls(subject.rawInner() ?? '', state),
    lookup: (at) => valueAt(at, state),
    markdown: (text) => readInlines(text, subject),
  };
}
