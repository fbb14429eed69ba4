/** Where pages come to be: in every target at the same place, before its own rules. */
import type { PageMeta } from '../../model/page.ts';
import type { GeneratedPage, Site } from '../../model/site.ts';
import type { PathRules } from '../../reader/site/url/path-text.ts';
import { asBoolean, valueAt } from '../../reader/site/config/values.ts';
import { normalizePath } from '../../reader/site/url/path-text.ts';
import { pathInContent, stemOf } from '../layout.ts';
import { moveAddress } from './address.ts';
import { applyMoves, compileMove, type Moving, type PathRule } from './moves.ts';
import { planVersions, type SiteVersion, type VersionRoute, versionAt } from './versions.ts';

/** The place of a page or list, in Hugo's words. */
export interface Route {
  /** Path of its file below the content folder, with extension and code of the language; a list has none, but could have this one. */
  readonly file: string;
  /** Logical path, as in `/docs/setup`. */
  readonly path: string;
  readonly section: string;
  /** Address from the site's root; empty where it has none. */
  readonly url: string;
  /** The rule of `paths:` that has moved it there. */
  readonly rule?: PathRule;
  /** The version in whose folder it is. */
  readonly version?: VersionRoute;
}

/**
 * What targets ask instead of the page itself, whose own fields say where it is in Hugo: links are read from there, and old
 * addresses are those.
 */
export interface Routes {
  readonly site: Site;
  /** In the user's order, the newest first. */
  readonly versions: readonly VersionRoute[];
  of(page: PageMeta | GeneratedPage): Route;
  /** Path below the content folder of a file that belongs to a page's bundle. */
  resource(file: string, owner: PageMeta): string;
}

export interface RouteOptions {
  readonly paths: readonly PathRule[];
  readonly versions: readonly SiteVersion[];
}

/** The routes of a site. */
export function createRoutes(site: Site, { paths, versions: wanted }: RouteOptions): Routes {
  const moves = paths.flatMap((rule): Moving[] => {
    const move = compileMove(rule);
    return typeof move === 'function' ? [{ rule, move }] : [];
  });
  if (moves.length === 0 && wanted.length === 0) {
    return { site, versions: [], of: (page) => routeInHugo(page, site), resource: (file) => pathInContent(file, site) };
  }
  const rules = rulesOf(site);
  const versions = planVersions(wanted, (path) => applyMoves(moves, path)?.to, rules);
  const plan: Plan = {
    site,
    moves,
    owners: new Map(site.pages.map((page) => [page.file, page])),
    rules,
    versions,
  };
  const known = new Map<string, Route>();
  const of = (page: PageMeta | GeneratedPage): Route => {
    const key = 'file' in page ? page.file : `${page.language}\n${page.path}`;
    const route = known.get(key) ?? routeFor(page, plan);
    known.set(key, route);
    return route;
  };
  return {
    site,
    versions,
    of,
    resource: (file, owner) => {
      const path = pathInContent(file, site);
      const folder = folderOf(pathInContent(owner.file, site));
      return isBelow(path, folder) ? joinPath(folderOf(of(owner).file), below(path, folder)) : path;
    },
  };
}

interface Plan {
  readonly site: Site;
  readonly moves: readonly Moving[];
  readonly owners: ReadonlyMap<string, PageMeta>;
  readonly rules: PathRules;
  readonly versions: readonly VersionRoute[];
}

function routeInHugo(page: PageMeta | GeneratedPage, site: Site): Route {
  const { path, permalink: url } = page;
  if ('file' in page) return { file: pathInContent(page.file, site), path, section: page.section, url };
  return { file: joinPath(path.slice(1), '_index.md'), path, section: sectionOf(path), url };
}

function routeFor(page: PageMeta | GeneratedPage, plan: Plan): Route {
  const { site, moves } = plan;
  const route = routeInHugo(page, site);
  const owner = 'owner' in page && page.owner !== undefined ? plan.owners.get(page.owner) : undefined;
  if (owner) return withOwner(route, owner, plan);
  const from = pathOf(page, route.file);
  const version = versionAt(from, plan.versions);
  const own = version ? { ...route, version } : route;
  const hit = applyMoves(moves, from);
  if (!hit) return own;
  const { to, rule } = hit;
  return { ...(to === from ? own : { ...own, ...moved(page, route, { from, to }, plan) }), rule };
}

/** A content file of a bundle goes where the bundle's page goes. */
function withOwner(route: Route, owner: PageMeta, plan: Plan): Route {
  const before = routeInHugo(owner, plan.site);
  const after = routeFor(owner, plan);
  const file = joinPath(folderOf(after.file), below(route.file, folderOf(before.file)));
  return {
    ...route,
    file,
    path: after.path + route.path.slice(before.path.length),
    section: after.section,
    ...(after.version && { version: after.version }),
  };
}

/** A page's path below the content folder, as its author has written the names: a folder's own page has that of the folder. */
function pathOf(page: PageMeta | GeneratedPage, file: string): string {
  if (!('file' in page)) return page.path.slice(1);
  const folder = folderOf(file);
  return page.bundle === 'none'
    ? joinPath(folder, stemOf(file.slice(file.lastIndexOf('/') + 1), page.language))
    : folder;
}

function moved(
  page: PageMeta | GeneratedPage,
  route: Route,
  change: { readonly from: string; readonly to: string },
  { site, rules }: Plan,
): Route {
  const { to } = change;
  const name = route.file.slice(route.file.lastIndexOf('/') + 1);
  const isFolder = !('file' in page) || page.bundle !== 'none';
  // What a page is called, in its language and its format.
  const stem = 'file' in page ? stemOf(name, page.language) : name;
  const file = isFolder ? joinPath(to, name) : `${to === '' ? 'index' : to}${name.slice(stem.length)}`;
  const path = `/${normalizePath(to)}`;
  return { file, path, section: sectionOf(path), url: addressFor(page, change, { site, rules }) };
}

function addressFor(
  { permalink, language }: PageMeta | GeneratedPage,
  change: { readonly from: string; readonly to: string },
  { site, rules }: Pick<Plan, 'site' | 'rules'>,
): string {
  if (permalink === '') return '';
  const { prefix, path } = splitLanguage(permalink, language, site);
  const address = moveAddress(path, change, rules);
  return address === undefined ? permalink : prefix + address;
}

/** An address in two: what stands for its language, and what is below. */
export function splitLanguage(
  url: string,
  language: string,
  { languages }: Pick<Site, 'languages'>,
): { readonly prefix: string; readonly path: string } {
  const code = languages.find((candidate) => candidate.code === language)?.urlPrefix ?? '';
  const prefix = code === '' ? '' : `/${code}`;
  return prefix !== '' && (url === prefix || url.startsWith(`${prefix}/`))
    ? { prefix, path: url.slice(prefix.length) || '/' }
    : { prefix: '', path: url };
}

/** What a site's configuration says of the paths in addresses. */
export const rulesOf = ({ config }: Site): PathRules => ({
  keepCase: asBoolean(valueAt(config, 'disablepathtolower')) ?? false,
  removeAccents: asBoolean(valueAt(config, 'removepathaccents')) ?? false,
});

const sectionOf = (path: string): string => path.split('/')[1] ?? '';

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

const below = (path: string, folder: string): string => (folder === '' ? path : path.slice(folder.length + 1));

const joinPath = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
