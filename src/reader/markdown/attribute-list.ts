import type { Attribute } from '../../model/nodes.ts';

/** A value in an attribute list; bare words and quoted text are both text. */
export type AttributeValue = string | number | boolean | null | readonly AttributeValue[] | readonly AttributeEntry[];

export interface AttributeEntry {
  readonly name: string;
  readonly value: AttributeValue;
}

export interface AttributeList {
  readonly entries: readonly AttributeEntry[];
  /** The offset behind the closing brace. */
  readonly end: number;
}

/**
 * Reads Goldmark's `{#id .class key="value" other=1, list=[1, "2-3"]}` at `start`.
 * Values are bare words, numbers, `true`, `false`, `null`, text in double quotes, lists, or attribute lists; several
 * classes become one. Undefined where the braces hold anything else: Goldmark then takes them for text.
 */
export function readAttributeList(text: string, start: number): AttributeList | undefined {
  const reader: Reader = { text, at: start, depth: 0 };
  const entries = readList(reader);
  return entries && { entries, end: reader.at };
}

/**
 * The entries as attributes: of equal names the last value counts, `true` and `false` are words like others, and what
 * HTML cannot show is empty, as in Hugo.
 */
export function attributesOf(entries: readonly AttributeEntry[]): readonly Attribute[] {
  const attributes = new Map<string, Attribute>();
  for (const { name, value } of entries) attributes.set(name, { name, value: shown(value) });
  return [...attributes.values()];
}

const shown = (value: AttributeValue): string | number =>
  typeof value === 'number' ? value : value === null || typeof value === 'object' ? '' : String(value);

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

// Lists in lists mean nothing to Hugo; deeper than this they are an attack on the stack.
const MAX_DEPTH = 16;

const SPACE = new Set([' ', '\t', '\n', '\r', '\f', '\v']);

function skipSpaces(reader: Reader): void {
  while (SPACE.has(reader.text[reader.at] ?? '')) reader.at++;
}

function readList(reader: Reader): readonly AttributeEntry[] | undefined {
  skipSpaces(reader);
  if (reader.text[reader.at] !== '{') return undefined;
  reader.at++;
  const entries: AttributeEntry[] = [];
  while (reader.text[reader.at] !== '}') {
    const entry = readEntry(reader);
    if (!entry) return undefined;
    addEntry(entries, entry);
    skipSpaces(reader);
    if (reader.text[reader.at] === ',') {
      reader.at++;
      skipSpaces(reader);
    }
  }
  reader.at++;
  return entries;
}

function addEntry(entries: AttributeEntry[], entry: AttributeEntry): void {
  const at = entry.name === 'class' ? entries.findIndex(({ name }) => name === 'class') : -1;
  const before = entries[at];
  if (before) entries[at] = { name: 'class', value: `${String(before.value)} ${String(entry.value)}` };
  else entries.push(entry);
}

function readEntry(reader: Reader): AttributeEntry | undefined {
  skipSpaces(reader);
  const mark = reader.text[reader.at];
  if (mark === '#' || mark === '.') {
    const start = ++reader.at;
    while (isShortcutCharacter(reader.text[reader.at])) reader.at++;
    return { name: mark === '#' ? 'id' : 'class', value: reader.text.slice(start, reader.at) };
  }
  const name = readName(reader);
  if (name === '') return undefined;
  skipSpaces(reader);
  if (reader.text[reader.at] !== '=') return undefined;
  reader.at++;
  const value = readValue(reader);
  return value === undefined ? undefined : { name, value };
}

// In `#id` and `.class` everything counts but white space and ASCII punctuation other than `_`, `-`, `:` and `.`.
function isShortcutCharacter(character: string | undefined): boolean {
  if (character === undefined || SPACE.has(character)) return false;
  return !isPunctuation(character) || '_-:.'.includes(character);
}

const isPunctuation = (character: string): boolean => {
  const code = character.charCodeAt(0);
  return (code > 32 && code < 48) || (code > 57 && code < 65) || (code > 90 && code < 97) || (code > 122 && code < 127);
};

const isLetter = (character: string): boolean =>
  (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const startsName = (character: string): boolean => isLetter(character) || character === '_' || character === ':';

function readName(reader: Reader): string {
  const start = reader.at;
  if (!startsName(reader.text[start] ?? '')) return '';
  let character = reader.text[++reader.at] ?? '';
  while (startsName(character) || isDigit(character) || character === '.' || character === '-') {
    character = reader.text[++reader.at] ?? '';
  }
  return reader.text.slice(start, reader.at);
}

function readValue(reader: Reader): AttributeValue | undefined {
  skipSpaces(reader);
  const first = reader.text[reader.at] ?? '';
  if (first === '{' || first === '[') {
    if (++reader.depth > MAX_DEPTH) return undefined;
    const value = first === '{' ? readList(reader) : readArray(reader);
    reader.depth--;
    return value;
  }
  if (first === '"') return readString(reader);
  if (first === '-' || first === '+' || isDigit(first)) return readNumber(reader);
  const word = readName(reader);
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  return word === '' ? undefined : word;
}

function readArray(reader: Reader): readonly AttributeValue[] | undefined {
  reader.at++;
  const items: AttributeValue[] = [];
  for (;;) {
    let afterComma = false;
    if (items.length > 0 && reader.text[reader.at] === ',') {
      reader.at++;
      afterComma = true;
    }
    if (!afterComma && reader.text[reader.at] === ']') {
      reader.at++;
      return items;
    }
    const value = readValue(reader);
    if (value === undefined) return undefined;
    items.push(value);
    skipSpaces(reader);
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function readString(reader: Reader): string | undefined {
  let value = '';
  for (let at = reader.at + 1; at < reader.text.length; at++) {
    const character = reader.text[at] ?? '';
    if (character === '\n') return undefined;
    if (character === '"') {
      reader.at = at + 1;
      return value;
    }
    const escaped = character === '\\' ? ESCAPES.get(reader.text[at + 1] ?? '') : undefined;
    value += escaped ?? character;
    if (escaped !== undefined) at++;
  }
  return undefined;
}

function readNumber(reader: Reader): number | undefined {
  const start = reader.at;
  const digits = (): boolean => {
    const from = reader.at;
    while (isDigit(reader.text[reader.at] ?? '')) reader.at++;
    return reader.at > from;
  };
  if (!isDigit(reader.text[reader.at] ?? '')) reader.at++;
  if (!digits()) return undefined;
  if (reader.text[reader.at] === '.') {
    reader.at++;
    digits();
  }
  if (reader.text[reader.at] === 'e' || reader.text[reader.at] === 'E') {
    reader.at++;
    if (reader.text[reader.at] === '-' || reader.text[reader.at] === '+') reader.at++;
    digits();
  }
  const value = Number(reader.text.slice(start, reader.at));
  return Number.isNaN(value) ? undefined : value;
}
