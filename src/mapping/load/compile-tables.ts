/** From the tables of a mapping file to those of a layer. */
import type {
  AlertRules,
  CodeRules,
  ComponentImport,
  ElementRule,
  FieldRule,
  LinkRule,
  Rule,
  RuleTables,
  ShortcodeFacts,
  ShortcodeRules,
  UnmappedRules,
} from '../mapping.ts';
import { INHERIT } from '../mapping.ts';
import type { Compilation } from './compile-rule.ts';
import { checkSelector, compileRule } from './compile-rule.ts';
import { checkLinkRule } from '../links.ts';
import type { RawField, RawRule, RawRules, RawTables } from './raw.ts';
import { several } from './raw.ts';
import type { Path } from './yaml.ts';
import { nameOf } from './yaml.ts';

/** Compiles the tables that stand at `path`: those of a file, or of one target in it. */
export function compileTables(raw: RawTables, path: Path, compilation: Compilation): RuleTables {
  return {
    frontMatter: compileFields(raw.frontMatter ?? {}, [...path, 'frontMatter'], compilation),
    components: Object.entries(raw.components ?? {}).map(([name, component]): ComponentImport => ({
      name,
      from: component.import,
      kind: component.named ? 'named' : 'default',
    })),
    shortcodes: compileShortcodes(raw.shortcodes ?? {}, [...path, 'shortcodes'], compilation),
    elements: (raw.elements ?? []).map((rule, at) =>
      compileElement(rule, [...path, 'elements', String(at)], compilation),
    ),
    code: compileCode(raw.code ?? {}, [...path, 'code'], compilation),
    alerts: compileAlerts(raw.alerts ?? {}, [...path, 'alerts'], compilation),
    links: compileLinks(raw.links ?? [], [...path, 'links'], compilation),
    unmapped: compileUnmapped(raw.unmapped),
  };
}

/** The keys of a table, lower-cased as Hugo looks them up; two that become one are reported and the first stands. */
function* entriesIgnoringCase<T>(
  table: Readonly<Record<string, T>>,
  path: Path,
  { collector, yaml }: Compilation,
): Generator<{ name: string; value: T; path: Path }> {
  const seen = new Map<string, string>();
  for (const [key, value] of Object.entries(table)) {
    const name = key.toLowerCase();
    const other = seen.get(name);
    if (other !== undefined) {
      const facts = { where: nameOf(path), name: key, other };
      collector.report('mapping-duplicate-rule', facts, yaml.placeOf([...path, key], 'key'));
      continue;
    }
    seen.set(name, key);
    yield { name, value, path: [...path, key] };
  }
}

function compileShortcodes(
  table: Readonly<Record<string, RawRules>>,
  path: Path,
  compilation: Compilation,
): ShortcodeRules[] {
  const compiled: ShortcodeRules[] = [];
  for (const entry of entriesIgnoringCase(table, path, compilation)) {
    const rules = compileRules(entry.value, entry.path, compilation);
    const place = compilation.yaml.placeOf(entry.path, 'key');
    compiled.push({ name: entry.name, place, rules, facts: factsOf(entry.name, entry.value, entry.path, compilation) });
  }
  return compiled;
}

function compileCode(table: Readonly<Record<string, RawRules>>, path: Path, compilation: Compilation): CodeRules[] {
  const compiled: CodeRules[] = [];
  for (const entry of entriesIgnoringCase(table, path, compilation)) {
    const place = compilation.yaml.placeOf(entry.path, 'key');
    compiled.push({ lang: entry.name, place, rules: compileRules(entry.value, entry.path, compilation) });
  }
  return compiled;
}

function compileAlerts(table: Readonly<Record<string, RawRules>>, path: Path, compilation: Compilation): AlertRules[] {
  return compileCode(table, path, compilation).map(({ lang, place, rules }) => ({ kind: lang, place, rules }));
}

const isList = (rules: RawRules): rules is readonly (RawRule | 'inherit')[] => Array.isArray(rules);

