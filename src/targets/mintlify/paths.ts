/** Where pages go: at the root of the repository, but for folders that Mintlify keeps for itself. */
import type { UrlPlace } from '../url-places.ts';
import { RESERVED_FOLDERS } from './facts.ts';

/** Path of a page's file without extension, which is its address too. */
export function pathOf({ folder, path }: Pick<UrlPlace, 'folder' | 'path'>): string {
  const whole = [folder, path].filter((part) => part !== '').join('/');
  if (path === '') return folder === '' ? 'index' : `${folder}/index`;
  const [first = '', ...rest] = whole.split('/');
  const instead = Object.hasOwn(RESERVED_FOLDERS, first) ? RESERVED_FOLDERS[first] : undefined;
  return instead === undefined ? whole : [instead, ...rest].join('/');
}

/** A page's address: without a slash at its end. */
export function addressOf(place: UrlPlace): string {
  const path = pathOf(place);
  const shown = place.path === '' ? place.folder : path;
  return `/${encodeURI(shown)}`;
}
