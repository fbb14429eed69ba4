/** What several builders need: settings as parts of nodes. */
import type { Attribute, FlowContent, Inline, Prop, PropValue } from '../../model/nodes.ts';
import { evaluate, readFlow, textWithCalls } from '../apply/evaluate.ts';
import type { Application, Content, Subject } from '../apply/state.ts';
import { wrapParts } from '../apply/wrap-parts.ts';
import { argumentsOfSetting } from '../needed-arguments.ts';
import type { Kind } from '../kinds.ts';
import type { NamedExpression, RuleOf } from '../mapping.ts';
import { append } from '../../model/append.ts';

/** Makes nodes of one kind; undefined where something is missing, which is then reported. */
export type Builder<K extends Kind> = (application: Application<RuleOf<K>>) => readonly Content[] | undefined;

/** Reports a setting that has no value, without which nothing can be made. */
export function missing({ rule, subject, state }: Application, setting: string): undefined {
  const isGiven = (name: string): boolean => ![undefined, ''].includes(subject.argument(name)?.toString());
  const absent = argumentsOfSetting(rule, setting)
    .filter((names) => !names.some(isGiven))
    .map((names) => names.join('” or “'));
  state.took(rule.id); // it applies, and this finding says more than that it has made nothing
  state.collector.report(
    'mapping-missing-value',
    { name: subject.name, rule: rule.id, setting, absent },
    subject.place,
  );
  return undefined;
}

/** Attributes from expressions; one without a value is left out. With `rest: keep` also the arguments that nothing used. */
export function attributesOf(
  expressions: readonly NamedExpression[] | undefined,
  application: Application,
  more: 'rest' | 'noRest' = 'rest',
): readonly Attribute[] {
  const attributes: Attribute[] = [];
  for (const { name, value } of expressions ?? []) {
    const resolved = evaluate(value, application);
    if (!resolved || resolved.value === false) continue;
    attributes.push({
      name,
      value: typeof resolved.value === 'object' ? resolved.value.join(' ') : scalar(resolved.value),
    });
  }
  // A position is no name for an attribute.
  const isNamed = application.subject.call?.arguments.kind !== 'positional';
  if (more === 'rest' && isNamed) append(attributes, restOf(application));
  return attributes;
}

// JSON types say `readonly unknown[]` for a list once it is excluded: this keeps the compiler's view of a scalar.
const scalar = (value: PropValue): string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';

/** The arguments that nothing has used, where the rule keeps them; they are used then. */
export function restOf({ rule, subject }: Application): { name: string; value: string | number | boolean }[] {
  if (rule.rest !== 'keep') return [];
  const rest: { name: string; value: string | number | boolean }[] = [];
  for (const name of subject.argumentNames) {
    const value = subject.argument(name);
    if (value === undefined || subject.isUsed(name) || rule.ignore.includes(name)) continue;
    subject.use(name);
    rest.push({ name, value });
  }
  return rest;
}

/** Props from expressions; one without a value is left out. */
export function propsOf(expressions: readonly NamedExpression[], application: Application): Prop[] {
  const props: Prop[] = [];
  for (const { name, value } of expressions) {
    const resolved = evaluate(value, application);
    if (!resolved) continue;
    const { source } = resolved.expression;
    const isAsset = source.type === 'template' && source.asset;
    props.push({ name, value: resolved.value, ...(isAsset && { asset: true }) });
  }
  return props;
}

/** The inner content as blocks: through the rule that the setting `children` has, or as it was read. */
export function flowOf(application: Application, children: RuleOf<Kind> | undefined): readonly FlowContent[] {
  const { subject, state } = application;
  const built = children && state.build({ rule: children, subject: { ...subject, position: 'flow' }, state });
  return built ? wrapParts(built) : innerFlow(subject);
}

/** The inner content as it was read; text that was not is a paragraph. */
export function innerFlow(subject: Subject): readonly FlowContent[] {
  if (subject.innerReading !== 'raw') return wrapParts(subject.contents());
  const raw = subject.rawInner();
  const parts = raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw;
  const inlines = parts.map((part): Inline => (typeof part === 'string' ? { type: 'text', value: part } : part));
  return inlines.length > 0 ? [{ type: 'paragraph', children: inlines }] : [];
}

/** The inner content as Markdown, also where the reader took it for text. */
export function innerMarkdown(subject: Subject): readonly FlowContent[] {
  const raw = subject.innerReading === 'raw' ? subject.rawInner() : undefined;
  return raw === undefined ? innerFlow(subject) : readFlow(textWithCalls(raw, subject.state), subject);
}