function compileRules(raw: RawRules, path: Path, compilation: Compilation): (Rule | typeof INHERIT)[] {
  if (!isList(raw)) return [compileRule(raw, path, compilation)];
  const rules: (Rule | typeof INHERIT)[] = [];
  let catchAll: string | undefined;
  for (const [at, item] of raw.entries()) {
    const itemPath = [...path, String(at)];
    if (catchAll !== undefined) {
      const place = compilation.yaml.placeOf(itemPath);
      compilation.collector.report('mapping-dead-rule', { rule: catchAll }, place);
    }
    if (item === INHERIT) {
      rules.push(INHERIT);
      continue;
    }
    if (!item.when) catchAll ??= nameOf(itemPath);
    rules.push(compileRule(item, itemPath, compilation));
  }
  return rules;
}

/** What the rules of one shortcode tell the reader; code, formulas and diagrams take their text as it is written. */
function factsOf(name: string, raw: RawRules, path: Path, { collector, yaml }: Compilation): ShortcodeFacts {
  const rules = (isList(raw) ? raw : [raw]).filter((rule) => rule !== INHERIT);
  const facts: ShortcodeFacts = {};
  for (const { inner, body } of rules) {
    const { standard, markdown } = typeof inner === 'object' ? inner : { standard: inner, markdown: undefined };
    const stated = { inner: standard, markdownInner: markdown, body };
    for (const fact of ['inner', 'markdownInner', 'body'] as const) {
      const said = stated[fact];
      const first = facts[fact];
      if (said === undefined) continue;
      if (first === undefined) Object.assign(facts, { [fact]: said });
      else if (first !== said) {
        const key = fact === 'markdownInner' ? 'inner.markdown' : fact;
        const differing = { name, fact: key, first, second: said };
        collector.report('mapping-conflicting-facts', differing, yaml.placeOf(path, 'key'));
      }
    }
  }
  const takesText = rules.length > 0 && rules.every(takesRawText);
  return takesText && facts.inner === undefined && facts.body !== 'single' ? { ...facts, inner: 'raw' } : facts;
}

const RAW_KINDS: ReadonlySet<RawRule['as']> = new Set<RawRule['as']>(['code', 'math', 'diagram']);

const takesRawText = (rule: RawRule): boolean => RAW_KINDS.has(rule.as) && !('value' in rule);

function compileElement(raw: RawRule, path: Path, compilation: Compilation): ElementRule {
  const match = raw.match ?? ''; // the schema asks for it
  checkSelector(match, [...path, 'match'], compilation);
  return { match, rule: compileRule(raw, path, compilation) };
}

function compileLinks(
  raw: NonNullable<RawTables['links']>,
  path: Path,
  { file, yaml, collector }: Compilation,
): LinkRule[] {
  return raw.map(({ match, rewrite }, at) => {
    const own = [...path, String(at)];
    const rule = { id: `${file}#${nameOf(own)}`, place: yaml.placeOf(own), match: several(match), rewrite };
    const reason = checkLinkRule(rule);
    if (reason !== undefined) {
      collector.report('mapping-bad-rewrite', { where: nameOf(own), reason }, yaml.placeOf([...own, 'rewrite']));
    }
    return rule;
  });
}

function compileUnmapped(raw: RawTables['unmapped']): UnmappedRules {
  if (raw === undefined) return { shortcodes: [] };
  if (typeof raw === 'string') return { policy: raw, shortcodes: [] };
  return {
    ...(raw.default && { policy: raw.default }),
    shortcodes: Object.entries(raw.shortcodes ?? {}).map(([name, policy]) => [name.toLowerCase(), policy]),
  };
}

function compileFields(table: Readonly<Record<string, RawField>>, path: Path, compilation: Compilation): FieldRule[] {
  const rules: FieldRule[] = [];
  for (const entry of entriesIgnoringCase(table, path, compilation)) {
    rules.push({
      id: `${compilation.file}#${nameOf(entry.path)}`,
      place: compilation.yaml.placeOf(entry.path, 'key'),
      key: entry.name,
      action: fieldAction(entry.value),
      written: entry.path.at(-1) ?? entry.name,
    });
  }
  return rules;
}

function fieldAction(raw: RawField): FieldRule['action'] {
  if (typeof raw === 'string') return { type: raw };
  if (raw.as !== undefined) return { type: 'meaning', meaning: raw.as, invert: raw.invert ?? false };
  if (raw.rename !== undefined) return { type: 'rename', to: raw.rename };
  if (raw.value !== undefined) return { type: 'replace', value: raw.value };
  return { type: 'default', value: raw.default ?? null };
}
