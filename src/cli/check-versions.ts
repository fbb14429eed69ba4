import type { NamedVersion } from '../config/versions.ts';
import type { OpenedSite } from '../pipeline/open-site.ts';
import type { SiteVersion } from '../targets/routes/versions.ts';
import { UsageError } from './exit-code.ts';
import { contentFolderOf, hasPages } from './version-sites.ts';

/**
 * The folders of versions as seen from the content folder.
 * @throws UsageError where one holds no pages: it is most likely misspelt.
 */
export const checkVersions = (opened: OpenedSite, versions: readonly NamedVersion[]): readonly SiteVersion[] =>
  versions.map((version) => {
    const { name } = version;
    const joined = opened.site.joined?.versions.find((site) => site.name === name);
    const folder = joined?.folder ?? (hasPages(version.folder, opened.site) ? version.folder : undefined);
    const found = folder ?? contentFolderOf(version, opened);
    if (found !== undefined && hasPages(found, opened.site)) return { name, folder: found };
    throw new UsageError(
      `no page is below ${version.folder}, which is to be version ${name}`,
      'name a folder as seen from the content folder and without language, as in 1.2=docs/v1.2, or that of another checkout, as in 1.2=../site-1.2',
    );
  });
