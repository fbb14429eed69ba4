/** What a plain YAML scalar is to Hugo, without its place. */
export type PlainScalar =
  | { readonly type: 'text' | 'date'; readonly value: string }
  | { readonly type: 'integer' | 'float'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'null' };

const WORDS: ReadonlyMap<string, PlainScalar> = new Map<string, PlainScalar>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, { type: 'null' }] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, { type: 'boolean', value: true }] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, { type: 'boolean', value: false }] as const),
]);

/**
 * Types a plain scalar as Hugo 0.169 does, which is neither YAML 1.1 nor 1.2: `yes`, `on`, `y` and `1e3` are text, `010`
 * is 8, `0x10` 16, `1_000` 1000. `.inf` and `.nan` stay text, because JSON has no such number.
 *
 * A date is text to Hugo; it is told apart here so that a target with a date type can use it.
 */
export function readPlainScalar(text: string): PlainScalar {
  const word = WORDS.get(text);
  if (word) return word;
  if (!mayBeNumber(text.charCodeAt(0))) return { type: 'text', value: text };
  return readNumber(text) ?? { type: isTimestamp(text) ? 'date' : 'text', value: text };
}

const TAGGED: ReadonlyMap<string, (text: string) => PlainScalar> = new Map<string, (text: string) => PlainScalar>([
  ['tag:yaml.org,2002:int', readTaggedInteger],
  ['tag:yaml.org,2002:float', (text) => ({ type: 'float', value: numberOf(text) })],
  ['tag:yaml.org,2002:bool', (text) => ({ type: 'boolean', value: TRUE_WORDS.has(text.toLowerCase()) })],
  ['tag:yaml.org,2002:null', () => ({ type: 'null' })],
  ['tag:yaml.org,2002:timestamp', (text) => ({ type: 'date', value: text })],
]);
const TRUE_WORDS: ReadonlySet<string> = new Set(['true', 'yes', 'on', 'y', 't', '1']);

/** Types a scalar that has a tag, as in `!!str 5`, quoted or not; a tag that Hugo does not know leaves text. */
export function readTaggedScalar(tag: string, text: string): PlainScalar {
  return TAGGED.get(tag)?.(text) ?? { type: 'text', value: text };
}

function readTaggedInteger(text: string): PlainScalar {
  const value = numberOf(text);
  return { type: 'integer', value: Number.isInteger(value) ? value : 0 };
}

/** What is no number counts 0 behind a tag that says it is one. */
function numberOf(text: string): number {
  const number = readNumber(text);
  return number && 'value' in number ? Number(number.value) : 0;
}

const mayBeNumber = (code: number): boolean => (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;

const DIGITS: Readonly<Record<2 | 8 | 10 | 16, RegExp>> = {
  2: /^[01]+$/,
  8: /^[0-7]+$/,
  10: /^[0-9]+$/,
  16: /^[0-9a-fA-F]+$/,
};
const DECIMAL_FRACTION = /^(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
const LARGEST_UNSIGNED = 2n ** 64n - 1n;
const LARGEST_NEGATIVE = 2n ** 63n;

/** Reads a number; `undefined` for text that is none, which includes what does not fit into 64 bits. */
function readNumber(text: string): PlainScalar | undefined {
  const negative = text.startsWith('-');
  const unsigned = withoutSigns(text).replaceAll('_', '');
  const dot = unsigned.indexOf('.');
  if (dot >= 0 && !hasRadixPrefix(unsigned)) {
    if (!DECIMAL_FRACTION.test(unsigned)) return undefined;
    const value = Number(unsigned);
    return Number.isFinite(value) ? { type: 'float', value: negative ? -value : value } : undefined;
  }
  const [digits, radix] = radixOf(unsigned);
  if (!DIGITS[radix].test(digits)) return undefined;
  const size = sizeOf(digits, radix);
  if (size > (negative ? LARGEST_NEGATIVE : LARGEST_UNSIGNED)) return undefined;
  const value = Number(size);
  return { type: 'integer', value: negative && value !== 0 ? -value : value };
}

// Go's reader takes off one plus and then one minus: `+-5` is 5.
function withoutSigns(text: string): string {
  const rest = text.startsWith('+') ? text.slice(1) : text;
  return rest.startsWith('-') ? rest.slice(1) : rest;
}

const hasRadixPrefix = (text: string): boolean => text[0] === '0' && 'xob'.includes(text[1] ?? '-');

function radixOf(text: string): [digits: string, radix: 2 | 8 | 10 | 16] {
  if (text.startsWith('0x')) return [text.slice(2), 16];
  if (text.startsWith('0o')) return [text.slice(2), 8];
  if (text.startsWith('0b')) return [text.slice(2), 2];
  return text.startsWith('0') && text.length > 1 ? [text, 8] : [text, 10];
}

// BigInt of a text takes quadratic time, so digits beyond any 64-bit number are not counted.
function sizeOf(digits: string, radix: 2 | 8 | 10 | 16): bigint {
  if (digits.length > 128) return LARGEST_UNSIGNED + 1n;
  return BigInt({ 2: '0b', 8: '0o', 10: '', 16: '0x' }[radix] + digits);
}

const DATE = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$/;
const DATE_AND_TIME =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]*)?)?[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?$/;

const isTimestamp = (text: string): boolean => text.length < 64 && (DATE.test(text) || DATE_AND_TIME.test(text));
