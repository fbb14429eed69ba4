/** From what a shortcode seems to mean to a rule as a mapping file has it. */
import type { Kind } from '../../mapping/kinds.ts';
import type { ShortcodeUse } from '../../model/inventory.ts';
import type { GuessedValue, ShortcodeGuess } from '../../model/shortcode-study.ts';
import { isGuessedValue } from '../../model/shortcode-study.ts';
import { componentName } from '../../mapping/component-name.ts';
import { KINDS, settingsOf } from '../../mapping/kinds.ts';

/** A value as YAML has it. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

interface Rule {
  readonly [key: string]: Plain;
}

export interface SkeletonRule {
  /** Several are tried in turn. */
  readonly rules: readonly Rule[];
  /** The component that the rule names, if it does. */
  readonly component?: string;
  /** Why it is this rule, for the comment. */
  readonly reason: string;
}

/** The rule for a shortcode that no mapping speaks of: its best guess, else a component with its arguments. */
export function ruleFor(use: ShortcodeUse): SkeletonRule {
  const { guess } = use.study;
  const name = componentName(use.name);
  const component = { as: 'component', name, ...readingOf(use) };
  const rules = guess && guessedRules(guess, use);
  if (guess && rules) {
    const reason = guess.basis === 'form' ? guess.evidence.join(', ') : `a guess from ${guess.evidence.join(', ')}`;
    const needed = neededFor(guess, use);
    if (needed === undefined) return { rules, reason };
    const sure = rules.map(({ when, ...rule }) => ({ when: whenGiven(needed, when), ...rule }));
    return { rules: [...sure, component], component: name, reason };
  }
  return { rules: [component], component: name, reason: shapeOf(use) };
}

/** What readers see of these kinds, and where they lead. */
const SHOWN: ReadonlySet<string> = new Set(['id', 'name', 'path', 'src', 'text', 'url', 'value']);

/** The argument without which something is shown that nobody but the template can say, where some calls are without it. */
function neededFor({ settings }: ShortcodeGuess, { arguments: given, calls }: ShortcodeUse): string | undefined {
  const [needed, ...others] = Object.entries(settings).flatMap(([name, value]) => {
    if (!SHOWN.has(name) || !isGuessedValue(value) || value.type !== 'argument' || value.otherwise !== 'unknown')
      return [];
    const uses = given.filter(isOneOf(value.names));
    return uses.reduce((sum, { count }) => sum + count, 0) < calls ? [value.names] : [];
  });
  const [name, ...more] = needed ?? [];
  return others.length === 0 && more.length === 0 ? name : undefined;
}

function whenGiven(name: string, when: Plain | undefined): Plain {
  const known = isMapping(when) ? when : {};
  const args = isMapping(known['args']) ? known['args'] : {};
  return { ...known, args: { ...args, [name]: { present: true } } };
}

const isMapping = (value: Plain | undefined): value is { readonly [key: string]: Plain } =>
  typeof value === 'object' && !Array.isArray(value);

/** The rules that a guess comes to; undefined where the mapping language cannot say it. */
function guessedRules(guess: ShortcodeGuess, use: ShortcodeUse): readonly Rule[] | undefined {
  if (!isKind(guess.as)) return undefined;
  const known = settingsOf(guess.as);
  const settings: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(guess.settings)) {
    const info = known[name];
    const written = info && writtenSetting(value, info.form);
    if (written !== undefined) settings[name] = written;
  }
  const lacks = Object.entries(known).some(([name, { required }]) => required && settings[name] === undefined);
  if (lacks) return undefined;
  const ignore = namesOnly(guess, use);
  const rule = { as: guess.as, ...settings, ...readingOf(use), ...(ignore.length > 0 && { ignore }) };
  const contents = known['children'] ? contentsOf(guess, use) : [{}];
  return contents.map(({ when, children }) => ({
    ...(when !== undefined && { when }),
    ...rule,
    ...(children !== undefined && { children }),
  }));
}

/** Arguments that only give the element an id: no reader sees them. */
function namesOnly({ settings }: ShortcodeGuess, { arguments: given, study }: ShortcodeUse): readonly string[] {
  const taken = Object.values(settings).flatMap((value) =>
    isGuessedValue(value) && value.type === 'argument' ? value.names : [],
  );
  const ids = study.arguments.flatMap(({ names, isId }) => (isId ? names : []));
  return given.map(({ name }) => name).filter((name) => ids.includes(name) && !taken.includes(name));
}

/** A way in which calls give their content, and the calls that do. */
interface OwnContent {
  readonly when?: Plain;
  readonly children?: Plain;
}

