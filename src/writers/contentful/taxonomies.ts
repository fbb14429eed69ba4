import type { Site } from '../../model/site.ts';
import type { PlainValue } from '../../model/field.ts';
import { plainValue } from '../../model/field.ts';

/**
 * The site's taxonomies whose terms Hugo makes pages for, plural to singular: their terms become entries that pages link to.
 * Where term pages are switched off, tags are no more than words, and stay lists of Symbols.
 */
export function taxonomiesOf(site: Site): ReadonlyMap<string, string> {
  const config = plainValue(site.config);
  if (!isMap(config)) return DEFAULTS;
  const disabled = config['disablekinds'];
  if (Array.isArray(disabled) && disabled.includes('term')) return new Map();
  const given = config['taxonomies'];
  if (!isMap(given)) return DEFAULTS;
  const pairs = Object.entries(given).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return new Map(pairs.map(([singular, plural]) => [plural.toLowerCase(), singular]));
}

const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['categories', 'category'],
  ['tags', 'tag'],
]);

const isMap = (value: PlainValue | undefined): value is { readonly [name: string]: PlainValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The logical path of a term's page, as Hugo makes it: lower-cased, white space as hyphens, other marks left out. */
export function termPath(plural: string, term: string): string {
  const name = term
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s._+~/-]/gu, '')
    .replace(/\s+/g, '-');
  return `/${plural}/${name}`;
}
