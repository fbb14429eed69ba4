/** Where Docusaurus wants each page, and the address that it gives it there. */
import type { PageMeta } from '../../model/page.ts';
import type { GeneratedPage, Site } from '../../model/site.ts';
import type { Route, Routes } from '../routes/routes.ts';
import { normalizePath } from '../../reader/site/url/path-text.ts';
import { splitLanguage } from '../routes/routes.ts';
import { blogIn } from '../feeds.ts';
import { stemOf } from '../layout.ts';
import { translationKey } from '../translations.ts';
import { type DocsVersion, docsFolders, docsVersions } from './docs-versions.ts';
import { type Area, DOCS_SECTION, FOLDERS } from './facts.ts';

export interface PagePlace {
  readonly area: Area;
  /** For a page of the docs: the version that it belongs to, where it is one of several. */
  readonly version?: DocsVersion;
  /** Path below the folder of the area or version, with extension: the same in all languages. */
  readonly path: string;
  /** Path in the output. */
  readonly file: string;
  /** The page's address as `slug` says it; absent where the file's path says it already, and for a page without one. */
  readonly slug?: string;
  /** For a page that exists in another language only: its place among the pages of the default language. */
  readonly standIn?: string;
}

export interface SitePlaces {
  readonly routes: Routes;
  readonly placeOf: (page: PageMeta) => PagePlace;
  /** A page's address below its language's, as Docusaurus has it. */
  readonly routeOf: (page: PageMeta | GeneratedPage) => string;
  /** Where the file of a page bundle goes. */
  readonly resourceOf: (file: string, page: PageMeta) => string;
  /** First part of the addresses of the docs: `docs`, or nothing. */
  readonly docsRoute: string;
  readonly versions: readonly DocsVersion[];
  /** Whether docs are in no version's folder. */
  readonly hasCurrent: boolean;
  /** The docs that a list without a file belongs to, and the path of its folder below them. */
  readonly folderOf: (list: GeneratedPage) => { readonly version: DocsVersion | undefined; readonly path: string };
  /** The section whose pages are posts. */
  readonly blog: string | undefined;
  /** Logical paths of the lists without a file that Docusaurus makes too: of docs by folder, of posts. */
  readonly lists: ReadonlySet<string>;
}

interface Plan {
  readonly site: Site;
  readonly routes: Routes;
  readonly docsRoute: string;
  readonly hasDocs: boolean;
  readonly blog: string | undefined;
  readonly versions: readonly DocsVersion[];
  readonly hasCurrent: boolean;
  readonly originalOf: (page: PageMeta) => PageMeta;
}

/** Decides for a whole site which pages are docs, posts and other pages, and where each goes. */
export function planPlaces(routes: Routes, extension: string): SitePlaces {
  const { site } = routes;
  const plan = planAreas(routes);
  const places = new Map(site.pages.map((page) => [page.file, placePage(page, plan, extension)]));
  const placeOf = (page: PageMeta): PagePlace => places.get(page.file) ?? placePage(page, plan, extension);
  const { docsRoute, blog, versions, hasCurrent } = plan;
  return {
    routes,
    placeOf,
    routeOf: (page) => routeOf(page, routes),
    resourceOf: (file, page) => {
      const place = placeOf(page);
      return inFolder(place, areaPath(routes.resource(file, page), place, plan), page.language, site);
    },
    docsRoute,
    versions,
    hasCurrent,
    folderOf: (list) => {
      const version = versionOf(list, plan);
      const path = areaPath(routes.of(list).file, { area: 'docs', ...(version && { version }) }, plan);
      return { version, path: path.slice(0, Math.max(path.lastIndexOf('/'), 0)) };
    },
    blog,
    lists: new Set(site.generated.filter((list) => isList(list, plan)).map(({ path }) => path)),
  };
}

/** Which parts the site has, and where their addresses are. */
function planAreas(routes: Routes): Plan {
  const { site } = routes;
  const shown = site.pages.map((page) => routes.of(page));
  const docsRoute = docsRouteOf(routes);
  // A version from a site of its own says nothing of this one's folders.
  const inFolders = routes.versions.filter(
    ({ name }) => !site.joined?.versions.some((version) => version.name === name),
  );
  const hasDocs = inFolders.length > 0 || shown.some(isDocsPage);
  const plan: Plan = {
    site,
    routes,
    hasDocs,
    docsRoute,
    blog: blogIn(shown),
    versions: docsVersions(routes, docsRoute),
    hasCurrent: true,
    originalOf: originalsOf(site),
  };
  if (plan.versions.length === 0) return plan;
  // The page above all versions alone makes no version.
  const isCurrent = (page: PageMeta): boolean =>
    placeIn(page, plan).area === 'docs' && !versionOf(page, plan) && routeOf(page, routes) !== rootOf(docsRoute);
  return { ...plan, hasCurrent: site.pages.some((page) => page.permalink !== '' && isCurrent(page)) };
}

