/** Looks up what `ref` and `relref` name, as Hugo does: by logical path, relative first, then from the root, then by base name. */
import type { PageMeta } from '../model/page.ts';

/** What a reference leads to. */
export type ReferenceResult =
  | { readonly found: 'page'; readonly page: PageMeta; readonly fragment: string }
  /** `#fragment` alone: Hugo gives it back as it is. */
  | { readonly found: 'fragment'; readonly fragment: string }
  | { readonly found: 'several'; readonly pages: readonly PageMeta[] }
  | { readonly found: 'none' };

/** Looks up `reference` from a page; `language` is the page's own unless the call names another. */
export type ReferenceLookup = (reference: string, from: PageMeta, language?: string) => ReferenceResult;

/**
 * Builds the lookup for a site's pages.
 * Hugo: the extension is optional and case does not count; a leading `/` starts at the content root, a leading `.` stays
 * with the page's folder; a name without `/` that is found neither way is looked for anywhere and must be unique.
 */
export function createReferenceLookup(pages: readonly PageMeta[]): ReferenceLookup {
  const byPath = new Map<string, PageMeta>();
  const byName = new Map<string, PageMeta[]>();
  for (const page of pages) {
    byPath.set(key(page.language, page.path), page);
    const name = key(page.language, page.path.slice(page.path.lastIndexOf('/') + 1));
    byName.set(name, [...(byName.get(name) ?? []), page]);
  }
  return (reference, from, language = from.language) => {
    const hash = reference.indexOf('#');
    const path = (hash < 0 ? reference : reference.slice(0, hash)).trim();
    const fragment = hash < 0 ? '' : reference.slice(hash);
    if (path === '') return fragment === '' ? { found: 'none' } : { found: 'fragment', fragment };
    if (path.includes('://')) return { found: 'none' };
    for (const candidate of candidates(path, from)) {
      const page = byPath.get(key(language, candidate));
      if (page) return { found: 'page', page, fragment };
    }
    if (path.includes('/') || path.startsWith('.')) return { found: 'none' };
    const named = byName.get(key(language, bare(path))) ?? [];
    const [first, second] = named;
    if (!first) return { found: 'none' };
    return second ? { found: 'several', pages: named } : { found: 'page', page: first, fragment };
  };
}

const key = (language: string, path: string): string => `${language} ${path}`;

/** The logical paths that a reference may mean, in Hugo's order. */
function candidates(path: string, from: PageMeta): string[] {
  const isSection = from.kind === 'section' || from.kind === 'home';
  const folder = isSection ? from.path : from.path.slice(0, from.path.lastIndexOf('/'));
  const found: string[] = [];
  if (!path.startsWith('/')) found.push(join(folder, path));
  if (!path.startsWith('.')) found.push(join('', path));
  return found;
}

/** Joins and cleans a path, and takes off what a logical path has not: the extension, `index` and `_index`. */
function join(folder: string, path: string): string {
  const segments: string[] = [];
  for (const segment of `${folder}/${path}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  const last = segments.pop();
  const name = last === undefined ? '' : bare(last);
  if (name !== '' && name !== 'index' && name !== '_index') segments.push(name);
  return `/${segments.map((segment) => segment.toLowerCase().replaceAll(' ', '-')).join('/')}`;
}

const EXTENSIONS = ['.md', '.markdown', '.mdown', '.html', '.htm', '.org', '.adoc', '.rst', '.pandoc'];

function bare(name: string): string {
  const lower = name.toLowerCase();
  const extension = EXTENSIONS.find((end) => lower.endsWith(end));
  return (extension === undefined ? lower : lower.slice(0, -extension.length)).replaceAll(' ', '-');
}
