/** Values of configuration and front matter, read as loosely as Hugo reads them. */
import type { Field, FieldValue } from '../../../model/page.ts';
import { fieldOf } from '../../../model/field.ts';

export type MapValue = Extract<FieldValue, { type: 'map' }>;

export const EMPTY_MAP: MapValue = { type: 'map', fields: [] };

/** The value at a path of keys, whatever their case; `undefined` where there is none. */
export function valueAt(value: FieldValue | undefined, ...keys: readonly string[]): FieldValue | undefined {
  let current = value;
  for (const key of keys) {
    if (current?.type !== 'map') return undefined;
    current = fieldOf(current, key)?.value;
  }
  return current;
}

/** The fields of a map; none of anything else. */
export const fieldsAt = (value: FieldValue | undefined, ...keys: readonly string[]): readonly Field[] => {
  const found = valueAt(value, ...keys);
  return found?.type === 'map' ? found.fields : [];
};

/** A scalar as text; `undefined` for lists, maps and nothing. */
export function asText(value: FieldValue | undefined): string | undefined {
  switch (value?.type) {
    case 'text':
    case 'date':
      return value.value;
    case 'integer':
    case 'float':
    case 'boolean':
      return String(value.value);
    default:
      return undefined;
  }
}

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** A truth value, also from text and numbers as Go reads them; `undefined` for anything else, `yes` among it. */
export function asBoolean(value: FieldValue | undefined): boolean | undefined {
  switch (value?.type) {
    case 'boolean':
      return value.value;
    case 'integer':
    case 'float':
      return value.value !== 0;
    case 'text':
      return TRUE.has(value.value) ? true : FALSE.has(value.value) ? false : undefined;
    default:
      return undefined;
  }
}

export function asNumber(value: FieldValue | undefined): number | undefined {
  if (value?.type === 'integer' || value?.type === 'float') return value.value;
  if (value?.type !== 'text' || value.value.trim() === '') return undefined;
  const number = Number(value.value);
  return Number.isFinite(number) ? number : undefined;
}

/** A list of texts; a single text counts as a list of one. */
export function asTexts(value: FieldValue | undefined): readonly string[] {
  if (value?.type === 'list') return value.items.flatMap((item) => asText(item) ?? []);
  const text = asText(value);
  return text === undefined ? [] : [text];
}

/** A list of texts as front matter has it: a single text is split at white space, as Hugo does with `aliases: /a /b`. */
export function asWords(value: FieldValue | undefined): readonly string[] {
  if (value?.type !== 'text') return asTexts(value);
  return value.value.split(/\s+/).filter((word) => word !== '');
}

/** The items of a list; a value that is not a list counts as its only item. */
export const asItems = (value: FieldValue | undefined): readonly FieldValue[] =>
  value === undefined || value.type === 'null' ? [] : value.type === 'list' ? value.items : [value];
