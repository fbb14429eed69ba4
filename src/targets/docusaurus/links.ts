import type { AddressBook, LinkLayout, LinkPlace } from '../../passes/links/address-book.ts';
import type { GeneratedPage } from '../../model/site.ts';
import type { TargetContext } from '../target.ts';
import type { SitePlaces } from './places.ts';
import { createAddressBook } from '../../passes/links/address-book.ts';
import { createTwins } from '../routes/twins.ts';
import { basePath, factsOf } from '../scaffold/site-facts.ts';

/**
 * Links between pages are addresses: Docusaurus puts the site's base and the reader's language before those in Markdown, and
 * checks that they lead somewhere. In raw HTML it leaves them as they are. A picture is bundled where Markdown names it. A file would be
 * too, but its address would get the slash that ends those of pages: `pathname:` says that it is none. The same before an address in another
 * language would still be completed with the reader's, so that such a link is a whole one.
 */
export function createLinks(
  { site, routes }: TargetContext,
  places: SitePlaces,
  ownLists: ReadonlySet<GeneratedPage>,
): {
  readonly layout: LinkLayout;
  readonly book: AddressBook;
} {
  const isOwn = (language: string, link: LinkPlace | undefined): boolean =>
    link !== undefined && language === link.from.language && link.use !== 'href' && link.use !== 'prop';
  const layout: LinkLayout = {
    fileOf: (page) => places.placeOf(page).file,
    urlOf: (page, link) => {
      const { url } = routes.of(page);
      if (url === '') return undefined;
      return isOwn(page.language, link) ? withSlash(places.routeOf(page)) : url;
    },
    urlOfList: (list, link) => {
      const { kind, path, language } = list;
      if (kind !== 'home' && !places.lists.has(path) && !ownLists.has(list)) return undefined;
      return isOwn(language, link) ? withSlash(places.routeOf(list)) : routes.of(list).url;
    },
    // A post is also shown in lists, at other addresses.
    originOf: (page) => (places.placeOf(page).area === 'blog' ? undefined : withSlash(places.routeOf(page))),
    besideOf: (file, owner) => places.resourceOf(file, owner),
    rootOf: ({ language }) => language,
    twinOf: createTwins(routes),
  };
  const book = createAddressBook(layout, {
    pages: 'url',
    files: { link: 'url', image: 'asWritten', figure: 'url', href: 'url', src: 'url', prop: 'url' },
    base: basePath(site),
    baseIn: ['figure', 'href', 'src', 'prop'],
    toOtherRoot: (url) => factsOf(site).origin + url,
    toFile: (url) => `pathname://${url}`,
  });
  return { layout, book };
}

const withSlash = (route: string): string => (route.endsWith('/') ? route : `${route}/`);
