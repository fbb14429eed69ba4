import type { Prop, PropValue } from '../../model/nodes.ts';
import { inlinesOf } from '../apply/inlines-of.ts';
import { textWithCalls } from '../apply/evaluate.ts';
import type { Content, Subject } from '../apply/state.ts';
import { originOf } from '../apply/state.ts';
import { componentName, propNames } from '../component-name.ts';
import { flowOf, propsOf, restOf } from './settings.ts';
import type { Builder } from './settings.ts';
import { wrapParts } from '../apply/wrap-parts.ts';

export const component: Builder<'component'> = (application) => {
  const { rule, subject } = application;
  const { name, props = [], children } = rule.settings;
  const own = propsOf(props, application);
  const rest = argumentProps(subject, restOf(application), own);
  const content = children ? flowOf(application, children) : innerContent(subject);
  const inner = children || subject.usage.raw ? [] : rawProps(subject, [...own, ...rest]);
  return place(subject, { name, props: [...own, ...rest, ...inner] }, content, rule.id);
};

/** The component that stands for a call without a rule: its arguments are props, its inner content the children. */
export function unmappedComponent(subject: Subject, rule: string): readonly Content[] {
  const given = subject.argumentNames.flatMap((name) => {
    const value = subject.argument(name);
    return value === undefined ? [] : [{ name, value }];
  });
  const props = argumentProps(subject, given, []);
  const content = innerContent(subject);
  const all = [...props, ...rawProps(subject, props)];
  return place(subject, { name: componentName(subject.name), props: all }, content, rule);
}

/** Inner content that was read; inner text that was not becomes a prop. */
const innerContent = (subject: Subject): readonly Content[] =>
  subject.innerReading === 'markdown' ? wrapParts(subject.contents()) : [];

/** Arguments as props: named ones under their names, positional ones as one list. */
function argumentProps(
  subject: Subject,
  given: readonly { readonly name: string; readonly value: Exclude<PropValue, null> }[],
  own: readonly Prop[],
): Prop[] {
  if (given.length === 0) return [];
  const taken = new Set(own.map(({ name }) => name));
  if (subject.call?.arguments.kind === 'positional') {
    return [{ name: freeName('args', taken), value: given.map(({ value }) => value) }];
  }
  const names = propNames(given.map(({ name }) => name));
  return given.map(({ name, value }) => {
    const prop = freeName(names.get(name) ?? name, taken);
    if (prop !== name) {
      subject.state.collector.report(
        'mapping-renamed-prop',
        { name: subject.name, argument: name, prop },
        subject.place,
      );
    }
    return { name: prop, value };
  });
}

/** Inner text that the reader did not read, as a prop. */
function rawProps(subject: Subject, props: readonly Prop[]): Prop[] {
  const raw = subject.innerReading === 'raw' ? subject.rawInner() : undefined;
  if (raw === undefined) return [];
  return [
    { name: freeName('inner', new Set(props.map(({ name }) => name))), value: textWithCalls(raw, subject.state) },
  ];
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
  return name;
}

function place(
  subject: Subject,
  made: { readonly name: string; readonly props: readonly Prop[] },
  content: readonly Content[],
  rule: string,
): readonly Content[] {
  const from = originOf(subject, rule);
  const inlines = subject.position === 'flow' ? undefined : inlinesOf(content);
  if (inlines) return [{ type: 'componentInline', ...made, children: inlines, ...from }];
  return [{ type: 'componentBlock', ...made, children: wrapParts(content), ...from }];
}
