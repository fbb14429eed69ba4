/** A token of JSON, or what stands where none can be. */
export type JsonToken =
  | { readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'end' | 'fault'; readonly start: number; readonly end: number }
  | { readonly kind: 'string'; readonly start: number; readonly end: number; readonly value: string }
  | { readonly kind: 'number'; readonly start: number; readonly end: number; readonly value: number }
  | { readonly kind: 'word'; readonly start: number; readonly end: number; readonly value: true | false | null };

const PUNCTUATION = '{}[]:,';
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;

/** The token that begins at `from` or behind white space. */
export function readJsonToken(source: string, from: number, limit: number): JsonToken {
  let start = from;
  while (start < limit && isJsonSpace(source.charCodeAt(start))) start++;
  const character = source[start];
  if (start >= limit || character === undefined) return { kind: 'end', start: limit, end: limit };
  if (PUNCTUATION.includes(character)) {
    // One of the six characters, as the line above has seen.
    return { kind: character as '{', start, end: start + 1 };
  }
  if (character === '"') return readString(source, start, limit);
  for (const [word, value] of WORDS) {
    if (source.startsWith(word, start)) return { kind: 'word', start, end: start + word.length, value };
  }
  NUMBER.lastIndex = start;
  const [digits] = NUMBER.exec(source) ?? [];
  if (digits === undefined) return { kind: 'fault', start, end: start + 1 };
  return { kind: 'number', start, end: start + digits.length, value: Number(digits) };
}

const isJsonSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

function readString(source: string, start: number, limit: number): JsonToken {
  let escaped = false;
  for (let at = start + 1; at < limit; at++) {
    const code = source.charCodeAt(at);
    if (code === 34) {
      const end = at + 1;
      // What is between the quotes has been checked: the parser only resolves escapes.
      const value: string = escaped ? JSON.parse(source.slice(start, end)) : source.slice(start + 1, at);
      return { kind: 'string', start, end, value };
    }
    if (code < 32) return { kind: 'fault', start: at, end: at + 1 };
    if (code !== 92) continue;
    const length = escapeLength(source, at);
    if (length === 0) return { kind: 'fault', start: at, end: at + 2 };
    escaped = true;
    at += length - 1;
  }
  return { kind: 'fault', start, end: start + 1 };
}

const HEX = /^[0-9a-fA-F]{4}$/;

function escapeLength(source: string, at: number): number {
  const next = source[at + 1] ?? '';
  if (next === 'u') return HEX.test(source.slice(at + 2, at + 6)) ? 6 : 0;
  return next !== '' && '"\\/bfnrt'.includes(next) ? 2 : 0;
}
