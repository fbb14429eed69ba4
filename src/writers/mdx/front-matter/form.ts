import type { FieldValue } from '../../../model/page.ts';

/**
 * What a target takes for the value of a key that it checks.
 * `name` is text without a slash; `textList` are texts, of which one may stand alone in Hugo; `opposite` is a boolean with the
 * opposite sense of the author's; `address` is a link without white space, `firstAddress` the first of several; `date` is one
 * that can be read, `timestamp` one that YAML itself reads. `refused` takes nothing: what the author has there means something else.
 */
export type FieldForm =
  | 'text'
  | 'number'
  | 'boolean'
  | 'opposite'
  | 'textList'
  | 'address'
  | 'firstAddress'
  | 'date'
  | 'timestamp'
  | 'name'
  | 'refused';

/** A value as the target takes it; `empty` where the author gave none, `refused` where it cannot be converted. */
export type Formed = { readonly value: FieldValue } | 'empty' | 'refused';

/** Gives a value the form that a target wants; one that has it already comes back as it is. */
export function formValue(value: FieldValue, form: FieldForm): Formed {
  if (value.type === 'null') return 'empty';
  switch (form) {
    case 'text':
      return asText(value);
    case 'number':
      return asNumber(value);
    case 'boolean':
      return asBoolean(value);
    case 'opposite': {
      const given = asBoolean(value);
      return typeof given === 'string' || given.value.type !== 'boolean' ? given : boolean(!given.value.value);
    }
    case 'textList':
      return asTextList(value);
    case 'address':
      return asAddress(value);
    case 'firstAddress':
      return value.type === 'list' ? firstAddress(value.items) : asAddress(value);
    case 'date':
      return asDate(value);
    case 'timestamp':
      return value.type === 'date' ? { value } : 'refused';
    case 'name':
      return value.type === 'text' && value.value.includes('/') ? 'refused' : asText(value);
    case 'refused':
      return 'refused';
  }
}

const text = (value: string): { value: FieldValue } => ({ value: { type: 'text', value, source: value } });

const boolean = (value: boolean): { value: FieldValue } => ({
  value: { type: 'boolean', value, source: String(value) },
});

// Readers of YAML 1.1 take these for something else when no quotes stand around them.
const OLD_WORDS = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+]?[\d_.:]+)$/i;

function asText(value: FieldValue): Formed {
  switch (value.type) {
    case 'text':
      if (value.value.trim() === '') return 'empty';
      return value.source === value.value && OLD_WORDS.test(value.value) ? text(value.value) : { value };
    case 'integer':
    case 'float':
    case 'boolean':
    case 'date':
      return text(value.source);
    default:
      return 'refused';
  }
}

function asNumber(value: FieldValue): Formed {
  if (value.type === 'integer' || value.type === 'float') return { value };
  if (value.type !== 'text') return 'refused';
  if (value.value.trim() === '') return 'empty';
  const number = Number(value.value);
  if (!Number.isFinite(number)) return 'refused';
  return { value: { type: Number.isInteger(number) ? 'integer' : 'float', value: number, source: String(number) } };
}

function asBoolean(value: FieldValue): Formed {
  if (value.type === 'boolean') return { value };
  if (value.type !== 'text') return 'refused';
  const word = value.value.trim().toLowerCase();
  if (word === '') return 'empty';
  return word === 'true' || word === 'false' ? boolean(word === 'true') : 'refused';
}

function asTextList(value: FieldValue): Formed {
  if (value.type !== 'list') {
    const only = asText(value);
    return typeof only === 'string' ? only : { value: { type: 'list', items: [only.value] } };
  }
  const items: FieldValue[] = [];
  for (const item of value.items) {
    const formed = item.type === 'null' ? 'empty' : asText(item);
    if (formed === 'refused') return 'refused';
    if (formed !== 'empty') items.push(formed.value);
  }
  if (items.length === 0) return 'empty';
  const same = items.length === value.items.length && items.every((item, at) => item === value.items[at]);
  return same ? { value } : { value: { type: 'list', items } };
}

function asAddress(value: FieldValue): Formed {
  if (value.type !== 'text') return 'refused';
  const address = value.value.trim();
  if (address === '') return 'empty';
  return /\s/.test(address) ? text(address.replaceAll(/\s/g, '%20')) : { value };
}

function firstAddress(items: readonly FieldValue[]): Formed {
  const first = items.find((item) => item.type !== 'null');
  if (!first) return 'empty';
  const formed = asAddress(first);
  // It stands in a list in the source, and alone now.
  return typeof formed === 'string' || formed.value.type !== 'text' ? formed : text(formed.value.value);
}

function asDate(value: FieldValue): Formed {
  if (value.type === 'date') return { value };
  if (value.type !== 'text') return 'refused';
  if (value.value.trim() === '') return 'empty';
  return /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d.*)?$/.test(value.value.trim()) ? { value } : 'refused';
}
