import type { Field } from '../../model/page.ts';
import { endOf } from '../../model/place.ts';
import type { SourceText } from '../source-text.ts';

/** The data formats in which a map of fields can be written. */
export type DataFormat = 'yaml' | 'toml' | 'json';

/** Collects the fields of one map. Hugo keeps one field a name, whatever its case: the last. */
export interface FieldSet {
  /** Adds a field that stands in this map. */
  add(field: Field): void;
  /** Adds a field that YAML's `<<` brings: Hugo lets the later of the two win here as well. */
  merge(field: Field): void;
  readonly fields: readonly Field[];
}

export function createFieldSet(text: SourceText, format: DataFormat): FieldSet {
  const byName = new Map<string, Field>();
  const merged = new Set<Field>();
  const put = (field: Field): void => {
    byName.delete(field.name);
    byName.set(field.name, field);
  };
  return {
    add: (field) => {
      const earlier = byName.get(field.name);
      if (earlier && !merged.has(earlier)) reportRepeated(earlier, field, text, format);
      put(field);
    },
    merge: (field) => {
      const earlier = byName.get(field.name);
      if (earlier && !merged.has(earlier)) reportShadowed(earlier, { key: field.key, by: 'merge' }, text);
      merged.add(field);
      put(field);
    },
    get fields() {
      return [...byName.values()];
    },
  };
}

function reportRepeated(earlier: Field, field: Field, text: SourceText, format: DataFormat): void {
  if (earlier.key !== field.key) reportShadowed(earlier, { key: field.key, by: 'case' }, text);
  else if (format === 'json') reportShadowed(earlier, { key: field.key, by: 'repetition' }, text);
  else if (field.keyPlace) {
    const line = earlier.keyPlace?.line ?? field.keyPlace.line;
    text.report('data-key-repeated', { key: field.key, line }, field.keyPlace.offset, endOf(field.keyPlace));
  }
}

function reportShadowed(
  earlier: Field,
  { key, by }: { key: string; by: 'case' | 'repetition' | 'merge' },
  text: SourceText,
): void {
  const place = earlier.keyPlace;
  if (place) text.report('data-key-shadowed', { key: earlier.key, other: key, by }, place.offset, endOf(place));
}
