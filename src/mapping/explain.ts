/** Mappings as people ask about them: which rules there are, and what happens to one shortcode, field or language. */
import type { Place } from '../model/place.ts';
import type { ShortcodeFact } from '../model/shortcode-table.ts';
import { mappingFacts } from './facts.ts';
import type { ArgumentCondition, FieldRule, LinkRule, Mapping, Rule, RuleTables, When } from './mapping.ts';
import { INHERIT } from './mapping.ts';
import { resolveRules, tablesFor } from './resolve.ts';

/** One rule, as `decant mapping list` shows it. */
export interface RuleInfo {
  readonly table: 'shortcodes' | 'frontMatter' | 'elements' | 'code' | 'alerts' | 'links';
  /** The shortcode, key, selector, language, kind of alert or glob. */
  readonly name: string;
  /** What it becomes: a kind, a meaning, or what is done with the field. */
  readonly as: string;
  /** `file#table.name`, as the ledger has it. */
  readonly id: string;
  readonly line: number;
  readonly place: Place;
  /** When it applies, in words; empty where it always does. */
  readonly when: string;
}

/** The rules that count for a target, by table and name, those of one name in the order in which they are tried. */
export function listRules(mapping: Mapping, target: string): readonly RuleInfo[] {
  const { shortcodes, fields, elements, code, alerts } = resolveRules(mapping, target);
  return [
    ...[...fields.values()].map(fieldInfo).toSorted(byName),
    ...sorted(shortcodes).flatMap(([name, rules]) => rules.map(({ rule }) => ruleInfo('shortcodes', name, rule))),
    ...sorted(code).flatMap(([name, rules]) => rules.map(({ rule }) => ruleInfo('code', name, rule))),
    ...sorted(alerts).flatMap(([name, rules]) => rules.map(({ rule }) => ruleInfo('alerts', name, rule))),
    ...elements.map(({ rule, selector }) => ruleInfo('elements', selector, rule)),
    ...tablesFor(mapping, target)
      .toReversed()
      .flatMap(({ links }) => links.map(linkInfo)),
  ];
}

/** What a mapping says of one name. */
export interface RuleExplanation {
  readonly name: string;
  /** The rules that are tried for a target, in order. */
  readonly rules: readonly RuleInfo[];
  /** Rules of the same name that others have replaced. */
  readonly replaced: readonly RuleInfo[];
  /** What the reader is told of the shortcode. */
  readonly facts?: ShortcodeFact;
  /** What becomes of a call that no rule takes. */
  readonly otherwise: string;
}

/** Explains a shortcode, a front matter key or a language of code, whatever its case; undefined where no rule speaks of it. */
export function explainRule(mapping: Mapping, name: string, target: string): RuleExplanation | undefined {
  const wanted = name.toLowerCase();
  const rules = listRules(mapping, target).filter((rule) => rule.name.toLowerCase() === wanted);
  const known = new Set(rules.map(({ id }) => id));
  const all = tablesFor(mapping, target).flatMap(everyRule);
  const replaced = all.filter((rule) => rule.name.toLowerCase() === wanted && !known.has(rule.id));
  if (rules.length === 0 && replaced.length === 0) return undefined;
  const facts = mappingFacts(mapping).get(wanted);
  const otherwise = resolveRules(mapping, target).unmapped(wanted);
  return { name, rules, replaced, ...(facts && { facts }), otherwise };
}

function everyRule(tables: RuleTables): RuleInfo[] {
  return [
    ...tables.frontMatter.map(fieldInfo),
    ...tables.shortcodes.flatMap(({ name, rules }) => written(rules).map((rule) => ruleInfo('shortcodes', name, rule))),
    ...tables.code.flatMap(({ lang, rules }) => written(rules).map((rule) => ruleInfo('code', lang, rule))),
    ...tables.alerts.flatMap(({ kind, rules }) => written(rules).map((rule) => ruleInfo('alerts', kind, rule))),
    ...tables.elements.map(({ match, rule }) => ruleInfo('elements', match, rule)),
  ];
}

const written = (rules: readonly (Rule | typeof INHERIT)[]): Rule[] => rules.filter((rule) => rule !== INHERIT);

const sorted = <T>(table: ReadonlyMap<string, T>): [string, T][] =>
  [...table].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const byName = (a: RuleInfo, b: RuleInfo): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const ruleInfo = (table: RuleInfo['table'], name: string, { id, as, place, when }: Rule): RuleInfo => ({
  table,
  name,
  as,
  id,
  line: place.line,
  place,
  when: when ? inWords(when) : '',
});

const linkInfo = ({ id, match, rewrite, place }: LinkRule): RuleInfo => ({
  table: 'links',
  name: match.join(', '),
  as: `rewrite to ${rewrite}`,
  id,
  line: place.line,
  place,
  when: '',
});

function fieldInfo({ id, written: name, place, action }: FieldRule): RuleInfo {
  const base = { table: 'frontMatter', name, id, line: place.line, place, when: '' } as const;
  switch (action.type) {
    case 'meaning':
      return { ...base, as: action.invert ? `not ${action.meaning}` : action.meaning };
    case 'rename':
      return { ...base, as: `rename to ${action.to}` };
    default:
      return { ...base, as: action.type };
  }
}

function argumentInWords({ name, values, present }: ArgumentCondition): string {
  if (!present) return `no argument ${name}`;
  return values.length > 0 ? `argument ${name} is ${values.join(' or ')}` : `argument ${name} is given`;
}

function inWords({ args = [], parentArgs = [], notation, body, inner, parent, page, language }: When): string {
  const or = (words: readonly string[]): string => words.join(' or ');
  return [
    ...args.map((condition) => argumentInWords(condition)),
    ...parentArgs.map((condition) => `${argumentInWords(condition)} on the call around`),
    ...(notation ? [`notation is ${notation}`] : []),
    ...(body ? [`body is ${body}`] : []),
    ...(inner === undefined ? [] : [inner ? 'there is inner content' : 'there is no inner content']),
    ...(typeof parent === 'object' ? [`parent is ${or(parent)}`] : []),
    ...(typeof parent === 'boolean' ? [parent ? 'inside another call' : 'not inside another call'] : []),
    ...(page ? [`page is ${or(page)}`] : []),
    ...(language ? [`language is ${or(language)}`] : []),
  ].join(', ');
}
