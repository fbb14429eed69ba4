/** Where pages come to be: in every target at the same place, before its own rules. */
import type { PageMeta } from '../model/page.ts';
import type { GeneratedPage, Site } from '../model/site.ts';
import { pathInContent } from './layout.ts';

/** The place of a page or list, in Hugo's words. */
export interface Route {
  /** Path of its file below the content folder, with extension and code of the language; a list has none, but could have this one. */
  readonly file: string;
  /** Logical path, as in `/docs/setup`. */
  readonly path: string;
  readonly section: string;
  /** Address from the site's root; empty where it has none. */
  readonly url: string;
}

/**
 * What targets ask instead of the page itself, whose own fields say where it is in Hugo: links are read from there, and old
 * addresses are those.
 */
export interface Routes {
  readonly site: Site;
  of(page: PageMeta | GeneratedPage): Route;
  /** Path below the content folder of a file that belongs to a page's bundle. */
  resource(file: string, owner: PageMeta): string;
}

/** The routes of a site. */
export function createRoutes(site: Site): Routes {
  return {
    site,
    of: (page) => routeInHugo(page, site),
    resource: (file) => pathInContent(file, site),
  };
}

function routeInHugo(page: PageMeta | GeneratedPage, site: Site): Route {
  const { path, permalink: url } = page;
  if ('file' in page) return { file: pathInContent(page.file, site), path, section: page.section, url };
  return { file: `${path === '/' ? '' : `${path.slice(1)}/`}_index.md`, path, section: sectionOf(path), url };
}

const sectionOf = (path: string): string => path.split('/')[1] ?? '';
