/** Places on pages that addresses name, as far as the text of an address says it: known before any page's body is read. */
import type { PageMeta } from './page.ts';
import { decodeAddress } from './address.ts';

/** Where the path of an address cannot tell the page: `..`, or a call stands in it. */
const ANY = '*';

/** The last part of a path, without an extension, as a page's path has it: `/docs/Setup.md` and `../setup/` are `setup`. */
export function lastPart(path: string): string {
  const parts = decodeAddress(path.split('?')[0] ?? '')
    .split('/')
    .filter((part) => part !== '');
  const last = parts.pop() ?? '';
  if (last === '.' || last === '..' || last.includes('{{') || last.includes('}}')) return ANY;
  const [name = ''] = last.toLowerCase().split('.');
  return name === 'index' || name === '_index' ? lastPart(parts.join('/')) : name;
}

/** An id that an address names, and the last part of the path before it. */
export const linkedPlace = (path: string, id: string): string => `${lastPart(path)}#${decodeAddress(id)}`;

/** The ids that addresses may mean of a page. */
export function idsNamedOf(page: Pick<PageMeta, 'file' | 'path' | 'permalink' | 'aliases'>, places: LinkedPlaces) {
  const names = [page.file, page.path, page.permalink, ...page.aliases].map(lastPart);
  return new Set([ANY, ...names].flatMap((name) => places.get(name) ?? []));
}

/** Ids by the last part of the paths that stand before them. */
export type LinkedPlaces = ReadonlyMap<string, readonly string[]>;

/** Indexes what `linkedPlace` wrote down. */
export function indexLinkedPlaces(all: readonly string[]): LinkedPlaces {
  const places = new Map<string, string[]>();
  for (const place of all) {
    const at = place.indexOf('#');
    const ids = places.get(place.slice(0, at));
    if (ids) ids.push(place.slice(at + 1));
    else places.set(place.slice(0, at), [place.slice(at + 1)]);
  }
  return places;
}
