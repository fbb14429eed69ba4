/** What a Docusaurus site has beside its pages. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LinkLayout } from '../../passes/links/address-book.ts';
import type { Redirect as SiteRedirect } from '../../passes/links/url-table.ts';
import type { LinkResolver } from '../../passes/links/resolve.ts';
import type { PathRule } from '../routes/moves.ts';
import type { PageNeeds } from '../mdx-page.ts';
import type { OutputFile, SiteOutput, TargetContext } from '../target.ts';
import type { SitePlaces } from './places.ts';
import type { Redirect, SiteAround } from './config.ts';
import type { Sidebar } from './sidebar.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { checkAnchors } from '../../passes/links/anchors.ts';
import { blogOf, feedsOf } from '../feeds.ts';
import { joinNeeds } from '../mdx-page.ts';
import { menusOf } from '../scaffold/menus.ts';
import { publishedCopies, staticCopiesBesideBundles } from '../static-copies.ts';
import { urlFiles } from '../url-file.ts';
import { variablesModules } from '../variables.ts';
import { authorsOf, printAuthors } from './authors.ts';
import { DOCS_SECTION, FOLDERS, STATIC_FOLDER, VARIABLES_PATH } from './facts.ts';
import { versionFiles } from './docs-versions.ts';
import { menuAddresses } from './menus.ts';
import { belowLanguage, routeAt } from './places.ts';

export interface SiteParts {
  readonly context: TargetContext;
  readonly places: SitePlaces;
  readonly sidebar: Sidebar;
  readonly layout: LinkLayout;
  readonly resolver: LinkResolver;
  /** Makes the files of a new site, or says what an existing one needs. */
  readonly around: (site: SiteAround) => readonly OutputFile[];
}

/** The files that need the whole site; `lists` are those of lists without a content file. */
export function finishSite(
  contributions: readonly PageNeeds[],
  lists: readonly OutputFile[],
  { context, places, sidebar, layout, resolver, around }: SiteParts,
): SiteOutput {
  const { site, routes, pages, options } = context;
  const links = contributions.map((page) => page.links);
  const variables = variablesModules(VARIABLES_PATH, contributions, site);
  const urls = urlFiles(context, STATIC_FOLDER, { layout, feeds: feedsOf(site, blogOf(site), feedFor(places)) });
  const menus = menusOf({ site, routes, pages, resolver, addressOf: menuAddresses(site, layout) });
  const needs = {
    ...joinNeeds(contributions),
    hasMarkdown: options.extension !== 'mdx',
    redirects: redirectsOf(context, places, urls.redirects),
  };
  return {
    files: [
      ...lists,
      ...siteFiles(context, places, sidebar),
      ...publishedCopies(links, STATIC_FOLDER),
      ...variables.files,
      ...urls.files,
      ...around({ site, pages, places, needs, menus }),
    ],
    diagnostics: [
      ...checkAnchors(links),
      ...variables.diagnostics,
      ...urls.diagnostics,
      ...menus.diagnostics,
      ...outOfDocs(context, places),
    ],
  };
}

/** Rules that take pages from the docs to where there is no sidebar. */
function outOfDocs({ routes, pages }: TargetContext, { placeOf }: SitePlaces): Diagnostic[] {
  const counts = new Map<PathRule, number>();
  for (const page of pages) {
    const { rule } = routes.of(page);
    if (!rule || page.section !== DOCS_SECTION || page.permalink === '' || placeOf(page).area !== 'pages') continue;
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts].map(([{ from, to, file, place }, count]) => {
    const facts = { from, to, pages: count };
    return createDiagnostic('docusaurus-out-of-docs', facts, { ...(file && { file }), ...(place && { place }) });
  });
}

/** The feed of the blog in a language: it is also the nearest to Hugo's feed of all pages. */
const feedFor =
  ({ blog }: SitePlaces) =>
  (prefix: string): string | undefined =>
    blog === undefined ? undefined : `${prefix}/${blog}/rss.xml`;

/** Old addresses, in all languages: the plugin makes each in every language. */
function redirectsOf({ site, pages }: TargetContext, places: SitePlaces, moved: readonly SiteRedirect[]): Redirect[] {
  const taken = new Set(pages.map((page) => places.routeOf(page) || '/'));
  const languages = new Map([
    ...pages.map(({ file, language }) => [file, language] as const),
    ...site.generated.map(({ permalink, language }) => [permalink, language] as const),
  ]);
  const redirects = new Map<string, Redirect>();
  for (const { from: old, to, source } of moved) {
    const language = languages.get(source ?? old);
    // The plugin leads to pages alone, which feeds are not.
    if (language === undefined) continue;
    // One that ends in `.html` is another address than the same without it.
    const from = belowLanguage(old, language, site) || '/';
    if (!taken.has(from) && !redirects.has(from)) redirects.set(from, { from, to: routeAt(to, language, site) || '/' });
  }
  return [...redirects.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function siteFiles({ site, pages }: TargetContext, places: SitePlaces, sidebar: Sidebar): OutputFile[] {
  const posts = pages.filter((page) => places.placeOf(page).area === 'blog');
  const authors = posts.flatMap(authorsOf);
  return [
    ...sidebar.categories,
    ...versionFiles(places.versions),
    ...(authors.length > 0 ? [{ path: `${FOLDERS.blog.main}/authors.yml`, text: printAuthors(authors) }] : []),
    ...staticCopiesBesideBundles(site, STATIC_FOLDER),
  ];
}
