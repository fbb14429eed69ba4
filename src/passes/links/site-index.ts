/** Pages and files of a site by everything that may lead to them. */
import type { PageMeta } from '../../model/page.ts';
import type { GeneratedPage, Site, StaticFile } from '../../model/site.ts';
import type { PagePaths } from '../references.ts';
import { basePathOf, decodeAddress, splitAddress } from '../../model/address.ts';
import { fieldOf } from '../../model/field.ts';
import { indexPaths } from '../references.ts';

/** What stands at an address. */
export type Occupant =
  | { readonly kind: 'page'; readonly page: PageMeta; readonly isAlias: boolean }
  | { readonly kind: 'generated'; readonly page: GeneratedPage }
  | { readonly kind: 'file'; readonly file: StaticFile };

export interface SiteIndex {
  /** By address: see `urlKey`. */
  readonly byUrl: ReadonlyMap<string, Occupant>;
  /** The same by the address in lower case. */
  readonly byLowerUrl: ReadonlyMap<string, Occupant>;
  /** By source path below the site's folder, in lower case. */
  readonly byFile: ReadonlyMap<string, Occupant>;
  /** Files of `assets` by path below it. */
  readonly assets: ReadonlyMap<string, StaticFile>;
  /** The pages to whose bundles a file belongs. */
  readonly ownersOf: ReadonlyMap<string, readonly PageMeta[]>;
  readonly paths: PagePaths;
  /** Hosts of the site, lower-cased. */
  readonly hosts: ReadonlySet<string>;
  /** First part of all addresses where the site does not stand at the root of its host, as in `/docs`. */
  readonly prefix: string;
}

/** Indexes a site, as far as somebody asks; `hosts` are those that it has beside the ones in its configuration. */
export function indexSite(site: Site, hosts: readonly string[] = []): SiteIndex {
  let byUrl: SiteIndex['byUrl'] | undefined;
  let byLowerUrl: SiteIndex['byLowerUrl'] | undefined;
  let byFile: SiteIndex['byFile'] | undefined;
  let assets: SiteIndex['assets'] | undefined;
  let ownersOf: SiteIndex['ownersOf'] | undefined;
  return {
    get byUrl() {
      return (byUrl ??= occupantsByUrl(site));
    },
    get byLowerUrl() {
      return (byLowerUrl ??= inLowerCase(this.byUrl));
    },
    get byFile() {
      return (byFile ??= occupantsByFile(site));
    },
    get assets() {
      return (assets ??= new Map(site.assets.map((file) => [decodeAddress(file.url).toLowerCase(), file])));
    },
    get ownersOf() {
      return (ownersOf ??= ownersOfResources(site));
    },
    paths: indexPaths(site.pages, site.generated),
    hosts: new Set([...hostsOf(site), ...hosts.map((host) => host.toLowerCase())]),
    prefix: basePathOf(site.baseUrl),
  };
}

/** What is built goes before what is not: a draft may have the address of a page that is there. */
const builtFirst = ({ pages }: Site): readonly PageMeta[] => [
  ...pages.filter(({ hidden }) => hidden.length === 0),
  ...pages.filter(({ hidden }) => hidden.length > 0),
];

function occupantsByUrl(site: Site): SiteIndex['byUrl'] {
  const byUrl = new Map<string, Occupant>();
  for (const page of builtFirst(site)) {
    if (page.permalink !== '') add(byUrl, urlKey(page.permalink), { kind: 'page', page, isAlias: false });
  }
  for (const page of site.generated) add(byUrl, urlKey(page.permalink), { kind: 'generated', page });
  for (const file of site.staticFiles) add(byUrl, urlKey(file.url), { kind: 'file', file });
  // Last: what stands at an address wins over what was moved away from it.
  for (const page of site.pages) {
    if (page.hidden.length > 0) continue;
    for (const alias of page.aliases) add(byUrl, urlKey(alias), { kind: 'page', page, isAlias: true });
  }
  return byUrl;
}

function inLowerCase(byUrl: SiteIndex['byUrl']): SiteIndex['byUrl'] {
  const byLowerUrl = new Map<string, Occupant>();
  for (const [url, occupant] of byUrl) add(byLowerUrl, url.toLowerCase(), occupant);
  return byLowerUrl;
}

function occupantsByFile(site: Site): SiteIndex['byFile'] {
  const byFile = new Map<string, Occupant>();
  for (const page of builtFirst(site)) add(byFile, page.file.toLowerCase(), { kind: 'page', page, isAlias: false });
  for (const file of site.staticFiles) add(byFile, file.file.toLowerCase(), { kind: 'file', file });
  return byFile;
}

function ownersOfResources(site: Site): SiteIndex['ownersOf'] {
  const ownersOf = new Map<string, PageMeta[]>();
  for (const page of builtFirst(site)) {
    for (const { file } of page.resources) {
      const owners = ownersOf.get(file);
      if (owners) owners.push(page);
      else ownersOf.set(file, [page]);
    }
  }
  return ownersOf;
}

/** The first one to come keeps the place. */
function add(map: Map<string, Occupant>, key: string, value: Occupant): void {
  if (!map.has(key)) map.set(key, value);
}

/** Addresses are compared without their percent encoding, and without what servers add at the end. */
export function urlKey(url: string): string {
  const path = decodeAddress(url);
  const base = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
  return stripSlash(base) || '/';
}

const stripSlash = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) : path);

/** The hosts of the base URLs: the site's own, and those that languages have. */
function hostsOf({ baseUrl, config }: Site): readonly string[] {
  const languages = config.type === 'map' ? fieldOf(config, 'languages')?.value : undefined;
  const sections = languages?.type === 'map' ? languages.fields : [];
  const stated = sections.flatMap(({ value }) => {
    const base = value.type === 'map' ? fieldOf(value, 'baseurl')?.value : undefined;
    return base?.type === 'text' ? [base.value] : [];
  });
  return [baseUrl, ...stated].flatMap((base) => splitAddress(base).host ?? []);
}