const rootOf = (docsRoute: string): string => (docsRoute === '' ? '' : `/${docsRoute}`);

const isDocsPage = ({ section, url }: Route): boolean => section === DOCS_SECTION && url !== '';

/** First part of the addresses of the docs: that of their section, if most of its pages have it. */
export function docsRouteOf(routes: Routes): string {
  const docs = routes.site.pages.filter((page) => page.version === undefined && isDocsPage(routes.of(page)));
  const below = docs.filter((page) => isBelow(routeOf(page, routes), DOCS_SECTION));
  return docs.length > 0 && below.length * 2 >= docs.length ? DOCS_SECTION : '';
}

/** Finds the page that a page translates: the one of its path goes before others that its author has bound it to. */
function originalsOf(site: Site): (page: PageMeta) => PageMeta {
  const byPath = new Map<string, PageMeta>();
  const byKey = new Map<string, PageMeta>();
  for (const page of site.pages) {
    if (page.language !== site.defaultLanguage) continue;
    byPath.set(page.path, page);
    byKey.set(translationKey(page), page);
  }
  return (page) =>
    page.language === site.defaultLanguage ? page : (byPath.get(page.path) ?? byKey.get(translationKey(page)) ?? page);
}

const versionOf = (page: PageMeta | GeneratedPage, { routes, versions }: Plan): DocsVersion | undefined => {
  const { version } = routes.of(page);
  return version && versions.find(({ name }) => name === version.name);
};

function isList(list: GeneratedPage, plan: Plan): boolean {
  const { routes, hasDocs, docsRoute, blog } = plan;
  if (list.kind !== 'section') return false;
  const { path } = routes.of(list);
  if (path === `/${blog}`) return true;
  const version = versionOf(list, plan);
  // The folder of a version is none of those in it.
  if (version) return isBelow(routeOf(list, routes), addressOf('docs', version, plan)) && path !== pathOf(version);
  const isDocs = !hasDocs || path.startsWith(`/${DOCS_SECTION}/`);
  return isDocs && (docsRoute === '' || isBelow(routeOf(list, routes), docsRoute));
}

const routeOf = (page: PageMeta | GeneratedPage, routes: Routes): string =>
  routeAt(routes.of(page).url, page.language, routes.site);

/** An address as Docusaurus has it: below its language's, without the slash at the end, and without `.html`, which is put there by itself. */
export function routeAt(url: string, language: string, site: Site): string {
  const path = belowLanguage(url, language, site);
  return path.endsWith('.html') ? path.slice(0, -'.html'.length) : path;
}

/** An address below its language's, without the slash at the end. */
export function belowLanguage(url: string, language: string, site: Site): string {
  const own = decodeURI(splitLanguage(url, language, site).path);
  return own.endsWith('/') ? own.slice(0, -1) : own;
}

/** Where a version's own page is. */
const pathOf = ({ folder }: DocsVersion): string => `/${normalizePath(folder)}`;

const isBelow = (route: string, folder: string): boolean =>
  folder === '' || route === `/${folder}` || route.startsWith(`/${folder}/`);

function placePage(page: PageMeta, plan: Plan, extension: string): PagePlace {
  const { site } = plan;
  const original = plan.originalOf(page);
  const part = placeIn(original, plan);
  const path = `${pathFor(original, part, plan)}.${extension}`;
  const file = inFolder(part, path, page.language, site);
  const slug = isPartial(path) ? undefined : slugFor(page, part, path, plan);
  return {
    ...part,
    path,
    file,
    ...(slug !== undefined && { slug }),
    ...(original.language !== site.defaultLanguage && { standIn: inFolder(part, path, site.defaultLanguage, site) }),
  };
}

/** The part of the site that a page belongs to. */
type Part = Pick<PagePlace, 'area' | 'version'>;

/** Whether Docusaurus gives the file no address: its name begins with `_`. */
const isPartial = (path: string): boolean => path.startsWith('_', path.lastIndexOf('/') + 1);

