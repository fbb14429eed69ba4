/** Where the addresses of a page lead, found in the site's index alone. */
import type { Destination, Reading, ToNothing } from '../../model/destination.ts';
import type { PageMeta } from '../../model/page.ts';
import type { LinkHook, Site } from '../../model/site.ts';
import type { AddressParts } from '../../model/address.ts';
import type { Occupant, SiteIndex } from './site-index.ts';
import { decodeAddress, joinAddress, splitAddress } from '../../model/address.ts';
import { acrossVersions } from './across-versions.ts';
import { indexSite, urlKey } from './site-index.ts';

/**
 * What has the address. Hugo's render hooks see those of Markdown's links and images, not those of HTML (`href`, `src`)
 * and of what becomes a component, such as a card (`prop`); a `figure` looks among the page's resources by itself.
 */
export type AddressUse = 'link' | 'image' | 'figure' | 'href' | 'src' | 'prop';

export interface LinkResolver {
  resolve(address: string, from: PageMeta, use: AddressUse): Destination;
}

export interface ResolverOptions {
  readonly site: Site;
  /** Pages that the run converts although Hugo would leave them out, by source file. */
  readonly shown?: ReadonlySet<string>;
  /** Hosts of the site beside those of its configuration. */
  readonly hosts?: readonly string[];
}

/**
 * Makes the resolver of a site.
 * @example
 * const { resolve } = createLinkResolver({ site });
 * resolve('../faq/#ports', page, 'link'); // { kind: 'page', page: …, fragment: '#ports', reading: 'url', … }
 */
export function createLinkResolver(options: ResolverOptions): LinkResolver {
  const { joined } = options.site;
  return joined ? acrossVersions(joined, options, createSiteResolver) : createSiteResolver(options);
}

function createSiteResolver(options: ResolverOptions): LinkResolver {
  const { site, hosts } = options;
  const index = indexSite(site, hosts);
  let owners: ReadonlyMap<string, PageMeta> | undefined;
  const ownerAt = (file: string): PageMeta | undefined =>
    (owners ??= new Map(site.pages.map((page) => [page.file, page]))).get(file);
  return {
    resolve: (address, from, use) => {
      const parts = splitAddress(address.trim());
      const isWeb = parts.scheme === undefined || parts.scheme === 'http' || parts.scheme === 'https';
      const isOwn = parts.host !== undefined && index.hosts.has(parts.host);
      if (!isWeb || (parts.host !== undefined && !isOwn) || (parts.scheme !== undefined && !isOwn)) {
        return { kind: 'external', url: address };
      }
      // A content file of a bundle is shown as part of the bundle's page.
      const base = from.owner === undefined ? from : (ownerAt(from.owner) ?? from);
      const question: Question = { parts, path: decodeAddress(parts.path), from: base, use, absolute: isOwn };
      if (parts.path === '' && !isOwn) {
        const self: Answer = { occupant: { kind: 'page', page: base, isAlias: false }, reading: 'url', works: true };
        return found(self, question, options, index);
      }
      const hook = isOwn ? 'none' : hookFor(use, site);
      const answer = lookUp(question, hook, index);
      if (!answer) return nothing(question, index, site);
      return found(answer, question, options, index);
    },
  };
}

function hookFor(use: AddressUse, { hooks }: Site): LinkHook {
  if (use === 'figure') return 'hugo';
  return use === 'link' || use === 'image' ? hooks[use] : 'none';
}

interface Question {
  readonly parts: AddressParts;
  /** The path with its percent encoding resolved. */
  readonly path: string;
  readonly from: PageMeta;
  readonly use: AddressUse;
  readonly absolute: boolean;
}

interface Answer {
  readonly occupant: Occupant;
  readonly reading: Reading;
  readonly works: boolean;
}

/**
 * A render hook looks for a page, a resource of the page, an asset, and leaves other addresses as they are; a browser then
 * reads them from the page's own address. What is found only where neither looks was meant by its author.
 */
function lookUp(question: Question, hook: LinkHook, index: SiteIndex): Answer | undefined {
  const hooked = hook !== 'none';
  const byUrl = (): Answer | undefined => {
    const occupant = atUrl(question, index);
    if (!occupant) return undefined;
    const reading = occupant.kind === 'page' && occupant.isAlias ? 'alias' : 'url';
    return { occupant, reading, works: true };
  };
  const byPath = (): Answer | undefined => {
    const occupant = question.absolute ? undefined : atPath(question, index);
    return occupant && { occupant, reading: 'path', works: hooked };
  };
  // Where the templates are not at hand nobody knows whether there was a hook: what works without one goes first.
  const known = hook === 'hugo' || hook === 'site';
  return (
    (known ? (byPath() ?? byUrl()) : (byUrl() ?? byPath())) ??
    mended(question, hook === 'site' || hook === 'unknown', index)
  );
}

