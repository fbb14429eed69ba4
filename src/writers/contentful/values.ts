/**
 * What kind of value each front matter field and prop holds, and the one field type that takes all kinds seen.
 * Widening goes Integer → Number → Symbol → Text → Object; lists of short texts are lists of Symbols, lists of images and pages lists of
 * links, all else is an Object.
 */
import type { FieldValue } from '../../model/page.ts';
import type { PropValue } from '../../model/nodes.ts';
import type { EntryValue, JsonObject, JsonValue } from './export.ts';
import type { FieldSpec } from './entry-types.ts';
import { isoDate } from './dates.ts';
import { limits } from './limits.ts';
import { assetLink, entryLink } from './rich-text.ts';

/** One bit a kind, so that the kinds of many values are one number. */
export const KIND = {
  boolean: 1,
  integer: 2,
  number: 4,
  date: 8,
  /** Path of an image that is in the export. */
  asset: 16,
  /** Path of a page that is in the export. */
  page: 32,
  symbol: 64,
  text: 128,
  /** Text beyond what a Text field takes. */
  longText: 256,
  symbols: 512,
  object: 1024,
  /** List of nothing but images that are in the export, or nothing but pages. */
  assets: 2048,
  pages: 4096,
} as const;

export type Kind = keyof typeof KIND;

export interface Typed {
  readonly kind: Kind;
  /** The value itself, as JSON. */
  readonly json: JsonValue;
  /** A scalar as the author wrote it. */
  readonly text?: string;
  /** ISO form of a date, or the id of the asset or entry that a path leads to. */
  readonly meaning?: string;
  /** The same for a list: ids of assets or entries. */
  readonly targets?: readonly string[];
}

/** What a text leads to: used to tell paths of images and pages from other texts. */
export type PathLookup = (text: string) => { readonly kind: 'asset' | 'page'; readonly id: string } | undefined;

const noPaths: PathLookup = () => undefined;

/** The kind of a front matter value; nothing for null, empty text and empty lists, which Contentful should not get. */
export function typeOfField(value: FieldValue, lookup: PathLookup = noPaths): Typed | undefined {
  switch (value.type) {
    case 'null':
      return undefined;
    case 'boolean':
      return { kind: 'boolean', json: value.value, text: value.source };
    case 'integer':
    case 'float':
      return typeOfNumber(value.value, value.source);
    case 'date':
      return typeOfText(value.value, lookup);
    case 'text':
      return typeOfText(value.value, lookup);
    case 'list':
      return typeOfLinks(value.items, lookup) ?? typeOfList(value.items.map(jsonOfField));
    case 'map':
      return value.fields.length === 0 ? undefined : { kind: 'object', json: jsonOfField(value) };
  }
}

/** The kind of a component's prop; `assetAt` is given for one that holds the address of a file. */
export function typeOfProp(
  value: PropValue,
  assetAt: (url: string) => string | undefined = () => undefined,
): Typed | undefined {
  if (value === null) return undefined;
  if (typeof value === 'boolean') return { kind: 'boolean', json: value, text: String(value) };
  if (typeof value === 'number') return typeOfNumber(value, String(value));
  if (typeof value === 'string') {
    const asset = assetAt(value);
    return typeOfText(value, () => (asset === undefined ? undefined : { kind: 'asset', id: asset }));
  }
  if (Array.isArray(value)) return typeOfList(value.map((item: PropValue) => jsonOfProp(item)));
  return Object.keys(value).length === 0 ? undefined : { kind: 'object', json: jsonOfProp(value) };
}

function typeOfNumber(value: number, written: string): Typed {
  const source = written.length > limits.symbol ? String(value) : written;
  if (Number.isSafeInteger(value)) return { kind: 'integer', json: value, text: source };
  // A whole number that a double cannot hold exactly, and what is no number in JSON, stay as they were written.
  if (Number.isFinite(value) && !Number.isInteger(value)) return { kind: 'number', json: value, text: source };
  return { kind: 'symbol', json: source, text: source };
}

function typeOfText(value: string, lookup: PathLookup): Typed | undefined {
  if (value.trim() === '') return undefined;
  const text = cleanText(value);
  const iso = isoDate(text);
  if (iso !== undefined) return { kind: 'date', json: text, text, meaning: iso };
  if (text.length > limits.text) return { kind: 'longText', json: text, text };
  if (text.length > limits.symbol || text.includes('\n')) return { kind: 'text', json: text, text };
  const target = lookup(text);
  if (target) return { kind: target.kind, json: text, text, meaning: target.id };
  return { kind: 'symbol', json: text, text };
}

/** A list of links, where each of its members is the path of an image, or each that of a page. */
function typeOfLinks(items: readonly FieldValue[], lookup: PathLookup): Typed | undefined {
  if (items.length > limits.items) return undefined;
  const members = items.flatMap((item) => (item.type === 'text' ? (typeOfText(item.value, lookup) ?? []) : []));
  const [first] = members;
  const { kind } = first ?? {};
  if (members.length < items.length || (kind !== 'asset' && kind !== 'page')) return undefined;
  if (members.some((member) => member.kind !== kind)) return undefined;
  const targets = [...new Set(members.flatMap(({ meaning }) => meaning ?? []))];
  return { kind: kind === 'asset' ? 'assets' : 'pages', json: members.map(({ json }) => json), targets };
}

