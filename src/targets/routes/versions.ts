/** Versions of the docs that a site keeps in folders of its own. */
import type { PathRules } from '../../reader/site/url/path-text.ts';
import { escapePath, lowerCase, sanitizePath } from '../../reader/site/url/path-text.ts';
import type { Move } from './moves.ts';
import { pagePath, partsOf } from './page-path.ts';

/** A version as the user names it. */
export interface SiteVersion {
  readonly name: string;
  /** Its folder, as seen from the content folder. */
  readonly folder: string;
}

/** A version with the place of its folder. */
export interface VersionRoute {
  readonly name: string;
  /** The folder in the content, as the user has named it. */
  readonly source: string;
  /** Where it comes to be. */
  readonly folder: string;
  /** The address of the folder below that of a language, without a slash at the end. */
  readonly url: string;
}

/** Its name could be none of a folder, it names no folder, or another one has its name or its folder. */
export type VersionFault = 'name' | 'folder' | 'twice';

/** What is wrong with versions, by their positions. */
export function versionFaults(versions: readonly SiteVersion[]): ReadonlyMap<number, VersionFault> {
  const taken = new Set<string>();
  const faults = new Map<number, VersionFault>();
  for (const [at, { name, folder }] of versions.entries()) {
    const keys = [`name ${lowerCase(name)}`, `folder ${lowerCase(pagePath(folder) ?? folder)}`];
    if (!isName(name)) faults.set(at, 'name');
    else if (partsOf(folder).length === 0) faults.set(at, 'folder');
    else if (keys.some((key) => taken.has(key))) faults.set(at, 'twice');
    for (const key of keys) taken.add(key);
  }
  return faults;
}

const isName = (name: string): boolean =>
  name.trim() === name && name !== '' && name.length <= LONGEST_NAME && !BAD_IN_NAMES.test(name) && !RESERVED.has(name);

const LONGEST_NAME = 32;
// What no file can be called on some system.
// oxlint-disable-next-line no-control-regex
const BAD_IN_NAMES = /[/\\<>:"|?*\u0000-\u001F]/;
/** `current` is what Docusaurus calls the docs that are in no version's folder. */
const RESERVED: ReadonlySet<string> = new Set(['.', '..', 'current']);

/** Finds out where the folders of versions come to be. */
export const planVersions = (versions: readonly SiteVersion[], move: Move, rules: PathRules): readonly VersionRoute[] =>
  versions.flatMap((version) => {
    const source = pagePath(version.folder);
    if (source === undefined) return [];
    const folder = move(source) ?? source;
    return [{ name: version.name, source, folder, url: escapePath(`/${sanitizePath(folder, rules)}`) }];
  });

/** The version in whose folder a page is, by its path below the content folder: the innermost one. */
export function versionAt(path: string, versions: readonly VersionRoute[]): VersionRoute | undefined {
  let best: VersionRoute | undefined;
  for (const version of versions) {
    if (isIn(path, version.source) && (!best || version.source.length > best.source.length)) best = version;
  }
  return best;
}

function isIn(path: string, folder: string): boolean {
  const [inner, outer] = [lowerCase(path), lowerCase(folder)];
  return inner === outer || inner.startsWith(`${outer}/`);
}
