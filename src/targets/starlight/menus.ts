/** What a Starlight site makes of the menus of the Hugo site: pages are in the sidebar anyway, so these are the links that lead elsewhere. */
import type { PageMeta } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import type { LinkLayout } from '../../passes/links/address-book.ts';
import type { MenuLink, MenuTarget, SiteMenus } from '../scaffold/menus.ts';
import type { SidebarItem } from './sidebar.ts';
import { splitAddress } from '../../model/address.ts';
import { basePath, factsOf, htmlLanguage } from '../scaffold/site-facts.ts';
import { ICON_OF_HOST } from './facts.ts';

export interface SocialLink {
  readonly icon: string;
  readonly label: string;
  readonly href: string;
}

export interface StarlightMenus {
  /** Icons at the top of every page. */
  readonly social: readonly SocialLink[];
  /** Links at the end of the sidebar. */
  readonly links: readonly SidebarItem[];
}

/** An address that is no page's; of pages, which the sidebar has, nothing is said. */
export interface Outside {
  readonly url?: string;
}

export function starlightMenus({ top, bottom }: SiteMenus<Outside>): StarlightMenus {
  const social = new Map<string, SocialLink>();
  const links = itemsOf([...top, ...bottom], social);
  return { social: [...social.values()], links };
}

function itemsOf(menu: readonly MenuLink<Outside>[], social: Map<string, SocialLink>): SidebarItem[] {
  const seen = new Set<string>();
  return menu.flatMap(({ label, labels, to, children }): SidebarItem[] => {
    const items = itemsOf(children, social);
    const url = to?.url;
    const icon = url === undefined ? undefined : iconFor(url);
    const others = Object.entries(labels).map(([code, text]) => [htmlLanguage({ code }), text] as const);
    const translations = others.length > 0 ? { translations: Object.fromEntries(others) } : {};
    if (url !== undefined && icon !== undefined) social.set(url, { icon, label, href: url });
    const isNew = url !== undefined && icon === undefined && !seen.has(url);
    if (isNew) seen.add(url);
    const own: SidebarItem[] = isNew ? [{ label, ...translations, link: url }] : [];
    return items.length === 0 ? own : [{ label, ...translations, collapsed: true, items: [...own, ...items] }];
  });
}

/** What a menu leads to: pages by themselves, other files as they are. */
export const menuAddresses =
  (site: Site, layout: LinkLayout) =>
  (to: MenuTarget, from: PageMeta): Outside | undefined => {
    if (to.kind === 'external') return { url: to.url };
    const place = { from, use: 'link' as const };
    if (to.kind === 'page') return layout.urlOf(to.page, place) === undefined ? undefined : {};
    if (to.kind === 'generated') return layout.urlOfList(to.page, place) === undefined ? undefined : {};
    // Only what is copied as it is has an address without being on a page.
    if (to.kind !== 'staticFile') return undefined;
    // Starlight reads an address of the site as that of a page, in the reader's language and with a slash at its end.
    return { url: factsOf(site).origin + basePath(site) + to.file.url + to.query + to.fragment };
  };

function iconFor(url: string): string | undefined {
  const { scheme, host } = splitAddress(url);
  if (scheme === 'mailto') return 'email';
  const parts = (host ?? '').split('.');
  const known = [parts.slice(-2).join('.'), parts.slice(-3).join('.')].find((name) =>
    Object.hasOwn(ICON_OF_HOST, name),
  );
  return known === undefined ? undefined : ICON_OF_HOST[known];
}
