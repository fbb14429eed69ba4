import { camelCase, hashOf } from './ids.ts';

/** Hugo's own spelling of the names that it knows, as it lower-cases all keys. */
const HUGO = ['expiryDate', 'isCJKLanguage', 'linkTitle', 'outputFormats', 'publishDate', 'translationKey'] as const;

const SPELLINGS: ReadonlyMap<string, string> = new Map(HUGO.map((name) => [name.toLowerCase(), name]));

export interface FieldNames {
  /** Field ids by lower-cased names. */
  readonly ids: ReadonlyMap<string, string>;
  /** The spelling that most pages use. */
  readonly labels: ReadonlyMap<string, string>;
  /** Names that would have come to the same id. */
  readonly collisions: readonly { readonly names: readonly string[]; readonly ids: readonly string[] }[];
}

/**
 * Field ids for names: camelCase of the spelling that is used most. Of names that come to one id, or to a reserved one, all but the
 * first get four digits of their hash, so that ids do not depend on which other fields there are.
 */
export function nameFields(keys: Iterable<string>, reserved: ReadonlySet<string>): FieldNames {
  const labels = spellingsOf(keys);
  const byId = new Map<string, string[]>();
  for (const [name, label] of labels) {
    const id = SPELLINGS.get(name) ?? camelCase(label);
    byId.set(id, [...(byId.get(id) ?? []), name]);
  }
  const ids = new Map<string, string>();
  const collisions: { names: readonly string[]; ids: readonly string[] }[] = [];
  for (const [id, names] of byId) {
    names.forEach((name, at) => {
      ids.set(name, at === 0 && !reserved.has(id) ? id : `${id}${hashOf(name, 4)}`);
    });
    if (names.length > 1 || reserved.has(id)) collisions.push({ names, ids: names.map((name) => ids.get(name) ?? '') });
  }
  return { ids, labels, collisions };
}

/** By lower-cased name the spelling that is used most; of several the first in the order of characters. */
function spellingsOf(keys: Iterable<string>): Map<string, string> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const best = new Map<string, string>();
  for (const [key, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const known = best.get(key.toLowerCase());
    if (known === undefined || count > (counts.get(known) ?? 0)) best.set(key.toLowerCase(), key);
  }
  return new Map([...best].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
