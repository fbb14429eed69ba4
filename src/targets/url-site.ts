/** The files of a whole site whose pages have the addresses of their files. */
import type { PageMeta } from '../model/page.ts';
import type { GeneratedPage, Site } from '../model/site.ts';
import type { LinkLayout } from '../passes/links/address-book.ts';
import type { LinkResolver } from '../passes/links/resolve.ts';
import type { PageLinks } from '../passes/links/rewrite-links.ts';
import type { Redirect } from '../passes/links/url-table.ts';
import type { PageNeeds, SiteNeeds } from './mdx-page.ts';
import type { Branch } from './page-tree.ts';
import type { MenuLink, MenuTarget, SiteMenus } from './scaffold/menus.ts';
import type { OutputFile, SiteOutput, TargetContext } from './target.ts';
import type { Placed, UrlPlace, UrlPlaces } from './url-places.ts';
import type { UrlFramework } from './url-target.ts';
import { checkAnchors } from '../passes/links/anchors.ts';
import { normalizePath } from '../reader/site/url/path-text.ts';
import { blogOf, feedsOf } from './feeds.ts';
import { joinNeeds } from './mdx-page.ts';
import { planTree } from './page-tree.ts';
import { menusOf } from './scaffold/menus.ts';
import { withShownLanguages } from './scaffold/site-facts.ts';
import { publishedCopies, staticCopies } from './static-copies.ts';
import { translationKey } from './translations.ts';
import { urlFiles } from './url-file.ts';
import { variablesModules } from './variables.ts';

export interface Contribution extends PageNeeds {
  /** The page's source file, where menus leave it out. */
  readonly hidden?: string;
  /** The same, where it shows no table of contents. */
  readonly bare?: string;
}

/** A language that the run has pages in. */
export interface LanguageTree {
  readonly code: string;
  readonly name: string;
  /** First part of its addresses; empty where they have none. */
  readonly folder: string;
  readonly tree: Branch;
  /** Versions of the docs, where the framework wants them apart from the tree, in the user's order. */
  readonly versions: readonly { readonly name: string; readonly tree: Branch }[];
}

/** What the files around the content are made from. */
export interface UrlSite {
  /** With the languages that the run has pages in. */
  readonly site: Site;
  readonly pages: readonly PageMeta[];
  readonly needs: SiteNeeds;
  /** The default language first. */
  readonly languages: readonly LanguageTree[];
  readonly isHidden: (page: PageMeta) => boolean;
  /** Whether a page shows no table of contents. */
  readonly isBare: (page: PageMeta) => boolean;
  readonly placeOf: (page: Placed) => UrlPlace | undefined;
  /** The addresses of a page in other languages, by their codes. */
  readonly translationsOf: (page: PageMeta) => Readonly<Record<string, string>>;
  /** With addresses as links have them, the site's path aside. */
  readonly menus: SiteMenus<string>;
  readonly redirects: readonly Redirect[];
}

export interface SiteParts {
  readonly context: TargetContext;
  readonly framework: UrlFramework;
  readonly layout: LinkLayout;
  readonly resolver: LinkResolver;
  readonly places: UrlPlaces;
  /** The lists without a content file that are written as pages. */
  readonly lists: readonly GeneratedPage[];
}

/** The files that need the whole site; `listFiles` are those of lists without a content file. */
export function finishSite(
  contributions: readonly Contribution[],
  listFiles: readonly OutputFile[],
  parts: SiteParts,
): SiteOutput {
  const { context, framework, layout, resolver } = parts;
  const { site, routes, pages } = context;
  const { staticFolder } = framework;
  const links = contributions.map((page) => page.links);
  const variables = variablesModules(framework.variablesPath, contributions, site, framework.variablesKind);
  const urls = urlFiles(context, staticFolder, { layout, feeds: feedsOf(site, blogOf(site), () => undefined) });
  const menus = menusOf({ site, routes, pages, resolver, addressOf: (to, from) => menuAddress(to, from, parts) });
  const shape = { ...shapeOf(contributions, parts), menus, redirects: urls.redirects };
  const { isServed = () => true, check } = framework;
  const served = servedFiles(site, links, staticFolder);
  const leftOut = served.map(({ path }) => path).filter((path) => !isServed(path));
  return {
    files: [
      ...listFiles,
      ...served.filter(({ path }) => isServed(path)),
      ...variables.files,
      ...urls.files,
      ...framework.around(shape),
    ],
    diagnostics: [
      ...checkAnchors(links),
      ...variables.diagnostics,
      ...urls.diagnostics,
      ...menus.diagnostics,
      ...(check?.(shape, leftOut.toSorted()) ?? []),
    ],
  };
}

