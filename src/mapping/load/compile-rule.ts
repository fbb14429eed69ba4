/** From YAML that the schema has accepted to rules with every shorthand written out. */
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { SettingForm } from '../kinds.ts';
import { settingsOf } from '../kinds.ts';
import type {
  ArgumentCondition,
  Expression,
  NamedExpression,
  Rule,
  RuleBase,
  Source,
  Split,
  Template,
  When,
} from '../mapping.ts';
import { compileSelector } from '../selector.ts';
import type { RawExpression, RawParts, RawRule, RawSource, RawWhen } from './raw.ts';
import { several } from './raw.ts';
import { literalProblem } from './literal-problem.ts';
import { reportProblems } from './report-problems.ts';
import { isArgumentName, parseTemplate } from './template.ts';
import type { Path, YamlFile } from './yaml.ts';
import { nameOf } from './yaml.ts';

/** What compiling needs beside the value. */
export interface Compilation {
  readonly file: string;
  readonly yaml: YamlFile;
  readonly collector: Collector;
}

/** Compiles one rule; what is wrong in it is reported, and it then does without. */
export function compileRule(raw: RawRule, path: Path, compilation: Compilation): Rule {
  const { file, yaml } = compilation;
  const base: RuleBase = {
    id: `${file}#${nameOf(path)}`,
    place: yaml.placeOf(path, 'key'),
    ...(raw.when && { when: compileWhen(raw.when) }),
    ...(raw.display && { display: raw.display }),
    ignore: several(raw.ignore).map(String),
    rest: raw.rest ?? (raw.as === 'component' && !('props' in raw) ? 'keep' : 'report'),
  };
  const settings: Record<string, unknown> = {};
  for (const [name, info] of Object.entries(settingsOf(raw.as))) {
    const value = (raw as unknown as Readonly<Record<string, unknown>>)[name]; // settings stand beside the rule's own keys
    if (value === undefined) continue;
    const at = [...path, name];
    settings[name] = compileSetting(info.form, value, at, compilation);
    const problem = isExpression(info.form) && literalProblem(settings[name] as Expression, info, at);
    if (problem) reportProblems([problem], yaml, compilation.collector);
  }
  // The schema has checked `as`, and that the settings are those of its kind.
  return { ...base, as: raw.as, settings } as Rule;
}

const isExpression = (form: SettingForm): boolean => ['text', 'content', 'number', 'boolean'].includes(form);

/** The schema has checked each setting against its form, which is what the casts here rest on. */
function compileSetting(form: SettingForm, value: unknown, path: Path, compilation: Compilation): unknown {
  switch (form) {
    case 'word':
      return value;
    case 'rule':
      return compileRule(value as RawRule, path, compilation);
    case 'parts':
      return compileSplit(value as RawParts);
    case 'paths':
      return compileTemplates(several(value as string | readonly string[]), path, compilation);
    case 'map':
      return Object.entries(value as Readonly<Record<string, RawExpression>>).map(([name, item]): NamedExpression => ({
        name,
        value: compileExpression(item, [...path, name], compilation),
      }));
    default:
      return compileExpression(value as RawExpression, path, compilation);
  }
}

function compileSplit({ split }: RawParts): Split {
  if (split.heading !== undefined) return { at: 'heading', depth: split.heading };
  if (split.text !== undefined) return { at: 'text', text: split.text };
  return { at: split.items ? 'item' : 'break' };
}

const lower = (words: readonly string[]): string[] => words.map((word) => word.toLowerCase());

function compileWhen(raw: RawWhen): When {
  return {
    ...(raw.args && { args: compileConditions(raw.args) }),
    ...(raw.parentArgs && { parentArgs: compileConditions(raw.parentArgs) }),
    ...(raw.notation && { notation: raw.notation }),
    ...(raw.body && { body: raw.body }),
    ...(raw.inner !== undefined && { inner: raw.inner }),
    ...(raw.parent !== undefined && {
      parent: typeof raw.parent === 'boolean' ? raw.parent : lower(several(raw.parent)),
    }),
    ...(raw.page !== undefined && { page: several(raw.page) }),
    ...(raw.language !== undefined && { language: lower(several(raw.language)) }),
  };
}

