import type { OpenedSite } from '../pipeline/open-site.ts';
import type { SiteVersion } from '../targets/routes/versions.ts';
import { createRoutes } from '../targets/routes/routes.ts';
import { UsageError } from './exit-code.ts';

/**
 * Looks whether the folders of versions hold pages.
 * @throws UsageError where one holds none: it is most likely misspelt.
 */
export function checkVersions({ site }: OpenedSite, versions: readonly SiteVersion[]): void {
  const routes = createRoutes(site, { paths: [], versions });
  const known = new Set(site.pages.map((page) => routes.of(page).version?.name));
  const empty = versions.find(({ name }) => !known.has(name));
  if (!empty) return;
  throw new UsageError(
    `no page is below ${empty.folder}, which is to be version ${empty.name}`,
    'name the folder as seen from the content folder and without language, as in 1.2=docs/v1.2',
  );
}
