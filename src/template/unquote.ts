const SIMPLE: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** How many hexadecimal digits follow each of Go's escapes by number. */
const HEXADECIMAL: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The characters that a quoted text of Go stands for; an escape that Go does not know stays the character behind the backslash. */
export function unquote(text: string): string {
  if (!text.includes('\\')) return text;
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character !== '\\') {
      result += character;
      continue;
    }
    at++;
    const name = text.charAt(at);
    const length = Object.hasOwn(HEXADECIMAL, name) ? (HEXADECIMAL[name] ?? 0) : 0;
    const isOctal = name >= '0' && name <= '7';
    const digits = isOctal ? text.slice(at, at + 3) : text.slice(at + 1, at + 1 + length);
    const point = Number.parseInt(digits, isOctal ? 8 : 16);
    if ((length > 0 || isOctal) && point >= 0 && point <= 0x10ffff) {
      result += String.fromCodePoint(point);
      at += isOctal ? 2 : length;
    } else result += Object.hasOwn(SIMPLE, name) ? (SIMPLE[name] ?? '') : name;
  }
  return result;
}
