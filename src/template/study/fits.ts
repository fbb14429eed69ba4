/** Which arguments a shortcode of each kind commonly has, and what it cannot be without. */
import type { GuessedKind, GuessedValue } from '../../model/shortcode-study.ts';
import type { UsedShortcode } from './guess-by-use.ts';
import { argumentNamed as firstNamed } from './guess.ts';
import { isPosition } from './value.ts';
import { ADMONITION_KINDS, isAdmonitionWord } from './words.ts';

type Settings = Record<string, GuessedValue | undefined>;

/** The settings that its arguments give; undefined where it cannot be that kind. `word` is what its name comes down to. */
export type Fit = (shortcode: UsedShortcode, word: string) => Settings | undefined;

/**
 * The argument that has one of some names. Calls give arguments by name or by position and never both, so that a name and a
 * position that stand for the same are two arguments of the calls: the first of each counts.
 */
function argumentNamed(shortcode: UsedShortcode, names: readonly string[]): GuessedValue | undefined {
  if (!shortcode.samples) return firstNamed(shortcode, names);
  const byName = firstNamed(
    shortcode,
    names.filter((name) => !isPosition(name)),
  );
  const byPosition = firstNamed(shortcode, names.filter(isPosition));
  if (byName?.type !== 'argument' || byPosition?.type !== 'argument') return byName ?? byPosition;
  return { ...byName, names: [...byName.names, ...byPosition.names] };
}

const inside: Fit = ({ takesInner }) => (takesInner ? {} : undefined);

const titled =
  (key: string, names: readonly string[], more: Readonly<Record<string, readonly string[]>> = {}): Fit =>
  (shortcode) =>
    shortcode.takesInner ? { [key]: argumentNamed(shortcode, names), ...others(shortcode, more) } : undefined;

const needing =
  (key: string, names: readonly string[], more: Readonly<Record<string, readonly string[]>> = {}): Fit =>
  (shortcode) => {
    const value = argumentNamed(shortcode, names);
    return value && { [key]: value, ...others(shortcode, more) };
  };

const others = (shortcode: UsedShortcode, more: Readonly<Record<string, readonly string[]>>): Settings =>
  Object.fromEntries(Object.entries(more).map(([name, known]) => [name, argumentNamed(shortcode, known)] as const));

const KIND_NAMES = ['type', 'kind', 'color', 'style', 'level', 'severity'];

/** Whether the first argument says which kind of call-out it is: its values are such words, or nothing is known of them. */
function firstSaysKind({ arguments: all, samples }: UsedShortcode): boolean {
  const first = all.find(({ names }) => names.includes('0'));
  const values = first && samples ? samples(first) : [];
  return values.length > 0 ? values.every((value) => isAdmonitionWord(value.toLowerCase())) : !samples;
}

const admonition: Fit = (shortcode, word) => {
  if (!shortcode.takesInner) return undefined;
  const own = Object.hasOwn(ADMONITION_KINDS, word) ? ADMONITION_KINDS[word] : undefined;
  // `hint info` is an info box, `tip "On tides"` has a title: where the name is a kind, values must say so.
  const takesFirst = firstSaysKind(shortcode) && (own === undefined || shortcode.samples !== undefined);
  const kind = argumentNamed(shortcode, [...KIND_NAMES, ...(takesFirst ? ['0'] : [])]);
  const isTaken = kind?.type === 'argument' && kind.names.includes('0');
  return {
    kind:
      kind?.type === 'argument'
        ? { ...kind, default: kind.default ?? own ?? 'note' }
        : { type: 'literal', value: own ?? 'note' },
    title: argumentNamed(shortcode, ['title', 'heading', 'header', isTaken ? '1' : '0']),
  };
};

const figure: Fit = (shortcode) => {
  const src = argumentNamed(shortcode, ['src', 'image', 'img', 'url', 'file', 'path', 'link', '0']);
  const taken = src?.type === 'argument' ? src.names : [];
  const names = {
    alt: ['alt'],
    title: ['title'],
    caption: ['caption'],
    link: ['link', 'href'],
    width: ['width'],
    height: ['height'],
  };
  const more = Object.entries(names).map(
    ([key, known]) => [key, known.filter((name) => !taken.includes(name))] as const,
  );
  return src && { src, ...others(shortcode, Object.fromEntries(more)) };
};

/** A link or a button: where it leads, and its text where it has no inner content. */
const leading: Fit = (shortcode, word) => {
  if (word === 'top' || word === 'backtotop') return backToTop(shortcode);
  const [first, second] = textComesFirst(shortcode) ? ['1', '0'] : ['0', '1'];
  const url = argumentNamed(shortcode, ['href', 'link', 'url', 'relref', 'page', 'to', first]);
  const text = shortcode.takesInner ? undefined : argumentNamed(shortcode, ['text', 'label', 'title', second]);
  return url && { url, text };
};

