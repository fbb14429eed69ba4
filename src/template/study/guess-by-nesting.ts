/** What the calls in a shortcode, or around it, say of it: tabs are told by how they stand in each other. */
import type { GuessedValue, ShortcodeGuess, StudiedArgument } from '../../model/shortcode-study.ts';
import type { UsedShortcode } from './guess-by-use.ts';
import { FITS } from './fits.ts';
import { guessFromUse } from './guess.ts';
import { kindByName } from './words.ts';

export function guessByNesting(use: UsedShortcode): ShortcodeGuess | undefined {
  const { nesting, takesInner } = use;
  if (!nesting || !takesInner) return undefined;
  if (nesting.holdsTabs) {
    const settings = { group: FITS.tabs?.(use, 'tabs')?.['group'] };
    return guessFromUse('tabs', `what it holds, ${nesting.holds.join(', ')}`, settings);
  }
  const { within } = nesting;
  if (within === undefined) return undefined;
  // What stands right in tabs is a tab, whatever it is called.
  if (kindByName(within) === 'tabs') return tab(FITS.tab?.(use, 'tab') ?? {}, within);
  const language = use.arguments.find((argument) => saysLanguage(argument, use));
  return language && tab({ label: { type: 'argument', names: language.names, of: 'call' } }, within);
}

const tab = (settings: Readonly<Record<string, GuessedValue | undefined>>, within: string): ShortcodeGuess =>
  guessFromUse('tab', `where it stands, in ${within}`, settings);

const CHOICES = ['lang', 'language', 'os', 'platform'];

/** Whether an argument says for which language or system the inner content is. */
function saysLanguage(argument: StudiedArgument, { nesting, samples }: UsedShortcode): boolean {
  if (argument.names.some((name) => CHOICES.includes(name.toLowerCase())))
    return nesting !== undefined && nesting.fences.standard + nesting.fences.markdown > 0;
  const values = samples?.(argument) ?? [];
  return values.length > 1 && values.every((value) => LANGUAGES.has(value.toLowerCase()));
}

const LANGUAGES: ReadonlySet<string> = new Set(
  [
    'bash c c# c++ clojure cpp csharp curl dart dotnet elixir erlang fsharp go golang graphql groovy java javascript js kotlin',
    'lua net node node.js nodejs objective-c perl php powershell python r ruby rust scala shell sql swift ts typescript yaml',
    'android debian docker fedora ios kubernetes linux mac macos rhel ubuntu unix windows wsl',
  ].flatMap((line) => line.split(' ')),
);
