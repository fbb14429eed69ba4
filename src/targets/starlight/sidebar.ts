/** The sidebar, written out: Starlight takes no titles for folders from files. */
import type { PageMeta } from '../../model/page.ts';
import type { Routes } from '../routes/routes.ts';
import type { VersionRoute } from '../routes/versions.ts';
import { normalizePath } from '../../reader/site/url/path-text.ts';
import { compareRanks, dateOf, labelOf, type Rank, rankOf, titleFromName } from '../hugo-order.ts';
import { htmlLanguage } from '../scaffold/site-facts.ts';
import { DATED_SECTIONS } from './facts.ts';
import { placePage } from './places.ts';

export type SidebarItem =
  | { readonly slug: string }
  | { readonly label: string; readonly translations?: Readonly<Record<string, string>>; readonly link: string }
  | {
      readonly label: string;
      readonly translations?: Readonly<Record<string, string>>;
      readonly collapsed?: boolean;
      readonly items: readonly SidebarItem[];
    };

/** A folder of addresses: its own page, and what is below it. */
interface Branch {
  page?: PageMeta;
  readonly below: Map<string, Branch>;
}

/** All pages of the default language in Hugo's order, those of a blog by date; versions of the docs in groups of their own behind them. */
export function planSidebar(
  routes: Routes,
  pages: readonly PageMeta[],
  isHidden: (page: PageMeta) => boolean,
): SidebarItem[] {
  const { defaultLanguage } = routes.site;
  const root: Branch = { below: new Map() };
  const roots = new Map(routes.versions.map((version): [string, Branch] => [version.name, { below: new Map() }]));
  for (const page of pages) {
    if (page.language !== defaultLanguage || page.permalink === '' || isHidden(page)) continue;
    const { path, version } = routes.of(page);
    let branch = (version && roots.get(version.name)) ?? root;
    for (const part of partsOf(version ? path.slice(pathOf(version).length) : path)) {
      const next = branch.below.get(part) ?? { below: new Map() };
      branch.below.set(part, next);
      branch = next;
    }
    branch.page = page;
  }
  const translations = new Map<string, PageMeta[]>();
  for (const page of pages) {
    if (page.language === defaultLanguage) continue;
    const { path } = routes.of(page);
    translations.set(path, [...(translations.get(path) ?? []), page]);
  }
  const walk = { routes, translations, depth: 0 };
  return [
    ...itemsOf(root, '', walk),
    ...routes.versions.flatMap((version, at) => versionGroup(version, roots.get(version.name), { ...walk, at })),
  ];
}

/** Where a version's own page is. */
const pathOf = ({ folder }: VersionRoute): string => `/${normalizePath(folder)}`;

/** A version under its name, the newest one open. */
function versionGroup(
  version: VersionRoute,
  branch: Branch | undefined,
  walk: Walk & { readonly at: number },
): SidebarItem[] {
  if (!branch) return [];
  const own = branch.page ? linkTo(branch.page, walk.routes) : [];
  const items = [...own, ...itemsOf(branch, pathOf(version), { ...walk, depth: 1 })];
  if (items.length === 0) return [];
  return [{ label: version.name, ...(walk.at > 0 && { collapsed: true }), items }];
}

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

interface Walk {
  readonly routes: Routes;
  readonly translations: ReadonlyMap<string, readonly PageMeta[]>;
  readonly depth: number;
}

function itemsOf(branch: Branch, path: string, walk: Walk): SidebarItem[] {
  const isDated = DATED_SECTIONS.has(partsOf(path)[0] ?? '');
  const entries = [...branch.below].map(([name, below]) => ({ name, below, rank: rankFor(name, below, path) }));
  entries.sort((a, b) =>
    isDated && a.below.page && b.below.page
      ? dateOf(b.below.page) - dateOf(a.below.page) || compareRanks(a.rank, b.rank)
      : compareRanks(a.rank, b.rank),
  );
  return entries.flatMap(({ name, below }) => itemOf(name, below, `${path}/${name}`, walk));
}

function itemOf(name: string, branch: Branch, path: string, walk: Walk): SidebarItem[] {
  const { page, below } = branch;
  const own = page ? linkTo(page, walk.routes) : [];
  if (below.size === 0) return own;
  const items = [...own, ...itemsOf(branch, path, { ...walk, depth: walk.depth + 1 })];
  const label = (page && labelOf(page)) || titleFromName(name);
  const others = (walk.translations.get(path) ?? []).map(
    (other) => [htmlLanguage({ code: other.language }), labelOf(other)] as const,
  );
  const translated = others.filter(([, text]) => text !== '');
  return [
    {
      label,
      ...(translated.length > 0 && { translations: Object.fromEntries(translated) }),
      ...(walk.depth > 0 && { collapsed: true }),
      items,
    },
  ];
}

function linkTo(page: PageMeta, routes: Routes): SidebarItem[] {
  const { id } = placePage(page, routes, 'mdx');
  return id === undefined || id === '' ? [] : [{ slug: id }];
}

function rankFor(name: string, { page }: Branch, path: string): Rank {
  if (page) return rankOf(page);
  return { weight: undefined, date: 0, label: titleFromName(name), path: `${path}/${name}` };
}
