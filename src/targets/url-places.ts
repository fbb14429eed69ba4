/** Where pages go for a framework that knows no address but the path of a file: at their Hugo addresses. */
import type { PageMeta } from '../model/page.ts';
import type { GeneratedPage, Site } from '../model/site.ts';
import type { Routes } from './routes/routes.ts';
import { decodeAddress } from '../model/address.ts';
import { stemOf } from './layout.ts';

/** A page or a list without a content file. */
export type Placed = PageMeta | GeneratedPage;

export interface UrlPlace {
  /** First part of the addresses of its language; empty where they have none. */
  readonly folder: string;
  /** Path of its address below that, without slashes at the ends. */
  readonly path: string;
  /** Path of its file below the folder of its language, without extension. */
  readonly stem: string;
  /** Its address on the new site. */
  readonly url: string;
}

export interface UrlPlaces {
  /** Nothing for a page without an address. */
  readonly placeOf: (page: Placed) => UrlPlace | undefined;
  /** Where the file of a page without an address goes, below the folder of such pages, without extension. */
  readonly partialOf: (page: PageMeta) => string;
}

/** Finds the places of a site's pages: one that has others below it is the index of a folder, as a section always is. */
export function planUrlPlaces(routes: Routes): UrlPlaces {
  const { site } = routes;
  const parents = new Set<string>();
  for (const page of [...site.pages, ...site.generated.filter(isList)]) {
    const { url } = routes.of(page);
    if (url === '') continue;
    const { folder, path } = addressOf(url, page.language, site);
    const parts = path.split('/');
    for (let size = 1; size < parts.length; size++) parents.add(`${folder}\n${parts.slice(0, size).join('/')}`);
  }
  return {
    placeOf: (page) => {
      const { url } = routes.of(page);
      if (url === '') return undefined;
      const { folder, path } = addressOf(url, page.language, site);
      const isFolder = page.kind !== 'page' || parents.has(`${folder}\n${path}`);
      const stem = path === '' ? 'index' : isFolder ? `${path}/index` : path;
      const parts = [folder, path].filter((part) => part !== '').map((part) => `/${encodeURI(part)}`);
      return { folder, path, stem, url: `${parts.join('')}/` };
    },
    partialOf: (page) => {
      const content = routes.of(page).file;
      const slash = content.lastIndexOf('/') + 1;
      const name = stemOf(content.slice(slash), page.language).replace(/^_+(?=.)/, '');
      const own = folderOf(page.language, site);
      return `${own === '' ? '' : `${own}/`}${content.slice(0, slash)}${name}`;
    },
  };
}

const isList = ({ kind }: GeneratedPage): boolean => kind === 'section' || kind === 'home';

/** The path that the addresses of a language stand below. */
function folderOf(code: string, site: Site): string {
  const prefix = site.languages.find((language) => language.code === code)?.urlPrefix ?? '';
  return prefix !== '' || code === site.defaultLanguage ? prefix : code;
}

function addressOf(url: string, language: string, site: Site): Pick<UrlPlace, 'folder' | 'path'> {
  const folder = folderOf(language, site);
  const whole = decodeAddress(url).replace(/^\/+|\/+$/g, '');
  const bare = whole.endsWith('.html') ? whole.slice(0, -'.html'.length) : whole;
  const below = folder !== '' && bare.startsWith(`${folder}/`) ? bare.slice(folder.length + 1) : bare;
  return { folder, path: below === folder && folder !== '' ? '' : below === 'index' ? '' : below };
}