function typeOfList(items: readonly JsonValue[]): Typed | undefined {
  if (items.length === 0) return undefined;
  const short = items.length <= limits.items && items.every(isSymbol);
  return { kind: short ? 'symbols' : 'object', json: items };
}

const isSymbol = (item: JsonValue): boolean => typeof item === 'string' && item.length <= limits.symbol && item !== '';

/** A front matter value as JSON, keys as written: what a field of type Object gets. */
function jsonOfField(value: FieldValue): JsonValue {
  switch (value.type) {
    case 'null':
      return null;
    case 'list':
      return value.items.map(jsonOfField);
    case 'map':
      // fromEntries makes own properties, also of a key such as `__proto__`.
      return Object.fromEntries(value.fields.map((field) => [cleanText(field.key), jsonOfField(field.value)]));
    case 'integer':
    case 'float':
      return Number.isFinite(value.value) ? value.value : value.source;
    case 'boolean':
      return value.value;
    default:
      return cleanText(value.value);
  }
}

export function jsonOfProp(value: PropValue): JsonValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((item: PropValue) => jsonOfProp(item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), jsonOfProp(item)]));
}

const UNFIT = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text that a JSON API takes: NUL and halves of surrogate pairs become U+FFFD, as CommonMark does with NUL. */
export const cleanText = (value: string): string => value.replace(UNFIT, '\uFFFD');

/** The kinds that go together without anybody having to be told. */
const FAMILIES = [
  KIND.boolean,
  KIND.integer | KIND.number,
  KIND.date,
  KIND.asset | KIND.page | KIND.symbol | KIND.text | KIND.longText,
  KIND.symbols | KIND.assets | KIND.pages,
  KIND.object,
];

/** Links to images, one or several; the same for pages. */
const ASSETS = KIND.asset | KIND.assets;
const PAGES = KIND.page | KIND.pages;

/** Whether values of these kinds have no common meaning, so that widening loses their types. */
export const isConflict = (kinds: number): boolean =>
  (kinds & ~ASSETS) !== 0 && (kinds & ~PAGES) !== 0 && FAMILIES.filter((family) => kinds & family).length > 1;

/** The names of some kinds, for people. */
export const namesOf = (kinds: number): string[] => (Object.keys(KIND) as Kind[]).filter((kind) => kinds & KIND[kind]); // the keys of KIND are the kinds

const LISTS = KIND.symbols | KIND.assets | KIND.pages;

/** The narrowest field type that takes values of all these kinds. */
export function specFor(kinds: number): FieldSpec {
  const only = (mask: number): boolean => (kinds & ~mask) === 0;
  if (only(KIND.boolean)) return { type: 'Boolean' };
  if (only(KIND.integer)) return { type: 'Integer' };
  if (only(KIND.integer | KIND.number)) return { type: 'Number' };
  if (only(KIND.date)) return { type: 'Date' };
  if (only(KIND.asset)) return { type: 'Link', linkType: 'Asset' };
  if (only(KIND.page)) return { type: 'Link', linkType: 'Entry' };
  if (only(ASSETS)) return { type: 'Array', items: 'Asset' };
  if (only(PAGES)) return { type: 'Array', items: 'Entry' };
  if (kinds & (KIND.object | KIND.longText)) return { type: 'Object' };
  if (kinds & LISTS) return kinds & KIND.text ? { type: 'Object' } : { type: 'Array', items: 'Symbol' };
  return kinds & KIND.text ? { type: 'Text' } : { type: 'Symbol' };
}

/** The assets or entries that a value leads to. */
export const idsOf = ({ targets, meaning }: Typed): readonly string[] =>
  targets ?? (meaning === undefined ? [] : [meaning]);

/** A value in the form of its field. A scalar in an Object field becomes `{ "value": … }`. */
export function convert(value: Typed, spec: FieldSpec): EntryValue {
  switch (spec.type) {
    case 'Object':
      return typeof value.json === 'object' && value.json !== null
        ? (value.json as JsonObject) // neither scalar nor null: a list or a map
        : { value: value.json };
    case 'Array':
      if (spec.items === 'Asset') return idsOf(value).map((id) => assetLink(id));
      if (spec.items === 'Entry') return idsOf(value).map((id) => entryLink(id));
      return typeof value.json === 'object' ? (value.json as readonly string[]) : [value.text ?? '']; // a list of strings: of kind symbols, assets or pages
    case 'Date':
      return value.meaning ?? value.text ?? '';
    case 'Link':
      return spec.linkType === 'Asset' ? assetLink(idsOf(value)[0] ?? '') : entryLink(idsOf(value)[0] ?? '');
    case 'Symbol':
    case 'Text':
      return value.text ?? '';
    default:
      return value.json as string | number | boolean; // Boolean, Integer, Number: only such kinds lead here
  }
}
