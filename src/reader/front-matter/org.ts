import type { Field, FieldValue } from '../../model/page.ts';
import { isSpace, type SourceText } from '../source-text.ts';

/** A line `#+KEY: value`. */
interface Keyword {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/**
 * Reads the lines `#+KEY: value` between two offsets. `#+KEY[]: a b` is a list of words, a key that stands on several
 * lines a list of their values.
 */
export function readOrg(text: SourceText, start: number, end: number): readonly Field[] {
  const byName = new Map<string, Keyword[]>();
  let at = start;
  while (at < end) {
    const lineFeed = text.source.indexOf('\n', at);
    const next = lineFeed < 0 || lineFeed >= end ? end : lineFeed + 1;
    const keyword = readKeyword(text.source, at, next);
    if (!keyword) text.report('front-matter-org-line', {}, at, next);
    else {
      const name = keyword.key.toLowerCase();
      const same = byName.get(name);
      if (same) same.push(keyword);
      else byName.set(name, [keyword]);
    }
    at = next;
  }
  return [...byName].flatMap(([name, keywords]) => fieldOfLines(name, keywords, text));
}

// Org wants white space between the colon and the value; `#+a:b` and `#+BEGIN_SRC` set nothing.
function readKeyword(source: string, lineStart: number, lineEnd: number): Keyword | undefined {
  const keyStart = lineStart + 2;
  const keyEnd = source.indexOf(':', keyStart);
  if (keyEnd <= keyStart || keyEnd >= lineEnd) return undefined;
  let valueEnd = lineEnd;
  while (valueEnd > keyEnd + 1 && isSpace(source.charCodeAt(valueEnd - 1))) valueEnd--;
  let valueStart = keyEnd + 1;
  if (valueStart < valueEnd && !isSpace(source.charCodeAt(valueStart))) return undefined;
  while (valueStart < valueEnd && isSpace(source.charCodeAt(valueStart))) valueStart++;
  return { key: source.slice(keyStart, keyEnd), keyStart, keyEnd, valueStart, valueEnd };
}

function fieldOfLines(name: string, keywords: readonly Keyword[], text: SourceText): Field[] {
  const [first, last] = [keywords[0], keywords.at(-1)];
  if (!first || !last) return [];
  const isWordList = name.endsWith('[]');
  const cut = isWordList ? 2 : 0;
  return [
    {
      key: first.key.slice(0, first.key.length - cut),
      name: name.slice(0, name.length - cut),
      value: valueOfLines(name, keywords, text),
      place: text.placeOf(first.keyStart, last.valueEnd),
      keyPlace: text.placeOf(first.keyStart, first.keyEnd - cut),
    },
  ];
}

const DATE_KEYS: ReadonlySet<string> = new Set(['date', 'lastmod', 'publishdate', 'expirydate']);

function valueOfLines(name: string, keywords: readonly Keyword[], text: SourceText): FieldValue {
  const [first, last] = [keywords[0], keywords.at(-1)];
  const place = text.placeOf(first?.valueStart ?? 0, last?.valueEnd ?? 0);
  if (name.endsWith('[]')) return { type: 'list', items: keywords.flatMap((line) => wordsOf(line, text)), place };
  if (!first || keywords.length > 1) {
    return { type: 'list', items: keywords.map((line) => textOf(line.valueStart, line.valueEnd, text)), place };
  }
  if (name === 'filetags') return { type: 'list', items: tagsOf(first, text), place };
  const value = textOf(first.valueStart, first.valueEnd, text);
  const date = DATE_KEYS.has(name) ? dateOf(value.source) : undefined;
  return date === undefined ? value : { ...value, type: 'date', value: date };
}

type TextValue = Extract<FieldValue, { type: 'text' }>;

function textOf(start: number, end: number, text: SourceText): TextValue {
  const source = text.source.slice(start, end);
  return { type: 'text', value: source, source, place: text.placeOf(start, end) };
}

function wordsOf({ valueStart, valueEnd }: Keyword, text: SourceText): TextValue[] {
  const words: TextValue[] = [];
  let start = valueStart;
  for (let at = valueStart; at <= valueEnd; at++) {
    if (at < valueEnd && !isSpace(text.source.charCodeAt(at))) continue;
    if (at > start) words.push(textOf(start, at, text));
    start = at + 1;
  }
  return words;
}

/** `:a:b:` is `a` and `b`. */
function tagsOf({ valueStart, valueEnd }: Keyword, text: SourceText): TextValue[] {
  const { source } = text;
  const end = source[valueEnd - 1] === ':' && valueEnd - 1 > valueStart ? valueEnd - 1 : valueEnd;
  let start = source[valueStart] === ':' ? valueStart + 1 : valueStart;
  const tags: TextValue[] = [];
  for (let at = start; at <= end; at++) {
    if (at < end && source[at] !== ':') continue;
    tags.push(textOf(start, at, text));
    start = at + 1;
  }
  return tags;
}

const ORG_DATE = /^[<[]([0-9]{4}-[0-9]{2}-[0-9]{2}) .*[>\]]$/;

/** `<2024-01-02 Tue>` is 2024-01-02. */
const dateOf = (source: string): string | undefined => ORG_DATE.exec(source)?.[1];
