/** Navbar and footer of a Docusaurus site, from the menus of the Hugo site, and their words in other languages. */
import type { PageMeta } from '../../model/page.ts';
import type { GeneratedPage, Site } from '../../model/site.ts';
import type { LinkLayout } from '../../passes/links/address-book.ts';
import type { CodeValue } from '../code/tree.ts';
import type { MenuLink, MenuTarget, SiteMenus } from '../scaffold/menus.ts';
import type { OutputFile } from '../target.ts';
import type { SitePlaces } from './places.ts';
import { json } from '../code/json.ts';
import { labelOf } from '../hugo-order.ts';
import { labelsOfPage } from '../scaffold/menus.ts';
import { basePath, factsOf } from '../scaffold/site-facts.ts';

/** A link of the theme: `to` is an address of the site, which it completes and checks, `href` one elsewhere. */
export type ThemeLink = { readonly to: string } | { readonly href: string };

/** The addresses of menus; `undefined` where Docusaurus has nothing to lead to. */
export const menuAddresses =
  (site: Site, layout: LinkLayout) =>
  (to: MenuTarget, from: PageMeta): ThemeLink | undefined => {
    if (to.kind === 'external') return { href: to.url };
    const base = basePath(site);
    const end = to.query + to.fragment;
    // Only what is copied as it is has an address without being on a page.
    if (to.kind === 'staticFile') return { href: `pathname://${base}${to.file.url}${end}` };
    if (to.kind !== 'page' && to.kind !== 'generated') return undefined;
    const place = { from, use: 'link' as const };
    const url = to.kind === 'page' ? layout.urlOf(to.page, place) : layout.urlOfList(to.page, place);
    if (url === undefined) return undefined;
    return to.page.language === from.language ? { to: url + end } : { href: `pathname://${base}${url}${end}` };
  };

export type ThemeMenu = MenuLink<ThemeLink>;
export type ThemeMenus = SiteMenus<ThemeLink>;

/** The sections of the site's root that a menu has a link into. */
const sectionsOf = (links: readonly ThemeMenu[]): ReadonlySet<string> =>
  new Set(
    [...links, ...links.flatMap(below)].flatMap(({ path }) =>
      path === undefined ? [] : [`/${path.split('/')[1] ?? ''}`],
    ),
  );

/** A dropdown holds no other one: what is below stands in one list. */
const below = (link: ThemeMenu): readonly ThemeMenu[] => link.children.flatMap((child) => [child, ...below(child)]);

/** Leads to the same page of another version. */
export const VERSION_DROPDOWN: CodeValue = { type: 'docsVersionDropdown', position: 'right' };

/** The items of the navbar as the theme takes them. */
export const navbarItems = (menus: ThemeMenus, site: Site, hasVersions: boolean): CodeValue[] => [
  ...navbarLinks(menus),
  ...(hasVersions ? [VERSION_DROPDOWN] : []),
  ...(site.languages.length > 1 ? [{ type: 'localeDropdown', position: 'right' }] : []),
];

export function navbarLinks({ top }: ThemeMenus): CodeValue[] {
  return top.map((link) => {
    const items = below(link).flatMap(itemOf);
    const { label, to } = link;
    return {
      ...(items.length > 0 && { type: 'dropdown' }),
      ...to,
      label,
      ...(items.length > 0 && { items }),
      position: 'left',
    };
  });
}

/** The main menu, behind the docs and the blog where it does not lead there. */
export function withParts(menus: ThemeMenus, { pages, places, site }: SitePart): ThemeMenus {
  const named = sectionsOf(menus.top);
  const areas = new Set(pages.map((page) => places.placeOf(page).area));
  const own = pages.filter(({ language }) => language === site.defaultLanguage);
  const pathOf = (page: PageMeta): string => places.routes.of(page).path;
  const part = (path: string, otherwise: string): ThemeMenu[] => {
    if (named.has(`/${path.split('/')[1] ?? ''}`)) return [];
    const page = own.find((candidate) => places.placeOf(candidate).version === undefined && pathOf(candidate) === path);
    const label = (page && labelOf(page)) || otherwise;
    return [{ label, labels: page ? labelsOfPage(page, pages) : {}, to: { to: `${path}/` }, path, children: [] }];
  };
  const home = areas.has('docs') ? docsHome({ pages, places, site }) : undefined;
  const docs = home === undefined ? [] : part(home, 'Docs');
  const blog = areas.has('blog') && places.blog !== undefined ? part(`/${places.blog}`, 'Blog') : [];
  return { ...menus, top: [...docs, ...blog, ...menus.top] };
}

