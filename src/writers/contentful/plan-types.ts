/** The content types of pages: which there are, before it is known which fields they have. */
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { ContentfulOptions, ContentTypeOptions, FieldOptions } from './options.ts';
import { entryTypes } from './entry-types.ts';
import { camelCase } from './ids.ts';

/** What is known of a content type before any page is written. */
export interface TypeFacts {
  readonly name: string;
  readonly description: string;
  /** Hugo's types that it stands for; none for sections and terms. */
  readonly hugoTypes: readonly string[];
  /** What the user says about its fields, by lower-cased front matter key. */
  readonly fields: ReadonlyMap<string, FieldOptions>;
}

export interface PlannedTypes {
  of(page: PageMeta): string;
  readonly terms: ReadonlyMap<string, string>;
  readonly facts: ReadonlyMap<string, TypeFacts>;
}

/**
 * One content type for each of Hugo's, `section` for all list pages, one for the terms of each taxonomy. Types with equal fields
 * are not merged: the next field would part them again, and Contentful cannot move an entry to another type.
 */
export function planTypes(
  pages: readonly PageMeta[],
  taxonomies: ReadonlyMap<string, string>,
  { contentTypes = {} }: ContentfulOptions,
  findings: Collector,
): PlannedTypes {
  const facts = new Map<string, TypeFacts>();
  const enter = (key: string, { wanted, suffix, name, description }: Suggestion, hugoTypes: string[] = []): string => {
    const options = (Object.hasOwn(contentTypes, key) ? contentTypes[key] : undefined) ?? {};
    const isRefused = options.id !== undefined && !isOpenId(options.id);
    if (isRefused) findings.report('contentful-override-refused', { ...aboutId(key, options.id), reason: 'id-taken' });
    const id = (isRefused ? undefined : options.id) ?? freeId(wanted, facts, suffix);
    const known = facts.get(id);
    facts.set(id, {
      name: options.name ?? known?.name ?? name,
      description: options.description ?? known?.description ?? description,
      hugoTypes: [...(known?.hugoTypes ?? []), ...hugoTypes],
      fields: new Map([...(known?.fields ?? []), ...fieldsOf(options)]),
    });
    return id;
  };
  const section = enter(SECTION, SECTIONS);
  const terms = new Map<string, string>();
  for (const [plural, singular] of taxonomies) {
    const description = `Terms of the Hugo site’s taxonomy ${plural}.`;
    terms.set(plural, enter(plural, { wanted: camelCase(singular), suffix: 'Term', name: singular, description }));
  }
  const ids = new Map<string, string>();
  for (const type of [...new Set(pages.map((page) => page.contentType))].toSorted()) {
    const description = `Pages of the Hugo site of type ${type}.`;
    ids.set(type, enter(type, { wanted: camelCase(type), suffix: 'Page', name: type, description }, [type]));
  }
  const of = (page: PageMeta): string => {
    if (page.kind === 'term') return terms.get(page.path.split('/')[1] ?? '') ?? section;
    return page.kind === 'page' ? (ids.get(page.contentType) ?? section) : section;
  };
  return { of, terms, facts };
}

/** What a content type is called where the user says nothing. */
interface Suggestion {
  readonly wanted: string;
  /** Goes behind the id where another type has it. */
  readonly suffix: string;
  readonly name: string;
  readonly description: string;
}

const SECTION = 'section';

const SECTIONS: Suggestion = {
  wanted: SECTION,
  suffix: 'Page',
  name: 'Section',
  description: 'Pages of the Hugo site that list other pages.',
};

const aboutId = (contentType: string, value = '') => ({ contentType, field: '', setting: `id: ${value}` });

const isOpenId = (id: string): boolean => /^[a-zA-Z0-9._-]{1,64}$/.test(id) && !isReserved(id);

/** Whether one of decant's own content types has the id. */
const isReserved = (id: string): boolean => Object.hasOwn(entryTypes, id) || id === 'siteSettings';

const fieldsOf = ({ fields = {} }: ContentTypeOptions): [string, FieldOptions][] =>
  Object.entries(fields).map(([key, options]) => [key.toLowerCase(), options]);

/** An id that neither another type nor one of decant's own has. */
export function freeId(wanted: string, taken: ReadonlyMap<string, unknown>, suffix: string): string {
  const isTaken = (id: string): boolean => taken.has(id) || isReserved(id);
  if (!isTaken(wanted)) return wanted;
  let id = `${wanted}${suffix}`;
  for (let at = 2; isTaken(id); at++) id = `${wanted}${suffix}${at}`;
  return id;
}
