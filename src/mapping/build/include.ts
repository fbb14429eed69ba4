import { fillArguments, textOf } from '../apply/evaluate.ts';
import { inlinesOf } from '../apply/inlines-of.ts';
import type { Application, ApplyHooks } from '../apply/state.ts';
import type { CallTree } from '../../model/page.ts';
import { originOf } from '../apply/state.ts';
import type { RuleOf } from '../mapping.ts';
import type { Builder } from './settings.ts';
import { missing } from './settings.ts';

/** The file in each of the folders that a rule names. */
function pathsTo(path: string, { rule, subject }: Application<RuleOf<'include'>>): readonly string[] {
  const folders = rule.settings.in?.flatMap((folder) => fillArguments(folder, subject) ?? []);
  return folders?.map((folder) => `${folder}/${path}`) ?? [path];
}

function firstIncluded(
  paths: readonly string[],
  { include: read }: ApplyHooks,
  notation: CallTree['notation'] | undefined,
): ReturnType<NonNullable<typeof read>> {
  for (const path of paths) {
    const included = read?.(path, notation);
    if (included) return included;
  }
  return undefined;
}

export const include: Builder<'include'> = (application) => {
  const { rule, subject, state } = application;
  const path = textOf(rule.settings.path, application);
  if (path === undefined) return missing(application, 'path');
  const included = firstIncluded(pathsTo(path, application), state.hooks, subject.call?.notation);
  const facts = { name: subject.name, rule: rule.id, path };
  if (!included || included === 'cycle') {
    state.collector.report(included ? 'mapping-include-cycle' : 'mapping-file-not-found', facts, subject.place);
    return undefined;
  }
  const { file, children, diagnostics, rules } = included;
  for (const taken of rules) state.took(taken);
  const first = diagnostics.find(({ severity }) => severity !== 'info');
  if (first) {
    const found = { name: subject.name, file, count: diagnostics.length, first: first.code };
    state.collector.report('mapping-include-findings', found, subject.place);
  }
  const inlines = subject.position === 'flow' ? undefined : inlinesOf(children);
  const from = originOf(subject, rule.id);
  return inlines ? inlines.map((node) => ({ ...node, ...from })) : [{ type: 'include', path: file, children, ...from }];
};