/** As a browser reads it. */
function atUrl({ path, from, absolute }: Question, index: SiteIndex): Occupant | undefined {
  const url = joinAddress(absolute ? '/' : from.permalink || '/', path === '' ? '/' : path);
  const { prefix, byUrl } = index;
  const inside =
    prefix !== '' && url.startsWith(`${prefix}/`) ? byUrl.get(urlKey(url.slice(prefix.length))) : undefined;
  return inside ?? byUrl.get(urlKey(url));
}

/** As Hugo's own hooks read it: that of links looks for a page first, that of images for files only. */
function atPath({ path, from, use }: Question, index: SiteIndex): Occupant | undefined {
  const isFile = use === 'image' || use === 'figure';
  const page = isFile ? undefined : index.paths.find(path, from, from.language);
  if (page) return 'file' in page ? { kind: 'page', page, isAlias: false } : { kind: 'generated', page };
  const name = (path.startsWith('./') ? path.slice(2) : path).toLowerCase();
  const resource = from.resources.find((candidate) => candidate.name.toLowerCase() === name);
  const own = resource && index.byFile.get(resource.file.toLowerCase());
  if (own) return own;
  const asset = index.assets.get(joinAddress('/', name));
  return asset && { kind: 'file', file: asset };
}

/** As authors mean it who look at their files: a path from the page's own file, or in other letters. */
function mended({ path, from, absolute }: Question, hooked: boolean, index: SiteIndex): Answer | undefined {
  const url = joinAddress(absolute ? '/' : from.permalink || '/', path).toLowerCase();
  const guess = index.byLowerUrl.get(urlKey(url));
  if (guess) return { occupant: guess, reading: 'guess', works: false };
  if (path.startsWith('/')) return undefined;
  const file = joinAddress(`/${from.file}`, path).slice(1).toLowerCase();
  const stem = file.endsWith('/') ? file.slice(0, -1) : file;
  for (const candidate of [stem, `${stem}.md`, `${stem}/index.md`, `${stem}/_index.md`]) {
    const occupant = index.byFile.get(candidate);
    if (occupant) return { occupant, reading: 'file', works: hooked && candidate === stem };
  }
  return undefined;
}

function found(
  { occupant, reading, works }: Answer,
  { parts, absolute }: Question,
  { shown }: ResolverOptions,
  index: SiteIndex,
): Destination {
  const { path, query, fragment } = parts;
  const how = { path, query, fragment, reading, absolute, works };
  if (occupant.kind === 'generated') return { kind: 'generated', page: occupant.page, ...how };
  if (occupant.kind === 'file') {
    const { file } = occupant;
    const owners = index.ownersOf.get(file.file) ?? [];
    const isAsset = index.assets.get(decodeAddress(file.url).toLowerCase()) === file;
    return { kind: isAsset ? 'asset' : owners.length > 0 ? 'resource' : 'staticFile', file, owners, ...how };
  }
  const { page } = occupant;
  const isLeftOut = page.hidden.some((reason) => reason === 'draft' || reason === 'future' || reason === 'expired');
  const broken = { kind: 'broken', url: path, path: page.permalink, near: page, fragment, absolute } as const;
  if (path !== '' && isLeftOut && !shown?.has(page.file)) return { ...broken, why: 'leftOut' };
  if (path !== '' && page.permalink === '') return { ...broken, why: 'noAddress' };
  return { kind: 'page', page, ...how };
}

function nothing({ parts, path, from, absolute }: Question, index: SiteIndex, site: Site): ToNothing {
  const url = joinAddress(absolute ? '/' : from.permalink || '/', path);
  const broken = { kind: 'broken', url: parts.path, path: url, fragment: parts.fragment, absolute } as const;
  const named = index.paths.named(path, from.language);
  if (!path.includes('/') && named.length > 1) return { ...broken, why: 'ambiguous' };
  const near = inDefaultLanguage(url, from, index, site);
  return near ? { ...broken, why: 'otherLanguage', near } : { ...broken, why: 'missing' };
}

/** The page of the default language that stands where a translation is asked for. */
function inDefaultLanguage(url: string, from: PageMeta, index: SiteIndex, site: Site): PageMeta | undefined {
  if (from.language === site.defaultLanguage) return undefined;
  const prefix = (code: string): string => {
    const part = site.languages.find((language) => language.code === code)?.urlPrefix;
    return part ? `/${part}` : '';
  };
  const own = prefix(from.language);
  if (own === '' || !url.startsWith(`${own}/`)) return undefined;
  const other = index.byUrl.get(urlKey(prefix(site.defaultLanguage) + url.slice(own.length)));
  return other?.kind === 'page' ? other.page : undefined;
}
