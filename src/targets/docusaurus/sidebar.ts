/** The order of the sidebar that Docusaurus makes from the folders of the docs. */
import type { PageMeta } from '../../model/page.ts';
import type { GeneratedPage } from '../../model/site.ts';
import type { OutputFile } from '../target.ts';
import { json } from '../code/json.ts';
import { type DocsVersion, docsFolders } from './docs-versions.ts';
import type { PagePlace, SitePlaces } from './places.ts';
import { compareRanks, type Rank, rankOf, titleFromName } from '../hugo-order.ts';

export interface Sidebar {
  /** The position of a page in its folder; none where its name alone decides, or where it is not among the docs. */
  readonly positionOf: (place: PagePlace) => number | undefined;
  /** `_category_.json` of the folders that have no page of their own. */
  readonly categories: readonly OutputFile[];
}

/** A page or folder among others in a folder. */
interface Entry {
  readonly rank: Rank;
  /** Path of the page, or of the folder without a page. */
  readonly path: string;
  readonly kind: 'own' | 'page' | 'folder';
}

/** Finds a position for every page, such that the sidebar of each version has Hugo's order. */
export function planSidebar(places: SitePlaces): Sidebar {
  const positions = new Map<string, number>();
  const categories: OutputFile[] = [];
  for (const version of [undefined, ...places.versions]) {
    const { main } = docsFolders(version?.name);
    const lists = listsByFolder(places, version);
    for (const entries of collectFolders(places, version).values()) {
      for (const { entry, position } of positionsOf(entries)) {
        if (entry.kind !== 'folder') {
          if (position !== undefined) positions.set(`${main}/${entry.path}`, position);
          continue;
        }
        const list = lists.get(entry.path);
        const link = list && { type: 'generated-index', slug: slugOf(list, places, version) };
        const label = titleFromName(entry.path.slice(entry.path.lastIndexOf('/') + 1));
        const category = { label, ...(position !== undefined && { position }), ...(link && { link }) };
        categories.push({ path: `${main}/${entry.path}/_category_.json`, text: json(category) });
      }
    }
  }
  return {
    positionOf: ({ area, version, path }) =>
      area === 'docs' ? positions.get(`${docsFolders(version?.name).main}/${path}`) : undefined,
    categories,
  };
}

/** The lists of a version that Hugo fills by itself, by their folder. */
function listsByFolder(
  { routes, lists, folderOf }: SitePlaces,
  version: DocsVersion | undefined,
): ReadonlyMap<string, GeneratedPage> {
  const { generated, defaultLanguage } = routes.site;
  const found = new Map<string, GeneratedPage>();
  for (const list of generated) {
    if (list.language !== defaultLanguage || !lists.has(list.path)) continue;
    const folder = folderOf(list);
    if (folder.version === version) found.set(folder.path, list);
  }
  return found;
}

function slugOf(list: GeneratedPage, { docsRoute, routeOf }: SitePlaces, version: DocsVersion | undefined): string {
  const base = [docsRoute, version?.path ?? ''].filter((part) => part !== '').join('/');
  const route = routeOf(list);
  return base === '' ? route : route.slice(base.length + 1);
}

/** What stands in each folder: a translation stands where its original does. */
function collectFolders(places: SitePlaces, version: DocsVersion | undefined): ReadonlyMap<string, Entry[]> {
  const { site } = places.routes;
  const pages = new Map<string, PageMeta>();
  const ordered = [...site.pages].toSorted(
    (a, b) => Number(b.language === site.defaultLanguage) - Number(a.language === site.defaultLanguage),
  );
  for (const page of ordered) {
    const { area, path, version: own } = places.placeOf(page);
    if (area === 'docs' && own === version && page.permalink !== '' && !pages.has(path)) pages.set(path, page);
  }
  const folders = new Map<string, Entry[]>();
  const owned = new Set<string>();
  const add = (folder: string, entry: Entry): void => {
    const entries = folders.get(folder);
    if (entries) entries.push(entry);
    else folders.set(folder, [entry]);
  };
  const all = new Set<string>();
  for (const [path, page] of pages) {
    const folder = folderOf(path);
    for (let at = folder; at !== ''; at = folderOf(at)) all.add(at);
    const isIndex = path.slice(path.lastIndexOf('/') + 1).startsWith('index.');
    if (isIndex && folder !== '') owned.add(folder);
    const entry: Entry = { rank: rankOf(page), path, kind: isIndex && folder === '' ? 'own' : 'page' };
    add(isIndex ? folderOf(folder) : folder, entry);
  }
  for (const folder of all) {
    if (owned.has(folder)) continue;
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const rank = { weight: undefined, date: 0, label: titleFromName(name), path: folder };
    add(folderOf(folder), { rank, path: folder, kind: 'folder' });
  }
  return folders;
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

/**
 * The authors' weights where they alone decide the order; where some are equal or missing, the place in Hugo's order, for
 * Docusaurus would go by file names there.
 */
function positionsOf(entries: readonly Entry[]): { readonly entry: Entry; readonly position: number | undefined }[] {
  const ordered = entries.toSorted((a, b) => {
    // The docs' own page stands first.
    if (a.kind === 'own' || b.kind === 'own') return Number(b.kind === 'own') - Number(a.kind === 'own');
    return compareRanks(a.rank, b.rank);
  });
  const rest = ordered.filter(({ kind }) => kind !== 'own');
  const decide = rest.every(({ rank }, at) => {
    const next = rest[at + 1]?.rank;
    return !next || (rank.weight !== undefined && rank.weight !== next.weight);
  });
  const first = Math.min(0, ...rest.map(({ rank }) => rank.weight ?? 0)) - 1;
  return ordered.map((entry, at) => {
    if (!decide) return { entry, position: at + 1 };
    return { entry, position: entry.kind === 'own' && rest.length > 0 ? first : entry.rank.weight };
  });
}
