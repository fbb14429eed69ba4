/** Looks up pages by path as Hugo does: relative first, then from the content root; `ref` and `relref` also by base name. */
import type { PageMeta } from '../model/page.ts';
import type { GeneratedPage } from '../model/site.ts';

/** What a reference leads to. */
export type ReferenceResult =
  | { readonly found: 'page'; readonly page: PageMeta | GeneratedPage; readonly fragment: string }
  /** `#fragment` alone: Hugo gives it back as it is. */
  | { readonly found: 'fragment'; readonly fragment: string }
  | { readonly found: 'several'; readonly pages: readonly PageMeta[] }
  | { readonly found: 'none' };

/** Looks up `reference` from a page; `language` is the page's own unless the call names another. */
export type ReferenceLookup = (reference: string, from: PageMeta, language?: string) => ReferenceResult;

/** Pages by the paths under which Hugo knows them. */
export interface PagePaths {
  /** What `.GetPage` finds. The extension is optional, case does not count. */
  find(path: string, from: PageMeta, language: string): PageMeta | GeneratedPage | undefined;
  /** The pages with a base name, anywhere. */
  named(name: string, language: string): readonly PageMeta[];
}

/** Indexes a site's pages by path, as soon as somebody asks: many a run of few pages never does. */
export function indexPaths(pages: readonly PageMeta[], generated: readonly GeneratedPage[] = []): PagePaths {
  let known: ReturnType<typeof sortPaths> | undefined;
  const index = (): NonNullable<typeof known> => (known ??= sortPaths(pages, generated));
  return {
    find: (path, from, language) => {
      const { byPath } = index();
      for (const candidate of candidates(path, from)) {
        const page = byPath.get(key(language, candidate));
        if (page) return page;
      }
      return undefined;
    },
    named: (name, language) => index().byName.get(key(language, bare(name))) ?? [],
  };
}

function sortPaths(pages: readonly PageMeta[], generated: readonly GeneratedPage[]) {
  const byPath = new Map<string, PageMeta | GeneratedPage>();
  const byName = new Map<string, PageMeta[]>();
  for (const page of generated) byPath.set(key(page.language, page.path), page);
  for (const page of pages) {
    byPath.set(key(page.language, page.path), page);
    if (page.owner !== undefined) continue;
    const name = key(page.language, page.path.slice(page.path.lastIndexOf('/') + 1));
    const known = byName.get(name);
    if (known) known.push(page);
    else byName.set(name, [page]);
  }
  return { byPath, byName };
}

/**
 * Builds the lookup of `ref` and `relref`.
 * Hugo: a leading `/` starts at the content root, a leading `.` stays with the page's folder; a name without `/` that is found
 * neither way is looked for anywhere and must be unique.
 */
export function createReferenceLookup(
  pages: readonly PageMeta[],
  generated: readonly GeneratedPage[] = [],
): ReferenceLookup {
  const paths = indexPaths(pages, generated);
  return (reference, from, language = from.language) => {
    const hash = reference.indexOf('#');
    const path = (hash < 0 ? reference : reference.slice(0, hash)).trim();
    const fragment = hash < 0 ? '' : reference.slice(hash);
    if (path === '') return fragment === '' ? { found: 'none' } : { found: 'fragment', fragment };
    if (path.includes('://')) return { found: 'none' };
    const page = paths.find(path, from, language);
    if (page) return { found: 'page', page, fragment };
    if (path.includes('/') || path.startsWith('.')) return { found: 'none' };
    const [first, ...others] = paths.named(path, language);
    if (!first) return { found: 'none' };
    return others.length > 0
      ? { found: 'several', pages: [first, ...others] }
      : { found: 'page', page: first, fragment };
  };
}

const key = (language: string, path: string): string => `${language} ${path}`;

/** The logical paths that a reference may mean, in Hugo's order. */
function candidates(path: string, from: PageMeta): string[] {
  const found: string[] = [];
  if (!path.startsWith('/')) found.push(join(folderFor(path, from), path));
  if (!path.startsWith('.')) found.push(join('', path));
  return found;
}

/** A section's own folder; around other pages, but of `../x.md` in a leaf bundle the bundle's own again. */
function folderFor(path: string, from: PageMeta): string {
  const isBranch = from.bundle === 'branch' || (from.kind !== 'page' && from.bundle !== 'leaf');
  const isOwn = isBranch || (from.bundle === 'leaf' && path.startsWith('../') && extensionOf(path) !== undefined);
  return isOwn ? from.path : from.path.slice(0, from.path.lastIndexOf('/'));
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

const extensionOf = (path: string): string | undefined => EXTENSIONS.find((end) => path.toLowerCase().endsWith(end));

function bare(name: string): string {
  const lower = name.toLowerCase();
  const extension = extensionOf(name);
  return (extension === undefined ? lower : lower.slice(0, -extension.length)).replaceAll(' ', '-');
}
