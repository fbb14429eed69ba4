/** Pages of a version that stand for those that its links lead out to. */
import type { PageMeta } from '../../model/page.ts';
import type { VersionTwin } from '../../passes/links/address-book.ts';
import type { Routes } from './routes.ts';
import { normalizePath } from '../../reader/site/url/path-text.ts';

/** The page of the linking page's own version, where the link leads to another version and this one has the page too. */
export type FindTwin = (to: PageMeta, from: PageMeta) => VersionTwin | undefined;

export function createTwins({ site, versions, of }: Routes): FindTwin {
  if (versions.length === 0) return () => undefined;
  const byPath = new Map(site.pages.map((page) => [keyOf(page.language, page.path), page]));
  return (to, from) => {
    const { version } = of(from);
    const other = of(to).version;
    if (!version || other?.name === version.name) return undefined;
    const own = rootOf(version.source);
    for (const root of other ? [rootOf(other.source)] : newestRoots(own)) {
      if (to.path !== root && !to.path.startsWith(`${root}/`)) continue;
      const twin = byPath.get(keyOf(from.language, own + to.path.slice(root.length)));
      if (twin && twin.permalink !== '') return { version: version.name, address: twin.permalink };
    }
    return undefined;
  };
}

const keyOf = (language: string, path: string): string => `${language}\n${path}`;

const rootOf = (folder: string): string => `/${normalizePath(folder)}`;

/** Where the docs outside of all versions are: around the folder of a version, or at the root under its name, as `docs` for `v1/docs`. */
const newestRoots = (own: string): readonly string[] => [
  own.slice(0, own.lastIndexOf('/')),
  own.slice(own.lastIndexOf('/')),
];
