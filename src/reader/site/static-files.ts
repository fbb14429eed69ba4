import type { StaticFile } from '../../model/site.ts';
import type { SiteMount } from './config/mounts.ts';
import type { SiteFiles } from './site-files.ts';
import { filesOf } from './content/content-files.ts';
import { comparePaths } from './site-files.ts';
import { escapeFilePath } from './url/path-text.ts';

/**
 * The files that Hugo serves as they are: those of the mounted static folders, and those that stand beside the content. Of
 * two with one address the site's last static folder wins over its others, all of these over a theme's, and static files
 * over those of the content.
 */
export function listStaticFiles(
  mounts: readonly SiteMount[],
  files: SiteFiles,
  ofContent: readonly StaticFile[],
): readonly StaticFile[] {
  const byUrl = new Map<string, StaticFile>();
  const take = (mount: SiteMount): void => {
    for (const { file, path } of filesOf(mount, 'static', files)) {
      const url = escapeFilePath(`/${path}`);
      if (mount.own || !byUrl.has(url)) byUrl.set(url, { file, url });
    }
  };
  for (const mount of mounts) if (mount.own) take(mount);
  for (const mount of mounts) if (!mount.own) take(mount);
  for (const file of ofContent) if (!byUrl.has(file.url)) byUrl.set(file.url, file);
  return [...byUrl.values()].toSorted((a, b) => comparePaths(a.url, b.url) || comparePaths(a.file, b.file));
}

/** The files of the mounted `assets` folders; of two with one path the first mount's. */
export function listAssets(mounts: readonly SiteMount[], files: SiteFiles): readonly StaticFile[] {
  const byUrl = new Map<string, StaticFile>();
  for (const mount of mounts) {
    for (const { file, path } of filesOf(mount, 'assets', files)) {
      const url = escapeFilePath(`/${path}`);
      if (!byUrl.has(url)) byUrl.set(url, { file, url });
    }
  }
  return [...byUrl.values()].toSorted((a, b) => comparePaths(a.url, b.url));
}
