/** The rules that count for one target, with everything in them ready to be matched. */
import picomatch from 'picomatch';
import type { Call } from '../model/nodes.ts';
import type { UnmappedPolicy } from '../model/outcome.ts';
import type { PageMeta } from '../model/page.ts';
import type {
  ArgumentCondition,
  ComponentImport,
  FieldRule,
  Layer,
  Mapping,
  Rule,
  RuleTables,
  When,
} from './mapping.ts';
import { INHERIT } from './mapping.ts';
import { neededArguments } from './needed-arguments.ts';
import type { SelectorMatcher } from './selector.ts';
import { compileSelector, selectorAttributes } from './selector.ts';

/** A rule with its conditions compiled. */
export interface ReadyRule {
  readonly rule: Rule;
  readonly applies: (subject: Candidate) => boolean;
}

export interface ReadyElementRule extends ReadyRule {
  readonly selector: string;
  readonly matches: SelectorMatcher;
  /** The attributes that the selector looks at. */
  readonly attributes: readonly string[];
}

/** What conditions look at. */
export interface Candidate {
  readonly page: PageMeta;
  /** The value of an argument as text, by name or position; undefined where it is not given. */
  readonly argument: (name: string) => string | undefined;
  readonly call?: Call;
  /** Lower-cased name of the enclosing call, empty for none. */
  readonly parent: string;
  /** The same of the enclosing call. */
  readonly parentArgument: (name: string) => string | undefined;
  /** Whether there is inner content, white space aside. */
  readonly hasInner: () => boolean;
}

export interface TargetRules {
  readonly fields: ReadonlyMap<string, FieldRule>;
  readonly components: ReadonlyMap<string, ComponentImport>;
  readonly shortcodes: ReadonlyMap<string, readonly ReadyRule[]>;
  readonly elements: readonly ReadyElementRule[];
  readonly code: ReadonlyMap<string, readonly ReadyRule[]>;
  /** By kind; `*` has those for kinds that are not named. */
  readonly alerts: ReadonlyMap<string, readonly ReadyRule[]>;
  /** The components that rules name, with the shortcode that each stands for. */
  readonly named: ReadonlyMap<string, string>;
  /** The policy for a lower-cased shortcode name. */
  readonly unmapped: (name: string, fallback?: UnmappedPolicy) => UnmappedPolicy;
}

// A run asks for the same mapping and target once a page; a mapping never changes.
const resolved = new WeakMap<Mapping, Map<string, TargetRules>>();

/** The rules of `mapping` for `target`: those of all its layers, later ones over earlier ones. */
export function resolveRules(mapping: Mapping, target: string): TargetRules {
  let targets = resolved.get(mapping);
  if (!targets) resolved.set(mapping, (targets = new Map<string, TargetRules>()));
  let rules = targets.get(target);
  if (!rules) targets.set(target, (rules = resolve(mapping, target)));
  return rules;
}

/** Targets whose pages are MDX: what a mapping says of `mdx` counts for them too, and what it says of them goes before it. */
const MDX_FRAMEWORKS: ReadonlySet<string> = new Set(['docusaurus', 'starlight', 'nextra', 'fumadocs', 'mintlify']);

/** The tables that count for a target, the most general first. */
export const tablesFor = ({ layers }: Pick<Mapping, 'layers'>, target: string): RuleTables[] =>
  layers.flatMap((layer) => layerTables(layer, target));

/** Those of one layer. */
export function layerTables({ rules, perTarget }: Layer, target: string): RuleTables[] {
  const own = (wanted: string): RuleTables[] =>
    perTarget.flatMap(([name, tables]) => (name === wanted ? [tables] : []));
  return [rules, ...(MDX_FRAMEWORKS.has(target) ? own('mdx') : []), ...own(target)];
}

