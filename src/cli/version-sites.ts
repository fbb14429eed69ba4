/** Versions whose folders are sites of their own: checkouts of older branches. */
import { realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { NamedVersion } from '../config/versions.ts';
import type { Site } from '../model/site.ts';
import type { OpenedSite } from '../pipeline/open-site.ts';
import type { OpenedVersion } from '../pipeline/versions.ts';
import type { TargetName } from '../targets/load-target.ts';
import { withVersions } from '../pipeline/versions.ts';
import { folderInContent, pathInContent } from '../targets/layout.ts';
import { isIn } from '../targets/routes/join-versions.ts';
import { pagePath } from '../targets/routes/page-path.ts';
import { UsageError } from './exit-code.ts';
import { findSite } from './find-site.ts';

/** The targets that have a place for such versions. */
const TAKERS: readonly TargetName[] = ['docusaurus', 'starlight', 'nextra', 'fumadocs', 'mintlify', 'mdx'];

export interface VersionSiteOptions {
  readonly targets: readonly TargetName[];
  readonly open: OpenFolder;
}

/** Opens the site in a folder. */
export type OpenFolder = (dir: string) => Promise<OpenedSite>;

/**
 * Opens the sites of versions whose folders are none of the content.
 * @throws UsageError where a folder is no site, or one of the targets has no place for one.
 */
export async function withVersionSites(
  opened: OpenedSite,
  versions: readonly NamedVersion[],
  { targets, open }: VersionSiteOptions,
): Promise<OpenedSite> {
  const found: OpenedVersion[] = [];
  for (const version of versions) {
    const place = siteOf(version, opened);
    if (!place) continue;
    const other = targets.find((target) => !TAKERS.includes(target));
    if (other) throw noTaker(version, other);
    found.push(comingIn(version, { ...place, site: await open(place.path) }, opened));
  }
  return found.length === 0 ? opened : withVersions(opened, found);
}

const noTaker = ({ name, folder }: NamedVersion, target: TargetName): UsageError =>
  new UsageError(
    `version ${name} is a site of its own, ${folder}, and ${target} cannot take one in`,
    `leave it out, or convert it by itself: decant convert ${folder} --to ${target} --out DIR`,
  );

/** Folders on disk of the versions that are sites of their own, for whoever watches them. */
export const versionFolders = (versions: readonly NamedVersion[], site: string): readonly string[] =>
  versions.flatMap((version) => {
    const disk = diskOf(version);
    const own = disk === undefined ? undefined : findSite(join(disk, 'page.md'));
    return own === undefined || realpathSync(own) === realpathSync(site) ? [] : [own];
  });

/** A version's folder on disk, if that is where its path leads from where it was written. */
function diskOf({ folder, base = '' }: NamedVersion): string | undefined {
  const disk = resolve(base, folder);
  return statSync(disk, { throwIfNoEntry: false })?.isDirectory() ? disk : undefined;
}

/** Where a version's folder is on disk, with links resolved, and the site around it. */
interface FoundSite {
  readonly disk: string;
  readonly path: string;
}

/** The site of a version; nothing where its folder is one of the content, or not there at all. */
function siteOf(version: NamedVersion, { site, dir }: OpenedSite): FoundSite | undefined {
  if (hasPages(version.folder, site)) return undefined;
  const disk = diskOf(version);
  if (disk === undefined) return undefined;
  const path = findSite(join(disk, 'page.md'));
  if (path === undefined) {
    throw new UsageError(
      `${version.folder}, which is to be version ${version.name}, is no Hugo site and in none`,
      'name the folder of a checkout that holds hugo.yaml or config.toml, or the folder of its docs',
    );
  }
  return realpathSync(path) === realpathSync(dir) ? undefined : { disk: realpathSync(disk), path: realpathSync(path) };
}

/** Whether a path is that of a folder of the content with pages in it. */
export function hasPages(folder: string, site: Site): boolean {
  const path = pagePath(folder);
  return path !== undefined && path !== '' && site.pages.some((page) => isIn(pathInContent(page.file, site), path));
}

/** A folder on disk that is one of the site's content, as seen from there. */
export function contentFolderOf(version: NamedVersion, { site, dir }: OpenedSite): string | undefined {
  const disk = diskOf(version);
  const below =
    disk === undefined ? undefined : folderInContent(pathBelow(realpathSync(dir), realpathSync(disk)), site);
  return below === undefined || below === '' ? undefined : below;
}

const pathBelow = (dir: string, path: string): string => relative(dir, path).split(sep).join('/');

/** What of a version's site comes in, and where. */
function comingIn(
  { name, folder }: NamedVersion,
  { disk, path, site: version }: FoundSite & { readonly site: OpenedSite },
  { site, dir }: OpenedSite,
): OpenedVersion {
  const wanted = folderInContent(pathBelow(path, disk), version.site);
  if (disk !== path && wanted === undefined) {
    throw new UsageError(
      `${folder}, which is to be version ${name}, is in a Hugo site and not in its content`,
      'name the folder of the site, or the folder of its docs below its content',
    );
  }
  const docs = docsFolder(site);
  const target = docs === '' ? name : `${docs}/${name}`;
  if (hasPages(target, site)) {
    throw new UsageError(
      `version ${name} would come to be in ${target}, where the site has pages`,
      `give it another name, or make a version of these pages: ${name}=${target}`,
    );
  }
  const source = wanted === undefined || wanted === '' ? docsFolder(version.site) : wanted;
  return { name, dir: pathBelow(realpathSync(dir), path), source, folder: target, opened: version };
}

/** The folder of a site's docs below its content folder; empty where that is docs all through. */
function docsFolder(site: Site): string {
  for (const page of site.pages) {
    const [folder = '', ...rest] = pathInContent(page.file, site).split('/');
    if (rest.length > 0 && isIn(folder, DOCS)) return folder;
  }
  return '';
}

const DOCS = 'docs';
