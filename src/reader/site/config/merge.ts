/** How configuration files come together: later ones win, themes only fill in. */
import type { Field, FieldValue } from '../../../model/page.ts';
import type { MapValue } from './values.ts';
import { fieldOf } from '../../../model/field.ts';
import { asText, EMPTY_MAP, valueAt } from './values.ts';

/** How much of a theme's map comes in: nothing, keys that are missing at the top, or at any depth. */
type Strategy = 'none' | 'shallow' | 'deep';

const MERGE_KEY = '_merge';

/** `base` with everything that `over` says: maps merge at any depth, all else is replaced, lists too. */
export function overlay(base: MapValue, over: MapValue): MapValue {
  const fields = new Map(base.fields.map((field) => [field.name, field]));
  for (const field of over.fields) {
    const below = fields.get(field.name)?.value;
    const merges = below?.type === 'map' && field.value.type === 'map';
    fields.set(field.name, merges ? { ...field, value: overlay(below, field.value) } : field);
  }
  return {
    ...((over.place ?? base.place) ? { place: over.place ?? base.place } : {}),
    type: 'map',
    fields: [...fields.values()],
  };
}

/**
 * A site's configuration with what a theme adds: of its maps only `params` (at any depth), `menus`, `outputFormats` and
 * `mediaTypes` (whole entries), unless the site says `_merge`; plain values where the site has none. Nothing of the site's
 * own is ever replaced.
 */
export function fillFromTheme(site: MapValue, theme: MapValue): MapValue {
  const own = strategyOf(site);
  if (own === 'none') return site;
  return fill(site, theme, (name, mine) => strategyOf(mine) ?? own ?? rootStrategy(name), true);
}

/**
 * What holds for one language: its section over the site's configuration. Only `params` merge; any other map of the
 * section, `markup` and `permalinks` among them, stands in for the site's as a whole.
 */
export function forLanguage(site: MapValue, section: FieldValue | undefined): MapValue {
  if (section?.type !== 'map') return site;
  const fields = new Map(site.fields.map((field) => [field.name, field]));
  for (const field of section.fields) {
    if (field.name === MERGE_KEY) continue;
    const below = fields.get(field.name)?.value;
    const strategy = strategyOf(field.value) ?? (field.name === 'params' ? 'deep' : 'none');
    const merges = below?.type === 'map' && field.value.type === 'map';
    fields.set(field.name, merges ? { ...field, value: fillMap(field.value, below, strategy) } : field);
  }
  return { ...site, fields: [...fields.values()] };
}

/** The configuration without the `_merge` keys that only steer how it comes together. */
export function withoutMergeKeys(value: MapValue): MapValue {
  const fields = value.fields.filter(({ name }) => name !== MERGE_KEY);
  return {
    ...value,
    fields: fields.map((field) =>
      field.value.type === 'map' ? { ...field, value: withoutMergeKeys(field.value) } : field,
    ),
  };
}

function rootStrategy(name: string): Strategy {
  if (name === 'params') return 'deep';
  return name === 'menus' || name === 'outputformats' || name === 'mediatypes' ? 'shallow' : 'none';
}

function strategyOf(value: FieldValue | undefined): Strategy | undefined {
  const text = asText(valueAt(value, MERGE_KEY))?.toLowerCase();
  return text === 'none' || text === 'shallow' || text === 'deep' ? text : undefined;
}

function fill(
  own: MapValue,
  other: MapValue,
  strategyFor: (name: string, mine: FieldValue | undefined) => Strategy,
  addsScalars: boolean,
): MapValue {
  const fields: Field[] = [...own.fields];
  for (const field of other.fields) {
    if (field.name === MERGE_KEY) continue;
    const at = fields.findIndex(({ name }) => name === field.name);
    const mine = fields[at];
    const strategy = strategyFor(field.name, mine?.value);
    if (field.value.type !== 'map') {
      if (!mine && addsScalars) fields.push(field);
    } else if (!mine || mine.value.type === 'map') {
      const filled = fillMap(mine?.value.type === 'map' ? mine.value : EMPTY_MAP, field.value, strategy);
      if (mine) fields[at] = { ...mine, value: filled };
      else if (filled.fields.length > 0) fields.push({ ...field, value: filled });
    }
  }
  return { ...own, fields };
}

/** A map with what another adds to it. `shallow` adds whole entries but does not go into those that both have. */
function fillMap(own: MapValue, other: MapValue, strategy: Strategy): MapValue {
  if (strategy === 'none') return own;
  const missing = other.fields.filter(({ name }) => name !== MERGE_KEY && !fieldOf(own, name));
  const mine = own.fields.map((field) => {
    const theirs = fieldOf(other, field.name)?.value;
    if (strategy !== 'deep' || field.value.type !== 'map' || theirs?.type !== 'map') return field;
    return { ...field, value: fillMap(field.value, theirs, strategyOf(field.value) ?? strategy) };
  });
  return { ...own, fields: [...mine, ...missing] };
}
