/** Where links lead on a site that has taken in versions of its docs: every page's lead where they led on the page's own site. */
import type { Destination, ToFile, ToPage } from '../../model/destination.ts';
import type { PageMeta } from '../../model/page.ts';
import type { GeneratedPage, JoinedSites, Site, VersionSite } from '../../model/site.ts';
import type { AddressUse, LinkResolver, ResolverOptions } from './resolve.ts';

type OpenResolver = (options: ResolverOptions) => LinkResolver;

/** A site that pages come from, and what of the joined site stands for what is there. */
interface Origin {
  readonly resolve: (address: string, from: PageMeta, use: AddressUse) => Destination;
  /** Its own pages by their keys on the joined site. */
  readonly pages: ReadonlyMap<string, PageMeta>;
}

/**
 * A page of a version finds what its own site has. What did not come in with the version leads to what the site has at that address. What is
 * nowhere on a page's own site may be the address that a version has got.
 */
export function acrossVersions(
  { own, versions }: JoinedSites,
  { site, ...options }: ResolverOptions,
  open: OpenResolver,
): LinkResolver {
  const whole = open({ site, ...options });
  const current = open({ site: own, ...options });
  const shownPages = new Map(site.pages.map((page) => [keyOf(page), page]));
  const origins = new Map<string | undefined, Origin>(
    versions.map((version): [string, Origin] => {
      const resolver = open({ ...options, site: version.site, ...shownIn(version, options) });
      const translate = createTranslation(version, { site, shownPages, current });
      return [
        version.name,
        {
          resolve: (address, from, use) => translate(resolver.resolve(address, from, use), from),
          pages: new Map(version.site.pages.map((page) => [keyIn(version, page), page])),
        },
      ];
    }),
  );
  origins.set(undefined, { resolve: current.resolve, pages: new Map(own.pages.map((page) => [keyOf(page), page])) });
  return {
    resolve(address, from, use) {
      const origin = origins.get(from.version);
      const page = origin?.pages.get(keyOf(from));
      // A list without a file stands at its new address from the start.
      if (!origin || !page) return whole.resolve(address, from, use);
      const found = origin.resolve(address, page, use);
      if (found.kind !== 'broken') return found;
      const elsewhere = whole.resolve(address, from, use);
      return isInVersion(elsewhere, versions) ? elsewhere : found;
    },
  };
}

const keyOf = ({ language, file }: Pick<PageMeta, 'language' | 'file'>): string => `${language}\n${file}`;

const keyIn = ({ dir }: VersionSite, { language, file }: PageMeta): string =>
  keyOf({ language, file: `${dir}/${file}` });

/** The pages that the run converts although Hugo would leave them out, as the version's site names them. */
function shownIn({ dir }: VersionSite, { shown }: Pick<ResolverOptions, 'shown'>): Pick<ResolverOptions, 'shown'> {
  if (!shown) return {};
  const before = `${dir}/`;
  const files = [...shown].flatMap((file) => (file.startsWith(before) ? [file.slice(before.length)] : []));
  return { shown: new Set(files) };
}

function isInVersion(to: Destination, versions: readonly VersionSite[]): boolean {
  if (to.kind === 'page') return to.page.version !== undefined;
  return to.kind === 'generated' && versions.some((version) => isBelow(to.page.path, version.to));
}

const isBelow = (path: string, root: string): boolean => root === '/' || path === root || path.startsWith(`${root}/`);

interface Joined {
  readonly site: Site;
  readonly shownPages: ReadonlyMap<string, PageMeta>;
  /** Of the site that the version came into. */
  readonly current: LinkResolver;
}

/** What stands on the joined site for a destination on a version's own. */
function createTranslation(
  version: VersionSite,
  { site, shownPages, current }: Joined,
): (to: Destination, from: PageMeta) => Destination {
  const { dir, files } = version;
  const byFile = new Map(files.map((file) => [file.file, file]));
  const byPath = new Map(site.generated.map((list) => [`${list.language}\n${list.path}`, list]));
  const pageFor = (page: PageMeta): PageMeta | undefined => shownPages.get(keyIn(version, page));
  const listFor = ({ language, path }: GeneratedPage): GeneratedPage | undefined =>
    isBelow(path, version.from) ? byPath.get(`${language}\n${moved(path, version)}`) : undefined;
  return (to, from) => {
    if (to.kind === 'external') return to;
    if (to.kind === 'broken') {
      const near = to.near && (pageFor(to.near) ?? elsewhere(to.near, dir));
      return { ...to, ...(near && { near }) };
    }
    if (to.kind === 'page') {
      const page = pageFor(to.page);
      return page ? { ...to, page } : (atAddress(to, to.page.permalink, from, current) ?? asGone(to, dir));
    }
    if (to.kind === 'generated') {
      const list = listFor(to.page);
      return list ? { ...to, page: list } : (atAddress(to, to.page.permalink, from, current) ?? to);
    }
    const owners = to.owners.flatMap((owner) => pageFor(owner) ?? []);
    const file = byFile.get(`${dir}/${to.file.file}`) ?? to.file;
    // What is none of its pages' is copied where one of them asks for it.
    return { ...to, kind: owners.length > 0 ? 'resource' : 'asset', file, owners } satisfies ToFile;
  };
}

function moved(path: string, { from, to }: VersionSite): string {
  if (path === from) return to;
  return to + (from === '/' ? path : path.slice(from.length));
}

/** What the site has at an address that leads out of the version. */
function atAddress(
  { path, query, fragment, reading, absolute, works }: Exclude<Destination, { kind: 'external' | 'broken' }>,
  address: string,
  from: PageMeta,
  { resolve }: LinkResolver,
): Destination | undefined {
  if (address === '') return undefined;
  const found = resolve(address, from, 'href');
  if (found.kind === 'external' || found.kind === 'broken' || !found.works) return undefined;
  return { ...found, path, query, fragment, reading, absolute, works };
}

const elsewhere = (page: PageMeta, dir: string): PageMeta => ({ ...page, file: `${dir}/${page.file}`, permalink: '' });

/** A page that did not come in, and that the site has nothing for. */
const asGone = (to: ToPage, dir: string): ToPage => ({ ...to, page: elsewhere(to.page, dir) });
