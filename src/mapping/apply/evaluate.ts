/** The value of an expression for a call, an element or a code fence. */
import type { PlainValue } from '../../model/field.ts';
import type { FlowContent, Inline, TemplatedString } from '../../model/nodes.ts';
import { withBase } from '../../model/address.ts';
import { plainText } from '../../model/plain-text.ts';
import { callText } from '../../model/call-text.ts';
import { fillTemplate } from '../../model/walk.ts';
import type { Expression, Scalar, Template } from '../mapping.ts';
import type { ApplyState, Application, Subject } from './state.ts';
import { inlinesOf } from './inlines-of.ts';

export type Value = Scalar | readonly Scalar[];

/** A value and the expression that it comes from: the one that was asked for, or its default. */
export interface Resolved {
  readonly value: Value;
  readonly expression: Expression;
}

/** The value of an expression, undefined where there is none. An empty text is none, as `with` and `or` have it in templates. */
export function evaluate(expression: Expression, application: Application): Resolved | undefined {
  const { subject, rule } = application;
  let value = sourceValue(expression, application);
  if (typeof value === 'string' && expression.split !== undefined) {
    value = subject.state.split(value, expression.split);
  }
  if (expression.at !== undefined && value !== undefined) value = itemOf(value, expression.at, subject);
  const fallback = expression.default;
  if (value === '' || value === undefined) return fallback && evaluate(fallback, application);
  if (expression.map) {
    const text = String(value);
    const entry = expression.map.find(([from]) => from === text);
    if (entry) [, value] = entry;
    else if (fallback) {
      const listed = expression.map.map(([from]) => from);
      const facts = { name: subject.name, rule: rule.id, value: text, listed };
      subject.state.collector.report('mapping-unlisted-value', facts, subject.place);
      return evaluate(fallback, application);
    }
  }
  if (expression.base !== undefined && typeof value === 'string') value = withBase(expression.base, value);
  return { value: expression.type ? convert(value, expression.type, application) : value, expression };
}

/** The value as text, undefined where there is none. */
export function textOf(expression: Expression | undefined, application: Application): string | undefined {
  const resolved = expression && evaluate(expression, application);
  if (!resolved) return undefined;
  const text = inText(resolved.value);
  const { read } = resolved.expression;
  return read === 'markdown' || read === 'plain' ? plainText(readInlines(text, application.subject)) : text;
}

const inText = (value: Value): string => (typeof value === 'object' ? value.join(', ') : String(value));

/** The value as a number; one of another type is reported and counts as none. */
export function numberOf(expression: Expression | undefined, application: Application): number | undefined {
  const value = expression && typed(expression, 'number', application);
  return typeof value === 'number' ? value : undefined;
}

/** The value as `true` or `false`; one of another type is reported and counts as none. */
export function booleanOf(expression: Expression | undefined, application: Application): boolean | undefined {
  const value = expression && typed(expression, 'boolean', application);
  return typeof value === 'boolean' ? value : undefined;
}

function typed(expression: Expression, type: 'number' | 'boolean', application: Application): Value | undefined {
  const resolved = evaluate(expression, application);
  const isDone = resolved?.expression.type === type; // then it is converted, or reported
  return isDone || !resolved ? resolved?.value : convert(resolved.value, type, application);
}

/** The value as inline content, undefined where there is none. */
export function contentOf(expression: Expression | undefined, application: Application): readonly Inline[] | undefined {
  if (!expression) return undefined;
  if (expression.source.type === 'child') {
    const taken = application.subject.takeChild(expression.source.selector, application.rule.id);
    const inlines = taken && inlinesOf(taken);
    if (inlines) return inlines;
    // Blocks cannot stand here: they stay where they are.
    if (taken) application.subject.restore();
    return contentOf(expression.default, application);
  }
  const written = contentArgument(expression, application.subject);
  if (written) return written;
  const resolved = evaluate(expression, application);
  if (!resolved) return undefined;
  const text = inText(resolved.value);
  switch (resolved.expression.read) {
    case 'markdown':
      return readInlines(text, application.subject);
    case 'plain':
      return [{ type: 'text', value: plainText(readInlines(text, application.subject)) }];
    default:
      return [{ type: 'text', value: text }];
  }
}

/** An argument that is content already, where nothing is done with it but to use it. */
function contentArgument(expression: Expression, subject: Subject): readonly Inline[] | undefined {
  const { source, ...changes } = expression;
  if (source.type !== 'argument' || source.of !== 'call' || !subject.contentArgument) return undefined;
  const isChanged = Object.keys(changes).some((key) => key !== 'default');
  const [name = ''] = source.names;
  const content = isChanged ? undefined : subject.contentArgument(name);
  if (content) subject.use(name);
  return content;
}

/** A line of Markdown as content; what is no single paragraph stays text. The calls in it count: Hugo's `markdownify` renders them. */
export const readInlines = (markdown: string, subject: Subject): readonly Inline[] =>
  inlinesOf(readFlow(markdown, subject)) ?? [{ type: 'text', value: markdown }];

/** Markdown as content; as text where the caller cannot read Markdown. What is found in it stands at the subject. */
export function readFlow(markdown: string, { state, place }: Subject): readonly FlowContent[] {
  const read = state.hooks.readMarkdown?.(markdown);
  if (!read) return [{ type: 'paragraph', children: [{ type: 'text', value: markdown }] }];
  state.collector.adopt(read.diagnostics, place);
  for (const rule of read.rules) state.took(rule);
  return read.children;
}

