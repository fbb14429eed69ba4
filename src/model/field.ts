import type { Field, FieldValue } from './page.ts';

/** A value without places, as JSON has it. Maps have no prototype, so that a key such as `__proto__` is a key like any other. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue };

/**
 * The bare value of a field, with map keys lower-cased as Hugo looks them up; where two keys become one, the last wins.
 * Dates are the text that the author wrote.
 */
export function plainValue(value: FieldValue): PlainValue {
  switch (value.type) {
    case 'null':
      return null;
    case 'list':
      return value.items.map(plainValue);
    case 'map':
      return plainFields(value.fields);
    default:
      return value.value;
  }
}

/** The bare values of some fields by lower-cased name. */
export function plainFields(fields: readonly Field[]): { readonly [name: string]: PlainValue } {
  const plain: { [name: string]: PlainValue } = Object.create(null);
  for (const field of fields) plain[field.name] = plainValue(field.value);
  return plain;
}

/** The field that Hugo finds under `name`, whatever the case; of several the last, which is the one that Hugo keeps. */
export function fieldOf(
  holder: readonly Field[] | { readonly fields: readonly Field[] },
  name: string,
): Field | undefined {
  const wanted = name.toLowerCase();
  const fields = 'fields' in holder ? holder.fields : holder;
  return fields.findLast((field) => field.name === wanted);
}
