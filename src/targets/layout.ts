import type { PageMeta } from '../model/page.ts';
import type { Mount, Site } from '../model/site.ts';
import type { Routes } from './routes/routes.ts';

/** Path of a content file below the folder that Hugo mounts as its language's content. */
export function pathInContent(file: string, site: Site): string {
  let best: Mount | undefined;
  for (const mount of site.mounts) {
    if (!isContent(mount) || !isBelow(file, mount.source)) continue;
    if (!best || mount.source.length > best.source.length) best = mount;
  }
  if (!best) return file;
  const below = file.slice(best.source.length).replace(/^\//, '');
  const target = best.target.slice('content'.length).replace(/^\//, '');
  return target === '' ? below : below === '' ? target : `${target}/${below}`;
}

/** The same for a folder, in which there may be mounts; `undefined` for one that is not in the content at all. */
export function folderInContent(folder: string, site: Site): string | undefined {
  const content = site.mounts.filter(isContent);
  if (content.some(({ source }) => isBelow(folder, source))) return pathInContent(folder, site);
  return folder !== '' && content.some(({ source }) => isBelow(source, folder)) ? '' : undefined;
}

/**
 * Where a page goes in a tree that mirrors the content folder: the default language at the root, each other one below its
 * code, `_index.md` as `index`, the language code out of the file's name.
 */
export function mirroredPath(page: PageMeta, routes: Routes, extension: string): string {
  const path = routes.of(page).file;
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const stem = stemOf(path.slice(slash), page.language);
  return `${languageFolder(page.language, routes)}${folder}${stem === '_index' ? 'index' : stem}.${extension}`;
}

/** Where a file of a page bundle goes in such a tree: beside its page. */
export function mirroredResource(file: string, owner: PageMeta, routes: Routes): string {
  return `${languageFolder(owner.language, routes)}${routes.resource(file, owner)}`;
}

/** A content file's name without its extension and the code of its language. */
export const stemOf = (name: string, language: string): string => withoutLanguage(withoutExtension(name), language);

const isContent = (mount: Mount): boolean => mount.target === 'content' || mount.target.startsWith('content/');

const isBelow = (file: string, folder: string): boolean =>
  folder === '' || file === folder || file.startsWith(`${folder}/`);

const languageFolder = (language: string, { site }: Routes): string =>
  language === site.defaultLanguage ? '' : `${language}/`;

function withoutExtension(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

const withoutLanguage = (stem: string, language: string): string =>
  stem.toLowerCase().endsWith(`.${language.toLowerCase()}`) ? stem.slice(0, -language.length - 1) : stem;