const compileConditions = (args: NonNullable<RawWhen['args']>): readonly ArgumentCondition[] =>
  Object.entries(args).map(([name, wanted]) => {
    if (typeof wanted === 'object' && 'present' in wanted) return { name, values: [], present: wanted.present };
    return { name, values: several(wanted).map(String), present: true };
  });

/** Compiles a literal, a `$name` or an object that says where a value comes from. */
export function compileExpression(raw: RawExpression, path: Path, compilation: Compilation): Expression {
  if (typeof raw === 'string') return { source: shorthand(raw, path, compilation) };
  if (typeof raw !== 'object') return { source: { type: 'literal', value: raw } };
  const { split, at, map, type, base, read } = raw;
  return {
    source: compileSource(raw, path, compilation),
    ...(split !== undefined && { split }),
    ...(at !== undefined && { at }),
    ...(map && { map: Object.entries(map) }),
    ...(type && { type }),
    ...(base !== undefined && { base }),
    ...(read && { read }),
    ...(raw.default !== undefined && { default: compileExpression(raw.default, [...path, 'default'], compilation) }),
  };
}

/** `$title` is the argument of that name, `$0` the first one; `v${title}` is text with it; `$$` stands for a dollar. */
function shorthand(text: string, path: Path, compilation: Compilation): Source {
  if (text.includes('${'))
    return { type: 'template', template: compileTemplate(text, path, compilation), asset: false };
  if (text.startsWith('$$')) return { type: 'literal', value: text.slice(1) };
  const name = text.startsWith('$') ? text.slice(1) : '';
  return isArgumentName(name) ? { type: 'argument', names: [name], of: 'call' } : { type: 'literal', value: text };
}

function compileSource(raw: RawSource, path: Path, compilation: Compilation): Source {
  if (raw.arg !== undefined) return { type: 'argument', names: several(raw.arg).map(String), of: 'call' };
  if (raw.parent === '*') return { type: 'positions' };
  if (raw.parent !== undefined) return { type: 'argument', names: several(raw.parent).map(String), of: 'parent' };
  if (raw.inner !== undefined) return { type: 'inner', as: raw.inner };
  if (raw.from !== undefined) {
    return { type: 'lookup', paths: compileTemplates(several(raw.from), [...path, 'from'], compilation) };
  }
  if (raw.child !== undefined) {
    checkSelector(raw.child, [...path, 'child'], compilation);
    return { type: 'child', selector: raw.child };
  }
  if (raw.file !== undefined) {
    return { type: 'file', path: compileTemplate(raw.file, [...path, 'file'], compilation) };
  }
  if (raw.value !== undefined) return { type: 'literal', value: raw.value };
  const asset = raw.asset !== undefined;
  const at = [...path, asset ? 'asset' : 'text'];
  return { type: 'template', template: compileTemplate(raw.asset ?? raw.text ?? '', at, compilation), asset };
}

const compileTemplates = (texts: readonly string[], path: Path, compilation: Compilation): Template[] =>
  texts.map((text) => compileTemplate(text, path, compilation));

function compileTemplate(text: string, path: Path, { collector, yaml }: Compilation): Template {
  const template = parseTemplate(text);
  if (typeof template !== 'string') return template;
  const facts = { where: nameOf(path), template: text, reason: template };
  collector.report('mapping-bad-template', facts, yaml.placeOf(path));
  return [text];
}

/** Reports a selector that cannot be matched. */
export function checkSelector(selector: string, path: Path, { collector, yaml }: Compilation): void {
  const matcher = compileSelector(selector);
  if (typeof matcher !== 'string') return;
  const facts = { where: nameOf(path), selector, reason: matcher };
  collector.report('mapping-bad-selector', facts, yaml.placeOf(path));
}
