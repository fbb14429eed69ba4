/** Every address of the Hugo site and what becomes of it. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PageMeta } from '../../model/page.ts';
import type { GeneratedPage, Site } from '../../model/site.ts';
import type { LinkLayout } from './address-book.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { urlKey } from './site-index.ts';

/** One address of the Hugo site. */
export interface UrlRow {
  readonly from: string;
  /** The address in the target; absent where there is none. */
  readonly to?: string;
  /** `excluded`: the run leaves the page out; `gone`: the target has nothing there. */
  readonly status: 'same' | 'redirect' | 'excluded' | 'gone';
  /** `alias` is an old address of the page, `feed` one of Hugo's feeds. */
  readonly kind: 'page' | 'alias' | 'feed' | GeneratedPage['kind'];
  /** The page's source file; a list that Hugo fills by itself has none. */
  readonly source?: string;
}

export interface UrlTableInput {
  readonly site: Site;
  /** The pages of the run. */
  readonly pages: readonly PageMeta[];
  readonly layout: Pick<LinkLayout, 'urlOf' | 'urlOfList'>;
  /** Hugo's feeds, and where the target has one instead. */
  readonly feeds?: readonly { readonly from: string; readonly to?: string }[];
}

/** The addresses of all pages that Hugo builds, their aliases, and the lists without a file, by address. */
export function listUrls({ site, pages, layout, feeds = [] }: UrlTableInput): readonly UrlRow[] {
  const chosen = new Set(pages.map(({ file }) => file));
  const rows = new Map<string, UrlRow>();
  // What stands at an address goes before what was moved away from it.
  const add = (row: UrlRow): void => {
    if (!rows.has(urlKey(row.from))) rows.set(urlKey(row.from), row);
  };
  const built = site.pages.filter(
    ({ hidden, permalink, file }) => (hidden.length === 0 || chosen.has(file)) && permalink !== '',
  );
  const rowOf = (page: PageMeta, from: string, kind: UrlRow['kind']): UrlRow => {
    if (!chosen.has(page.file)) return { from, status: 'excluded', kind, source: page.file };
    return { ...outcomeOf(from, layout.urlOf(page)), kind, source: page.file };
  };
  for (const page of built) add(rowOf(page, page.permalink, 'page'));
  for (const list of site.generated) add({ ...outcomeOf(list.permalink, layout.urlOfList(list)), kind: list.kind });
  for (const { from, to } of feeds) add({ ...outcomeOf(from, to), kind: 'feed' });
  for (const page of built) for (const alias of page.aliases) add(rowOf(page, alias, 'alias'));
  return [...rows.values()].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function outcomeOf(from: string, to: string | undefined): Pick<UrlRow, 'from' | 'to' | 'status'> {
  if (to === undefined) return { from, status: 'gone' };
  return { from, to, status: urlKey(from) === urlKey(to) ? 'same' : 'redirect' };
}

/** An address that leads elsewhere in the target. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** What has the address: a page's source file; a list or feed has none. */
  readonly source?: string;
  readonly kind: UrlRow['kind'];
}

/** The addresses that lead elsewhere in the target. */
export const redirectsIn = (rows: readonly UrlRow[]): readonly Redirect[] =>
  rows.flatMap(({ from, to, status, source, kind }) =>
    status === 'redirect' && to !== undefined ? [{ from, to, ...(source !== undefined && { source }), kind }] : [],
  );

/** The pages that are gone. Lists that Hugo fills by itself are its templates' work: the table has them, and links to them are reported. */
export const reportGone = (rows: readonly UrlRow[]): readonly Diagnostic[] =>
  rows.flatMap(({ from, status, source }) =>
    status === 'gone' && source !== undefined ? [createDiagnostic('url-gone', { url: from }, { file: source })] : [],
  );
