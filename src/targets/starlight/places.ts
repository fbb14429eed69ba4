/** Where Starlight wants each page, and the address that it gives it there. */
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { Routes } from '../routes/routes.ts';
import GithubSlugger from 'github-slugger';
import { decodeAddress } from '../../model/address.ts';
import { stemOf } from '../layout.ts';
import { CONTENT_FOLDER } from './facts.ts';

export interface PagePlace {
  /** Path below the content folder, with extension. */
  readonly path: string;
  /** Path in the output. */
  readonly file: string;
  /** The page's address as `slug` says it; absent where the file's path says it already, and for a page without one. */
  readonly slug?: string;
  /** What the sidebar calls the page by; absent for a page without an address. */
  readonly id?: string;
}

/** Where a page goes: the default language at the root, as far as it is there in Hugo, each other one in a folder. */
export function placePage(page: PageMeta, routes: Routes, extension: string): PagePlace {
  const { file: content, url } = routes.of(page);
  const slash = content.lastIndexOf('/') + 1;
  const stem = stemOf(content.slice(slash), page.language);
  const bare = stem.replace(/^_+(?=.)/, '');
  // A name that begins with `_` is no page to Starlight, which is right for one that Hugo gives no address.
  const name = url === '' ? `_${bare}` : bare;
  const path = `${languageFolder(page.language, routes.site)}${content.slice(0, slash)}${name}.${extension}`;
  const place = { path, file: `${CONTENT_FOLDER}/${path}` };
  if (url === '') return place;
  const wanted = idOf(url);
  const natural = naturalId(path);
  return { ...place, id: wanted, ...(wanted !== natural && wanted !== '' && { slug: wanted }) };
}

/** Where a file of a page bundle goes: beside its page. */
export const placeResource = (file: string, owner: PageMeta, routes: Routes): string =>
  `${languageFolder(owner.language, routes.site)}${routes.resource(file, owner)}`;

/** Starlight knows a language by its folder, and Hugo's addresses say which that is. */
function languageFolder(code: string, site: Site): string {
  const prefix = site.languages.find((language) => language.code === code)?.urlPrefix ?? '';
  if (prefix !== '') return `${prefix}/`;
  return code === site.defaultLanguage ? '' : `${code}/`;
}

/** An address as Starlight has it: without slashes at its ends. */
function idOf(url: string): string {
  const path = decodeAddress(url).replace(/^\/+|\/+$/g, '');
  return path.endsWith('.html') ? path.slice(0, -'.html'.length) : path;
}

/** What Starlight makes of a file's path. */
function naturalId(path: string): string {
  const parts = path.slice(0, path.lastIndexOf('.')).split('/');
  if (parts.at(-1) === 'index') parts.pop();
  return parts.map((part) => new GithubSlugger().slug(part)).join('/');
}
