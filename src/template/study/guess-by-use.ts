/** What a shortcode's name and its calls say, where no template shows more. */
import type { GuessedKind, GuessedValue, ShortcodeGuess, StudiedArgument } from '../../model/shortcode-study.ts';
import { FITS } from './fits.ts';
import { kindByName, wordOf, wordsOf } from './words.ts';

export interface UsedShortcode {
  readonly arguments: readonly StudiedArgument[];
  /** Whether it has inner content. */
  readonly takesInner: boolean;
  /** Some values of an argument, where calls are at hand. */
  readonly samples?: (argument: StudiedArgument) => readonly string[];
}

type Settings = Readonly<Record<string, GuessedValue | Readonly<Record<string, GuessedValue>> | undefined>>;

/** Guesses by a shortcode's name, else by what its arguments are called and hold. */
export function guessByUse(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  return (
    guessByName(name, use) ?? byVersion(name, use) ?? byIcon(name, use) ?? byArguments(use) ?? byLastWord(name, use)
  );
}

/** Guesses by a name that means one thing wherever it is used. */
export function guessByName(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  const as = kindByName(name);
  const word = wordOf(name);
  const settings = as && FITS[as]?.(use, word);
  return as && settings && guessed(as, `its name, ${word}`, settings);
}

/** `version-notice` is a notice, `code-tabs` are tabs. */
function byLastWord(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  const word = wordsOf(name).at(-1) ?? '';
  const as = word === wordOf(name) ? undefined : kindByName(word);
  const settings = as && FITS[as]?.(use, word);
  return as && settings && guessed(as, `the word ${word} in its name`, settings);
}

const SINCE: Readonly<Record<string, string>> = {
  new: 'New in',
  added: 'Added in',
  since: 'Since',
  changed: 'Changed in',
  deprecated: 'Deprecated in',
  removed: 'Removed in',
};

/** `new-in 1.2`: a badge that says since when something is there. */
function byVersion(name: string, { arguments: all, samples }: UsedShortcode): ShortcodeGuess | undefined {
  const [word = '', ...rest] = wordsOf(name);
  const words = Object.hasOwn(SINCE, word) && rest.every((other) => other === 'in') ? SINCE[word] : undefined;
  const version = all.find((argument) => samples?.(argument).some((sample) => /^v?\d+(?:\.\d+)+/.test(sample)));
  if (words === undefined || !version) return undefined;
  const text: GuessedValue = { type: 'template', template: `${words} \${${version.names.join('|')}}` };
  return guessed('badge', `its name, ${name}, with a version`, { text });
}

/** `warning_icon`, without any argument: the icon that it is called after. */
function byIcon(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  const words = wordsOf(name);
  if (words.length < 2 || words.at(-1) !== 'icon' || use.takesInner || use.arguments.length > 0) return undefined;
  return guessed('icon', 'the word icon in its name', {
    name: { type: 'literal', value: words.slice(0, -1).join('-') },
  });
}

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
const RECORDING = /\.(?:mp4|webm|mov)$/i;
const LANGUAGE_NAMES = ['syntax', 'lang', 'language'];

/** What the values of arguments are, and what arguments are called. */
function byArguments(use: UsedShortcode): ShortcodeGuess | undefined {
  const { arguments: all, samples, takesInner } = use;
  const holds = (pattern: RegExp): StudiedArgument | undefined =>
    all.find((argument) => {
      const values = samples?.(argument) ?? [];
      return values.length > 0 && values.every((value) => pattern.test(value));
    });
  const picture = takesInner ? undefined : holds(PICTURE);
  const recording = takesInner ? undefined : holds(RECORDING);
  const found = picture ?? recording;
  if (found) {
    const as = picture ? 'figure' : 'video';
    const settings = FITS[as]?.({ ...use, arguments: [{ ...found, names: [...found.names, 'src'] }, ...all] }, '');
    const src: GuessedValue = { type: 'argument', names: found.names, of: 'call' };
    return guessed(as, `its argument ${found.names[0] ?? ''} names ${picture ? 'pictures' : 'recordings'}`, {
      ...settings,
      src,
    });
  }
  const lang = all.find(({ names }) => names.some((name) => LANGUAGE_NAMES.includes(name.toLowerCase())));
  if (!lang || !takesInner) return undefined;
  const settings = FITS.code?.(use, 'code');
  return settings && guessed('code', `its argument ${lang.names[0] ?? ''}, and inner content`, settings);
}

function guessed(as: GuessedKind, evidence: string, settings: Settings): ShortcodeGuess {
  const given = Object.entries(settings).flatMap(([key, value]) => (value ? [[key, value] as const] : []));
  return { as, basis: 'name', evidence: [evidence], settings: Object.fromEntries(given) };
}
