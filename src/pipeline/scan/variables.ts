/** Shortcodes that print a short text, whose value is not at hand: where they stand shows it, or what they are called. */
import type { ShortcodeGuess } from '../../model/shortcode-study.ts';
import type { CallCounts } from './calls.ts';

/** What a text that is the same all over a site is called after. */
const VALUE_WORDS: ReadonlySet<string> = new Set(
  'branch build date domain email host name number release repo repository revision sha tag url version'.split(' '),
);

/** A variable of the site, for a shortcode that can be nothing but text: what stands in an address or in code is no block. */
export function guessVariable(use: CallCounts): ShortcodeGuess | undefined {
  const { block, text, address, code } = use.places;
  if (use.bodies.paired > 0 || block + text + address + code === 0) return undefined;
  const words = use.name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const isInside = Object.values(use.parents).reduce((sum, calls) => sum + calls, 0) >= block;
  const isNamedSo = isInside && VALUE_WORDS.has(words.at(-1)?.toLowerCase() ?? '');
  const isPlacedSo = address + code > 0 && block === 0;
  const [argument, ...others] = use.arguments;
  // Of an argument the value is one of a few: each has a name of its own.
  const takesKey = argument?.name === '0' && argument.count === use.calls && others.length === 0 && isPlacedSo;
  if (argument ? !takesKey : !isNamedSo && !isPlacedSo) return undefined;
  const evidence = isPlacedSo ? `where it stands, ${address > 0 ? 'in addresses' : 'in code'}` : 'its name';
  const name = camelCase(words);
  return {
    as: 'variable',
    basis: 'name',
    evidence: [evidence],
    settings: {
      name: argument ? { type: 'template', template: `${name}-\${0}` } : { type: 'literal', value: name },
    },
  };
}

const camelCase = (words: readonly string[]): string =>
  words
    .map((word, at) => (at === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()))
    .join('');