function resolve(mapping: Mapping, target: string): TargetRules {
  const fields = new Map<string, FieldRule>();
  const components = new Map<string, ComponentImport>();
  const shortcodes = new Map<string, readonly ReadyRule[]>();
  const code = new Map<string, readonly ReadyRule[]>();
  const alerts = new Map<string, readonly ReadyRule[]>();
  const policies = new Map<string, UnmappedPolicy>();
  let policy: UnmappedPolicy = 'component';
  const elementTables: ReadyElementRule[][] = [];
  for (const table of tablesFor(mapping, target)) {
    for (const field of table.frontMatter) fields.set(field.key, field);
    for (const component of table.components) components.set(component.name, component);
    for (const { name, rules } of table.shortcodes) shortcodes.set(name, prepare(rules, shortcodes.get(name)));
    for (const { lang, rules } of table.code) code.set(lang, prepare(rules, code.get(lang)));
    for (const { kind, rules } of table.alerts) alerts.set(kind, prepare(rules, alerts.get(kind)));
    for (const [name, said] of table.unmapped.shortcodes) policies.set(name, said);
    policy = table.unmapped.policy ?? policy;
    const elements = table.elements.flatMap(({ match, rule }) => {
      const matches = compileSelector(match); // one that cannot be compiled was reported when it was loaded
      return typeof matches === 'string'
        ? []
        : [{ ...prepareRule(rule), selector: match, matches, attributes: selectorAttributes(match) }];
    });
    elementTables.push(elements);
  }
  const unmapped = (name: string, fallback?: UnmappedPolicy): UnmappedPolicy =>
    policies.get(name) ?? fallback ?? policy;
  // The first rule that matches wins: what a later file says goes before what it extends.
  const elements = elementTables.toReversed().flat();
  return { fields, components, shortcodes, elements, code, alerts, named: namedComponents(shortcodes), unmapped };
}

function namedComponents(shortcodes: ReadonlyMap<string, readonly ReadyRule[]>): Map<string, string> {
  const named = new Map<string, string>();
  for (const [shortcode, rules] of shortcodes) {
    for (const { rule } of rules) if (rule.as === 'component') named.set(rule.settings.name, shortcode);
  }
  return named;
}

const prepare = (
  rules: readonly (Rule | typeof INHERIT)[],
  inherited: readonly ReadyRule[] | undefined,
): readonly ReadyRule[] => rules.flatMap((rule) => (rule === INHERIT ? (inherited ?? []) : [prepareRule(rule)]));

function prepareRule(rule: Rule): ReadyRule {
  const tests = conditions(rule.when ?? {});
  if (rule.isOfHugo) tests.push((subject) => fitsRule(rule, subject));
  return { rule, applies: (subject) => tests.every((test) => test(subject)) };
}

/** Whether a call has what the settings of a rule cannot do without. */
function fitsRule(rule: Rule, { argument, call }: Candidate): boolean {
  const isGiven = (names: readonly string[]): boolean => names.some((name) => argument(name) !== undefined);
  if (rule.isOfHugo === 'single' && call?.body === 'paired') return false;
  return neededArguments(rule).every(isGiven);
}

function conditions(when: When): ReadyRule['applies'][] {
  const tests: ReadyRule['applies'][] = [];
  const { args = [], parentArgs = [], notation, body, inner, parent, page, language } = when;
  tests.push(
    ...args.map(
      (wanted): ReadyRule['applies'] =>
        ({ argument }) =>
          hasArgument(argument, wanted),
    ),
  );
  tests.push(
    ...parentArgs.map(
      (wanted): ReadyRule['applies'] =>
        (call) =>
          hasArgument(call.parentArgument, wanted),
    ),
  );
  if (notation) tests.push(({ call }) => call?.notation === notation);
  if (body) tests.push(({ call }) => call?.body === body);
  if (inner !== undefined) tests.push(({ hasInner }) => hasInner() === inner);
  if (typeof parent === 'boolean') tests.push((subject) => (subject.parent !== '') === parent);
  else if (parent) tests.push((subject) => parent.includes(subject.parent));
  if (language) tests.push((subject) => language.includes(subject.page.language.toLowerCase()));
  if (page) {
    const globs = page.map((glob) => picomatch(glob, { dot: true }));
    tests.push((subject) => globs.some((matches) => matches(subject.page.path) || matches(subject.page.file)));
  }
  return tests;
}

function hasArgument(argument: Candidate['argument'], { name, values, present }: ArgumentCondition): boolean {
  const value = argument(name);
  return present ? value !== undefined && (values.length === 0 || values.includes(value)) : value === undefined;
}

/** The first rule that takes the subject. */
export function selectRule(rules: readonly ReadyRule[] | undefined, subject: Candidate): Rule | undefined {
  return rules?.find(({ applies }) => applies(subject))?.rule;
}

/** Where the components that a target's pages use come from. */
export function componentsFor(
  mapping: Mapping,
  target: string,
): Readonly<Record<string, Omit<ComponentImport, 'name'>>> {
  const { components } = resolveRules(mapping, target);
  return Object.fromEntries([...components].map(([name, { from, kind }]) => [name, { from, kind }]));
}
