/** `HUGO_PARAMS_COLOUR=red`: settings from the environment of the process. */
import type { FieldValue } from '../../../model/page.ts';
import type { MapValue } from './values.ts';
import { lowerCase } from '../url/path-text.ts';
import { overlay } from './merge.ts';
import { asNumber, valueAt } from './values.ts';

const LISTS = new Set(['disablekinds', 'disablelanguages', 'ignorefiles', 'ignorelogs']);

/**
 * The configuration with the variables that begin with `HUGO` over it. The character behind that parts the keys, so that
 * `HUGOxPARAMSxA_B` can name a key with an underscore in it.
 */
export function applyVariables(config: MapValue, variables: Readonly<Record<string, string>>): MapValue {
  let result = config;
  for (const name of Object.keys(variables).toSorted()) {
    const text = variables[name];
    if (!name.startsWith('HUGO') || name.length < 6 || text === undefined) continue;
    const keys = lowerCase(name.slice(5)).split(name.charAt(4).toLowerCase());
    result = overlay(result, underKeys(keys, typedAs(valueAt(result, ...keys), keys.at(-1) ?? '', text)));
  }
  return result;
}

function underKeys(keys: readonly string[], value: FieldValue): MapValue {
  let map: FieldValue = value;
  for (const key of keys.toReversed()) map = { type: 'map', fields: [{ key, name: key, value: map }] };
  return map.type === 'map' ? map : { type: 'map', fields: [] };
}

/** A text takes the kind of the value whose place it takes. */
function typedAs(existing: FieldValue | undefined, key: string, source: string): FieldValue {
  const text: FieldValue = { type: 'text', value: source, source };
  if (LISTS.has(key) || existing?.type === 'list') {
    const words = source.replace(/^\[|\]$/g, '').split(source.includes(',') ? ',' : /\s+/);
    const items = words.map((word) => word.trim()).filter((word) => word !== '');
    return { type: 'list', items: items.map((word) => ({ type: 'text', value: word, source: word })) };
  }
  if (existing?.type === 'boolean' && (source === 'true' || source === 'false')) {
    return { type: 'boolean', value: source === 'true', source };
  }
  const number = existing?.type === 'integer' || existing?.type === 'float' ? asNumber(text) : undefined;
  return number === undefined ? text : { type: Number.isInteger(number) ? 'integer' : 'float', value: number, source };
}
