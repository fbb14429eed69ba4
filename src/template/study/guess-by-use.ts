/** What a shortcode's name and its calls say, where no template shows more. */
import type { GuessedKind, GuessedValue, ShortcodeGuess, StudiedArgument } from '../../model/shortcode-study.ts';
import { FITS } from './fits.ts';
import { guessByNesting } from './guess-by-nesting.ts';
import { guessFromUse } from './guess.ts';
import { firstWordOf, isWrapper, kindByName, wordOf, wordsOf } from './words.ts';

export interface UsedShortcode {
  readonly arguments: readonly StudiedArgument[];
  /** Whether it has inner content. */
  readonly takesInner: boolean;
  /** Some values of an argument, where calls are at hand. */
  readonly samples?: (argument: StudiedArgument) => readonly string[];
  /** How its calls and others stand in each other, where calls are at hand. */
  readonly nesting?: Nesting;
}

export interface Nesting {
  /** The one shortcode that all its calls stand right in. */
  readonly within?: string;
  /** What stands right in its calls. */
  readonly holds: readonly string[];
  /** Whether these are tabs, all of them. */
  readonly holdsTabs: boolean;
  /** How many calls of each notation hold fenced code: their inner content is Markdown. */
  readonly fences: { readonly standard: number; readonly markdown: number };
}

/** Guesses by a shortcode's name, else by what its arguments are called and hold. */
export function guessByUse(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  return (
    byAddress(name, use) ??
    guessByName(name, use) ??
    byProvider(name, use) ??
    guessByNesting(use) ??
    byVersion(name, use) ??
    byIcon(name, use) ??
    byArguments(use) ??
    byCodeFile(name, use) ??
    byFirstWord(name, use) ??
    byLastWord(name, use) ??
    byWrapper(name, use)
  );
}

/** Guesses by a name that means one thing wherever it is used. */
export function guessByName(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  const as = kindByName(name);
  const word = wordOf(name);
  if (as && contradicts(as, use)) return undefined;
  const settings = as && FITS[as]?.(use, word);
  if (!as || !settings) return undefined;
  const guess = guessFromUse(as, `its name, ${word}`, settings);
  // `tab name="Go" codelang="go"`
  const lang = as === 'tab' && use.nesting?.fences.standard === 0 ? namedLang(use) : undefined;
  return lang === undefined ? guess : { ...guess, codeLang: lang };
}

/** What the calls say of a shortcode whose template shows nothing that is known. */
export const guessBesideTemplate = (name: string, use: UsedShortcode): ShortcodeGuess | undefined =>
  byProvider(name, use) ?? guessByNesting(use);

/** The argument that says which language code is in; a label as well where it is the only one that says anything. */
const namedLang = ({ arguments: all }: UsedShortcode): string | undefined =>
  all.flatMap(({ names }) => names).find((name) => ['codelang', ...LANGUAGE_NAMES].includes(name.toLowerCase()));

/** Tabs without a tab, and code with fences in it, are called so and are something else. */
const contradicts = (as: GuessedKind, { nesting }: UsedShortcode): boolean =>
  (as === 'code' && nesting !== undefined && nesting.fences.standard + nesting.fences.markdown > 0) ||
  (as === 'tabs' && nesting?.holds.length === 0);

/** `collapse-content` is a part that readers unfold, `warning-box` a warning. */
function byFirstWord(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  const word = use.takesInner ? firstWordOf(name) : undefined;
  const guess = word === undefined ? undefined : guessByName(word, use);
  // A tab without a label would be one of a set that nobody has made.
  if (!guess || guess.as === 'tabs' || (guess.as === 'tab' && !guess.settings['label'])) return undefined;
  return { ...guess, evidence: [`the word ${word} in its name`] };
}

/** `expand-wrapper`: what it holds stands together. */
const byWrapper = (name: string, { takesInner }: UsedShortcode): ShortcodeGuess | undefined =>
  takesInner && isWrapper(name) ? guessFromUse('container', 'the word wrapper in its name', {}) : undefined;

