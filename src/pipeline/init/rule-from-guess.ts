/** From what a shortcode seems to mean to a rule as a mapping file has it. */
import type { Kind } from '../../mapping/kinds.ts';
import type { ShortcodeUse } from '../../model/inventory.ts';
import type { GuessedValue, ShortcodeGuess } from '../../model/shortcode-study.ts';
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
  const rules = guess && guessedRules(guess, use);
  if (guess && rules) {
    const basis = guess.basis === 'form' ? guess.evidence.join(', ') : `a guess from ${guess.evidence.join(', ')}`;
    return { rules, reason: basis };
  }
  const name = componentName(use.name);
  return {
    rules: [{ as: 'component', name, ...readingOf(use) }],
    component: name,
    reason: shapeOf(use),
  };
}

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
  const rule = { as: guess.as, ...settings, ...readingOf(use) };
  if (guess.codeLang !== undefined) {
    const when = { args: { [guess.codeLang]: { present: true } }, notation: 'standard' };
    return [{ when, ...rule, children: { as: 'code', lang: `$${guess.codeLang}` } }, rule];
  }
  const given = guess.instead?.type === 'argument' ? use.arguments.filter(isOneOf(guess.instead.names)) : [];
  if (!guess.instead || given.length === 0 || !known['children']) return [rule];
  const children = { as: 'text', value: writtenValue(guess.instead, 'content') };
  const instead = given.map(({ name }) => ({ when: { args: { [name]: { present: true } } }, ...rule, children }));
  return use.bodies.paired > 0 ? [...instead, rule] : instead;
}

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

const isValue = (setting: Setting): setting is GuessedValue => typeof setting.type === 'string';

function writtenSetting(setting: Setting, form: string): Plain | undefined {
  if (!isValue(setting)) {
    if (form !== 'map') return undefined;
    return Object.fromEntries(Object.entries(setting).map(([name, value]) => [name, writtenValue(value, 'text')]));
  }
  if (form === 'map') return undefined;
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
  const { names, of, default: fallback, read } = value;
  const key = names.length === 1 ? keyOf(names[0] ?? '') : names.map(keyOf);
  const reads = read ?? (form === 'content' ? 'markdown' : undefined);
  const more = {
    ...(form === 'boolean' && { type: 'boolean' }),
    ...(reads && form === 'content' && { read: reads }),
    ...(fallback !== undefined &&
      form !== 'boolean' && { default: typeof fallback === 'string' ? escaped(fallback) : fallback }),
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
