/** The menus of a Hugo site as links of the new one, with their names in all languages. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Destination } from '../../model/destination.ts';
import type { PageMeta } from '../../model/page.ts';
import type { MenuEntry, Site } from '../../model/site.ts';
import type { Routes } from '../routes/routes.ts';
import type { LinkResolver } from '../../passes/links/resolve.ts';
import { createDiagnostic } from '../../diagnostics/diagnostic.ts';
import { splitAddress } from '../../model/address.ts';
import { labelOf } from '../hugo-order.ts';
import { translationKey } from '../translations.ts';

/** Where a line of a menu leads; nowhere where it only holds others. */
export type MenuTarget = Exclude<Destination, { kind: 'broken' }>;

export interface MenuLink<Address> {
  readonly label: string;
  /** What other languages call it, by their codes. */
  readonly labels: Readonly<Record<string, string>>;
  readonly to?: Address;
  /** Logical path of the page that it leads to, where that has come to be. */
  readonly path?: string;
  readonly children: readonly MenuLink<Address>[];
}

export interface SiteMenus<Address> {
  /** What stands above every page. */
  readonly top: readonly MenuLink<Address>[];
  /** What stands below every page. */
  readonly bottom: readonly MenuLink<Address>[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface MenuContext<Address> {
  readonly site: Site;
  readonly routes: Routes;
  /** The pages that the output speaks of. */
  readonly pages: readonly PageMeta[];
  readonly resolver: LinkResolver;
  /** How the target leads there from a page of the default language; `undefined` where it has nothing to lead to. */
  readonly addressOf: (to: MenuTarget, from: PageMeta) => Address | undefined;
}

/** What themes call the menu at the top of a page, the first that a site has. */
const TOP_MENUS = ['main', 'header', 'navbar', 'primary', 'top'] as const;

const isBottom = (name: string): boolean => name.startsWith('footer');

/** The menus of the default language with the words of the others. */
export function menusOf<Address>(context: MenuContext<Address>): SiteMenus<Address> {
  const { site, pages } = context;
  const menus = site.menus.filter(({ language, entries }) => language === site.defaultLanguage && entries.length > 0);
  // Addresses of a menu are read as on the home page.
  const own = pages.filter(({ language, permalink }) => language === site.defaultLanguage && permalink !== '');
  const from = own.find(({ kind }) => kind === 'home') ?? own[0];
  if (!from) return { top: [], bottom: [], diagnostics: [] };
  const topName = TOP_MENUS.find((name) => menus.some((menu) => menu.name === name));
  const diagnostics: Diagnostic[] = [];
  const linksOf = (isShown: (name: string) => boolean): MenuLink<Address>[] =>
    menus
      .filter(({ name }) => isShown(name))
      .flatMap(({ name, entries }) => {
        const others = site.menus.filter((menu) => menu.name === name && menu.language !== site.defaultLanguage);
        const words = others.map((menu) => ({ language: menu.language, entries: menu.entries }));
        return toLinks(entries, words, { ...context, menu: name, from, diagnostics });
      });
  const top = linksOf((name) => name === topName);
  const bottom = linksOf(isBottom);
  for (const { name } of menus) {
    if (name !== topName && !isBottom(name)) diagnostics.push(createDiagnostic('menu-left-out', { menu: name }));
  }
  return { top, bottom, diagnostics };
}

/** The entries of another language that stand at the same place. */
interface OtherWords {
  readonly language: string;
  readonly entries: readonly MenuEntry[];
}

interface Walk<Address> extends MenuContext<Address> {
  readonly menu: string;
  readonly from: PageMeta;
  readonly diagnostics: Diagnostic[];
}

function toLinks<Address>(
  entries: readonly MenuEntry[],
  others: readonly OtherWords[],
  walk: Walk<Address>,
): MenuLink<Address>[] {
  return entries.flatMap((entry, at) => {
    const found = others.flatMap(({ language, entries: there }) => {
      const twin = twinOf(entry, there, walk) ?? (there.length === entries.length ? there[at] : undefined);
      return twin ? [{ language, twin }] : [];
    });
    const words = found.map(({ language, twin }) => ({ language, entries: twin.children }));
    const children = toLinks(entry.children, words, walk);
    const place = placeOf(entry, walk);
    if (place === 'nowhere') {
      const { menu } = walk;
      walk.diagnostics.push(createDiagnostic('menu-entry-broken', { menu, entry: entry.name, url: entry.url }));
    }
    const label = entry.name.trim();
    // One without a name is a picture that only the theme of the old site shows.
    if (label === '' || (typeof place === 'string' && children.length === 0)) return children;
    const named = found.filter(({ twin }) => twin.name !== '').map(({ language, twin }) => [language, twin.name]);
    const labels = { ...labelsOf(entry, walk), ...Object.fromEntries(named) };
    return [{ label, labels, ...(typeof place !== 'string' && place), children }];
  });
}

type Place<Address> = Pick<MenuLink<Address>, 'path'> & { readonly to: Address };

/** `none` for an entry that only holds others, or opens something on the page. */
function placeOf<Address>(entry: MenuEntry, walk: Walk<Address>): Place<Address> | 'none' | 'nowhere' {
  if (entry.url === '' || entry.url.startsWith('#')) return 'none';
  const to = destinationOf(entry, walk);
  const address = to.kind === 'broken' ? undefined : walk.addressOf(to, walk.from);
  if (address === undefined) return 'nowhere';
  return {
    to: address,
    ...((to.kind === 'page' || to.kind === 'generated') && { path: walk.routes.of(to.page).path }),
  };
}

/** Addresses of menus are read from the site's root: they stand on every page. */
function destinationOf<Address>({ url }: MenuEntry, { resolver, from }: Walk<Address>): Destination {
  const isWhole = url.startsWith('/') || splitAddress(url).scheme !== undefined;
  return resolver.resolve(isWhole ? url : `/${url}`, from, 'href');
}

/** What the page that an entry leads to is called in its translations. */
function labelsOf<Address>(entry: MenuEntry, walk: Walk<Address>): Readonly<Record<string, string>> {
  const { pages } = walk;
  const to = destinationOf(entry, walk);
  return to.kind === 'page' ? labelsOfPage(to.page, pages) : {};
}

/** What a page is called in its translations, by language. */
export function labelsOfPage(page: PageMeta, pages: readonly PageMeta[]): Readonly<Record<string, string>> {
  const key = translationKey(page);
  const others = pages.filter((other) => other.language !== page.language && translationKey(other) === key);
  return Object.fromEntries(
    others.map((other) => [other.language, labelOf(other)]).filter(([, label]) => label !== ''),
  );
}

/** The same entry in another language: of the same identifier, or to the same page or address. */
function twinOf<Address>(entry: MenuEntry, there: readonly MenuEntry[], walk: Walk<Address>): MenuEntry | undefined {
  const key = keyOf(entry, walk);
  return (
    there.find(({ identifier }) => identifier !== '' && identifier === entry.identifier) ??
    there.find((other) => key !== '' && keyOf(other, walk) === key)
  );
}

/** What an entry leads to, in any language. */
function keyOf<Address>(entry: MenuEntry, walk: Walk<Address>): string {
  if (entry.url === '') return '';
  const to = destinationOf(entry, walk);
  if (to.kind === 'page') return `page ${translationKey(to.page)}${to.fragment}`;
  return to.kind === 'generated' ? `page ${to.page.path}${to.fragment}` : entry.url;
}