/** Where the docs begin, without a slash at the end: their own page, or that of the newest version. None where that is the site's root. */
export function docsHome({ pages, places, site }: SitePart): string | undefined {
  const { docsRoute, hasCurrent, routeOf, versions } = places;
  const root = `/${docsRoute}`;
  const isHome = (page: PageMeta | GeneratedPage): boolean =>
    page.language === site.defaultLanguage && routeOf(page) === root;
  const [newest] = versions;
  if (docsRoute !== '' && (hasCurrent || !newest || [...pages, ...site.generated].some(isHome))) return root;
  if (!newest) return undefined;
  return `/${[docsRoute, newest.path].filter((part) => part !== '').join('/')}`;
}

export interface SitePart {
  readonly site: Site;
  readonly pages: readonly PageMeta[];
  readonly places: SitePlaces;
}

/** Columns where a line of the menu has others below it, else a row of links: Docusaurus takes no mixture. */
export function footerLinks({ bottom }: ThemeMenus): CodeValue[] | undefined {
  if (bottom.length === 0) return undefined;
  if (bottom.every(({ children }) => children.length === 0)) return bottom.flatMap(itemOf);
  const single = bottom.filter(({ children }) => children.length === 0).flatMap(itemOf);
  const columns = bottom
    .filter(({ children }) => children.length > 0)
    .map((link) => ({
      title: link.label,
      items: [...itemOf(link), ...below(link).flatMap(itemOf)],
    }));
  return single.length === 0 ? columns : [...columns, { title: null, items: single }];
}

const itemOf = ({ label, to }: ThemeMenu): { readonly [key: string]: CodeValue }[] => (to ? [{ ...to, label }] : []);

/** The words of navbar and footer in the other languages, as the theme reads them. */
export function menuWords(site: Site, { top, bottom }: ThemeMenus): OutputFile[] {
  return site.languages
    .filter(({ code }) => code !== site.defaultLanguage)
    .flatMap((language) => {
      const folder = `i18n/${language.code}/docusaurus-theme-classic`;
      const own = language.title !== '' && language.title !== factsOf(site).title ? { title: language.title } : {};
      const navbar = { ...own, ...wordsOf(top, language.code, () => 'item.label') };
      const keyOf = ({ children }: ThemeMenu): string => (children.length > 0 ? 'link.title' : 'link.item.label');
      const footer = wordsOf(bottom, language.code, keyOf);
      return [...wordFile(`${folder}/navbar.json`, navbar), ...wordFile(`${folder}/footer.json`, footer)];
    });
}

/** Of several lines with one label Docusaurus knows one translation: the first. */
function wordsOf(
  links: readonly ThemeMenu[],
  language: string,
  keyOf: (link: ThemeMenu) => string,
): Record<string, string> {
  const words = new Map<string, string>();
  const all = links.flatMap((link) => [
    { link, keys: new Set([keyOf(link), keyOf({ ...link, children: [] })]) },
    ...below(link).map((child) => ({ link: child, keys: new Set([keyOf({ ...child, children: [] })]) })),
  ]);
  for (const { link, keys } of all) {
    const word = link.labels[language];
    for (const key of keys) {
      const full = `${key}.${link.label}`;
      if (word !== undefined && word !== link.label && !words.has(full)) words.set(full, word);
    }
  }
  return Object.fromEntries(words);
}

const wordFile = (path: string, words: Readonly<Record<string, string>>): OutputFile[] =>
  Object.keys(words).length === 0
    ? []
    : [
        {
          path,
          text: json(Object.fromEntries(Object.entries(words).map(([key, message]) => [key, { message }]))),
        },
      ];