/** What is shown in which calls: an argument or the file that it names, code in a language that is named, else the inner content. */
function contentsOf(guess: ShortcodeGuess, use: ShortcodeUse): readonly OwnContent[] {
  const { instead, insteadFile, codeLang } = guess;
  const given = instead?.type === 'argument' ? use.arguments.filter(isOneOf(instead.names)) : [];
  const file = insteadFile && guessedRules(insteadFile, use)?.[0];
  const shown = file ?? (instead && { as: 'text', value: writtenValue(instead, 'content') });
  const inPlace = given.map(({ name }) => ({ when: { args: { [name]: { present: true } } }, children: shown ?? {} }));
  if (codeLang === undefined) return inPlace.length > 0 && use.bodies.paired === 0 ? inPlace : [...inPlace, {}];
  const when = { args: { [codeLang]: { present: true } }, notation: 'standard' };
  const code = { when, children: { as: 'code', lang: `$${codeLang}` } };
  if (use.study.learnedFrom !== 'template') return [...inPlace, code, {}];
  // The template has it read as code; what is none is read all the same.
  return [...inPlace, code, { when: STANDARD, children: { as: 'unwrap', read: 'markdown' } }, {}];
}

const STANDARD = { notation: 'standard' };

const isOneOf =
  (names: readonly string[]) =>
  ({ name }: { readonly name: string | number }): boolean =>
    names.includes(String(name));

/** What the calls look like, for whoever decides: how many arguments with which values, inner text, and where they stand. */
function shapeOf({ arguments: given, bodies, places }: ShortcodeUse): string {
  const args = given.map(({ name, samples, distinct }) => {
    const shown = samples.slice(0, MAX_SAMPLES).map(shortened).join(', ');
    return `${name} (${shown}${distinct > MAX_SAMPLES ? ', …' : ''})`;
  });
  const inner = bodies.paired > 0 ? ', with inner text' : '';
  const inLines = places.text > places.block ? ', in lines of text' : '';
  return `${args.length > 0 ? `arguments ${args.join(', ')}` : 'no arguments'}${inner}${inLines}`;
}

const MAX_SAMPLES = 3;
const MAX_SAMPLE = 24;

const shortened = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return line.length > MAX_SAMPLE ? `${line.slice(0, MAX_SAMPLE - 1)}…` : line;
};

const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name);

type Setting = ShortcodeGuess['settings'][string];

function writtenSetting(setting: Setting, form: string): Plain | undefined {
  if (!isGuessedValue(setting)) {
    if (form !== 'map') return undefined;
    return Object.fromEntries(Object.entries(setting).map(([name, value]) => [name, writtenValue(value, 'text')]));
  }
  if (form === 'map') return undefined;
  if (form === 'parts') return setting.type === 'literal' ? { split: { text: String(setting.value) } } : undefined;
  if (form === 'word') return setting.type === 'literal' ? String(setting.value) : undefined;
  if (form === 'paths') return setting.type === 'lookup' ? several(setting.paths) : undefined;
  return writtenValue(setting, form);
}

const several = (items: readonly string[]): Plain => (items.length === 1 ? (items[0] ?? '') : items);

function writtenValue(value: GuessedValue, form: string): Plain {
  switch (value.type) {
    case 'literal':
      return typeof value.value === 'string' ? escaped(value.value) : value.value;
    case 'template':
      return { text: value.template };
    case 'file':
      return { file: value.path };
    case 'lookup':
      return { from: several(value.paths) };
    case 'inner':
      return { inner: value.as };
    case 'ownPosition':
      return { parent: '*', at: 'ordinal' };
    case 'argument':
      return writtenArgument(value, form);
  }
}

/** A literal that begins with a dollar would be an argument. */
const escaped = (text: string): string => (text.startsWith('$') ? `$${text}` : text);

function writtenArgument(value: Extract<GuessedValue, { type: 'argument' }>, form: string): Plain {
  const { names, of, default: literal, otherwise, read, base } = value;
  const fallback =
    literal === undefined
      ? otherwise !== undefined && otherwise !== 'unknown'
        ? writtenValue(otherwise, form === 'content' ? 'content' : 'text')
        : undefined
      : typeof literal === 'string'
        ? escaped(literal)
        : literal;
  const key = names.length === 1 ? keyOf(names[0] ?? '') : names.map(keyOf);
  const reads = read ?? (form === 'content' ? 'markdown' : undefined);
  const more = {
    ...(form === 'boolean' && { type: 'boolean' }),
    ...(reads && form === 'content' && { read: reads }),
    ...(base !== undefined && form === 'text' && { base }),
    ...(fallback !== undefined && form !== 'boolean' && { default: fallback }),
  };
  const [only] = names;
  if (
    of === 'call' &&
    names.length === 1 &&
    only !== undefined &&
    /^[\w-]+$/.test(only) &&
    Object.keys(more).length === 0
  ) {
    return `$${only}`;
  }
  return { [of === 'call' ? 'arg' : 'parent']: key, ...more };
}

const keyOf = (name: string): string | number => (/^\d+$/.test(name) ? Number(name) : name);

/** Inner text that is no Markdown, for the reader: where a template is at hand it says so itself. */
function readingOf(use: ShortcodeUse): { readonly inner?: string } {
  const { study } = use;
  if (study.guess?.as === 'unwrap' && study.guess.basis === 'name') return { inner: 'html' };
  const isRaw = study.guess !== undefined && ['code', 'diagram', 'math'].includes(study.guess.as);
  return isRaw && study.learnedFrom === 'content' && use.bodies.paired > 0 ? { inner: 'raw' } : {};
}
