/** The terms in which looks are told. */
import type {
  GuessedKind,
  GuessedValue,
  InnerTreatment,
  ShortcodeGuess,
  StudiedArgument,
} from '../../model/shortcode-study.ts';
import type { Facts } from './facts.ts';
import type { Markup, MarkupElement } from './markup.ts';
import type { Part, Value } from './value.ts';
import { isExact } from './value.ts';

/** What is known of a template when it is looked at. */
export interface Sight {
  /** The shortcode's name. */
  readonly name: string;
  readonly markup: Markup;
  readonly facts: Facts;
  readonly arguments: readonly StudiedArgument[];
  /** Whether the inner content comes out in what is printed. */
  readonly showsInner: boolean;
  readonly inner: ReadonlySet<InnerTreatment>;
}

/** Takes the shortcode for something, or not. */
export type Look = (sight: Sight) => ShortcodeGuess | undefined;

type Settings = Readonly<Record<string, GuessedValue | Readonly<Record<string, GuessedValue>> | undefined>>;

/** A guess from what the template prints; settings without a value are left out. */
export const guess = (as: GuessedKind, evidence: readonly string[], settings: Settings = {}): ShortcodeGuess => ({
  as,
  basis: 'form',
  evidence,
  settings: givenOf(settings),
});

/** A guess from the shortcode's name, or from how it is called. */
export const guessFromUse = (as: GuessedKind, evidence: string, settings: Settings = {}): ShortcodeGuess => ({
  as,
  basis: 'name',
  evidence: [evidence],
  settings: givenOf(settings),
});

function givenOf(settings: Settings): ShortcodeGuess['settings'] {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined && Object.keys(value).length > 0);
  // What is undefined has just been taken out.
  return Object.fromEntries(given) as ShortcodeGuess['settings'];
}

/** A value as a mapping can say it; undefined for what it cannot. */
export function settingOf(value: Value | undefined): GuessedValue | undefined {
  switch (value?.type) {
    case 'argument':
      return {
        type: 'argument',
        names: value.names,
        of: value.of,
        ...(value.default !== undefined && { default: value.default }),
        ...(value.otherwise && {
          otherwise: value.default === undefined ? otherwiseSetting(value.otherwise) : 'unknown',
        }),
        ...(value.read && { read: value.read }),
        ...(value.base !== undefined && { base: value.base }),
      };
    case 'literal':
      return value.value === null ? undefined : { type: 'literal', value: value.value };
    case 'lookup':
      return value.altered ? undefined : { type: 'lookup', paths: [value.path] };
    case 'resource':
      return settingOf(value.of);
    case 'text':
      return textSetting(value.parts);
    case 'other':
      // What a picture has of its own, such as its width, is not what names it.
      return value.made.length === 1 && value.made[0]?.type !== 'resource' ? settingOf(value.made[0]) : undefined;
    default:
      return undefined;
  }
}

/** What stands in an argument's place, where a mapping can say it. */
function otherwiseSetting(value: Value): GuessedValue | 'unknown' {
  const setting = isExact(value) ? settingOf(value) : undefined;
  return setting?.type === 'lookup' || setting?.type === 'argument' ? setting : 'unknown';
}

/** The address of the site's root, as a template has it in front of a path. */
const isRoot = (part: Part | undefined): boolean =>
  typeof part === 'object' && part.type === 'lookup' && part.path === 'site.baseURL';

/** `{{ .Site.BaseURL }}img/{{ .Get 0 }}`: what stands behind the root is seen from there. */
function fromRoot([root, next, ...rest]: readonly Part[]): GuessedValue | undefined {
  if (!isRoot(root) || next === undefined) return undefined;
  if (typeof next === 'string')
    return settingOf({ type: 'text', parts: [next.startsWith('/') ? next : `/${next}`, ...rest] });
  return rest.length === 0 && next.type === 'argument' ? settingOf({ ...next, base: '/' }) : undefined;
}

function textSetting(parts: readonly Part[]): GuessedValue | undefined {
  const rooted = fromRoot(parts);
  if (rooted) return rooted;
  const shown = parts.filter((part) => typeof part !== 'string' || part.trim() !== '');
  const [only] = shown;
  if (shown.length === 1 && only !== undefined && typeof only !== 'string') return settingOf(only);
  let template = '';
  for (const part of parts) {
    const value = typeof part === 'string' ? undefined : settingOf(part);
    if (typeof part === 'string') template += part.replaceAll('$', '$$$$');
    else if (value?.type === 'argument' && value.of === 'call') template += `\${${value.names.join('|')}}`;
    else if (value?.type === 'literal') template += String(value.value).replaceAll('$', '$$$$');
    else return undefined;
  }
  return { type: 'template', template: template.trim() };
}

/** The argument that has one of some names. */
export function argumentNamed(
  { arguments: all }: Pick<Sight, 'arguments'>,
  names: readonly string[],
): GuessedValue | undefined {
  const found = names
    .map((name) => all.find((one) => one.names.some((own) => own.toLowerCase() === name)))
    .find(Boolean);
  return found && argumentSetting(found);
}

export const argumentSetting = ({ names, default: fallback }: StudiedArgument): GuessedValue => ({
  type: 'argument',
  names,
  of: 'call',
  ...(fallback !== undefined && { default: fallback }),
});

/** The first element that fits. */
export const findElement = ({ markup }: Sight, fits: (element: MarkupElement) => boolean): MarkupElement | undefined =>
  markup.elements.find(fits);

/** Attributes that carry over: literal ones and those that arguments give. */
export function attributesOf(element: MarkupElement, leftOut: readonly string[]): Record<string, GuessedValue> {
  const kept: Record<string, GuessedValue> = {};
  for (const [name, parts] of element.attributes) {
    if (leftOut.includes(name) || name.startsWith('on') || name === 'style') continue;
    const value = settingOf({ type: 'text', parts });
    const text = parts.every((part) => typeof part === 'string') ? parts.join('').trim() : undefined;
    if (text !== undefined) kept[name] = { type: 'literal', value: text };
    else if (value) kept[name] = value;
  }
  return kept;
}
