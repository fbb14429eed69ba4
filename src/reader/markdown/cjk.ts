import type { Markup } from '../../model/markup.ts';

type Cjk = Markup['cjk'];

/**
 * Hugo's `cjk` settings on the text between two other inlines: with `eastAsianLineBreaks` a line break is no space where
 * Chinese and Japanese have none, with `escapedSpace` a space behind a backslash shows nothing.
 *
 * @param atInline whether another inline follows: Goldmark then leaves a line break at the end of the text out.
 */
export function joinWideLines(value: string, cjk: Cjk, atInline: boolean): string {
  if (!cjk.enable) return value;
  const spaced = cjk.escapedSpace ? value.replaceAll('\\ ', '') : value;
  if (!cjk.eastAsianLineBreaks || !spaced.includes('\n')) return spaced;
  const lines = spaced.split('\n');
  let joined = lines[0] ?? '';
  for (const [index, line] of lines.slice(1).entries()) {
    const last = lastCharacter(joined);
    const first = String.fromCodePoint(line.codePointAt(0) ?? 10);
    const dropped = last !== '' && (line === '' ? atInline && index === lines.length - 2 : joins(last, first, cjk));
    joined += dropped ? line : `\n${line}`;
  }
  return joined;
}

function lastCharacter(text: string): string {
  const code = text.codePointAt(text.length - 2);
  return code !== undefined && code > 0xffff ? String.fromCodePoint(code) : text.slice(-1);
}

function joins(last: string, first: string, { eastAsianLineBreaksStyle }: Cjk): boolean {
  if (eastAsianLineBreaksStyle === 'simple') return WIDE.test(last) && WIDE.test(first);
  // CSS Text 3 (draft of April 2020): a zero width space stays alone, two wide characters close up, Hangul keeps its
  // spaces, and text that writes no spaces closes up with its neighbour, as punctuation does.
  if (last === '\u200B' || first === '\u200B') return true;
  if (isFullWidth(last) && isFullWidth(first)) return !HANGUL.test(last) && !HANGUL.test(first);
  return discardsSpace(last) || discardsSpace(first);
}

const WIDE = /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Lm}\p{Script=Hangul}\u3000-\u303F]$/u;
const HANGUL = /^\p{Script=Hangul}$/u;
const PUNCTUATION = /^[\p{P}\u3000]$/u;
const WITHOUT_SPACES =
  /^[\u2E80-\u2FDF\u2FF0-\u30FF\u3190-\u319F\u31C0-\u31FF\u3300-\u4DBF\u4E00-\uA4CF\uF900-\uFAFF\uFE10-\uFE1F\uFE30-\uFE6F\uFF00-\uFFEF\u{1B000}-\u{1B16F}\u{20000}-\u{2FA1F}\u{30000}-\u{3134F}]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;

const discardsSpace = (character: string): boolean => WITHOUT_SPACES.test(character) || PUNCTUATION.test(character);
const isFullWidth = (character: string): boolean =>
  WITHOUT_SPACES.test(character) || HANGUL.test(character) || EMOJI.test(character);
