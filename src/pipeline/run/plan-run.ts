/** What a run is about: the pages that the output speaks of, those that it converts, and what is known of the others. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { StoredPage } from '../cache/page-records.ts';
import type { Selection } from '../select-pages.ts';
import type { Shard } from '../shards/shard.ts';
import { isPartial, selectPages } from '../select-pages.ts';
import { pagesOfShard } from '../shards/shard.ts';

/** The account of a run, in the output folder. */
export const LEDGER_FILE = 'ledger.json';

export interface RunPlan {
  /** The pages that the files of the whole site speak of, in the order of the site's index. */
  readonly pages: readonly PageMeta[];
  /** Those that this run converts. */
  readonly taken: ReadonlySet<PageMeta>;
  /** What earlier runs have made of the others, as far as it is known. */
  readonly held: ReadonlyMap<PageMeta, StoredPage>;
  /** How many of the others nothing is known of: without them there are no files of the whole site. */
  readonly unknown: number;
  readonly shard?: Shard;
}

export interface PlanOptions extends Selection {
  readonly out: string;
  readonly target: { readonly name: string };
  readonly shard?: Shard;
}

/** Plans a run; `last` knows what an earlier run into the folder has made of a page. */
export function planRun(
  site: Site,
  options: PlanOptions,
  last: (page: PageMeta) => StoredPage | undefined = () => undefined,
): RunPlan {
  const selected = selectPages(site, options);
  const { shard } = options;
  if (shard) {
    return { pages: selected, taken: pagesOfShard(selected, shard), held: new Map(), unknown: 0, shard };
  }
  const taken = new Set(selected);
  if (!isPartial(options)) return { pages: selected, taken, held: new Map(), unknown: 0 };
  // A part that is taken anew changes nothing about the rest, of which the folder has more than this run sees.
  const { drafts = false, future = false, expired = false } = options;
  const inFolder = pagesInFolder(options);
  const all = selectPages(site, { drafts, future, expired }).filter(({ file }) => inFolder.has(file));
  const others = all.filter((page) => !taken.has(page));
  const known = others.flatMap((page) => {
    const stored = last(page);
    return stored ? [[page, stored] as const] : [];
  });
  const shown = new Set([...selected, ...others]);
  return {
    pages: site.pages.filter((page) => shown.has(page)),
    taken,
    held: new Map(known),
    unknown: others.length - known.length,
  };
}

/** Source files of the pages that earlier runs to the same target have put into the folder. */
function pagesInFolder({ out, target }: PlanOptions): ReadonlySet<string> {
  const file = join(out, LEDGER_FILE);
  if (!existsSync(file)) return new Set();
  try {
    const account: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof account !== 'object' || account === null) return new Set();
    if (!('target' in account && 'pages' in account) || account.target !== target.name) return new Set();
    return new Set(Object.keys(Object(account.pages)));
  } catch (cause) {
    if (cause instanceof SyntaxError) return new Set();
    throw cause;
  }
}
