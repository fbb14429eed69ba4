/** The terms of the site's taxonomies, as entries that pages link to. */
import type { Entry } from './export.ts';
import type { PageGroup } from './page-model.ts';
import type { ContentfulPlan } from './plan.ts';
import type { Typed } from './values.ts';
import { cut } from './plain-text.ts';
import { limits } from './limits.ts';
import { valueOf } from './page-model.ts';
import { termId } from './plan.ts';
import { termPath } from './taxonomies.ts';

export interface Term {
  readonly id: string;
  readonly contentType: string;
  readonly title: string;
  readonly slug: string;
}

export interface Terms {
  /** The entry of a term, be it one of these or a term page's own. */
  idOf(plural: string, term: string): string;
  /** Terms that have no page of their own. */
  readonly all: readonly Term[];
}

/** Collects the terms that pages use; a term is written as the first page writes it. */
export function collectTerms(groups: readonly PageGroup[], plan: ContentfulPlan): Terms {
  const terms = new Map<string, Term>();
  const idOf = (plural: string, term: string): string => {
    const path = termPath(plural, term);
    return plan.entryAt(path) ?? termId(path);
  };
  for (const { pages } of groups) {
    for (const page of pages) {
      for (const [plural, contentType] of plan.taxonomies) {
        for (const term of wordsOf(valueOf(page, plural)?.value)) {
          const path = termPath(plural, term);
          const id = idOf(plural, term);
          if (plan.entryAt(path) !== undefined || terms.has(id)) continue;
          terms.set(id, { id, contentType, title: cut(term, limits.symbol), slug: cut(path.slice(1), limits.symbol) });
        }
      }
    }
  }
  return { idOf, all: [...terms.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** The words of a taxonomy's field: a list, or one alone. */
export function wordsOf(value: Typed | undefined): readonly string[] {
  if (!value) return [];
  if (value.kind === 'symbols') return [...new Set(value.json as readonly string[])]; // symbols are a list of strings
  return value.text === undefined ? [] : [value.text];
}

/** A term has its title in the default locale whatever page it comes from: it is one word for all. */
export const termEntry = ({ id, contentType, title, slug }: Term, defaultLocale: string): Entry => ({
  sys: {
    type: 'Entry',
    id,
    contentType: { sys: { type: 'Link', linkType: 'ContentType', id: contentType } },
    publishedVersion: 1,
  },
  fields: { title: { [defaultLocale]: title }, slug: { [defaultLocale]: slug } },
});
