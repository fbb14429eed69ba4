/** What a shortcode's name says, where no template shows more. */
import type { GuessedKind, GuessedValue, ShortcodeGuess, StudiedArgument } from '../../model/shortcode-study.ts';
import { argumentNamed } from './guess.ts';
import { ADMONITION_KINDS, kindByName, wordOf } from './words.ts';

export interface NamedShortcode {
  readonly arguments: readonly StudiedArgument[];
  /** Whether it has inner content. */
  readonly takesInner: boolean;
}

type Settings = Record<string, GuessedValue | undefined>;

/** The settings that each kind takes from arguments, by the names that they commonly have; undefined where it cannot be that kind. */
type Fit = (shortcode: NamedShortcode, word: string) => Settings | undefined;

const inside: Fit = ({ takesInner }) => (takesInner ? {} : undefined);

const titled =
  (key: string, names: readonly string[]): Fit =>
  (shortcode) =>
    shortcode.takesInner ? { [key]: argumentNamed(shortcode, names) } : undefined;

const needing =
  (key: string, names: readonly string[], more: Readonly<Record<string, readonly string[]>> = {}): Fit =>
  (shortcode) => {
    const value = argumentNamed(shortcode, names);
    if (!value) return undefined;
    const others = Object.entries(more).map(([name, known]) => [name, argumentNamed(shortcode, known)] as const);
    return { [key]: value, ...Object.fromEntries(others) };
  };

const admonition: Fit = (shortcode, word) => {
  if (!shortcode.takesInner) return undefined;
  const own = ADMONITION_KINDS[word];
  const kind =
    own === undefined
      ? argumentNamed(shortcode, ['type', 'kind', 'color', 'style', 'level', 'severity', '0'])
      : undefined;
  const title = argumentNamed(
    shortcode,
    own === undefined && kind?.type === 'argument' && kind.names.includes('0')
      ? ['title', 'heading', '1']
      : ['title', 'heading', ...(own === undefined ? [] : ['0'])],
  );
  return {
    kind:
      kind?.type === 'argument'
        ? { ...kind, default: kind.default ?? 'note' }
        : { type: 'literal', value: own ?? 'note' },
    title,
  };
};

const pictureParts = {
  alt: ['alt'],
  title: ['title'],
  caption: ['caption'],
  link: ['link', 'href'],
  width: ['width'],
  height: ['height'],
} as const;

const FITS: Partial<Record<GuessedKind, Fit>> = {
  admonition,
  tabs: titled('group', ['group', 'groupid', 'category-name']),
  tab: titled('label', ['name', 'title', 'label', 'header', 'tabname', '0']),
  details: titled('summary', ['summary', 'title', 'label', '0']),
  figure: needing('src', ['src', 'image', 'url', 'link', '0'], pictureParts),
  gallery: inside,
  video: needing('src', ['src', 'url', 'file', 'source', '0'], { poster: ['poster'], caption: ['caption'] }),
  audio: needing('src', ['src', 'url', 'file', '0']),
  math: inside,
  button: (shortcode) => {
    const url = argumentNamed(shortcode, ['href', 'link', 'url', 'relref', '0']);
    return (
      url && { url, text: shortcode.takesInner ? undefined : argumentNamed(shortcode, ['text', 'label', 'title', '1']) }
    );
  },
  badge: (shortcode) => {
    const text = argumentNamed(shortcode, ['text', 'content', 'label', 'title', 'value', '0']);
    return shortcode.takesInner ? {} : text && { text };
  },
  icon: needing('name', ['name', 'icon', '0']),
  cards: inside,
  card: titled('title', ['title', 'header', '0']),
  steps: inside,
  step: titled('title', ['title', '0']),
  columns: inside,
  column: inside,
  code: (shortcode) =>
    shortcode.takesInner
      ? {
          lang: argumentNamed(shortcode, ['lang', 'language', 'syntax', '0']),
          title: argumentNamed(shortcode, ['title', 'file', 'filename']),
        }
      : undefined,
  diagram: (shortcode, word) => (shortcode.takesInner ? { lang: { type: 'literal', value: word } } : undefined),
  include: needing('file', ['file', 'path', 'src', 'page', '0']),
  link: (shortcode) => {
    const url = argumentNamed(shortcode, ['href', 'url', 'link', '0']);
    return (
      url && { url, text: shortcode.takesInner ? undefined : argumentNamed(shortcode, ['text', 'title', 'label', '1']) }
    );
  },
};

/** Guesses by a shortcode's name and its arguments. */
export function guessByName(name: string, shortcode: NamedShortcode): ShortcodeGuess | undefined {
  const as = kindByName(name);
  const word = wordOf(name);
  const settings = as && FITS[as]?.(shortcode, word);
  if (!as || !settings) return undefined;
  const given = Object.entries(settings).flatMap(([key, value]) => (value ? [[key, value] as const] : []));
  return { as, basis: 'name', evidence: [`its name, ${word}`], settings: Object.fromEntries(given) };
}
