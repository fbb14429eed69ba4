/** The pages of a language as a tree of addresses, in Hugo's order: what menus at the side of a page are made of. */
import type { PageMeta } from '../model/page.ts';
import type { GeneratedPage } from '../model/site.ts';
import { compareRanks, dateOf, labelOf, type Rank, rankOf, titleFromName } from './hugo-order.ts';

/** Sections whose pages are listed by date. */
const DATED_SECTIONS: ReadonlySet<string> = new Set(['blog', 'news', 'posts', 'post']);

/** A part of addresses: its own page or list, where it has one, and what is below it. */
export interface Branch {
  /** The last part of its address. */
  readonly name: string;
  /** Its address, without slashes at the ends. */
  readonly path: string;
  readonly page?: PageMeta;
  readonly list?: GeneratedPage;
  /** The version of the docs whose folder it is: its name is the label. */
  readonly version?: string;
  readonly label: string;
  readonly below: readonly Branch[];
}

/** A page or list, and the path that it has in the tree. */
export interface TreeEntry {
  readonly path: string;
  readonly page?: PageMeta;
  readonly list?: GeneratedPage;
  readonly version?: string;
}

interface Growing extends TreeEntry {
  readonly name: string;
  page?: PageMeta;
  list?: GeneratedPage;
  version?: string;
  readonly below: Map<string, Growing>;
}

/** Orders the pages of one language: those of a blog by date, all others as Hugo does. */
export function planTree(entries: readonly TreeEntry[]): Branch {
  const root: Growing = { name: '', path: '', below: new Map() };
  for (const { path, page, list, version } of entries) {
    let branch = root;
    for (const name of path.split('/').filter((part) => part !== '')) {
      const known = branch.below.get(name);
      const next = known ?? { name, path: branch.path === '' ? name : `${branch.path}/${name}`, below: new Map() };
      if (!known) branch.below.set(name, next);
      branch = next;
    }
    if (page) branch.page = page;
    if (list) branch.list = list;
    if (version !== undefined) branch.version = version;
  }
  return grown(root);
}

function grown({ name, path, page, list, version, below }: Growing): Branch {
  const isDated = DATED_SECTIONS.has(path.split('/')[0] ?? '');
  const branches = [...below.values()].map((branch) => ({ branch, rank: rankFor(branch) }));
  branches.sort((a, b) =>
    isDated && a.branch.page && b.branch.page
      ? dateOf(b.branch.page) - dateOf(a.branch.page) || compareRanks(a.rank, b.rank)
      : compareRanks(a.rank, b.rank),
  );
  return {
    name,
    path,
    ...(page && { page }),
    ...(list && { list }),
    ...(version !== undefined && { version }),
    label: version ?? ((page && labelOf(page)) || titleFromName(list?.title ?? name)),
    below: branches.map(({ branch }) => grown(branch)),
  };
}

function rankFor({ name, path, page, list }: Growing): Rank {
  if (page) return rankOf(page);
  return { weight: undefined, date: 0, label: titleFromName(list?.title ?? name), path: `/${path}` };
}
