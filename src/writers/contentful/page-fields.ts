/** What a page's front matter gives to its entry: typed values by Hugo's names, and what became of each field. */
import type { Field } from '../../model/page.ts';
import type { PageMeta } from '../../model/page.ts';
import type { FieldMeaning } from '../../model/meaning.ts';
import type { Place } from '../../model/place.ts';
import type { Outcome } from '../writer.ts';
import type { ContentfulPlan } from './plan.ts';
import type { PathLookup, Typed } from './values.ts';
import { fieldOf } from '../../model/field.ts';
import { typeOfField } from './values.ts';

export interface PageField {
  /** Lower-cased, as Hugo looks it up. */
  readonly name: string;
  /** As the author spelt it. */
  readonly key: string;
  readonly value: Typed;
  readonly place?: Place;
}

export interface PageFields {
  readonly title?: Typed;
  readonly fields: readonly PageField[];
  readonly outcomes: readonly Outcome[];
}

/** The key that a meaning goes by in Hugo, so that it is one field however the author calls it. */
const MEANINGS: Readonly<Record<FieldMeaning, string>> = {
  title: 'title',
  label: 'linkTitle',
  order: 'weight',
  description: 'description',
  summary: 'summary',
  slug: 'slug',
  url: 'url',
  aliases: 'aliases',
  date: 'date',
  updated: 'lastmod',
  published: 'publishDate',
  expires: 'expiryDate',
  draft: 'draft',
  tags: 'tags',
  categories: 'categories',
  keywords: 'keywords',
  authors: 'authors',
  images: 'images',
  tableOfContents: 'toc',
  hidden: 'hidden',
  layout: 'layout',
};

/** Fields that say how the entry is made, and are no fields of it. */
const USES: ReadonlyMap<string, string> = new Map([
  ['slug', 'slug'],
  ['url', 'slug'],
  ['draft', 'publishedVersion'],
  ['translationkey', 'translations'],
]);

export function readFields(page: PageMeta, plan: ContentfulPlan, lookup: PathLookup): PageFields {
  const fields = new Map<string, PageField>();
  const outcomes: Outcome[] = [];
  let title: Typed | undefined;
  const decide = (field: Field, result: Outcome['result'], by: string): void => {
    // A field that a mapping rule touched is in the mapping's account.
    if (field.rule === undefined) outcomes.push({ kind: 'field', id: field.key, result, by: `contentful:${by}` });
  };
  for (const field of page.frontMatter.fields) {
    const key = field.meaning ? MEANINGS[field.meaning] : field.key;
    const name = key.toLowerCase();
    const use = USES.get(name) ?? (name === 'type' && isWholeType(page, plan) ? 'content type' : undefined);
    if (use !== undefined) {
      decide(field, 'kept', use);
      continue;
    }
    if (name === 'title') {
      title = typeOfField(field.value);
      decide(field, title ? 'kept' : 'dropped', title ? 'title' : 'empty');
      continue;
    }
    // The words of a taxonomy are words, whatever file or page has such a name.
    const values = valuesOf(field, name, key, plan.taxonomies.has(name) ? undefined : lookup);
    for (const value of values) fields.set(value.name, value);
    decide(field, values.length > 0 ? 'kept' : 'dropped', values.length > 0 ? `field ${key}` : 'empty');
  }
  withAliases(page, plan, fields);
  return { ...(title && { title }), fields: [...fields.values()], outcomes };
}

/** Whether the content type of a page says all that its front matter's `type` does. */
const isWholeType = (page: PageMeta, plan: ContentfulPlan): boolean =>
  plan.types.get(plan.pageOf(page).contentType)?.hugoTypes.length === 1;

/** The field itself; for `params`, whose keys Hugo puts among the page's own and lets win, each of them. */
function valuesOf(field: Field, name: string, key: string, lookup: PathLookup | undefined): PageField[] {
  if (name === 'params' && field.value.type === 'map') {
    return field.value.fields.flatMap((inner) => valuesOf(inner, inner.name, inner.key, lookup));
  }
  const value = typeOfField(field.value, lookup);
  return value ? [{ name, key, value, ...(field.place && { place: field.place }) }] : [];
}

/**
 * Aliases as whole addresses, as redirects need them: the author may have written them relative to the page. The address of a page that has moved
 * has become one.
 */
function withAliases(page: PageMeta, plan: ContentfulPlan, fields: Map<string, PageField>): void {
  const isMoved = page.permalink !== '' && plan.addressOf(page) !== page.permalink;
  const aliases = isMoved ? [...page.aliases, page.permalink] : page.aliases;
  if (aliases.length === 0) return;
  const written = fieldOf(page.frontMatter, 'aliases');
  fields.set('aliases', {
    name: 'aliases',
    key: 'aliases',
    value: { kind: 'symbols', json: aliases },
    ...(written?.place && { place: written.place }),
  });
}
