import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/**
 * Finds where each character of a text node's value stands in the text that the engine read: escapes, character
 * references, line prefixes (`> `, indentation) and white space at line ends are in the text and not in the value.
 * Undefined where value and text do not fit together.
 *
 * @returns one offset for each code unit of `value`, and `end` behind the last.
 */
export function alignText(
  value: string,
  text: string,
  range: readonly [start: number, end: number],
  quotes: number,
): readonly number[] | undefined {
  const [start, end] = range;
  const offsets: number[] = [];
  let at = start;
  for (let index = 0; index < value.length;) {
    if (at >= end) return undefined;
    const character = value[index];
    const breaks = character === '\n' || character === '\r';
    if (breaks) at = skipSpaces(text, at);
    const width = widthOf(text, at, end, value, index);
    if (!width) return undefined;
    for (let unit = 0; unit < width.value; unit++) offsets.push(at);
    index += width.value;
    at += width.text;
    if (breaks) at = skipLinePrefix(text, at, quotes);
  }
  offsets.push(end);
  return offsets;
}

interface Width {
  readonly value: number;
  readonly text: number;
}

const ONE: Width = { value: 1, text: 1 };

/** How many code units of value and text belong together at a place. */
function widthOf(text: string, at: number, end: number, value: string, index: number): Width | undefined {
  const character = text[at];
  if (character === '\\' && isEscapable(text.charCodeAt(at + 1))) {
    return text[at + 1] === value[index] ? { value: 1, text: 2 } : undefined;
  }
  if (character === '&') {
    const close = text.indexOf(';', at);
    const decoded =
      close > 0 && close < end && close - at < 40 ? decodeReference(text.slice(at + 1, close)) : undefined;
    if (decoded && value.startsWith(decoded, index)) return { value: decoded.length, text: close + 1 - at };
  }
  if (character === '\r') return text[at + 1] === '\n' ? { value: value[index] === '\r' ? 2 : 1, text: 2 } : ONE;
  return character === value[index] ? ONE : undefined;
}

function decodeReference(name: string): string | undefined {
  if (name[0] !== '#') return decodeNamedCharacterReference(name) || undefined;
  const hex = name[1] === 'x' || name[1] === 'X';
  const code = hex ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (!(code >= 0)) return undefined;
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code);
}

/** ASCII punctuation: what a backslash escapes. */
export const isEscapable = (code: number): boolean =>
  (code > 32 && code < 48) || (code > 57 && code < 65) || (code > 90 && code < 97) || (code > 122 && code < 127);

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function skipLinePrefix(text: string, start: number, quotes: number): number {
  let at = skipSpaces(text, start);
  for (let open = quotes; open > 0 && text[at] === '>'; open--) at = skipSpaces(text, at + 1);
  return at;
}