/** `button "Sign up" "/join/"`: what looks like an address is one. */
function textComesFirst({ arguments: all, samples }: UsedShortcode): boolean {
  const areAddresses = (position: string): boolean => {
    const argument = all.find(({ names }) => names.includes(position));
    const values = argument && samples ? samples(argument) : [];
    return values.length > 0 && values.every((value) => /^(?:[/#.]|[a-z]+:\S)|\/$/i.test(value));
  };
  return areAddresses('1') && !areAddresses('0');
}

/** A link to the top of the page, which has no arguments. */
const backToTop = ({ takesInner, arguments: all }: UsedShortcode): Settings | undefined =>
  takesInner || all.length > 0
    ? undefined
    : { url: { type: 'literal', value: '#' }, text: { type: 'literal', value: 'Back to top' } };

/** Content of a provider that the shortcode is called after. */
const embed: Fit = (shortcode, word) => {
  const id = shortcode.takesInner ? undefined : argumentNamed(shortcode, ['id', 'url', 'src', '0']);
  return id && { provider: { type: 'literal', value: word }, id, title: argumentNamed(shortcode, ['title']) };
};

/** Raw HTML: its inner content alone. A table of contents, which every target makes itself. */
const bare = ({ takesInner, arguments: all }: UsedShortcode, wanted: boolean): Settings | undefined =>
  takesInner === wanted && all.length === 0 ? {} : undefined;

const badge: Fit = (shortcode) => {
  const kind = argumentNamed(shortcode, KIND_NAMES);
  if (shortcode.takesInner) return { kind };
  const text = argumentNamed(shortcode, ['text', 'content', 'label', 'title', 'value', '0']);
  return text && { text, kind };
};

const inCode = titled('lang', ['lang', 'language', 'syntax', '0'], { title: ['title', 'file', 'filename'] });
const inConsole: Fit = (shortcode, word) => {
  const settings = inCode(shortcode, word);
  return settings && { ...settings, lang: settings['lang'] ?? { type: 'literal', value: 'console' } };
};
const CONSOLES = ['command', 'console', 'terminal', 'shell'];

const group = titled('group', ['group', 'groupid', 'category-name']);

/** Several arguments by position are the labels of its tabs, which have none of their own then. */
const tabs: Fit = (shortcode, word) => {
  const settings = group(shortcode, word);
  const labels = shortcode.arguments.filter(({ names }) => names.some(isPosition));
  return labels.length > 1 ? { ...settings, label: { type: 'ownPosition' } } : settings;
};

const CARD = { link: ['link', 'href', 'url'], image: ['image', 'img'], icon: ['icon'] };

/** A card has a text: its inner content, or an argument. */
const card: Fit = (shortcode) => {
  const { takesInner } = shortcode;
  const title = argumentNamed(shortcode, ['title', 'header', ...(takesInner ? ['0'] : [])]);
  const words = ['subtitle', ...(takesInner ? [] : ['description', 'text', 'body', 'content'])];
  const settings: Settings = { title, subtitle: argumentNamed(shortcode, words), ...others(shortcode, CARD) };
  return takesInner || (title && (settings['subtitle'] ?? settings['link'])) ? settings : undefined;
};

export const FITS: Partial<Record<GuessedKind, Fit>> = {
  admonition,
  tabs,
  tab: titled('label', ['name', 'title', 'label', 'header', 'tabname', '0'], { value: ['value', 'category-value'] }),
  details: titled('summary', ['summary', 'title', 'label', 'header', 'heading', '0'], { open: ['open', 'expanded'] }),
  figure,
  gallery: inside,
  video: needing('src', ['src', 'url', 'file', 'source', '0'], { poster: ['poster'], caption: ['caption'] }),
  audio: needing('src', ['src', 'url', 'file', '0']),
  math: inside,
  button: leading,
  link: leading,
  badge,
  icon: needing('name', ['name', 'icon', '0']),
  cards: inside,
  card,
  steps: inside,
  step: titled('title', ['title', '0']),
  columns: inside,
  column: inside,
  code: (shortcode, word) => (CONSOLES.includes(word) ? inConsole(shortcode, word) : inCode(shortcode, word)),
  container: ({ takesInner }) => (takesInner ? { tagName: { type: 'literal', value: 'blockquote' } } : undefined),
  diagram: (shortcode, word) => (shortcode.takesInner ? { lang: { type: 'literal', value: word } } : undefined),
  embed,
  unwrap: (shortcode) => bare(shortcode, true),
  drop: (shortcode) => bare(shortcode, false),
  include: needing('path', ['file', 'path', 'src', 'page', '0']),
};