function sourceValue({ source, at }: Expression, application: Application): Value | undefined {
  const { subject } = application;
  switch (source.type) {
    case 'literal':
      return source.value;
    case 'argument':
      return firstArgument(source.names, source.of === 'parent' ? subject.parent : subject);
    case 'positions':
      return positionsOf(subject, at);
    case 'inner': {
      if (source.as === 'plain' && subject.innerReading === 'markdown') return subject.plainInner();
      const raw = subject.rawInner();
      return raw === undefined ? undefined : textWithCalls(raw, subject.state).trim();
    }
    case 'lookup':
      return lookUp(source.paths, application)?.value;
    case 'template':
      return fillArguments(source.template, subject);
    case 'file':
      return textOfFile(source.path, application);
    case 'child': {
      const taken = subject.takeChild(source.selector, application.rule.id);
      if (!taken) return undefined;
      subject.state.account.settle({ nodes: taken }, 'dropped', application.rule.id);
      return plainText(taken).trim();
    }
  }
}

/** All that the enclosing call was given by position; the one that is asked for is then used. */
function positionsOf({ parent, ordinal }: Subject, at: Expression['at']): readonly Scalar[] | undefined {
  const wanted = at === 'ordinal' ? ordinal : at;
  const values = parent?.positional() ?? [];
  const used = wanted === undefined ? values.keys() : wanted in values ? [wanted] : [];
  for (const position of used) parent?.use(String(position));
  return values.length > 0 ? values : undefined;
}

/** The text of a file, without the line ending at its end; one that is not there is reported. */
function textOfFile(template: Template, { subject, rule }: Application): string | undefined {
  const { hooks, collector } = subject.state;
  const path = fillArguments(template, subject);
  if (path === undefined) return undefined;
  const text = hooks.readText?.(path);
  const facts = { name: subject.name, rule: rule.id, path };
  if (text === undefined) collector.report('mapping-file-not-found', facts, subject.place);
  return text?.replace(/\r?\n$/, '');
}

/** The first argument that is given and not empty, which is then used. */
function firstArgument(
  names: readonly string[],
  subject: Pick<Subject, 'argument' | 'use'> | undefined,
): Scalar | undefined {
  for (const name of names) {
    const value = subject?.argument(name);
    if (value === undefined) continue;
    subject?.use(name);
    if (value !== '') return value;
  }
  return undefined;
}

/** A template with its arguments in it; undefined where one of them is not given. The others have found no place then. */
export function fillArguments(template: Template, subject: Subject): string | undefined {
  const parts = template.map((part) => (typeof part === 'string' ? part : part.names));
  const lacks = (part: string | readonly string[]): boolean => typeof part !== 'string' && !isGiven(part, subject);
  if (parts.some(lacks)) return undefined;
  return parts.map((part) => (typeof part === 'string' ? part : String(firstArgument(part, subject) ?? ''))).join('');
}

/** Whether one of some arguments has a value. One that is empty says nothing, wherever it is asked for. */
function isGiven(names: readonly string[], subject: Subject): boolean {
  const values = names.map((name) => ({ name, value: subject.argument(name) }));
  for (const { name, value } of values) if (value === '') subject.use(name);
  return values.some(({ value }) => value !== undefined && value !== '');
}

/** The first value that there is at some paths, with the path. */
export function lookUp(
  paths: readonly Template[],
  { subject }: Application,
): { value: Scalar; path: string } | undefined {
  for (const template of paths) {
    const path = fillArguments(template, subject);
    const value = path === undefined ? undefined : valueAt(path, subject.state);
    if (path !== undefined && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')) {
      return { value, path };
    }
  }
  return undefined;
}

/** The value at a path, whatever it is. */
export function valueAt(path: string, { pageValues, hooks }: ApplyState): PlainValue | undefined {
  const [root, ...steps] = path.split('.');
  if (root !== 'page') return hooks.lookup?.(path);
  const fields = pageValues();
  if (steps[0]?.toLowerCase() !== 'params') return descend(fields, steps);
  // Hugo merges a map called params into the page's parameters, where it wins.
  return descend(fields, steps) ?? descend(fields, steps.slice(1));
}

function descend(value: PlainValue | undefined, steps: readonly string[]): PlainValue | undefined {
  let found = value;
  for (const step of steps) {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
    found = (found as { readonly [name: string]: PlainValue })[step.toLowerCase()]; // neither null nor a list
  }
  return found;
}

function itemOf(value: Value, at: 'ordinal' | number, subject: Subject): Scalar | undefined {
  const index = at === 'ordinal' ? subject.ordinal : at;
  return typeof value === 'object' ? value[index] : index === 0 ? value : undefined;
}

function convert(value: Value, type: NonNullable<Expression['type']>, { subject, rule }: Application): Value {
  const converted = CONVERSIONS[type](value);
  if (converted !== undefined) return converted;
  const facts = { name: subject.name, rule: rule.id, value: String(value), expected: EXPECTED[type] };
  subject.state.collector.report('mapping-bad-conversion', facts, subject.place);
  return value;
}

const TRUTH: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

const EXPECTED = { text: 'a text', number: 'a number', boolean: 'true or false', list: 'a list' } as const;

const CONVERSIONS: Readonly<Record<NonNullable<Expression['type']>, (value: Value) => Value | undefined>> = {
  text: inText,
  number: (value) => (/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(String(value)) ? Number(value) : undefined),
  boolean: (value) => (Object.hasOwn(TRUTH, String(value)) ? TRUTH[String(value)] : undefined),
  list: (value) => (typeof value === 'object' ? value : [value]),
};

/** A string as text, where a call that could not be replaced stays as it is written. */
export const textWithCalls = (value: TemplatedString, { source }: ApplyState): string =>
  fillTemplate(value, ({ call }) => callText(call, source));
