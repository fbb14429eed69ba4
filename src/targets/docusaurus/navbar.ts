/** The bar at the top of a new Docusaurus site: the old one's main menu, the docs, the blog, the languages. */
import type { PageMeta } from '../../model/page.ts';
import type { MenuEntry, Site } from '../../model/site.ts';
import type { CodeValue } from '../code/tree.ts';
import type { OutputFile } from '../target.ts';
import type { SitePlaces } from './places.ts';
import { createLinkResolver, type LinkResolver } from '../../passes/links/resolve.ts';
import { labelOf } from '../hugo-order.ts';
import { translationKey } from '../translations.ts';
import { routeOf } from './places.ts';

export interface NavbarShape {
  readonly site: Site;
  readonly pages: readonly PageMeta[];
  readonly places: SitePlaces;
  readonly hasDocs: boolean;
  readonly hasBlog: boolean;
}

interface Item {
  readonly label: string;
  /** What Docusaurus calls an address of its own, `to`, or any other, `href`; absent for one that only opens. */
  readonly address?: { readonly to: string } | { readonly href: string };
  readonly page?: PageMeta;
  readonly items: readonly Item[];
}

/** The items as the theme takes them. */
export function navbarItems(shape: NavbarShape): CodeValue[] {
  const { site } = shape;
  return [
    ...itemsOf(shape).map((item) => ({ ...printItem(item), position: 'left' })),
    ...(site.languages.length > 1 ? [{ type: 'localeDropdown', position: 'right' }] : []),
  ];
}

const printItem = ({ label, address, items }: Item): { readonly [key: string]: CodeValue } => ({
  ...(items.length > 0 && { type: 'dropdown' }),
  ...address,
  label,
  ...(items.length > 0 && { items: items.map(printItem) }),
});

/** What the items are called in the other languages, where these say it. */
export function navbarTranslations(shape: NavbarShape): OutputFile[] {
  const { site, pages } = shape;
  const items = flat(itemsOf(shape));
  return site.languages.flatMap(({ code, title }): OutputFile[] => {
    if (code === site.defaultLanguage) return [];
    const names = new Map(
      flat(mainMenu(site, code)).flatMap(({ page, name }) => (page === undefined ? [] : [[page, name] as const])),
    );
    const own = new Map(pages.filter(({ language }) => language === code).map((page) => [translationKey(page), page]));
    const messages = items.flatMap(({ label, page }) => {
      const translation = page && own.get(translationKey(page));
      const message = translation && (names.get(translation.file) ?? labelOf(translation));
      return message ? [[`item.label.${label}`, { message }] as const] : [];
    });
    const all = [...(title ? [['title', { message: title }] as const] : []), ...messages];
    if (all.length === 0) return [];
    const text = `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`;
    return [{ path: `i18n/${code}/docusaurus-theme-classic/navbar.json`, text }];
  });
}

const mainMenu = (site: Site, language: string): readonly MenuEntry[] =>
  site.menus.find((menu) => menu.name === 'main' && menu.language === language)?.entries ?? [];

function flat<T extends Item | MenuEntry>(entries: readonly T[]): T[] {
  return entries.flatMap((entry) => {
    const below = ('items' in entry ? entry.items : entry.children) as readonly T[]; // parts of a kind have parts of it
    return [entry, ...flat(below)];
  });
}

/** The main menu, behind what it does not lead to. */
function itemsOf(shape: NavbarShape): readonly Item[] {
  const { site, pages, places, hasDocs, hasBlog } = shape;
  const resolver = createLinkResolver({ site, shown: new Set(pages.map(({ file }) => file)) });
  const menu = mainMenu(site, site.defaultLanguage).flatMap((entry) => itemFor(entry, shape, resolver));
  const led = flat(menu).flatMap(({ address }) => (address && 'to' in address ? [address.to] : []));
  const parts = [
    ...(hasDocs && places.docsRoute !== '' ? [partItem(`/${places.docsRoute}`, 'Docs', pages, site)] : []),
    ...(hasBlog ? [partItem(`/${places.blog}`, 'Blog', pages, site)] : []),
  ];
  return [...parts.filter(({ to }) => !led.some((address) => address.startsWith(to))).map(({ item }) => item), ...menu];
}

function partItem(path: string, otherwise: string, pages: readonly PageMeta[], site: Site): { to: string; item: Item } {
  const page = pages.find((candidate) => candidate.path === path && candidate.language === site.defaultLanguage);
  const to = `${path}/`;
  const label = (page && labelOf(page)) || otherwise;
  return { to, item: { label, address: { to }, ...(page && { page }), items: [] } };
}

/** An entry of the menu; one without a name, which only a theme of its own shows, is left out. */
function itemFor(entry: MenuEntry, shape: NavbarShape, resolver: LinkResolver): Item[] {
  const items = flat(entry.children).flatMap((child) => itemFor({ ...child, children: [] }, shape, resolver));
  const { page, address } = destinationOf(entry, shape, resolver);
  const label = entry.name.trim();
  if (label === '' || (!address && items.length === 0)) return items;
  return [{ label, ...(address && { address }), ...(page && { page }), items }];
}

function destinationOf(
  { url, page: file }: MenuEntry,
  { site, pages, places }: NavbarShape,
  resolver: LinkResolver,
): Pick<Item, 'page' | 'address'> {
  const toPage = (page: PageMeta, rest = ''): Pick<Item, 'page' | 'address'> =>
    page.permalink === '' || !pages.includes(page)
      ? {}
      : { page, address: { to: withSlash(places.routeOf(page)) + rest } };
  const own = file === undefined ? undefined : pages.find((page) => page.file === file);
  if (own) return toPage(own);
  const [from] = site.pages;
  // One that only opens what is below it.
  if (url === '' || url.startsWith('#') || !from) return {};
  // Hugo reads addresses in menus from the site's root.
  const to = resolver.resolve(URL.canParse(url) || url.startsWith('/') ? url : `/${url}`, from, 'href');
  switch (to.kind) {
    case 'external':
      return { address: { href: url } };
    case 'page':
      return toPage(to.page, to.query + to.fragment);
    case 'generated':
      return { address: { to: withSlash(routeOf(to.page, site)) + to.query + to.fragment } };
    case 'broken':
      return { address: { to: url } };
    default:
      return { address: { href: `pathname://${to.file.url}` } };
  }
}

const withSlash = (route: string): string => (route.endsWith('/') ? route : `${route}/`);