/** `video "https://youtube.com/…"`: what another site shows. */
function byAddress(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  if (use.takesInner || !wordsOf(name).some((word) => FRAME_WORDS.includes(word))) return undefined;
  const address = use.arguments.find((argument) => holds(argument, use, ADDRESS));
  const url: GuessedValue | undefined = address && { type: 'argument', names: address.names, of: 'call' };
  const provider: GuessedValue = { type: 'literal', value: 'web' };
  const title = FITS.embed?.(use, 'web')?.['title'] ?? url;
  return url && guessFromUse('embed', 'the addresses that it is given', { provider, id: url, url, title });
}

/** `youtube-embed abc` */
function byProvider(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  const provider = wordsOf(name).find((word) => PROVIDER_NAMES.has(word));
  const settings = provider === undefined ? undefined : FITS.embed?.(use, provider);
  return settings && guessFromUse('embed', `the word ${provider} in its name`, settings);
}

const FRAME_WORDS = ['embed', 'iframe', 'video'];
/** A file has a name with an ending; all else on the web is a page. */
const ADDRESS = /^https?:\/\/[^/]+\/(?!.*\.(?:mp4|webm|mov|ogv)$)/i;
const PROVIDER_NAMES: ReadonlySet<string> = new Set(['youtube', 'vimeo', 'codepen', 'codesandbox']);

/** `version-notice` is a notice, `code-tabs` are tabs. */
function byLastWord(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  const word = wordsOf(name).at(-1) ?? '';
  const as = word === wordOf(name) ? undefined : kindByName(word);
  // `docker_image` may be the name of one.
  if (as === 'figure' && !use.arguments.some((argument) => holds(argument, use, PICTURE))) return undefined;
  const settings = as && FITS[as]?.(use, word);
  return as && settings && guessFromUse(as, `the word ${word} in its name`, settings);
}

const SINCE: Readonly<Record<string, string>> = {
  new: 'New in',
  added: 'Added in',
  available: 'Available from',
  introduced: 'Introduced in',
  since: 'Since',
  changed: 'Changed in',
  deprecated: 'Deprecated in',
  removed: 'Removed in',
};

/** `new-in 1.2`: a badge that says since when something is there. */
function byVersion(name: string, { arguments: all, samples }: UsedShortcode): ShortcodeGuess | undefined {
  const [word = '', ...rest] = wordsOf(name);
  const words =
    Object.hasOwn(SINCE, word) && rest.every((other) => ['in', 'from', 'since'].includes(other))
      ? SINCE[word]
      : undefined;
  const version = all.find((argument) => samples?.(argument).some((sample) => /^v?\d+(?:\.\d+)+/.test(sample)));
  if (words === undefined || !version) return undefined;
  const text: GuessedValue = { type: 'template', template: `${words} \${${version.names.join('|')}}` };
  return guessFromUse('badge', `its name, ${name}, with a version`, { text });
}

/** `warning_icon`, without any argument: the icon that it is called after. */
function byIcon(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  const words = wordsOf(name);
  if (words.length < 2 || words.at(-1) !== 'icon' || use.takesInner || use.arguments.length > 0) return undefined;
  return guessFromUse('icon', 'the word icon in its name', {
    name: { type: 'literal', value: words.slice(0, -1).join('-') },
  });
}

/** `highlight-example file="examples/run.go"`: what the file holds, as code. */
function byCodeFile(name: string, use: UsedShortcode): ShortcodeGuess | undefined {
  if (use.takesInner || !wordsOf(name).some((word) => CODE_WORDS.some((known) => word.startsWith(known))))
    return undefined;
  const file = use.arguments.find((argument) => holds(argument, use, CODE_FILE));
  if (!file) return undefined;
  const endings = new Set((use.samples?.(file) ?? []).map((value) => value.slice(value.lastIndexOf('.') + 1)));
  const [ending] = endings;
  const lang: GuessedValue | undefined =
    endings.size === 1 && ending !== undefined ? { type: 'literal', value: ending } : undefined;
  const [named = ''] = file.names;
  return guessFromUse('code', `its argument ${named}, which names files of code`, {
    value: { type: 'file', path: `\${${named}}` },
    lang,
  });
}

