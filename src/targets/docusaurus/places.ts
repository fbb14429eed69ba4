/** Where Docusaurus wants each page, and the address that it gives it there. */
import type { PageMeta } from '../../model/page.ts';
import type { GeneratedPage, Site } from '../../model/site.ts';
import type { Routes } from '../routes/routes.ts';
import { splitLanguage } from '../routes/routes.ts';
import { blogIn } from '../feeds.ts';
import { stemOf } from '../layout.ts';
import { translationKey } from '../translations.ts';
import { type Area, DOCS_SECTION, FOLDERS } from './facts.ts';

export interface PagePlace {
  readonly area: Area;
  /** Path below the area's folder, with extension: the same in all languages. */
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
  readonly originals: ReadonlyMap<string, PageMeta>;
}

/** Decides for a whole site which pages are docs, posts and other pages, and where each goes. */
export function planPlaces(routes: Routes, extension: string): SitePlaces {
  const { site } = routes;
  const originals = new Map<string, PageMeta>();
  for (const page of site.pages) if (page.language === site.defaultLanguage) originals.set(translationKey(page), page);
  const shown = site.pages.map((page) => ({ ...routes.of(page), route: routeOf(page, routes) }));
  const docs = shown.filter(({ section, url }) => section === DOCS_SECTION && url !== '');
  const below = docs.filter(({ route }) => isBelow(route, DOCS_SECTION));
  const hasDocs = docs.length > 0;
  const plan: Plan = {
    site,
    routes,
    originals,
    hasDocs,
    docsRoute: hasDocs && below.length * 2 >= docs.length ? DOCS_SECTION : '',
    blog: blogIn(shown),
  };
  const places = new Map(site.pages.map((page) => [page.file, placePage(page, plan, extension)]));
  const placeOf = (page: PageMeta): PagePlace => places.get(page.file) ?? placePage(page, plan, extension);
  return {
    routes,
    placeOf,
    routeOf: (page) => routeOf(page, routes),
    resourceOf: (file, page) => {
      const { area } = placeOf(page);
      return inFolder(area, areaPath(routes.resource(file, page), area, plan), page.language, site);
    },
    docsRoute: plan.docsRoute,
    blog: plan.blog,
    lists: new Set(site.generated.filter((list) => isList(list, plan)).map(({ path }) => path)),
  };
}

function isList(list: GeneratedPage, { routes, hasDocs, docsRoute, blog }: Plan): boolean {
  if (list.kind !== 'section') return false;
  const { path } = routes.of(list);
  if (path === `/${blog}`) return true;
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

const isBelow = (route: string, folder: string): boolean => route === `/${folder}` || route.startsWith(`/${folder}/`);

function placePage(page: PageMeta, plan: Plan, extension: string): PagePlace {
  const { site, originals } = plan;
  const original = originals.get(translationKey(page)) ?? page;
  const area = areaOf(original, plan);
  const path = `${pathFor(original, area, plan)}.${extension}`;
  const file = inFolder(area, path, page.language, site);
  const slug = isPartial(path) ? undefined : slugFor(page, area, path, plan);
  return {
    area,
    path,
    file,
    ...(slug !== undefined && { slug }),
    ...(original.language !== site.defaultLanguage && { standIn: inFolder(area, path, site.defaultLanguage, site) }),
  };
}

/** Whether Docusaurus gives the file no address: its name begins with `_`. */
const isPartial = (path: string): boolean => path.startsWith('_', path.lastIndexOf('/') + 1);

function areaOf(page: PageMeta, plan: Plan): Area {
  const route = routeOf(page, plan.routes);
  const { section, path } = plan.routes.of(page);
  if (plan.blog !== undefined && section === plan.blog && isPost({ ...page, path }, route, plan.blog)) return 'blog';
  if (!plan.hasDocs) return 'docs';
  return section === DOCS_SECTION && isBelow(route, plan.docsRoute || DOCS_SECTION) ? 'docs' : 'pages';
}

/** The blog's own page is one of the blog, as a file that is no post; the lists below it are ordinary pages. */
const isPost = (page: Pick<PageMeta, 'permalink' | 'kind' | 'path'>, route: string, blog: string): boolean =>
  page.permalink === '' || (page.kind === 'page' && isBelow(route, blog)) || page.path === `/${blog}`;

function inFolder(area: Area, path: string, language: string, { defaultLanguage }: Site): string {
  const { main, translated } = FOLDERS[area];
  return language === defaultLanguage ? `${main}/${path}` : `i18n/${language}/${translated}/${path}`;
}

/** The path below an area's folder of what is at a path below the content folder. Names that begin with `_` are not looked at. */
function areaPath(path: string, area: Area, { hasDocs, blog }: Plan): string {
  const root = area === 'docs' && hasDocs ? DOCS_SECTION : area === 'blog' ? blog : undefined;
  const below = root !== undefined && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  const parts = below.split('/');
  return parts.map((part, at) => (at < parts.length - 1 ? part.replace(/^_+(?=.)/, '') : part)).join('/');
}

/** The same for a page, without extension. */
function pathFor(page: PageMeta, area: Area, plan: Plan): string {
  const path = areaPath(plan.routes.of(page).file, area, plan);
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

function slugFor(page: PageMeta, area: Area, path: string, plan: Plan): string | undefined {
  const base = area === 'docs' ? plan.docsRoute : area === 'blog' ? (plan.blog ?? '') : '';
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
