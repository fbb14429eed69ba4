/** What a Starlight site has beside its pages. */
import type { LinkLayout } from '../../passes/links/address-book.ts';
import type { Redirect } from '../../passes/links/url-table.ts';
import type { LinkResolver } from '../../passes/links/resolve.ts';
import type { PageNeeds } from '../mdx-page.ts';
import type { OutputFile, SiteOutput, TargetContext } from '../target.ts';
import type { StarlightShape } from './scaffold.ts';
import { checkAnchors } from '../../passes/links/anchors.ts';
import { blogOf, feedsOf } from '../feeds.ts';
import { joinNeeds } from '../mdx-page.ts';
import { basePath } from '../scaffold/site-facts.ts';
import { menusOf } from '../scaffold/menus.ts';
import { publishedCopies, staticCopiesBesideBundles } from '../static-copies.ts';
import { urlFiles } from '../url-file.ts';
import { variablesModules } from '../variables.ts';
import { STATIC_FOLDER, VARIABLES_PATH } from './facts.ts';
import { menuAddresses, starlightMenus } from './menus.ts';
import { planSidebar } from './sidebar.ts';

export interface Contribution extends PageNeeds {
  /** The page's source file, where menus leave it out. */
  readonly hidden?: string;
}

export interface SiteParts {
  readonly context: TargetContext;
  readonly layout: LinkLayout;
  readonly resolver: LinkResolver;
  /** Makes the files of a new site, or says what an existing one needs. */
  readonly around: (shape: StarlightShape) => readonly OutputFile[];
}

/** The files that need the whole site; `lists` are those of lists without a content file. */
export function finishSite(
  contributions: readonly Contribution[],
  lists: readonly OutputFile[],
  { context, layout, resolver, around }: SiteParts,
): SiteOutput {
  const { site, routes, pages } = context;
  const links = contributions.map((page) => page.links);
  const variables = variablesModules(VARIABLES_PATH, contributions, site);
  const urls = urlFiles(context, STATIC_FOLDER, { layout, feeds: feedsOf(site, blogOf(site), () => undefined) });
  const hidden = new Set(contributions.flatMap((page) => page.hidden ?? []));
  const menus = menusOf({ site, routes, pages, resolver, addressOf: menuAddresses(site, layout) });
  const { social, links: more } = starlightMenus(menus);
  const shape: StarlightShape = {
    site,
    pages,
    needs: joinNeeds(contributions),
    sidebar: [...planSidebar(routes, pages, ({ file }) => hidden.has(file)), ...more],
    social,
    redirects: redirectsOf(context, urls.redirects),
  };
  return {
    files: [
      ...lists,
      ...staticCopiesBesideBundles(site, STATIC_FOLDER),
      ...publishedCopies(links, STATIC_FOLDER),
      ...variables.files,
      ...urls.files,
      ...around(shape),
    ],
    diagnostics: [...checkAnchors(links), ...variables.diagnostics, ...urls.diagnostics, ...menus.diagnostics],
  };
}

/** Old addresses of pages, as Astro has them; what stands at an address today goes before what stood there. */
function redirectsOf({ site }: TargetContext, moved: readonly Redirect[]): Record<string, string> {
  const base = basePath(site);
  // Brackets are Astro's sign for parts that vary.
  const possible = moved.filter(({ from }) => !/[[\]]/.test(from));
  return Object.fromEntries(possible.map(({ from, to }) => [from, base + to]));
}