const CODE_WORDS = ['code', 'example', 'highlight', 'snippet', 'source', 'listing'];
const CODE_FILE =
  /\.(?:bash|c|cc|cpp|cs|css|go|h|hcl|java|js|json|jsx|kt|php|proto|ps1|py|rb|rs|scala|sh|sql|swift|tf|toml|ts|tsx|xml|ya?ml)$/i;

/** Whether all values of an argument that are at hand look like something. */
function holds(argument: StudiedArgument, { samples }: UsedShortcode, pattern: RegExp): boolean {
  const values = samples?.(argument) ?? [];
  return values.length > 0 && values.every((value) => pattern.test(value));
}

/** A title, a text and a link, or a picture, are a box about something. */
function cardOf(picture: StudiedArgument | undefined, { arguments: all }: UsedShortcode): ShortcodeGuess | undefined {
  const named = (...wanted: readonly string[]): GuessedValue | undefined => {
    const found = all.find(({ names }) => names.some((name) => wanted.includes(name.toLowerCase())));
    return found && { type: 'argument', names: found.names, of: 'call' };
  };
  const [title, text] = [
    named('title', 'header', 'heading'),
    named('text', 'description', 'body', 'content', 'subtitle'),
  ];
  const link = named('link', 'href', 'url');
  if (!title || !text || !(picture ?? link)) return undefined;
  const image: GuessedValue | undefined = picture && { type: 'argument', names: picture.names, of: 'call' };
  const evidence = picture ? 'its picture, title and text' : 'its title, text and link';
  return guessFromUse('card', evidence, { title, subtitle: text, link, image });
}

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
const RECORDING = /\.(?:mp4|webm|mov)$/i;
/** What says nothing else: no word that people write in call-outs or tabs. */
const CODE_LANGUAGE =
  /^(?:bash|c\+\+|conf|console|cpp|css|dockerfile|hcl|html|ini|java(?:script)?|json|jsx|kotlin|lua|nginx|nix|perl|php|powershell|protobuf|py(?:thon)?|ruby|rust|scala|sh(?:ell)?|sql|toml|tsx?|typescript|ya?ml|xml|zsh)$/i;
const LANGUAGE_NAMES = ['syntax', 'lang', 'language'];

/** What the values of arguments are, and what arguments are called. */
function byArguments(use: UsedShortcode): ShortcodeGuess | undefined {
  const { arguments: all, takesInner } = use;
  const thatHolds = (pattern: RegExp): StudiedArgument | undefined =>
    takesInner ? undefined : all.find((argument) => holds(argument, use, pattern));
  const picture = thatHolds(PICTURE);
  const recording = thatHolds(RECORDING);
  const found = picture ?? recording;
  const card = takesInner ? undefined : cardOf(picture, use);
  if (card) return card;
  if (found) {
    const as = picture ? 'figure' : 'video';
    const settings = FITS[as]?.({ ...use, arguments: [{ ...found, names: [...found.names, 'src'] }, ...all] }, '');
    const src: GuessedValue = { type: 'argument', names: found.names, of: 'call' };
    return guessFromUse(as, `its argument ${found.names[0] ?? ''} names ${picture ? 'pictures' : 'recordings'}`, {
      ...settings,
      src,
    });
  }
  return takesInner && !contradicts('code', use) ? byLanguage(use) : undefined;
}

/** An argument says which language the inner content is in: `file "/etc/berth.conf" yaml`. */
function byLanguage(use: UsedShortcode): ShortcodeGuess | undefined {
  const { arguments: all } = use;
  const lang =
    all.find(({ names }) => names.some((name) => LANGUAGE_NAMES.includes(name.toLowerCase()))) ??
    all.find((argument) => holds(argument, use, CODE_LANGUAGE));
  const settings = lang && FITS.code?.(use, 'code');
  if (!settings) return undefined;
  const first = all.find(({ names }) => names.includes('0') && names !== lang.names);
  const argument = ({ names }: StudiedArgument): GuessedValue => ({ type: 'argument', names, of: 'call' });
  return guessFromUse('code', `its argument ${lang.names[0] ?? ''}, and inner content`, {
    ...settings,
    lang: argument(lang),
    title: settings['title'] ?? (first && argument(first)),
  });
}