/** The files that have an address of their own, each once. */
function servedFiles(site: Site, links: readonly PageLinks[], folder: string): readonly OutputFile[] {
  const files = [...staticCopies(site, folder), ...publishedCopies(links, folder)];
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function shapeOf(
  contributions: readonly Contribution[],
  { context, framework, layout, places, lists }: SiteParts,
): Omit<UrlSite, 'menus' | 'redirects'> {
  const { pages } = context;
  const site = withShownLanguages(context.site, pages);
  const hidden = new Set(contributions.flatMap((page) => page.hidden ?? []));
  const bare = new Set(contributions.flatMap((page) => page.bare ?? []));
  const groups = new Map<string, PageMeta[]>();
  for (const page of pages) groups.set(translationKey(page), [...(groups.get(translationKey(page)) ?? []), page]);
  const first = (code: string): number => (code === site.defaultLanguage ? 0 : 1);
  return {
    site,
    pages,
    needs: joinNeeds(contributions),
    languages: site.languages
      .map((language) => languageTree(language, { pages, places, lists, context, framework }))
      .toSorted((a, b) => first(a.code) - first(b.code)),
    isHidden: ({ file }) => hidden.has(file),
    isBare: ({ file }) => bare.has(file),
    placeOf: places.placeOf,
    translationsOf: (page) =>
      Object.fromEntries(
        (groups.get(translationKey(page)) ?? []).flatMap((other) => {
          const url = other.language === page.language ? undefined : layout.urlOf(other);
          return url === undefined ? [] : [[other.language, url]];
        }),
      ),
  };
}

function languageTree(
  { code, name, urlPrefix }: Site['languages'][number],
  parts: Pick<SiteParts, 'context' | 'framework' | 'places' | 'lists'> & { readonly pages: readonly PageMeta[] },
): LanguageTree {
  const { pages, places, lists, context, framework } = parts;
  const { routes } = context;
  const own = [
    ...pages.filter(({ language }) => language === code).map((page) => ({ page, of: page })),
    ...lists.filter(({ language }) => language === code).map((list) => ({ list, of: list })),
  ].flatMap(({ of, ...entry }) => {
    const place = places.placeOf(of);
    const { version, path } = routes.of(of);
    const isRoot = version !== undefined && path === `/${normalizePath(version.folder)}`;
    const named = isRoot && framework.versions !== 'apart' ? { version: version.name } : {};
    return place ? [{ entry: { path: place.path, ...entry, ...named }, folder: place.folder, version }] : [];
  });
  const folder = own[0]?.folder ?? urlPrefix;
  const treeOf = (part: typeof own): Branch => planTree(part.map(({ entry }) => entry));
  if (framework.versions !== 'apart') return { code, name, folder, tree: treeOf(own), versions: [] };
  const versions = routes.versions.map((version) => ({
    name: version.name,
    tree: innermost(treeOf(own.filter((one) => one.version?.name === version.name))),
  }));
  return { code, name, folder, tree: treeOf(own.filter(({ version }) => version === undefined)), versions };
}

/** The tree from the first branch on that has a page, or several branches. */
function innermost(tree: Branch): Branch {
  let inner = tree;
  while (!inner.page && !inner.list && inner.below.length === 1 && inner.below[0]) inner = inner.below[0];
  return inner;
}

function menuAddress(to: MenuTarget, from: PageMeta, { layout }: SiteParts): string | undefined {
  const place = { from, use: 'link' as const };
  if (to.kind === 'external') return to.url;
  if (to.kind === 'page') return withFragment(layout.urlOf(to.page, place), to.fragment);
  if (to.kind === 'generated') return withFragment(layout.urlOfList(to.page, place), to.fragment);
  // Only what is copied as it is has an address without being on a page.
  if (to.kind !== 'staticFile') return undefined;
  return to.file.url + to.query + to.fragment;
}

const withFragment = (url: string | undefined, fragment: string): string | undefined =>
  url === undefined ? undefined : url + fragment;

/** The redirects of a new site: where every language has a folder, the root leads into that of the default one. */
export function withRootRedirect({
  redirects,
  languages,
}: Pick<UrlSite, 'redirects' | 'languages'>): readonly Redirect[] {
  const [first] = languages;
  if (!first || languages.some(({ folder }) => folder === '')) return redirects;
  return [...redirects, { from: '/', to: `/${first.folder}/`, kind: 'home' }];
}

/** Where a line of a menu leads in a language: to the translation of its page, where there is one. */
export function addressIn(
  { to, path }: Pick<MenuLink<string>, 'to' | 'path'>,
  code: string,
  { site, pages, translationsOf }: Pick<UrlSite, 'site' | 'pages' | 'translationsOf'>,
): string | undefined {
  const page = pages.find((one) => one.path === path && one.language === site.defaultLanguage);
  return (page && translationsOf(page)[code]) ?? to;
}