function placeIn(page: PageMeta, plan: Plan): Part {
  const version = versionOf(page, plan);
  if (!version) return { area: areaOf(page, plan) };
  const isThere = page.permalink === '' || isBelow(routeOf(page, plan.routes), addressOf('docs', version, plan));
  return isThere ? { area: 'docs', version } : { area: 'pages' };
}

/** The docs that are in no version's folder, posts, and the rest. */
function areaOf(page: PageMeta, plan: Plan): Area {
  const route = routeOf(page, plan.routes);
  const { section, path } = plan.routes.of(page);
  if (plan.blog !== undefined && section === plan.blog && isPost({ ...page, path }, route, plan.blog)) return 'blog';
  if (!plan.hasDocs) return 'docs';
  if (!plan.hasCurrent && route === rootOf(plan.docsRoute)) return 'pages';
  return section === DOCS_SECTION && isBelow(route, plan.docsRoute || DOCS_SECTION) ? 'docs' : 'pages';
}

/** The blog's own page is one of the blog, as a file that is no post; the lists below it are ordinary pages. */
const isPost = (page: Pick<PageMeta, 'permalink' | 'kind' | 'path'>, route: string, blog: string): boolean =>
  page.permalink === '' || (page.kind === 'page' && isBelow(route, blog)) || page.path === `/${blog}`;

function inFolder({ area, version }: Part, path: string, language: string, { defaultLanguage }: Site): string {
  const { main, translated } = area === 'docs' ? docsFolders(version?.name) : FOLDERS[area];
  return language === defaultLanguage ? `${main}/${path}` : `i18n/${language}/${translated}/${path}`;
}

/** The path below an area's folder of what is at a path below the content folder. Names that begin with `_` are not looked at. */
function areaPath(path: string, { area, version }: Part, { hasDocs, blog }: Plan): string {
  const docs = version?.folder ?? (hasDocs ? DOCS_SECTION : undefined);
  const root = area === 'docs' ? docs : area === 'blog' ? blog : undefined;
  const below = root !== undefined && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  const parts = below.split('/');
  return parts.map((part, at) => (at < parts.length - 1 ? part.replace(/^_+(?=.)/, '') : part)).join('/');
}

/** The same for a page, without extension. */
function pathFor(page: PageMeta, part: Part, plan: Plan): string {
  const { area } = part;
  const path = areaPath(plan.routes.of(page).file, part, plan);
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const stem = stemOf(path.slice(slash), page.language);
  // Not shown on its own: a partial, which other pages may import.
  if (page.permalink === '' || (area === 'blog' && page.kind !== 'page')) return `${folder}_${stem.replace(/^_+/, '')}`;
  const name = stem === '_index' ? 'index' : stem.replace(/^_+(?=.)/, '');
  const parent = folder.split('/').at(-2)?.toLowerCase();
  // To Docusaurus these would be the folder's own page.
  const isTaken = area !== 'pages' && (name.toLowerCase() === 'readme' || name.toLowerCase() === parent);
  return `${folder}${isTaken && stem !== '_index' ? `${name}-page` : name}`;
}

/** What the addresses of a part begin with. */
function addressOf(area: Area, version: DocsVersion | undefined, { docsRoute, blog }: Plan): string {
  if (area === 'blog') return blog ?? '';
  if (area === 'pages') return '';
  return [docsRoute, version?.path ?? ''].filter((part) => part !== '').join('/');
}

function slugFor(page: PageMeta, { area, version }: Part, path: string, plan: Plan): string | undefined {
  const base = addressOf(area, version, plan);
  const route = routeOf(page, plan.routes);
  if (base !== '' && !isBelow(route, base)) return undefined;
  const slug = (base === '' ? route : route.slice(base.length + 1)) || '/';
  const natural = naturalSlug(path, area);
  return slug === natural ? undefined : slug;
}

const NUMBER_PREFIX = /^\d+\s*[-_.]+/;
const DATED = /\d{4}[-/]\d{1,2}[-/]\d{1,2}/;

/** Whether Docusaurus reads the date of a post, and its address with it, off the path of its file. */
export const isDated = (path: string): boolean => DATED.test(path);

/** What Docusaurus makes of a file's path below its area; nothing where it does not take the path as it is. */
function naturalSlug(path: string, area: Area): string | undefined {
  const parts = path.slice(0, path.lastIndexOf('.')).split('/');
  if (area === 'docs' && parts.some((part) => NUMBER_PREFIX.test(part))) return undefined;
  if (area === 'blog' && isDated(path)) return undefined;
  if (parts.at(-1) === 'index') parts.pop();
  return `/${parts.join('/')}`;
}
